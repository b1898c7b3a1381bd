// A long mixed load on the real program, with servers and the database killed at random: nothing acknowledged may be
// lost, done twice or miscounted, and memory stays flat. Makes a database of its own; Linux (it reads /proc).
// --minutes 60, --rate 20 acts a second, --clients 32, --workers 2, --every 150 seconds between kills, --seed 6.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { hashPassword } from "../src/account/secrets.ts";
import { ANCHOR } from "../src/app/serve/house.ts";
import { startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { portOr } from "../src/platform/db/embedded/secrets.ts";
import { holderOf } from "../src/platform/db/embedded/server.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { dayIn } from "../src/platform/pure/calendar.ts";
import { openDrives, seedUnions } from "./booking/world.ts";
import { shiftsOf, soak } from "./soak/crowd.ts";
import { ACTS_A_DAY, seedDays } from "./soak/days.ts";
import { Program, residentMb } from "./soak/program.ts";
import { faultsOf, type Sample, slopeOf } from "./soak/verdict.ts";

const say = (line = ""): void => void process.stdout.write(`${line}\n`);
const SAMPLE_EVERY_MS = 10_000;
/** MB an hour that the serving processes together may gain in the second half; judged from half an hour on. */
const MOST_GAIN = 60;
const JUDGED_FROM_MINUTES = 30;
const SIGN_IN = { login: "can-bo-1", password: "mat-khau-do-lau" };

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "60" },
      rate: { type: "string", default: "20" },
      clients: { type: "string", default: "32" },
      workers: { type: "string", default: "2" },
      every: { type: "string", default: "150" },
      seed: { type: "string", default: "6" },
    },
  });
  const minutes = Number(values.minutes);
  const chance = seeded(Number(values.seed));
  const folder = await mkdtemp(join(tmpdir(), "giothong-soak-"));
  const clusterDir = join(folder, "database");
  const dataDir = join(folder, "data");
  const database = await startEmbedded({ dataDir: clusterDir, progress: () => undefined });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0, patienceMs: 60_000 });
  const port = await portOr(0);
  const program = new Program({
    ...{ port, dataDir, databaseUrl: database.unionUrl, workers: Number(values.workers) },
  });
  try {
    await migrate(pool, resolve("migrations"));
    const today = dayIn(new Date().toISOString());
    const unions = await seedUnions(pool, Math.max(64, Number(values.clients)), today);
    await pool.query("update account.account set password_hash = $1 where login = $2", [
      await hashPassword(SIGN_IN.password),
      SIGN_IN.login,
    ]);
    const [clients, rate] = [Number(values.clients), Number(values.rate)];
    const share = shiftsOf(clients) / clients;
    const { facility, days } = await seedDays(pool, {
      ...{
        ...unions,
        today,
        count: Math.ceil((minutes * 60 * rate * share) / ACTS_A_DAY) + shiftsOf(clients),
      },
    });
    await program.start();
    const world = { ...unions, ...(await openDrives(port, unions, today)) };
    say(
      `${minutes} minutes, ${values.rate} acts a second of ${values.clients} clients, ${values.workers} serving processes; ${cpus().length} cores, load before ${loadavg()[0]?.toFixed(1)}`,
    );
    const until = Date.now() + minutes * 60_000;
    const over = new AbortController();
    const samples: Sample[] = [];
    const kills: string[] = [];
    const watching = watch(program, samples, over.signal);
    const killing = kill(program, clusterDir, {
      ...{ kills, chance, every: Number(values.every) * 1000, until, signal: over.signal },
    });
    const told = await soak({
      ...{ port, world, until, chance, federation: unions.federation, facility, days, signIn: SIGN_IN },
      ...{ clients, rate },
    });
    over.abort();
    await Promise.all([watching, killing]);
    await sleep(5_000); // the sealer's last round
    const faults = await faultsOf(pool, told, days, join(dataDir, ANCHOR));
    faults.push(...told.errors.slice(0, 5));

    say(
      `\n${"act (ms, tries again included)".padEnd(32)} ${"calls".padStart(7)} ${"p50".padStart(7)} ${"p95".padStart(7)} ${"max".padStart(8)}`,
    );
    for (const [what, times] of [...told.times].sort())
      say(
        `${what.padEnd(32)} ${String(times.length).padStart(7)} ${[0.5, 0.95, 1]
          .map((share, i) =>
            within(times, share)
              .toFixed(0)
              .padStart(i === 2 ? 8 : 7),
          )
          .join(" ")}`,
      );
    say(`\nkilled: ${kills.join(", ") || "nothing"}`);
    say(
      `${told.retries} calls sent again, ${told.refusals} refused (slot full), ${told.keys.length} ledgered writes, ${told.standing.length} places standing at the end`,
    );
    const reports = told.days.flatMap((day) => [...day.reports.values()]);
    say(
      `${told.days.filter(({ closed }) => closed).length} of ${told.days.length} days typed back and closed, ${reports.filter(({ state }) => state === "approved").length} of ${reports.length} reports approved`,
    );
    const slope = slopeOf(samples);
    const mb = samples.map((sample) => sample.mb);
    say(
      `memory of the program's processes together: ${mb[0]?.toFixed(0)} MB at first, ${mb[Math.floor(mb.length / 2)]?.toFixed(0)} half way, ${mb.at(-1)?.toFixed(0)} at the end, at most ${Math.max(0, ...mb).toFixed(0)}; second half ${slope.toFixed(1)} MB an hour`,
    );
    if (minutes < JUDGED_FROM_MINUTES)
      say(`  not judged: under ${JUDGED_FROM_MINUTES} minutes a slope says nothing`);
    else if (slope > MOST_GAIN)
      faults.push(`memory grows by ${slope.toFixed(0)} MB an hour, over ${MOST_GAIN}`);
    for (const fault of faults) say(`FAILED  ${fault}`);
    if (faults.length === 0) say("\nok: recount equal, nothing acknowledged lost or done twice, audit whole");
    return faults.length === 0 ? 0 : 1;
  } finally {
    await program.stop();
    await pool.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function watch(program: Program, samples: Sample[], signal: AbortSignal): Promise<void> {
  const began = Date.now();
  while (!signal.aborted) {
    await sleep(SAMPLE_EVERY_MS, undefined, { signal }).catch(() => undefined);
    const sizes = await Promise.all((await program.processes()).map(residentMb));
    samples.push({
      seconds: (Date.now() - began) / 1000,
      mb: sizes.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    });
  }
}

interface Killing {
  readonly kills: string[];
  readonly chance: () => number;
  /** ms between two, on average. */
  readonly every: number;
  readonly until: number;
  readonly signal: AbortSignal;
}

/** One of the serving processes, the main one or the database, each without warning. */
async function kill(
  program: Program,
  clusterDir: string,
  { kills, chance, every, until, signal }: Killing,
): Promise<void> {
  for (;;) {
    const pause = every * (0.5 + chance());
    // None in the last seconds: what was killed is to be back when the counting begins.
    if (Date.now() + pause > until - 20_000) return;
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const roll = chance();
    const [main, ...serving] = await program.processes();
    const minute = `${((until - Date.now()) / 60_000).toFixed(1)} min before the end`;
    if (roll < 0.4) {
      const holder = await holderOf(clusterDir);
      if (holder === undefined) continue;
      process.kill(holder.pid, "SIGKILL");
      kills.push(`database ${minute}`);
    } else if (roll < 0.8 && serving.length > 0) {
      process.kill(serving[Math.floor(chance() * serving.length)] as number, "SIGKILL");
      kills.push(`serving process ${minute}`);
    } else if (main !== undefined) {
      for (const pid of [main, ...serving]) process.kill(pid, "SIGKILL");
      kills.push(`whole program ${minute}`);
      await program.start();
    }
  }
}

const within = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

/** Small, and the same everywhere (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

process.exitCode = await main();
