// The server under load, in a process of its own as in life: real HTTP, its own pool, jobs put into the database.
import { pino } from "pino";
import { createUnionServer } from "../../src/app/server.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { BACKLOG } from "../../src/platform/http/server.ts";
import { enqueue, installJobs } from "../../src/platform/jobs/worker.ts";

/** Runs until its parent is gone. Says its port, and takes days by which its clock is to run ahead. */
export async function runServer(databaseUrl: string): Promise<void> {
  const log = pino({ level: "error" }, pino.destination(2));
  const pool = openPool(databaseUrl, { max: 20 });
  await installJobs(pool, log);
  let ahead = 0;
  const server = await createUnionServer({
    pool,
    clock: () => new Date(Date.now() + ahead).toISOString(),
    demo: false,
    publicUrl: "http://giothong.test",
    log,
    enqueue,
    version: "bench",
  });
  await server.listen({ host: "127.0.0.1", port: 0, backlog: BACKLOG });
  process.on("message", ({ days }: { days: number }) => {
    ahead = days * 86_400_000;
    process.send?.({ ahead });
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port: (server.server.address() as { port: number }).port });
}
