// Hears every statement that goes through a pool, with its values, its time and how many rows came back.
import type pg from "pg";

export interface Heard {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly ms: number;
  readonly rows: number;
}

export interface Listener {
  /** What was sent since the last time. */
  take(): Heard[];
  /**
   * Sends these bytes in the place of those: a link is stored by its hash alone, so a made-up secret is let in by
   * asking for somebody's hash instead of its own. Nothing is written for that.
   */
  inPlaceOf(asked: Buffer, stored: Buffer): void;
}

/** Reads go through `pool.query` one by one: requests that are asked in turn do not mix. */
export function listenTo(pool: pg.Pool): Listener {
  let heard: Heard[] = [];
  const stored = new Map<string, Buffer>();
  const swapped = (value: unknown): unknown =>
    Buffer.isBuffer(value) ? (stored.get(value.toString("hex")) ?? value) : value;
  const plain = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryResult>;
  const listening = async (asked: string | { text: string; values?: unknown[]; name?: string }) => {
    const config = typeof asked === "string" ? { text: asked } : asked;
    const values = ("values" in config ? (config.values ?? []) : []).map(swapped);
    const began = performance.now();
    const result = await plain({ ...config, values });
    heard.push({ text: config.text, values, ms: performance.now() - began, rows: result.rowCount ?? 0 });
    return result;
  };
  pool.query = listening as unknown as pg.Pool["query"];
  return {
    take() {
      const taken = heard;
      heard = [];
      return taken;
    },
    inPlaceOf(asked, real) {
      stored.set(asked.toString("hex"), real);
    },
  };
}
