// Booking through HTTP beside pgbench sending the same statements, on one server in one run: how much of what the
// database could do the program lets through. Needs Linux for shares of the cores and pgbench (Debian: postgresql-15)
// for the comparison; makes a database of its own. --clients 64 --seconds 20 --rounds 2 --way officer|member|both,
// --profile FOLDER writes the server's CPU profile, --statements prints what is sent, --postgres15 for an installed PostgreSQL 15.
import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findPostgres15 } from "../scripts/postgres15.mjs";
import { binariesIn } from "../src/platform/db/embedded/binaries.ts";
import { startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { holderOf } from "../src/platform/db/embedded/server.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { dayIn } from "../src/platform/pure/calendar.ts";
import { WAYS } from "./booking/acts.ts";
import { type Round, type RoundResult, runClients } from "./booking/clients.ts";
import { measure } from "./booking/measuring.ts";
import { findPgbench } from "./booking/pgbench.ts";
import { CONNECTIONS, runServer } from "./booking/server.ts";
import { openDrives, recountPlaces, seedUnions } from "./booking/world.ts";

const SERVER = "--the-server-of-this-measure";
const CLIENTS = "--the-clients-of-this-measure";

const say = (line = ""): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      clients: { type: "string", default: "64" },
      seconds: { type: "string", default: "20" },
      warm: { type: "string", default: "5" },
      rounds: { type: "string", default: "2" },
      workers: { type: "string", default: "1" },
      way: { type: "string", default: "both" },
      profile: { type: "string" },
      statements: { type: "boolean", default: false },
      postgres15: { type: "boolean", default: false },
    },
  });
  const ways = values.way === "both" ? WAYS : WAYS.filter((way) => way === values.way);
  if (ways.length === 0) throw new Error("--way officer, member or both");
  const clients = Number(values.clients);
  const fifteen = values.postgres15 ? findPostgres15() : undefined;
  if (values.postgres15 && fifteen === undefined) throw new Error("PostgreSQL 15 is not installed");
  const pgbench = findPgbench();
  if (pgbench === undefined)
    say("NOT COMPARED: pgbench is not installed here (Debian: apt-get install postgresql-15)");

  const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
  const dataDir = join(folder, "data");
  const database = await startEmbedded({
    dataDir,
    progress: () => undefined,
    ...(fifteen !== undefined && { binaries: binariesIn(fifteen, "15") }),
  });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0 });
  const children: ChildProcess[] = [];
  const start = (args: string[], execArgv: string[] = []): ChildProcess => {
    const child = fork(process.argv[1] ?? "", args, { execArgv });
    children.push(child);
    return child;
  };
  try {
    await migrate(pool, resolve("migrations"));
    const today = dayIn(new Date().toISOString());
    const unions = await seedUnions(pool, Math.max(clients, CONNECTIONS), today);
    const profiled = values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${values.profile}`];
    const servers = [];
    for (let n = 0; n < Number(values.workers); n++) {
      const child = start([SERVER, database.unionUrl, join(folder, "key")], profiled);
      servers.push({ child, port: (await answerOf<{ port: number }>(child)).port });
    }
    const world = {
      campaignId: unions.campaignId,
      offices: unions.offices,
      ...(await openDrives(servers[0]?.port ?? 0, unions, today)),
    };
    await pool.query("analyze");
    // A server that has recorded keeps listening to itself: not one that is measured.
    const recorder = start([SERVER, database.unionUrl, join(folder, "key")]);
    const { port } = await answerOf<{ port: number }>(recorder);
    const crowd = start([CLIENTS]);
    crowd.send(world);
    const version = (await pool.query("show server_version")).rows[0].server_version;
    say(
      `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores for clients, server and database together; load before ${loadavg()[0]?.toFixed(1)}; Node ${process.version}, PostgreSQL ${version}`,
    );
    say(
      `${clients} clients, each on its own connection; ${servers.length} server process(es) with ${CONNECTIONS} database connections each; ${world.wide.length} drives`,
    );
    const postmaster = (await holderOf(dataDir))?.pid;
    const failures: string[] = [];
    for (const way of ways)
      failures.push(
        ...(await measure(way, {
          pool,
          databaseUrl: database.unionUrl,
          world,
          postmaster,
          servers: servers.map(({ child }) => child),
          ports: servers.map((one) => one.port),
          recorder: {
            port,
            begin: async () => void (await ask(recorder, "record")),
            end: () => ask(recorder, "recorded"),
          },
          cpuOf: (child) =>
            ask<NodeJS.CpuUsage>(child, "cpu").then(({ user, system }) => (user + system) / 1e6),
          runClients: (round: Round) => ask<RoundResult>(crowd, round),
          pgbench,
          connections: CONNECTIONS * servers.length,
          clients,
          rounds: Number(values.rounds),
          seconds: Number(values.seconds),
          warmSeconds: Number(values.warm),
          statements: values.statements,
          say,
        })),
      );
    const { oversold, miscounted, twice, running } = await recountPlaces(pool);
    say(
      `\nRecount of every slot: oversold ${oversold}, counter not what is booked ${miscounted}, booked twice ${twice}, still booked ${running}`,
    );
    if (oversold + miscounted + twice > 0) failures.push("the recount differs");
    for (const failure of failures) say(`FAILED  ${failure}`);
    return failures.length === 0 ? 0 : 1;
  } finally {
    // They end when nobody holds them, and a profile is written at an end of one's own.
    for (const child of children) child.disconnect();
    await pool.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((done, fail) => {
    const ended = (): void => fail(new Error("a process of the measure ended"));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      done(message as T);
    });
  });

function ask<T>(child: ChildProcess, order: object | string): Promise<T> {
  const answer = answerOf<T>(child);
  child.send(order);
  return answer;
}

const [first, url, keyFile] = process.argv.slice(2);
if (first === SERVER && url !== undefined && keyFile !== undefined) await runServer(url, keyFile);
else if (first === CLIENTS) runClients();
else process.exitCode = await main();
