// The measure of sums over the tree: overviews of a nation, a province, a region and a commune, today and on past days,
// through HTTP, beside one GROUP BY over bookings and outcomes. Needs about 4 GB of disk and, at full size, a quarter of
// an hour: `npm run bench -- rollup --units 127000 --facts 1000000`. `--scales 1,3,10` repeats it with so many times the
// facts (and `--units-scales` with so many times the units); each has a database of its own.
import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { digest, newToken } from "../src/account/secrets.ts";
import { startEmbedded } from "../src/platform/db/embedded/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { openPool } from "../src/platform/db/pool.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { addressOf, call, Times } from "./cascade/client.ts";
import { load } from "./rollup/load.ts";
import { type Figures, recount } from "./rollup/recount.ts";
import { runServer } from "./rollup/server.ts";

const SERVER = "--the-server-of-this-test";
const TODAY = "2026-06-01";
const MOVED = "2025-09-01";
/** Today, in the middle of the year, and before the re-organisation. */
const DAYS = [TODAY, "2025-12-01", "2025-08-15"];
const RECENT_MS = 2_000;

const say = (line = ""): void => void process.stdout.write(`${line}\n`);

interface Place {
  readonly name: string;
  readonly unitId: string;
}

async function measure(units: number, facts: number, times: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "giothong-bench-"));
  const database = await startEmbedded({ dataDir: join(folder, "data"), progress: () => undefined });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, resolve("migrations"));
    const address = new URL(database.adminUrl);
    address.pathname = new URL(database.unionUrl).pathname;
    const admin = new pg.Client({ connectionString: address.toString() });
    await admin.connect();
    const took = await load(admin, { units, facts }, { today: TODAY, moved: MOVED });
    await admin.end();
    const seconds = [...took.values()].reduce((sum, one) => sum + one, 0);
    say(
      `\n${units} grassroots unions, ${facts} bookings: loaded in ${seconds.toFixed(0)} s, of it kept sums made anew ${took.get("kept sums")?.toFixed(0)} s`,
    );
    const { token, places, campaignId } = await cast(pool);
    const child = fork(process.argv[1] ?? "", [SERVER, database.unionUrl], { stdio: "inherit" });
    try {
      const port = await new Promise<number>((done, fail) => {
        child.once("message", ({ port: said }: { port: number }) => done(said));
        child.once("exit", () => fail(new Error("the server ended")));
      });
      return await look({ pool, port, token, campaignId, places, times });
    } finally {
      child.kill();
    }
  } finally {
    await pool.end();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** An officer of the confederation, and where they look; a region is the first eight provinces, kept as a grouping. */
async function cast(pool: pg.Pool): Promise<{ token: string; places: Place[]; campaignId: string }> {
  const { rows } = await pool.query<{ id: string; depth: number }>(
    `select distinct on (depth) unit_id as id, depth from unit.path
     where upper_inf(valid) and path like '1001.%' and depth <= 2 order by depth, path`,
  );
  const [nation, province, commune] = rows.map(({ id }) => id) as [string, string, string];
  const account = newId();
  const token = newToken();
  const at = `${TODAY}T00:00:00Z`;
  await pool.query(
    "insert into account.account (id, login, display_name, created_at) values ($1, 'can-bo', 'Cán bộ', $2)",
    [account, at],
  );
  await pool.query(
    `insert into account.grant (id, account_id, role, unit_id, term) values ($1, $2, 'officer', $3, daterange('2018-01-01', null))`,
    [newId(), account, nation],
  );
  await pool.query(
    `insert into account.session (id, token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4, $4::timestamptz + interval '60 days')`,
    [newId(), digest(token), account, at],
  );
  const grouping = newId();
  await pool.query(
    "insert into unit.grouping (id, unit_id, kind, name, created_at) values ($1, $2, 'territory', 'Vùng Đo', $3)",
    [grouping, nation, at],
  );
  await pool.query(
    `insert into unit.grouping_member (grouping_id, unit_id, valid)
     select $1, unit_id, daterange('2018-01-01', null) from unit.path where parent_id = $2 order by path limit 8`,
    [grouping, nation],
  );
  const { rows: campaigns } = await pool.query<{ id: string }>(
    "select id from campaign.campaign order by lower(period) desc limit 1",
  );
  return {
    token,
    campaignId: campaigns[0]?.id ?? "",
    places: [
      { name: "nation", unitId: nation },
      { name: "province", unitId: province },
      { name: "commune", unitId: commune },
    ],
  };
}

interface Looking {
  readonly pool: pg.Pool;
  readonly port: number;
  readonly token: string;
  readonly campaignId: string;
  readonly places: readonly Place[];
  /** Warm calls of each place and day. */
  readonly times: number;
}

const HEAD = `${"ms".padEnd(24)} ${"cold p50".padStart(9)} ${"cold max".padStart(9)} ${"warm p50".padStart(9)} ${"warm p95".padStart(9)} ${"GROUP BY".padStart(9)} ${"ratio".padStart(7)}`;

/** Prints the table and answers which laws were broken. */
async function look({ pool, port, token, campaignId, places, times }: Looking): Promise<string[]> {
  const broken: string[] = [];
  const ask = (path: string) => call(port, { unitId: "", token }, addressOf(7), "GET", path);
  const measured = async (
    name: string,
    path: string,
    check: (body: never) => Promise<{ ms: number; wrong: string | undefined }>,
  ): Promise<void> => {
    const cold = new Times();
    for (let i = 0; i < 3; i++) {
      // What is kept is over, so the next is made anew.
      await sleep(RECENT_MS + 50);
      const reply = await ask(path);
      cold.add(reply);
      if (reply.status !== 200) broken.push(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    const warm = new Times();
    let last = await ask(path);
    for (let i = 0; i < times; i++) {
      last = await ask(path);
      warm.add(last);
    }
    if (last.status !== 200) return;
    const { ms, wrong } = await check(last.body as never);
    if (wrong !== undefined) broken.push(`${name}: ${wrong}`);
    const column = (value: number): string => value.toFixed(0).padStart(9);
    say(
      `${name.padEnd(24)} ${column(cold.within(0.5))} ${column(cold.within(1))} ${column(warm.within(0.5))} ${column(warm.within(0.95))} ${column(ms)} ${(ms / Math.max(1, cold.within(0.5))).toFixed(1).padStart(7)}`,
    );
  };
  say(HEAD);
  for (const day of DAYS) {
    for (const { name, unitId } of places) {
      const path = `/api/units/${unitId}/campaigns/${campaignId}/overview?asOf=${day}`;
      await measured(`${name} ${day}`, path, async (body: OverviewSaid) => {
        const { figures, ms } = await recount(pool, { unitId, campaignId, day });
        return { ms, wrong: different(body, figures) };
      });
    }
    const nation = places[0]?.unitId ?? "";
    const path = `/api/units/${nation}/campaigns/${campaignId}/groupings?asOf=${day}`;
    await measured(
      `region ${day}`,
      path,
      async (body: { items: { directIds: string[]; totals: Figures }[] }) => {
        const { figures, ms } = await recount(pool, { unitId: nation, campaignId, day });
        const [region] = body.items;
        const expected = sumOf((region?.directIds ?? []).flatMap((id) => figures.get(id) ?? []));
        const said = JSON.stringify(region?.totals);
        return {
          ms,
          wrong:
            said === JSON.stringify(expected) ? undefined : `${said}, recounted ${JSON.stringify(expected)}`,
        };
      },
    );
  }
  return broken;
}

interface OverviewSaid {
  readonly totals: Figures;
  readonly children: readonly { readonly unit: { readonly id: string }; readonly totals: Figures }[];
  readonly ownRow: { readonly totals: Figures } | null;
}

const NOTHING: Figures = { registered: 0, donated: 0, bags: 0, ml: 0, unitsHundredths: 0 };
const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) => ({
      registered: sum.registered + one.registered,
      donated: sum.donated + one.donated,
      bags: sum.bags + one.bags,
      ml: sum.ml + one.ml,
      unitsHundredths: sum.unitsHundredths + one.unitsHundredths,
    }),
    NOTHING,
  );

function different(said: OverviewSaid, figures: ReadonlyMap<string, Figures>): string | undefined {
  const total = JSON.stringify(sumOf([...figures.values()]));
  if (JSON.stringify(said.totals) !== total) return `${JSON.stringify(said.totals)}, recounted ${total}`;
  for (const { unit, totals } of said.children) {
    const expected = JSON.stringify(figures.get(unit.id) ?? NOTHING);
    if (JSON.stringify(totals) !== expected)
      return `${unit.id} ${JSON.stringify(totals)}, recounted ${expected}`;
  }
  return undefined;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      units: { type: "string", default: "12700" },
      facts: { type: "string", default: "100000" },
      scales: { type: "string", default: "1" },
      "units-scales": { type: "string", default: "1" },
      times: { type: "string", default: "100" },
    },
  });
  say(
    `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores for client, server and database; Node ${process.version}`,
  );
  const broken: string[] = [];
  for (const more of values["units-scales"].split(",").map(Number)) {
    for (const scale of values.scales.split(",").map(Number)) {
      broken.push(
        ...(await measure(Number(values.units) * more, Number(values.facts) * scale, Number(values.times))),
      );
    }
  }
  for (const one of broken) say(`FAILED  ${one}`);
  if (broken.length === 0) say("\nok: every sum is what the recount says");
  return broken.length === 0 ? 0 : 1;
}

const [first, url] = process.argv.slice(2);
if (first === SERVER && url !== undefined) await runServer(url, TODAY);
else process.exitCode = await main();
