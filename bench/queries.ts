// Every GET of the contract list asked of a seeded database, page by page and place by place; each statement's plan
// looked at; statements of writes and jobs looked at for any values; searches timed. Needs a database of
// `giothong seed` (or a demo): --database URL, or --data FOLDER of one whose program is stopped. Without either a
// village is made in a folder of its own. Writes nothing. A village's tables are small: laws speak from province size on.
// --only PREFIX asks some operations only; --slowest 10; --no-generic; --no-search.
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { clockOf } from "../src/app/clock.ts";
import { seedCountry } from "../src/app/seed/run.ts";
import { type EmbeddedDatabase, startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { dayIn } from "../src/platform/pure/calendar.ts";
import { useKeyFile } from "../src/platform/seal/secret.ts";
import { askAll } from "./queries/asking.ts";
import { checkGeneric } from "./queries/generic.ts";
import { lookAtPlans } from "./queries/looking.ts";
import { findGround } from "./queries/places.ts";
import { timeSearches } from "./queries/searching.ts";

const SLOW_MS = 120_000;
const say = (line = ""): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      database: { type: "string" },
      data: { type: "string" },
      size: { type: "string", default: "village" },
      only: { type: "string", default: "" },
      slowest: { type: "string", default: "10" },
      generic: { type: "boolean", default: true },
      search: { type: "boolean", default: true },
    },
  });
  const undo: (() => Promise<unknown>)[] = [];
  try {
    let url = values.database;
    if (url === undefined) {
      let dataDir = values.data;
      if (dataDir === undefined) {
        const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
        undo.push(() => rm(folder, { recursive: true, force: true }));
        dataDir = join(folder, "data");
      }
      const database: EmbeddedDatabase = await startEmbedded({ dataDir, progress: () => undefined });
      undo.push(() => database.stop());
      url = database.unionUrl;
      if (values.data === undefined) await seed(url, values.size);
    }
    // As many as there are places: what is asked at each is looked for at all of them at once.
    const pool = openPool(url, { max: 12, statementTimeoutMs: SLOW_MS, applicationName: "bench queries" });
    undo.push(() => pool.end());
    // What the database keeps sealed was sealed by another key and stays closed; pages open all the same.
    const keys = await mkdtemp(join(tmpdir(), "giothong-bench-"));
    undo.push(() => rm(keys, { recursive: true, force: true }));
    useKeyFile(join(keys, "key"));
    const clock = await clockOf(pool);
    const ground = await findGround(pool, dayIn(clock()));
    const version = (await pool.query("show server_version")).rows[0].server_version;
    say(
      `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores; load before ${loadavg()[0]?.toFixed(1)}; Node ${process.version}, PostgreSQL ${version}`,
    );
    say(
      `asked at: ${ground.places.map(({ name }) => name).join(" · ")}; before: ${ground.before ?? "no decision"}`,
    );
    const failures: string[] = [];
    const asked = await askAll(pool, clock, ground, { only: values.only, say });
    failures.push(...asked.failures);
    failures.push(...(await lookAtPlans(pool, asked.statements, { slowest: Number(values.slowest), say })));
    if (values.generic) failures.push(...(await checkGeneric(pool, say)));
    if (values.search) failures.push(...(await timeSearches(pool, clock, ground, say)));
    say();
    for (const failure of failures) say(`FAILED  ${failure}`);
    say(failures.length === 0 ? "ok: every statement keeps the laws" : `${failures.length} failures`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function seed(url: string, size: string): Promise<void> {
  const pool = openPool(url, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, resolve("migrations"));
    if (size !== "village" && size !== "province")
      throw new Error("--size village or province; a nation by giothong seed");
    await seedCountry(pool, { size, seed: 1, machineDay: dayIn(new Date().toISOString()) });
  } finally {
    await pool.end();
  }
}

process.exitCode = await main();
