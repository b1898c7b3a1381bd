// `giothong restore FILE`: puts a backup into an empty database, or with --replace into any. The program must not run.
import { type RestoreResult, restore } from "../../platform/db/backup/restore.ts";
import { openPool } from "../../platform/db/pool.ts";
import type { Progress } from "../../platform/db/problem.ts";
import type { Config } from "../config.ts";
import { startDatabases } from "../start/databases.ts";
import { MIGRATIONS } from "../start/resources.ts";

/** Restores from `file`. Throws `DatabaseProblem` with one line; then nothing has changed. */
export async function runRestore(
  config: Config,
  file: string,
  options: { replace: boolean; progress: Progress; signal?: AbortSignal },
): Promise<RestoreResult> {
  const databases = await startDatabases(config, options.progress);
  const pool = openPool(databases.unionUrl, {
    max: 1,
    applicationName: "giothong restore",
    statementTimeoutMs: 0,
  });
  try {
    return await restore(pool, file, { ...options, migrations: MIGRATIONS });
  } finally {
    await pool.end();
    await databases.stop();
  }
}
