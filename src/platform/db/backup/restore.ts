// Puts a backup back: structure of its time, its rows, their digests checked, all in one transaction; then the
// structure is brought up to this program's.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { levelOf, type Migration, migrate, readMigrations, runMigration } from "../migrate.ts";
import { codeOf, DatabaseProblem, type Progress, say } from "../problem.ts";
import {
  DamagedBackup,
  FORMAT,
  type Frame,
  type Header,
  readFrames,
  type TableEnd,
  type TableStart,
} from "./format.ts";
import {
  dropEverything,
  fixTextForms,
  listFilled,
  listStoredViews,
  listTables,
  plain,
  quote,
  quoted,
  setSequence,
  suspendRules,
} from "./structure.ts";

export interface RestoreOptions {
  /** The program's migrations folder. */
  readonly migrations: string;
  /** Replaces whatever is there; without it only an empty database is taken. */
  readonly replace: boolean;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export interface RestoreResult {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Restores `file` into the database behind `pool`, whose login must own it. Nothing changes unless all succeeds.
 * Throws `db.restore-unreadable`, `-damaged`, `-version`, `-level`, `-not-empty`.
 */
export async function restore(pool: pg.Pool, file: string, options: RestoreOptions): Promise<RestoreResult> {
  const totals = await restoreRows(pool, file, options);
  options.progress(say("db.restore-done", { ...totals, file }));
  await migrate(pool, options.migrations, options.progress);
  return totals;
}

async function restoreRows(pool: pg.Pool, file: string, options: RestoreOptions): Promise<RestoreResult> {
  const known = await readMigrations(options.migrations);
  const frames = readFrames(decompressed(file, options.signal));
  const client = await pool.connect();
  try {
    const header = await headerOf(frames, file);
    const level = migrationsOf(header, known, file);
    await client.query("begin");
    await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
    const tables = await makeStructure(client, level, options);
    await fixTextForms(client);
    const rules = await suspendRules(client);
    await client.query(`truncate ${tables.map(quoted).join(", ")}`); // what the migrations bring, the backup has too
    const totals = await load(client, frames, header, options.progress);
    await client.query("set constraints all immediate");
    for (const rule of rules) await client.query(rule);
    for (const view of await listStoredViews(client)) {
      await client.query(`refresh materialized view ${quoted(view)}`);
    }
    await client.query("commit");
    await client.query("analyze").catch(() => undefined); // only makes the first queries faster
    return totals;
  } catch (error) {
    throw problemOf(error, file);
  } finally {
    await frames.return(undefined).catch(() => undefined);
    client.release(true); // an open transaction ends with its session: nothing of it stays
  }
}

async function* decompressed(file: string, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  // pipeline() makes an error of the file an error of its reader; without it a missing file would hang.
  const stream = pipeline(
    createReadStream(file, signal === undefined ? {} : { signal }),
    createGunzip(),
    () => undefined,
  );
  try {
    yield* stream as AsyncIterable<Buffer>;
  } finally {
    stream.destroy();
  }
}

async function headerOf(frames: AsyncGenerator<Frame>, file: string): Promise<Header> {
  const first = (await frames.next()).value as Frame | undefined;
  if (first?.kind !== "header") throw new DamagedBackup("no header");
  if (first.content.format !== FORMAT) {
    throw new DatabaseProblem("db.restore-version", {
      ...{ file, found: String(first.content.format), expected: String(FORMAT) },
    });
  }
  return first.content;
}

/** The program's migrations as far as the backup's database had them; they must be the same files. */
function migrationsOf(header: Header, known: readonly Migration[], file: string): readonly Migration[] {
  const same = header.migrations.every(
    ({ name, checksum }, index) => known[index]?.name === name && known[index].checksum === checksum,
  );
  if (same && header.migrations.length > 0) return known.slice(0, header.migrations.length);
  throw new DatabaseProblem("db.restore-level", {
    ...{ file, found: levelOf(header.migrations), expected: levelOf(known) },
  });
}

/** The tables in the structure of the backup's time, or a refusal where there is data to lose. */
async function makeStructure(
  client: pg.PoolClient,
  level: readonly Migration[],
  options: RestoreOptions,
): Promise<TableStart[]> {
  const before = await listFilled(client, await listTables(client));
  // Whoever has worked in a database has left an audit row: refused before anything is locked.
  const worked = before.find((table) => table === "platform.audit_entry");
  if (worked !== undefined && !options.replace) throw notEmpty(worked);
  await dropEverything(client);
  for (const migration of level) await runMigration(client, migration);
  const tables = await listTables(client);
  // Rows that the migrations bring themselves are no one's data.
  const seeds = new Set(await listFilled(client, tables));
  const data = before.find((table) => !seeds.has(table));
  if (data !== undefined && !options.replace) throw notEmpty(data);
  return tables;
}

const notEmpty = (table: string) => new DatabaseProblem("db.restore-not-empty", { table });

async function load(
  client: pg.PoolClient,
  frames: AsyncGenerator<Frame>,
  header: Header,
  progress: Progress,
): Promise<RestoreResult> {
  const expected = new Map((await listTables(client)).map((table) => [plain(table), table]));
  const totals = { tables: 0, rows: 0 };
  for await (const frame of frames) {
    if (frame.kind === "table") {
      const name = plain(frame.content);
      const known = expected.get(name);
      if (known === undefined || !sameColumns(known, frame.content)) throw new DamagedBackup(name);
      expected.delete(name);
      const rows = await loadTable(client, frame.content, frames);
      totals.tables += 1;
      totals.rows += rows;
      progress(
        say("db.backup-table", { done: totals.tables, total: header.tables.length, table: name, rows }),
      );
    } else if (frame.kind === "sequences") {
      for (const sequence of frame.content) await setSequence(client, sequence);
    } else if (frame.kind === "trailer") {
      if (frame.content.tables !== totals.tables || frame.content.rows !== totals.rows) {
        throw new DamagedBackup("totals");
      }
    } else throw new DamagedBackup("order of content");
  }
  const lacking = [...expected.keys()][0];
  if (lacking !== undefined) throw new DamagedBackup(lacking);
  return totals;
}

const sameColumns = (known: TableStart, found: TableStart): boolean =>
  [...known.columns].sort().join("\n") === [...found.columns].sort().join("\n");

/** Copies one table's rows in and compares their digest; answers how many. */
async function loadTable(
  client: pg.PoolClient,
  table: TableStart,
  frames: AsyncGenerator<Frame>,
): Promise<number> {
  const columns = table.columns.map(quote).join(", ");
  const target = client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`));
  let refused: Error | undefined;
  const refusal = new Promise<never>((_, reject) => {
    target.on("error", (error) => {
      refused ??= error;
      reject(error);
    });
  });
  refusal.catch(() => undefined);
  // One piece at a time: once the server has refused a row, the stream cannot stand pieces that still wait.
  const write = (piece: Buffer) =>
    new Promise<void>((resolve, reject) =>
      target.write(piece, (error) => (error ? reject(error) : resolve())),
    );
  const hash = createHash("sha256");
  try {
    for (;;) {
      const next = await frames.next();
      if (refused !== undefined) throw refused;
      const frame = next.value as Frame | undefined;
      if (frame?.kind === "rows") {
        hash.update(frame.content);
        await Promise.race([write(frame.content), refusal]);
      } else if (frame?.kind === "end") {
        target.end();
        await Promise.race([once(target, "finish"), refusal]);
        checkTable(table, frame.content, { rows: target.rowCount, sha256: hash.digest("hex") });
        return target.rowCount;
      } else throw new DamagedBackup("cut short");
    }
  } catch (error) {
    if (refused === undefined) target.destroy();
    throw refused ?? error;
  }
}

function checkTable(table: TableStart, said: TableEnd, found: TableEnd): void {
  if (said.rows !== found.rows || said.sha256 !== found.sha256) {
    throw new DamagedBackup(`sha256 ${plain(table)}`);
  }
}

// PostgreSQL's class 22 (a value it cannot read) and 23 (a rule broken): rows that no backup of ours contains.
const isBadRow = (code: string | undefined) =>
  code !== undefined && /^(22|23)/.test(code) && code.length === 5;

function problemOf(error: unknown, file: string): unknown {
  if (error instanceof DatabaseProblem) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof DamagedBackup || isBadRow(code) || /^Z_/.test(code ?? "")) {
    // A refused row's message may quote the row; its class says enough.
    const why = isBadRow(code) ? `SQLSTATE ${code}` : detail;
    return new DatabaseProblem("db.restore-damaged", { file, detail: why }, error);
  }
  if ((error as NodeJS.ErrnoException).syscall !== undefined && /^E[A-Z]+$/.test(code ?? "")) {
    return new DatabaseProblem("db.restore-unreadable", { file, detail: code ?? "?" }, error);
  }
  return error;
}
