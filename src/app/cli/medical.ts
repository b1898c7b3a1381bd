// `giothong medical`: the medical side as a process of its own, with its own login, port and key. It holds nothing
// yet but the facility's key; screening and donation move in here and never into the union's process.
import { existsSync } from "node:fs";
import { join } from "node:path";
import fastify from "fastify";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { DatabaseProblem } from "../../platform/db/problem.ts";
import { reader, row, sql } from "../../platform/db/sql.ts";
import { facilityKey } from "../../platform/seal/facility-key.ts";
import { MEDICAL_MIGRATIONS } from "../start/resources.ts";
import { onStopSignal } from "../start/stop-signals.ts";
import { words } from "./words.ts";

export interface MedicalOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly say: (line: string) => void;
}

const KEY_FILE = "facility.key";

/** Runs until a stop signal. Throws `DatabaseProblem` when its own database does not answer. */
export async function runMedical(options: MedicalOptions): Promise<void> {
  const pool = openPool(options.databaseUrl, {
    max: 5,
    applicationName: "giothong medical",
    patienceMs: 5_000,
  });
  const alive = () => row(reader(pool), sql`select 1`);
  await alive().catch(async (error: Error) => {
    await pool.end();
    throw new DatabaseProblem(
      "db.unreachable",
      { name: "MEDICAL_DATABASE_URL", detail: error.message },
      error,
    );
  });
  if (existsSync(MEDICAL_MIGRATIONS)) await migrate(pool, MEDICAL_MIGRATIONS, options.say);
  const key = await facilityKey(join(options.dataDir, KEY_FILE));
  const server = fastify({ forceCloseConnections: "idle" });
  server.get("/healthz", async (_request, reply) => {
    const up = await alive().catch(() => undefined);
    return up === undefined ? reply.code(503).send({ status: "database-unreachable" }) : { status: "ok" };
  });
  server.get("/api/facility-key", async () => ({ publicKey: key.publicKey }));
  onStopSignal(async () => {
    options.say(words("cli.stopping"));
    await server.close();
    await pool.end();
  });
  await server.listen({ host: options.host, port: options.port });
  options.say(words("cli.medical-ready", { url: `http://localhost:${options.port}` }));
}
