// The one way SQL leaves this program: a template whose values travel apart from its text.
// Rows come back with camelCase keys; dates as YYYY-MM-DD, instants as ISO strings, counts as numbers.
import pg from "pg";
import sqlText, { type Sql } from "sql-template-tag";
import { isLost } from "./away.ts";

// biome-ignore lint/performance/noBarrelFile: stores take their SQL template and their runner from one place.
export { default as sql, join } from "sql-template-tag";

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;
const NUMERIC = 1700;
// A day is a day, not midnight somewhere: keep the text. Counts stay far below 2^53.
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

interface Queryable {
  query(config: { text: string; values: unknown[]; name?: string }): Promise<pg.QueryResult>;
}

/** Anything that can read: the pool, or a transaction. */
export interface Db {
  readonly queryable: Queryable;
}

/** An open transaction. Writes and locks demand it by type, so that no write escapes its audit row. */
export interface Tx extends Db {
  readonly transaction: true;
  /** Statements sent whose answers nobody waits for before the transaction ends. */
  readonly owed: Promise<unknown>[];
  /** What `lastly` keeps for the end. */
  readonly last: Last[];
}

type WriteAll<Row> = (tx: Tx, rows: readonly Row[]) => void;
interface Last {
  readonly write: WriteAll<never>;
  readonly row: unknown;
}

const camelNames = new Map<string, string>();
const camel = (name: string): string => {
  let known = camelNames.get(name);
  if (known === undefined) {
    known = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, known);
  }
  return known;
};

async function run(db: Db, query: Sql, name?: string): Promise<pg.QueryResult> {
  const config = { text: query.text, values: query.values };
  return db.queryable.query(name === undefined ? config : { ...config, name });
}

/** All rows. `name` prepares the statement once per connection: for hot paths only. */
export async function rows<Row>(db: Db, query: Sql, name?: string): Promise<Row[]> {
  const result = await run(db, query, name);
  const keys = result.fields.map((field) => [field.name, camel(field.name)] as const);
  return result.rows.map((found: Record<string, unknown>) => {
    const out: Record<string, unknown> = {};
    for (const [from, to] of keys) out[to] = found[from];
    return out as Row;
  });
}

/** The first row, or undefined. */
export async function row<Row>(db: Db, query: Sql, name?: string): Promise<Row | undefined> {
  return (await rows<Row>(db, query, name))[0];
}

/**
 * Sends a statement for its effect and goes on at once: it is done before whatever is sent after it, and the transaction
 * does not commit without it. For what cannot be refused, or whose refusal ends the whole transaction.
 */
export function send(tx: Tx, query: Sql, name?: string): void {
  const sent = run(tx, query, name);
  tx.owed.push(sent);
  // Looked at when the transaction ends; until then nobody does.
  sent.catch(() => undefined);
}

/**
 * Keeps a row until the work is done: then `write` sends all of its rows at once, and the transaction commits. For what
 * locks a row that strangers lock too: nobody who holds it waits for anybody any more.
 */
export function lastly<Row>(tx: Tx, write: WriteAll<Row>, row: Row): void {
  tx.last.push({ write, row });
}

function writeLast(tx: Tx): void {
  const kinds = new Map<WriteAll<never>, unknown[]>();
  for (const { write, row } of tx.last) {
    const rows = kinds.get(write) ?? [];
    kinds.set(write, rows);
    rows.push(row);
  }
  for (const [write, rows] of kinds) write(tx, rows as never[]);
}

/** From here on everything may be undone, by what is answered, and the transaction goes on as if it had not been. */
export function undoable(tx: Tx): () => Promise<void> {
  const kept = tx.last.length;
  send(tx, sqlText`savepoint here`);
  return async () => {
    tx.last.length = kept;
    await execute(tx, sqlText`rollback to savepoint here`);
  };
}

/**
 * All of them, sent one behind the other without waiting in between: one round trip for what does not depend on each
 * other. Throws the first failure, but only when none is under way any more: nothing goes on by itself in a transaction
 * that has ended.
 */
export async function together<T extends readonly Promise<unknown>[]>(
  ...asked: T
): Promise<{ -readonly [At in keyof T]: Awaited<T[At]> }> {
  await Promise.allSettled(asked);
  return (await Promise.all(asked)) as { -readonly [At in keyof T]: Awaited<T[At]> };
}

/** Runs a statement for its effect; answers how many rows it touched. */
export async function execute(tx: Tx, query: Sql, name?: string): Promise<number> {
  return (await run(tx, query, name)).rowCount ?? 0;
}

/** The pool as a reader. A statement whose connection is lost is asked once more: it only reads. */
export const reader = (pool: pg.Pool): Db => ({
  queryable: {
    query: (config) =>
      pool.query(config).catch((error: unknown) => {
        if (!isLost(error) || pool.ending) throw error;
        return pool.query(config);
      }),
  },
});

const RETRY = new Set(["40001", "40P01"]); // serialization failure, deadlock: nothing was written, try again
const MOST_ATTEMPTS = 3;
/** Refused because an earlier statement was: that one has the reason. */
const ABORTED = "25P02";

export interface TransactionOptions {
  /**
   * `work` finds out by itself that it was done already (the ledger's key): then it is tried again also when the
   * connection is lost after the commit was sent, where nobody knows whether it stands.
   */
  readonly knowsItself?: boolean;
}

/**
 * Runs `work` in one transaction, again up to three times in all when PostgreSQL asks for it, or when the server went
 * away before the commit was sent. Throws the error of the last attempt. Statements go out without waiting for the
 * answers to those before them, where `work` does not wait either: beginning costs no round trip of its own, nor does
 * what `send` sends.
 */
export async function transaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  { knowsItself = false }: TransactionOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    const owed: Promise<unknown>[] = [];
    let broken: Error | undefined;
    let committing = false;
    try {
      pipelined(client, true);
      const begun = client.query("begin");
      begun.catch(() => undefined);
      const queryable: Queryable = {
        async query(config) {
          const answer = client.query(config);
          answer.catch(() => undefined);
          // Nothing is believed that was not done in a transaction.
          await begun;
          return answer;
        },
      };
      const tx: Tx = { queryable, transaction: true, owed, last: [] };
      const result = await work(tx);
      writeLast(tx);
      await begun;
      committing = true;
      owed.push(client.query("commit"));
      await Promise.all(owed);
      return result;
    } catch (refused) {
      const error = await reasonOf(refused, owed);
      const lost = isLost(error);
      if (lost) broken = error as Error;
      else {
        await client.query("rollback").catch((gone: Error) => {
          broken = gone;
        });
      }
      const code = (error as { code?: string }).code;
      const again = lost ? !committing || knowsItself : code !== undefined && RETRY.has(code);
      if (attempt >= MOST_ATTEMPTS || !again) throw error;
    } finally {
      pipelined(client, false);
      client.release(broken);
    }
  }
}

/** node-postgres' own pipeline mode, for as long as a transaction lasts: streams of COPY on the same pool go without it. */
export const pipelined = (client: pg.PoolClient, on: boolean): void =>
  void Object.assign(client, { pipeline: on });

/** What was sent earlier and refused is why a later statement was. */
async function reasonOf(error: unknown, owed: readonly Promise<unknown>[]): Promise<unknown> {
  const failed = (await Promise.allSettled(owed)).find((one) => one.status === "rejected");
  return (error as { code?: string }).code === ABORTED && failed !== undefined ? failed.reason : error;
}
