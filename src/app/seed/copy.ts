// Puts rows into tables by COPY: encoded straight into buffers, sent while the next rows are being made, never more
// in memory than two loads of a few megabytes.
import { once } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Cell, Put, Table } from "./step.ts";

const CHUNK = 1 << 18;
/** Sent as one load when so many bytes have come together over all tables. */
const LOAD = 6 << 20;
/** The connection gets a turn after so many bytes made, so that a load on its way keeps moving. */
const TURN = 1 << 17;

// A separator and a mark for "nothing" that no value has, so that a whole line is looked through at once for the few
// characters that must be escaped.
const BETWEEN = "\u0001";
const NOTHING = "\u0002";
const FORM = "(delimiter E'\\x01', null E'\\x02')";

const SPECIAL = /[\\\n\r]/;
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

const escaped = (cell: Cell): Cell =>
  typeof cell === "string" ? cell.replace(/[\\\n\r]/g, (char) => ESCAPED[char] ?? char) : cell;

/** Numbers and booleans go as JavaScript writes them: PostgreSQL reads both. */
function lineOf(cells: readonly Cell[]): string {
  let line = "";
  for (let i = 0; i < cells.length; i++) line += (i === 0 ? "" : BETWEEN) + (cells[i] ?? NOTHING);
  return line;
}

interface Filling {
  readonly table: Table;
  chunks: Buffer[];
  current: Buffer;
  at: number;
}

type Load = readonly { readonly table: Table; readonly chunks: readonly Buffer[] }[];

export class Copier {
  readonly #client: pg.ClientBase;
  readonly #filling = new Map<string, Filling>();
  #bytes = 0;
  #turnAt = TURN;
  #underway: Promise<void> | undefined;
  /** Rows put so far. */
  rows = 0;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  readonly put: Put = (into, ...cells) => {
    if (cells.length !== into.columns.length)
      throw new RangeError(`${into.name}: ${cells.length} cells for ${into.columns.length} columns`);
    let line = lineOf(cells);
    if (SPECIAL.test(line)) line = lineOf(cells.map(escaped));
    line += "\n";
    let filling = this.#filling.get(into.name);
    if (filling === undefined) {
      filling = { table: into, chunks: [], current: Buffer.allocUnsafe(CHUNK), at: 0 };
      this.#filling.set(into.name, filling);
    }
    // No character of UTF-16 takes more than three bytes of UTF-8.
    const most = line.length * 3;
    if (filling.at + most > filling.current.length) {
      filling.chunks.push(filling.current.subarray(0, filling.at));
      filling.current = Buffer.allocUnsafe(Math.max(CHUNK, most));
      filling.at = 0;
    }
    const wrote = filling.current.write(line, filling.at);
    filling.at += wrote;
    this.#bytes += wrote;
    this.rows += 1;
  };

  /** To be asked after each piece of work: sends what has come together, and lets a load under way move on. */
  async breathe(): Promise<void> {
    if (this.#bytes >= LOAD) {
      await this.#underway;
      this.#underway = this.#send(this.#take());
      // Whoever waits for it is told; until then nobody else shall be.
      this.#underway.catch(() => undefined);
    }
    if (this.#bytes >= this.#turnAt) {
      this.#turnAt = this.#bytes + TURN;
      await turn();
    }
  }

  /** Sends the rest; everything put is in its table when this returns. */
  async finish(): Promise<void> {
    await this.#underway;
    this.#underway = undefined;
    await this.#send(this.#take());
  }

  #take(): Load {
    const load = [...this.#filling.values()].map(({ table, chunks, current, at }) => ({
      table,
      chunks: [...chunks, current.subarray(0, at)],
    }));
    this.#filling.clear();
    this.#bytes = 0;
    this.#turnAt = TURN;
    return load;
  }

  async #send(load: Load): Promise<void> {
    for (const { table, chunks } of load) {
      const stream = this.#client.query(
        copyFrom(
          `copy ${table.name} (${table.columns.map((name) => `"${name}"`).join(", ")}) from stdin ${FORM}`,
        ),
      );
      let refused: Error | undefined;
      const refusal = new Promise<never>((_, reject) => {
        stream.on("error", (error: Error) => {
          refused ??= error;
          reject(error);
        });
      });
      refusal.catch(() => undefined);
      // One piece at a time: once the server has refused a row, the stream cannot stand pieces that still wait.
      for (const chunk of chunks) {
        if (refused !== undefined) throw refused;
        const taken = new Promise<void>((resolve, reject) =>
          stream.write(chunk, (error) => (error ? reject(error) : resolve())),
        );
        await Promise.race([taken, refusal]);
      }
      stream.end();
      await Promise.race([once(stream, "finish"), refusal]);
    }
  }
}
