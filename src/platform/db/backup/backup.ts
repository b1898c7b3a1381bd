// Writes one file with everything the union's database holds, as it was at one moment, while work goes on.
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { appliedMigrations } from "../migrate.ts";
import { codeOf, DatabaseProblem, type Progress, say } from "../problem.ts";
import { FORMAT, FrameWriter, type Header, MAGIC, type TableEnd, type TableStart } from "./format.ts";
import { fixTextForms, listSequences, listTables, plain, quote, quoted } from "./structure.ts";

export interface BackupOptions {
  readonly progress: Progress;
  /** Gives up: the unfinished file is removed. */
  readonly signal?: AbortSignal;
}

export interface BackupResult {
  readonly tables: number;
  readonly rows: number;
}

const PROGRESS_MS = 3_000;

/**
 * Backs the database behind `pool` up into `file`, replacing it only when the new one is complete and on the disk.
 * Throws `db.backup-unwritable`, `db.backup-foreign`, `db.disk-full`.
 */
export async function backup(pool: pg.Pool, file: string, options: BackupOptions): Promise<BackupResult> {
  const unfinished = `${file}.part-${process.pid}`;
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await fixTextForms(client);
    const totals = { tables: 0, rows: 0 };
    // It holds names and telephone numbers: readable by whoever made it, by nobody else.
    const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
    const pipe = [Readable.from(content(client, totals, options.progress)), createGzip(), target] as const;
    await (options.signal === undefined ? pipeline(...pipe) : pipeline(...pipe, { signal: options.signal }));
    await client.query("commit");
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    options.progress(say("db.backup-done", { ...totals, file }));
    return totals;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw problemOf(error, file);
  } finally {
    client.release(true); // whatever was left half read goes with the session
  }
}

async function* content(
  client: pg.PoolClient,
  totals: { tables: number; rows: number },
  progress: Progress,
): AsyncGenerator<Buffer> {
  const writer = new FrameWriter();
  const tables = await listTables(client);
  if (tables.length === 0) throw new DatabaseProblem("db.backup-foreign");
  const version = await client.query<{ server: string }>(
    "select current_setting('server_version') as server",
  );
  const header: Header = {
    format: FORMAT,
    madeAt: new Date().toISOString(),
    server: version.rows[0]?.server ?? "?",
    migrations: (await appliedMigrations(client)).map(({ name, checksum }) => ({ name, checksum })),
    tables: tables.map(({ schema, name }) => ({ schema, name })),
  };
  yield Buffer.from(MAGIC, "latin1");
  yield writer.frame("header", header);
  for (const table of tables) {
    yield writer.frame("table", table);
    const end = yield* rowsOf(client, table, writer, progress);
    yield writer.frame("end", end);
    totals.tables += 1;
    totals.rows += end.rows;
    progress(
      say("db.backup-table", {
        done: totals.tables,
        total: tables.length,
        table: plain(table),
        rows: end.rows,
      }),
    );
  }
  yield writer.frame("sequences", await listSequences(client));
  yield writer.trailer(totals);
}

async function* rowsOf(
  client: pg.PoolClient,
  table: TableStart,
  writer: FrameWriter,
  progress: Progress,
): AsyncGenerator<Buffer, TableEnd> {
  const stream = client.query(
    copyTo(`copy ${quoted(table)} (${table.columns.map(quote).join(", ")}) to stdout`),
  );
  const hash = createHash("sha256");
  let bytes = 0;
  let tellAt = Date.now() + PROGRESS_MS;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
    yield writer.frame("rows", chunk);
    if (Date.now() > tellAt) {
      progress(say("db.backup-bytes", { table: plain(table), megabytes: Math.round(bytes / 1e6) }));
      tellAt = Date.now() + PROGRESS_MS;
    }
  }
  return { rows: stream.rowCount, sha256: hash.digest("hex") };
}

// The new name must survive a power cut too. Windows and some file systems cannot open a folder; theirs keeps it.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function problemOf(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT")
    return new DatabaseProblem("db.disk-full", { dir: dirname(file) }, error);
  if (code !== undefined && /^E[A-Z]+$/.test(code) && (error as NodeJS.ErrnoException).path !== undefined) {
    return new DatabaseProblem("db.backup-unwritable", { file, detail: code }, error);
  }
  return error;
}
