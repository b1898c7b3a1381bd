// The promise of the embedded database: whatever is killed, no acknowledged row is lost.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { bundle, type Program, runProgram } from "./program.fixture.ts";
import { holderOf } from "./server.ts";

const ROUNDS = 20;
const ROWS_PER_ROUND = 20;

describe("the embedded database", () => {
  let folder: string;
  let program: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-kill-"));
    program = await bundle(join(import.meta.dirname, "writer.fixture.ts"));
  });
  afterAll(async () => {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it(`loses no acknowledged row in ${ROUNDS} rounds of kill -9, of the program and of PostgreSQL in turn`, async () => {
    const dataDir = join(folder, "data");
    const runs: Program[] = [];
    const start = async () => {
      const run = runProgram(program.file, [dataDir, `run${runs.length}`]);
      runs.push(run);
      return { run, how: await run.waitFor((line) => line.startsWith("ready")) };
    };
    const isRow = (line: string) => line.startsWith("run");
    const told = (run: Program) => run.lines.filter(isRow).length;

    let { run } = await start();
    for (let round = 0; round < ROUNDS; round++) {
      // Writing has begun, or gone on after the last kill.
      const before = told(run);
      const deadline = Date.now() + 25_000;
      while (told(run) < before + ROWS_PER_ROUND) {
        if (Date.now() > deadline)
          throw new Error(`writing stopped in round ${round}: ${run.complaints.at(-1)}`);
        await sleep(10);
      }
      await sleep(Math.random() * 200);
      if (round % 2 === 0) {
        const holder = await holderOf(dataDir);
        if (holder === undefined) throw new Error("no server");
        process.kill(holder.pid, "SIGKILL");
        await sleep(50);
      } else {
        run.child.kill("SIGKILL");
        await run.ended;
        const next = await start();
        expect(next.how).toBe("ready adopted");
        run = next.run;
      }
    }
    run.child.kill("SIGTERM");
    await run.ended;

    const database = await startEmbedded({ dataDir, progress: () => undefined });
    const client = new pg.Client(database.unionUrl);
    await client.connect();
    const found = await client.query<{ name: string }>("select name from public.written");
    await client.end();
    await database.stop();

    const acknowledged = runs.flatMap(({ lines }) => lines.filter(isRow));
    const there = new Set(found.rows.map(({ name }) => name));
    expect(acknowledged.filter((name) => !there.has(name))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * ROWS_PER_ROUND);
    console.log(`${acknowledged.length} acknowledged rows, all there after ${ROUNDS} rounds of kill -9`);
  }, 120_000);
});
