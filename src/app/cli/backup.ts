// `giothong backup FILE`: one file with everything the union holds, also while the program is running.

import { type BackupResult, backup } from "../../platform/db/backup/backup.ts";
import { borrowEmbedded } from "../../platform/db/embedded/borrow.ts";
import { openPool } from "../../platform/db/pool.ts";
import type { Progress } from "../../platform/db/problem.ts";
import type { Config } from "../config.ts";
import { startDatabases } from "../start/databases.ts";

/** Backs up to `file`. Throws `DatabaseProblem` with one line. Aborting removes the unfinished file. */
export async function runBackup(
  config: Config,
  file: string,
  options: { progress: Progress; signal?: AbortSignal },
): Promise<BackupResult> {
  const borrowed = config.databaseUrl === undefined ? await borrowEmbedded(config.dataDir) : undefined;
  const databases = borrowed ?? (await startDatabases(config, options.progress));
  const pool = openPool(databases.unionUrl, {
    max: 1,
    applicationName: "giothong backup",
    statementTimeoutMs: 0,
  });
  try {
    return await backup(pool, file, options);
  } finally {
    await pool.end();
    await databases.stop();
  }
}
