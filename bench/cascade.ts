// The load test of an order going down: its receivers open, confirm, spread and settle it while the sender looks on. `--nation`: the size of the country.
import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { addDays, dayIn } from "../src/platform/pure/calendar.ts";
import { addressOf, call, HEAD, peak, Times } from "./cascade/client.ts";
import { national } from "./cascade/national.ts";
import { answer, must, pick, STEPS, sendDown } from "./cascade/officers.ts";
import { recount } from "./cascade/recount.ts";
import { type Officer, seedTree } from "./cascade/seed.ts";
import { runServer } from "./cascade/server.ts";

const SERVER = "--the-server-of-this-test";
/** The clock is put forward by these once the order is down: its receipts and one duty are late then. */
const DAYS_LATER = 10;
const MOST_P95_MS = 200;
const LOOK_EVERY_MS = 500;

const say = (line = ""): void => void process.stdout.write(`${line}\n`);
const today = dayIn(new Date().toISOString());

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      units: { type: "string" },
      clients: { type: "string" },
      seconds: { type: "string", default: "180" },
      idle: { type: "string", default: "15" },
      nation: { type: "boolean", default: false },
    },
  });
  if (values.nation) return wholeNation(Number(values.units ?? 127_000), Number(values.clients ?? 2000));
  const units = Number(values.units ?? 1500);
  const clients = Math.min(Number(values.clients ?? 1500), units);
  const seconds = Number(values.seconds);
  const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
  const database = await startEmbedded({ dataDir: join(folder, "data"), progress: () => undefined });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, resolve("migrations"));
    const began = performance.now();
    const tree = await seedTree(pool, units, new Date().toISOString());
    const child = fork(process.argv[1] ?? "", [SERVER, database.unionUrl]);
    try {
      const { port } = await answerOf<{ port: number }>(child);
      const order = await sendDown(port, tree, today);
      await pool.query("analyze");
      child.send({ days: DAYS_LATER });
      await answerOf(child);
      const later = addDays(today, DAYS_LATER);
      say(
        `${units} grassroots unions under ${tree.intermediates.length} intermediates, the order down in ${((performance.now() - began) / 1000).toFixed(0)} s`,
      );
      say(
        `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores for clients, server and database together, ${(totalmem() / 2 ** 30).toFixed(0)} GB; Node ${process.version}`,
      );

      const lookOn = sender(port, tree.federation, order.rootId);
      say(`\nThe sender's view, nobody else there (${values.idle} s)\n${HEAD}`);
      const idle = await lookOn(sleep(Number(values.idle) * 1000));
      for (const [name, times] of idle) say(times.line(name));

      const theirs = new Map(STEPS.map((name) => [name, new Times()]));
      const chosen = pick(order.letters, clients);
      const loadBegan = performance.now();
      const busy = await lookOn(
        Promise.all(
          chosen.map((one, i) => answer(port, one, addressOf(i + 10), { seconds, today, times: theirs })),
        ),
      );
      const took = (performance.now() - loadBegan) / 1000;
      const calls = [...theirs.values()].reduce((sum, { count }) => sum + count, 0);
      say(
        `\nThe sender's view while ${clients} officers answer, each coming at a random moment of ${seconds} s (${took.toFixed(0)} s, ${(calls / took).toFixed(0)} of their calls a second, at most ${peak.calls} at once)\n${HEAD}`,
      );
      for (const [name, times] of busy) say(times.line(name));
      say(`\nThe officers\n${HEAD}`);
      for (const [name, times] of theirs) say(times.line(name));

      const failures = [...busy]
        .filter(([, times]) => times.within(0.95) > MOST_P95_MS)
        .map(([name, times]) => `${name}: p95 is ${times.within(0.95).toFixed(0)} ms, over ${MOST_P95_MS}`);
      for (const [name, { failed }] of [...idle, ...busy, ...theirs])
        if (failed > 0) failures.push(`${name}: ${failed} errors`);
      failures.push(
        ...(await compare(port, tree.federation, order.rootId, {
          pool,
          later,
          clients,
          carriers: tree.intermediates.length,
        })),
      );
      for (const failure of failures) say(`FAILED  ${failure}`);
      if (failures.length === 0)
        say(
          `\nok: every count is what a recount says, every p95 of the sender's view is within ${MOST_P95_MS} ms`,
        );
      return failures.length === 0 ? 0 : 1;
    } finally {
      child.kill();
    }
  } finally {
    await pool.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `--nation`: four levels instead of three, and the letter straight to all. */
async function wholeNation(units: number, clients: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
  try {
    const failures = await national({
      folder: join(folder, "data"),
      units,
      clients: Math.min(clients, units),
      today,
      server: (url) => fork(process.argv[1] ?? "", [SERVER, url]),
      migrations: resolve("migrations"),
    });
    for (const failure of failures) say(`FAILED  ${failure}`);
    if (failures.length === 0)
      say("\nok: every count is what a recount says, nobody was reached or reminded twice");
    return failures.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const answerOf = <T>(child: ReturnType<typeof fork>): Promise<T> =>
  new Promise((done, fail) => {
    child.once("message", (message) => done(message as T));
    child.once("exit", () => fail(new Error("the server ended")));
  });

/** Looks at the order as its sender does, at the letter and at who has not answered in turn, again and again until `end`. */
const sender =
  (port: number, officer: Officer, rootId: string) =>
  async (end: Promise<unknown>): Promise<Map<string, Times>> => {
    const at = `/api/units/${officer.unitId}/directives/${rootId}`;
    const screens: readonly (readonly (readonly [string, string])[])[] = [
      [
        ["directive.get", ""],
        ["directive.receipts", "/receipts"],
      ],
      [
        ["directive.levels", "/levels"],
        ["directive.late, first page", "/late"],
      ],
    ];
    const times = new Map(screens.flat().map(([name]) => [name, new Times()]));
    let over = false;
    const ended = end.finally(() => {
      over = true;
    });
    for (let turn = 0; !over; turn++) {
      // A screen asks for its parts at once.
      await Promise.all(
        (screens[turn % screens.length] ?? []).map(async ([name, path]) =>
          times.get(name)?.add(await call(port, officer, addressOf(100_000 + (turn % 50)), "GET", at + path)),
        ),
      );
      await Promise.race([sleep(LOOK_EVERY_MS), ended]);
    }
    await ended;
    return times;
  };

/** What the sender's view says at the end against a recount of the rows, and against what the officers did. */
async function compare(
  port: number,
  officer: Officer,
  rootId: string,
  {
    pool,
    later,
    clients,
    carriers,
  }: { pool: Parameters<typeof recount>[0]; later: string; clients: number; carriers: number },
): Promise<string[]> {
  const at = `/api/units/${officer.unitId}/directives/${rootId}`;
  const { levels } = must(await call(port, officer, addressOf(99), "GET", `${at}/levels`)).body as {
    levels: { reached: number; received: number; disseminated: number }[];
  };
  const { total } = must(await call(port, officer, addressOf(99), "GET", `${at}/late`)).body as {
    total: number;
  };
  const sum = (what: "reached" | "received" | "disseminated"): number =>
    levels.reduce((all, level) => all + level[what], 0);
  const counted = await recount(pool, rootId, later);
  const said = {
    reached: sum("reached"),
    received: sum("received"),
    disseminated: sum("disseminated"),
    late: total,
  };
  say(`\ncounts     said ${JSON.stringify(said)}\n        recount ${JSON.stringify(counted)}`);
  const different = (Object.keys(said) as (keyof typeof said)[])
    .filter((what) => said[what] !== counted[what])
    .map((what) => `${what}: ${said[what]} said, ${counted[what]} counted`);
  // Whoever carries it further has it: intermediates count as confirmed.
  if (said.received !== clients + carriers)
    different.push(`received: ${said.received}, but ${clients} officers and ${carriers} carriers did`);
  if (said.disseminated !== clients)
    different.push(`disseminated: ${said.disseminated}, but ${clients} officers did`);
  return different;
}

const [first, url] = process.argv.slice(2);
if (first === SERVER && url !== undefined) await runServer(url);
else process.exitCode = await main();
