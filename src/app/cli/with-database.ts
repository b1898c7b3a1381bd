// The union's database for one command: borrowed from a running program where one has it, else started for it.
import type pg from "pg";
import { borrowEmbedded } from "../../platform/db/embedded/borrow.ts";
import { openPool } from "../../platform/db/pool.ts";
import { type Config, readConfig } from "../config.ts";
import { startDatabases } from "../start/databases.ts";

export async function withDatabase<T>(
  say: (line: string) => void,
  work: (pool: pg.Pool, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  const borrowed = config.databaseUrl === undefined ? await borrowEmbedded(config.dataDir) : undefined;
  const databases = borrowed ?? (await startDatabases(config, say));
  const pool = openPool(databases.unionUrl, { max: 1, applicationName: "giothong", statementTimeoutMs: 0 });
  try {
    return await work(pool, config);
  } finally {
    await pool.end();
    await databases.stop();
  }
}
