// One of several processes behind the port: answers and does jobs; what there is once, it asks of the primary.
import { mkdir } from "node:fs/promises";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { DatabaseProblem } from "../../platform/db/problem.ts";
import { type CountHit, HitCounter, type Hits, type Siblings } from "../../platform/http/siblings.ts";
import type { Config } from "../config.ts";
import { MIGRATIONS } from "../start/resources.ts";
import { closer, MOST_ENDING_MS, openHouse, openLog, useKeyOf } from "./house.ts";
import type { Begin, ToPrimary, ToWorker } from "./wire.ts";

/** Of the hundred connections PostgreSQL gives unless told, shared by the workers and one that is coming. */
const CONNECTIONS = 80;
const MOST_CONNECTIONS = 20;
const LEAST_CONNECTIONS = 5;
/** The primary answers in a fraction of a millisecond; when it does not, nobody is kept waiting for it. */
const COUNT_PATIENCE_MS = 500;
const METRICS_PATIENCE_MS = 3_000;

const send = (message: ToPrimary): void => {
  if (process.connected) process.send?.(message, () => undefined);
};

/** Runs until the primary says to end, or is gone. */
export async function runWorker(config: Config): Promise<void> {
  // A terminal's Ctrl-C and a service manager's stop reach everybody; the primary alone says what is to be done.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  const { push, close } = closer();
  let idleMs = 0;
  const end = (): void => {
    setTimeout(() => process.exit(1), MOST_ENDING_MS + 2_000).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  const hearing = new Map<string, (message: never) => void>();
  process.on("message", (message: ToWorker) => {
    if (message.kind === "end") {
      idleMs = message.idleMs;
      end();
    } else hearing.get(message.kind)?.(message as never);
  });
  const hear = <Kind extends ToWorker["kind"]>(
    kind: Kind,
    act: (message: Extract<ToWorker, { kind: Kind }>) => void,
  ): void => void hearing.set(kind, act as (message: never) => void);

  const { unionUrl, number, of, version } = await new Promise<Begin>((resolve) => {
    hear("begin", resolve);
    send({ kind: "here" });
  });
  const log = openLog(config, number);
  try {
    const share = Math.floor(CONNECTIONS / (of + 1));
    const pool = openPool(unionUrl, {
      max: Math.min(MOST_CONNECTIONS, Math.max(LEAST_CONNECTIONS, share)),
      applicationName: `giothong ${number}`,
      onLost: () => log.warn("database connection lost"),
    });
    push(() => pool.end());
    // A newer version brings its own; one at a time, and nothing to do as a rule.
    await migrate(pool, MIGRATIONS, (line) => log.info(line));
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    useKeyOf(config);
    const siblings = siblingsOf(number, hear);
    const house = await openHouse({
      config,
      pool,
      unionUrl,
      log,
      version,
      siblings,
      jobsAtOnce: of > 1 ? 1 : 2,
    });
    push(() => house.stop(idleMs));
    send({ kind: "ready", port: await house.listen() });
  } catch (error) {
    log.error({ type: (error as Error).name, code: (error as { code?: string }).code }, "did not begin");
    const line = error instanceof DatabaseProblem ? error.message : String(error);
    send({ kind: "failed", line });
    await close().catch(() => undefined);
    process.exit(1);
  }
}

type Hear = <Kind extends ToWorker["kind"]>(
  kind: Kind,
  act: (message: Extract<ToWorker, { kind: Kind }>) => void,
) => void;

function siblingsOf(number: number, hear: Hear): Siblings {
  let last = 0;
  let own: () => Promise<unknown> = async () => [];
  const waiting = new Map<number, (text: string) => void>();
  hear("metrics", ({ id, text }) => waiting.get(id)?.(text));
  hear("metrics-wanted", ({ id }) => {
    own().then(
      (metrics) => send({ kind: "metrics-own", id, metrics }),
      () => send({ kind: "metrics-own", id, metrics: [] }),
    );
  });
  return {
    number,
    countHit: countAtPrimary(hear),
    tellMetrics: (how) => {
      own = how;
    },
    metricsOfAll: () =>
      new Promise((resolve) => {
        const id = ++last;
        const done = (text?: string): void => {
          clearTimeout(late);
          waiting.delete(id);
          resolve(text);
        };
        const late = setTimeout(done, METRICS_PATIENCE_MS);
        waiting.set(id, done);
        send({ kind: "metrics-asked", id });
      }),
  };
}

/** Everything counted in one turn of this process goes in one message. Without the primary, each counts for itself. */
function countAtPrimary(hear: Hear): CountHit {
  const alone = new HitCounter();
  const waiting = new Map<
    number,
    { resolve: (hits: Hits) => void; key: string; windowMs: number; at: number }
  >();
  let last = 0;
  let batch: [number, string, number][] = [];
  const flush = (): void => {
    send({ kind: "hit", hits: batch });
    batch = [];
  };
  hear("hits", ({ answers }) => {
    for (const [id, current, leftMs] of answers) {
      waiting.get(id)?.resolve({ current, leftMs });
      waiting.delete(id);
    }
  });
  // One look for all instead of a timer each; the first of the map waits longest.
  setInterval(() => {
    const now = performance.now();
    for (const [id, { resolve, key, windowMs, at }] of waiting) {
      if (now - at < COUNT_PATIENCE_MS) break;
      waiting.delete(id);
      resolve(alone.hit(key, windowMs));
    }
  }, COUNT_PATIENCE_MS / 2).unref();
  return (key, windowMs) =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, { resolve, key, windowMs, at: performance.now() });
      if (batch.push([id, key, windowMs]) === 1) setImmediate(flush);
    });
}
