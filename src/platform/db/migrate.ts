// Brings a database to the structure this program knows: plain SQL files, in order, forward only, each once.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { codeOf, DatabaseProblem, type Progress, say } from "./problem.ts";

export interface Migration {
  readonly number: number;
  /** The file name without `.sql`, e.g. `0001_unit`. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

// One migrator at a time per database; others wait.
const MIGRATION_KEY = 4_160_002;

/**
 * Reads `NNNN_name.sql` files of a folder in order (sub-folders belong to other databases; an absent folder has
 * none). Throws on a bad name, a number used twice, or a gap.
 */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".sql"));
  const names = files.map((entry) => entry.name).sort();
  const migrations: Migration[] = [];
  for (const file of names) {
    const number = Number(/^(\d{4})_[a-z0-9_-]+\.sql$/.exec(file)?.[1] ?? 0);
    const expected = migrations.length + 1;
    if (number === 0 || number < expected) throw new DatabaseProblem("db.migration-bad-name", { file });
    if (number > expected) {
      throw new DatabaseProblem("db.migration-gap", { number: String(expected).padStart(4, "0") });
    }
    // Git may check files out with other line ends; the same migration keeps the same checksum.
    const text = (await readFile(join(dir, file), "utf8")).replace(/\r\n/g, "\n");
    const checksum = createHash("sha256").update(text).digest("hex");
    migrations.push({ number, name: file.slice(0, -".sql".length), text, checksum });
  }
  return migrations;
}

/** The structure level of a program or database: how many migrations, and a digest over all of them. */
export function levelOf(migrations: readonly Pick<Migration, "name" | "checksum">[]): string {
  const hash = createHash("sha256");
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`);
  return `${migrations.length}-${hash.digest("hex").slice(0, 16)}`;
}

/**
 * Applies what is missing and answers the names applied now. Each file runs in its own transaction and is
 * recorded in `platform.migration` with its checksum in that same transaction.
 * Throws `DatabaseProblem` when the server is a standby, an applied file was changed or is unknown here, or when a file fails.
 */
export async function migrate(
  pool: pg.Pool,
  dir: string,
  progress: Progress = () => undefined,
): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = await pool.connect();
  try {
    const { rows: state } = await client.query<{ standby: boolean }>("select pg_is_in_recovery() as standby");
    if (state[0]?.standby === true) throw new DatabaseProblem("db.only-reads");
    await client.query("set statement_timeout = 0; set lock_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_KEY]);
    const applied = await appliedMigrations(client);
    for (const [index, known] of applied.entries()) {
      const file = migrations[index];
      if (file === undefined || file.name !== known.name) {
        throw new DatabaseProblem("db.migration-missing", { name: known.name });
      }
      if (file.checksum !== known.checksum)
        throw new DatabaseProblem("db.migration-changed", { name: known.name });
    }
    const missing = migrations.slice(applied.length);
    for (const migration of missing) {
      progress(say("db.migrating", { name: migration.name }));
      await applyOne(client, migration);
    }
    return missing.map((migration) => migration.name);
  } finally {
    // Closing the session gives the lock and the lifted limits back, whatever happened on it.
    client.release(true);
  }
}

/** The migrations a database has had, in order; none in a new database. */
export async function appliedMigrations(
  client: Pick<pg.ClientBase, "query">,
): Promise<{ name: string; checksum: string }[]> {
  const exists = await client.query<{ there: boolean }>(
    "select to_regclass('platform.migration') is not null as there",
  );
  if (exists.rows[0]?.there !== true) return [];
  const found = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from platform.migration order by number",
  );
  return found.rows;
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query("begin");
    await runMigration(client, migration);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Runs and records one migration inside the caller's transaction. Throws `db.migration-failed`. */
export async function runMigration(
  client: Pick<pg.ClientBase, "query">,
  migration: Migration,
): Promise<void> {
  const { number, name, text, checksum } = migration;
  try {
    await client.query("create schema if not exists platform");
    await client.query(`create table if not exists platform.migration (
      number integer primary key,
      name text not null unique,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
    await client.query(text);
    const record = "insert into platform.migration (number, name, checksum) values ($1, $2, $3)";
    await client.query(record, [number, name, checksum]);
  } catch (error) {
    const position = Number((error as { position?: string }).position ?? 0);
    const line = position > 0 ? text.slice(0, position).split("\n").length : 1;
    const detail = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem("db.migration-failed", { name, line: String(line), detail }, error);
  }
}
