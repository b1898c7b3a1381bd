// One way to a place, measured: HTTP, pgbench, HTTP, pgbench …, and then everybody after the same few slots.
import type { ChildProcess } from "node:child_process";
import type pg from "pg";
import type { Way } from "./acts.ts";
import type { Round, RoundResult } from "./clients.ts";
import { runPgbench } from "./pgbench.ts";
import { familyCoreSeconds } from "./processes.ts";
import { type Accounts, accountsOf, fillValues, record } from "./recording.ts";
import type { Script } from "./replay.ts";
import type { SentStatement } from "./server.ts";
import type { BookingWorld } from "./world.ts";

export interface Bench {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly world: BookingWorld;
  readonly postmaster: number | undefined;
  readonly servers: readonly ChildProcess[];
  readonly ports: readonly number[];
  readonly recorder: {
    readonly port: number;
    begin(): Promise<void>;
    end(): Promise<readonly SentStatement[]>;
  };
  readonly cpuOf: (server: ChildProcess) => Promise<number>;
  readonly runClients: (round: Round) => Promise<RoundResult>;
  readonly pgbench: string | undefined;
  readonly connections: number;
  readonly clients: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  /** Print what is sent. */
  readonly statements: boolean;
  readonly say: (line?: string) => void;
}

interface Line {
  readonly what: string;
  /** Bookings and givings back, both, a second. */
  readonly rate: number;
  readonly times: readonly number[];
  readonly shares: string;
}

const TITLES: Record<Way, string> = {
  officer: "An officer holds a place for a member, and gives it back",
  member: "Somebody registers by their union's link, confirmed at once, and gives the place back",
};
/** More turns than any database here gets through. */
const MOST_PAIRS_A_SECOND = 2500;
/** Rows that are added to when they are there: how many are new says how long the measure has run. */
const ADDED_TO = new Set(["tally.counter"]);
/** How far rows written per pair may differ: runs under way at the edges. */
const MOST_DIFFERENCE = 0.03;

/** Prints the way's tables; answers what was broken. */
export async function measure(way: Way, bench: Bench): Promise<string[]> {
  const { pool, say } = bench;
  const failures: string[] = [];
  const accounts = await accountsOf(pool);
  const before = await rowCounts(pool);
  const script = await record(way, bench.recorder.port, bench.world, accounts, bench.recorder);
  const tables = changed(before, await rowCounts(pool));
  say(
    `\n${TITLES[way]}: ${script.statements} statements for both in ${script.roundTrips} round trips, ${script.named} of them prepared by the server\n${HEAD}`,
  );
  if (bench.statements) for (const line of script.sent) say(`  ${line}`);
  const http: Line[] = [];
  const replayed: Line[] = [];
  const effects: Effects[] = [];
  for (let n = 1; n <= bench.rounds; n++) {
    const through = await overHttp(way, bench, { hot: false, tables });
    failures.push(...through.failures);
    effects.push(through.effects);
    http.push(through.line);
    say(shown(through.line, `HTTP, round ${n}`));
    if (bench.pgbench === undefined) continue;
    const direct = await overPgbench(way, bench, { program: bench.pgbench, script, accounts, tables });
    effects.push(direct.effects);
    replayed.push(direct.line);
    say(shown(direct.line, `pgbench, round ${n}`));
  }
  const hot = await overHttp(way, bench, { hot: true, tables });
  failures.push(...hot.failures);
  say(shown(hot.line, "HTTP, all after two slots"));
  say(
    `  of the hot: ${hot.refused} refusals (the slot was full), p95 ${within(hot.refusals, 0.95).toFixed(1)} ms`,
  );
  if (replayed.length > 0) {
    const ratio = mean(http) / mean(replayed);
    say(
      `  HTTP ${mean(http).toFixed(0)}/s, pgbench ${mean(replayed).toFixed(0)}/s, ratio ${ratio.toFixed(2)}`,
    );
    failures.push(...differing(way, effects, say));
  }
  return failures;
}

const HEAD = `${"".padEnd(27)} ${"tx/s".padStart(7)} ${"p50 ms".padStart(8)} ${"p95".padStart(7)} ${"p99".padStart(7)}  cores used by`;
const shown = ({ rate, times, shares }: Line, what: string): string =>
  `${what.padEnd(27)} ${rate.toFixed(0).padStart(7)} ${[0.5, 0.95, 0.99]
    .map((share, i) =>
      within(times, share)
        .toFixed(1)
        .padStart(i === 0 ? 8 : 7),
    )
    .join(" ")}  ${shares}`;
const mean = (lines: readonly Line[]): number =>
  lines.reduce((sum, { rate }) => sum + rate, 0) / lines.length;

function within(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Rows that one pair of booking and giving back adds, by table. */
type Effects = { readonly of: string; readonly perPair: ReadonlyMap<string, number> };

async function overHttp(
  way: Way,
  bench: Bench,
  { hot, tables }: { hot: boolean; tables: readonly string[] },
) {
  const { clients, ports, seconds, warmSeconds } = bench;
  const began = performance.now();
  const before = await rowCounts(bench.pool, tables);
  const serverCpu = async (): Promise<number> =>
    (await Promise.all(bench.servers.map(bench.cpuOf))).reduce((sum, one) => sum + one, 0);
  const [server, database] = [await serverCpu(), await databaseCpu(bench)];
  const found = await bench.runClients({ ...{ ports, way, hot, clients, seconds, warmSeconds } });
  const took = (performance.now() - began) / 1000;
  const cores = {
    server: ((await serverCpu()) - server) / took,
    database: share(database, await databaseCpu(bench), took),
    clients: found.cpu / seconds,
  };
  const pairs = await bookings(bench.pool, before);
  const done = found.books.length + found.cancels.length;
  return {
    failures: found.errors.slice(0, 3).map((error) => `${way}: ${error}`),
    refused: found.refusals.length,
    refusals: found.refusals,
    effects: {
      of: "HTTP",
      perPair: perPair(before, await rowCounts(bench.pool, tables), hot ? 0 : pairs),
    } satisfies Effects,
    line: {
      what: "http",
      rate: done / seconds,
      times: [...found.books, ...found.cancels],
      shares: `server ${cores.server.toFixed(2)}, database ${cores.database}, clients ${cores.clients.toFixed(2)}`,
    },
  };
}

async function overPgbench(
  way: Way,
  bench: Bench,
  asked: { program: string; script: Script; accounts: Accounts; tables: readonly string[] },
) {
  const { pool, connections, seconds, warmSeconds } = bench;
  const turns = Math.ceil((MOST_PAIRS_A_SECOND * (seconds + warmSeconds)) / connections);
  await fillValues(pool, way, asked.script, bench.world, asked.accounts, { connections, turns });
  const began = performance.now();
  const before = await rowCounts(pool, asked.tables);
  const database = await databaseCpu(bench);
  const found = await runPgbench(asked.program, bench.databaseUrl, asked.script.lines, {
    ...{ connections, threads: 2, seconds, warmSeconds },
  });
  const took = (performance.now() - began) / 1000;
  const used = share(database, await databaseCpu(bench), took);
  return {
    effects: {
      of: "pgbench",
      perPair: perPair(before, await rowCounts(pool, asked.tables), found.allRuns),
    } satisfies Effects,
    line: {
      what: "pgbench",
      // One run of the script is a booking and a giving back.
      rate: (2 * found.runs) / found.seconds,
      times: found.times.map((ms) => ms / 2),
      shares: `pgbench ${found.cpu === undefined ? "?" : (found.cpu / seconds).toFixed(2)}, database ${used}`,
    },
  };
}

const databaseCpu = ({ postmaster }: Bench): Promise<number | undefined> =>
  postmaster === undefined ? Promise.resolve(undefined) : familyCoreSeconds(postmaster);
const share = (before: number | undefined, after: number | undefined, seconds: number): string =>
  before === undefined || after === undefined ? "?" : ((after - before) / seconds).toFixed(2);

type Counts = ReadonlyMap<string, number>;

/** Rows of these tables, else of all that are the program's own. */
async function rowCounts(pool: pg.Pool, tables?: readonly string[]): Promise<Counts> {
  const names =
    tables ??
    (
      await pool.query<{ name: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'replay')
           and n.nspname not like 'pg_%'`,
      )
    ).rows.map(({ name }) => name);
  const counts = new Map<string, number>();
  for (const name of names)
    counts.set(name, (await pool.query<{ n: number }>(`select count(*) as n from ${name}`)).rows[0]?.n ?? 0);
  return counts;
}

const changed = (before: Counts, after: Counts): string[] =>
  [...after].filter(([name, rows]) => rows !== before.get(name)).map(([name]) => name);

const bookings = async (pool: pg.Pool, before: Counts): Promise<number> =>
  ((await rowCounts(pool, ["booking.booking"])).get("booking.booking") ?? 0) -
  (before.get("booking.booking") ?? 0);

const perPair = (before: Counts, after: Counts, pairs: number): Counts =>
  new Map(
    pairs === 0 ? [] : [...after].map(([name, rows]) => [name, (rows - (before.get(name) ?? 0)) / pairs]),
  );

/** The replay is the server's own work only if it leaves the same rows. */
function differing(way: Way, effects: readonly Effects[], say: Bench["say"]): string[] {
  const [first, ...others] = effects;
  if (first === undefined) return [];
  say(
    `  rows a pair adds: ${[...first.perPair].map(([name, rows]) => `${name} ${rows.toFixed(2)}`).join(", ")}`,
  );
  return others.flatMap(({ of, perPair: rows }) =>
    [...first.perPair]
      .filter(
        ([name, wanted]) =>
          !ADDED_TO.has(name) &&
          Math.abs((rows.get(name) ?? 0) - wanted) > MOST_DIFFERENCE * Math.max(1, wanted),
      )
      .map(
        ([name, wanted]) =>
          `${way}: ${of} adds ${rows.get(name)?.toFixed(2)} rows of ${name} a pair, not ${wanted.toFixed(2)}`,
      ),
  );
}
