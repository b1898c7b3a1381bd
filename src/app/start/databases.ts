// Which database the program runs on: the server it is told, or the one it carries.

import { startEmbedded } from "../../platform/db/embedded/embedded.ts";
import { openPool } from "../../platform/db/pool.ts";
import { DatabaseProblem, type Progress } from "../../platform/db/problem.ts";
import type { Config } from "../config.ts";

export interface Databases {
  readonly unionUrl: string;
  readonly medicalUrl?: string;
  /** True when the embedded server runs under this program. */
  readonly embedded: boolean;
  /** Close all pools first. A server that we were told of is left running. */
  stop(): Promise<void>;
}

const OLDEST = 15;

/** Brings up or checks the databases. Throws `DatabaseProblem` with one line for the operator. */
export async function startDatabases(config: Config, progress: Progress): Promise<Databases> {
  if (config.databaseUrl === undefined) {
    const { unionUrl, medicalUrl, stop } = await startEmbedded({ dataDir: config.dataDir, progress });
    return { unionUrl, medicalUrl, embedded: true, stop };
  }
  const union = await lookAt("DATABASE_URL", config.databaseUrl, undefined);
  if (config.medicalDatabaseUrl !== undefined) {
    const medical = await lookAt("MEDICAL_DATABASE_URL", config.medicalDatabaseUrl, union);
    if (medical.reachesOther) throw new DatabaseProblem("db.same-login");
    const back = await lookAt("DATABASE_URL", config.databaseUrl, medical);
    if (back.reachesOther) throw new DatabaseProblem("db.same-login");
  }
  return {
    unionUrl: config.databaseUrl,
    ...(config.medicalDatabaseUrl === undefined ? {} : { medicalUrl: config.medicalDatabaseUrl }),
    embedded: false,
    async stop() {},
  };
}

interface Login {
  readonly login: string;
  /** Tells servers apart: each has its own. */
  readonly server: string;
  readonly reachesOther: boolean;
}

/** Checks that a database answers and is new enough; and whether its login could act as `other` on the same server. */
async function lookAt(name: string, url: string, other: Login | undefined): Promise<Login> {
  const pool = openPool(url, { max: 1, patienceMs: 5_000 });
  try {
    const found = await pool.query<{ login: string; server: string; version: number; reaches: boolean }>(
      `select current_user::text as login,
              (select system_identifier::text from pg_control_system()) as server,
              current_setting('server_version_num')::int as version,
              exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as reaches`,
      [other?.login ?? null],
    );
    const row = found.rows[0];
    if (row === undefined) throw new DatabaseProblem("db.unreachable", { name, detail: "?" });
    const major = Math.floor(row.version / 10_000);
    if (major < OLDEST) throw new DatabaseProblem("db.server-too-old", { found: String(major) });
    return {
      login: row.login,
      server: row.server,
      reachesOther: row.reaches && row.server === other?.server,
    };
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    throw new DatabaseProblem("db.unreachable", { name, detail: detailOf(error) }, error);
  } finally {
    await pool.end();
  }
}

// "localhost" has two addresses; the error of both together has no words of its own.
function detailOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  return (inner instanceof Error ? inner.message : String(inner)).split("\n")[0] ?? "?";
}
