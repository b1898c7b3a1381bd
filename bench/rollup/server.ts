// The server of this measure, in a process of its own as in life; its clock stands on one day.
import { pino } from "pino";
import { createUnionServer } from "../../src/app/server.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { enqueue } from "../../src/platform/jobs/worker.ts";

/** Runs until its parent is gone. Says its port. */
export async function runServer(databaseUrl: string, today: string): Promise<void> {
  const log = pino({ level: "error" }, pino.destination(2));
  const server = await createUnionServer({
    pool: openPool(databaseUrl, { max: 10 }),
    clock: () => `${today}T05:00:00.000Z`,
    demo: false,
    publicUrl: "http://giothong.test",
    log,
    enqueue,
    version: "bench",
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  process.on("disconnect", () => process.exit());
  process.send?.({ port: (server.server.address() as { port: number }).port });
}
