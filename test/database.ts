// Real databases for tests: the servers of this run, and a fresh migrated database on one of them in a moment.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { levelOf, migrate, readMigrations } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { writeDownStatements } from "./statements.ts";

/** A database server that tests may use. */
export interface TestServer {
  readonly name: "PostgreSQL 18 embedded" | "PostgreSQL 15";
  /** The superuser, on the database `postgres`. */
  readonly adminUrl: string;
  readonly unionUrl: string;
  readonly medicalUrl: string;
}

/** A database of its own for one test file. */
export interface TestDatabase {
  /** Connections as the union's ordinary login, which owns the database. */
  readonly pool: pg.Pool;
  readonly url: string;
  /** Ends the pool and drops the database. */
  drop(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, "..", "migrations");
const TEMPLATE_KEY = 4_160_003;

/**
 * Every server the tests run on; started at the first call of the run. Use it while tests are collected:
 * `for (const server of await testServers()) describe(server.name, …)`.
 */
export async function testServers(): Promise<readonly TestServer[]> {
  const answer = await fetch(inject("testServersAt"));
  if (!answer.ok) throw new Error(`test servers did not start: ${await answer.text()}`);
  return (await answer.json()) as TestServer[];
}

/** The server the program itself carries, for tests that need only one. */
export async function embeddedServer(): Promise<TestServer> {
  const [first] = await testServers();
  if (first === undefined) throw new Error("no test server");
  return first;
}

/** A new database on `server`, with the structure of `migrations/` unless told otherwise. */
export async function freshDatabase(
  server: TestServer,
  options: { migrated: boolean } = { migrated: true },
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(server, async (admin) => {
    const template = options.migrated ? await migratedTemplate(server, admin) : "template0";
    await admin.query(`create database ${name} template ${template} owner giothong_union`);
  });
  const url = urlOf(server.unionUrl, name);
  const pool = openPool(url, { applicationName: "test", max: 20 });
  const { STATEMENTS_TO } = process.env;
  if (STATEMENTS_TO !== undefined && options.migrated) writeDownStatements(pool, STATEMENTS_TO);
  return {
    pool,
    url,
    async drop() {
      if (!pool.ending) await pool.end();
      await asAdmin(server, (admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Made by the first who needs it, named after its content, so a changed migration makes another. */
async function migratedTemplate(server: TestServer, admin: pg.Client): Promise<string> {
  const name = `template_${levelOf(await readMigrations(MIGRATIONS)).replace("-", "_")}`;
  await admin.query("select pg_advisory_lock($1)", [TEMPLATE_KEY]);
  try {
    const found = await admin.query("select from pg_database where datname = $1", [name]);
    if (found.rowCount === 1) return name;
    const unfinished = `${name}_unfinished`;
    await admin.query(`drop database if exists ${unfinished} with (force)`);
    await admin.query(`create database ${unfinished} template template0 owner giothong_union`);
    const pool = openPool(urlOf(server.unionUrl, unfinished), { applicationName: "test template", max: 1 });
    try {
      await migrate(pool, MIGRATIONS);
    } finally {
      await pool.end();
    }
    await admin.query(`alter database ${unfinished} rename to ${name}`);
    return name;
  } finally {
    await admin.query("select pg_advisory_unlock($1)", [TEMPLATE_KEY]);
  }
}

async function asAdmin<T>(server: TestServer, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: server.adminUrl, application_name: "test admin" });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(base: string, database: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}
