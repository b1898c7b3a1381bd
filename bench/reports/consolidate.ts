// The reports of one day, level by level, each as its officers would do it, and what the nation's says at the end.
import type { ChildProcess } from "node:child_process";
import { startEmbedded } from "../../src/platform/db/embedded/embedded.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { addDays, dayIn } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { addressOf, call, HEAD, Times } from "../cascade/client.ts";
import { type Nation, nationOf, scaled, seedNation } from "../cascade/nation.ts";
import { messageOf, pooled } from "../cascade/national.ts";
import { letter, must } from "../cascade/officers.ts";
import type { Officer } from "../cascade/seed.ts";
import { approveRest, type NationalDay, seedDay } from "./facts.ts";

export interface Consolidating {
  readonly folder: string;
  readonly units: number;
  readonly overHttp: number;
  readonly server: (databaseUrl: string) => ChildProcess;
  readonly migrations: string;
}

/** Grassroots unions that never report. */
const MISSING = 50;
const AT_ONCE = 4;
const say = (line = ""): void => void process.stdout.write(`${line}\n`);
type Pool = ReturnType<typeof openPool>;

export async function consolidate(asked: Consolidating): Promise<readonly string[]> {
  const database = await startEmbedded({ dataDir: asked.folder, progress: () => undefined });
  const pool = openPool(database.unionUrl, { max: 4, statementTimeoutMs: 0 });
  try {
    await migrate(pool, asked.migrations);
    const began = performance.now();
    const known = await pool.query("select 1 from account.account limit 1");
    const sizes = scaled(asked.units / 127_000);
    const nation =
      known.rowCount === 0 ? await seedNation(pool, sizes, new Date().toISOString()) : nationOf(sizes);
    const child = asked.server(database.unionUrl);
    try {
      const { port } = await messageOf<{ port: number }>(child);
      const today = dayIn(new Date().toISOString());
      const campaignId = await order(port, nation, today);
      const day = await seedDay(pool, nation, { campaignId, day: addDays(today, -1) });
      say(
        `${nation.units} units, of which ${nation.grassroots} report; written in ${((performance.now() - began) / 1000).toFixed(0)} s`,
      );
      return await goUp({ port, pool, nation, day, overHttp: asked.overHttp });
    } finally {
      child.kill();
    }
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** The letter by which a report is due five days after each drive. */
async function order(port: number, nation: Nation, today: string): Promise<string> {
  const [id, campaignId] = [newId(), newId()];
  const top = nation.confederation;
  const post = async (path: string, body?: unknown): Promise<void> =>
    void must(await call(port, top, addressOf(1), "POST", `/api/units/${top.unitId}${path}`, body));
  await post("/directives", {
    ...{ id, documentId: newId(), letter: letter(today, "tổ chức Ngày hội cả nước", "610"), reportDays: 5 },
    recipients: Array.from({ length: nation.provinces }, (_, i) => ({
      unitId: nation.province(i).unitId,
      addressee: "Như kính gửi",
    })),
    campaign: {
      ...{ id: campaignId, programme: "Ngày hội", name: "Ngày hội cả nước", year: Number(today.slice(0, 4)) },
      ...{ from: addDays(today, -60), until: today, unitRule: "bag" },
    },
  });
  await post(`/directives/${id}/issue`);
  return campaignId;
}

interface Going {
  readonly port: number;
  readonly pool: Pool;
  readonly nation: Nation;
  readonly day: NationalDay;
  readonly overHttp: number;
}

async function goUp({ port, pool, nation, day, overHttp }: Going): Promise<string[]> {
  const { driveId, campaignId } = day;
  let caller = 100;
  const ask = async (times: Times, who: Officer, method: "GET" | "POST", path: string, body?: unknown) => {
    const reply = await call(port, who, addressOf(caller++), method, path, body);
    times.add(must(reply));
    return reply.body;
  };
  /** One unit's report of the drive, made, looked at, sent, and approved by the level above. */
  const report = async (times: ReadonlyMap<string, Times>, who: Officer, above: Officer): Promise<string> => {
    const t = (name: string): Times => times.get(name) ?? new Times();
    const unit = `/api/units/${who.unitId}`;
    await ask(t("what is owed"), who, "GET", `${unit}/reports`);
    const { id } = await ask(t("open"), who, "POST", `${unit}/drives/${driveId}/report`, { id: newId() });
    await ask(t("read, filled from the facts"), who, "GET", `/api/reports/${id}`);
    await ask(t("send"), who, "POST", `/api/reports/${id}/submit`);
    await ask(t("approve"), above, "POST", `/api/reports/${id}/approve`);
    return id;
  };
  const STEPS = ["what is owed", "open", "read, filled from the facts", "send", "approve"];
  const level = async (name: string, count: number, one: (i: number) => readonly [Officer, Officer]) => {
    const times = new Map(STEPS.map((step) => [step, new Times()]));
    let last = "";
    const began = performance.now();
    await pooled(Math.min(AT_ONCE, count), count, async (i) => {
      last = await report(times, ...one(i));
    });
    say(
      `\n${name}: ${count} over HTTP, ${AT_ONCE} at once, ${((performance.now() - began) / 1000).toFixed(1)} s\n${HEAD}`,
    );
    for (const [step, taken] of times) say(taken.line(step));
    return last;
  };
  const rest = async (name: string, depth: 2 | 3, missing = 0): Promise<void> => {
    const began = performance.now();
    const made = await approveRest(pool, day, depth, missing);
    say(
      `${made} further ${name} written in the tables, ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
  };
  const communeOf = (grass: number): number => Math.floor((grass * nation.communes) / nation.grassroots);
  const provinceOf = (commune: number): number => Math.floor((commune * nation.provinces) / nation.communes);

  const sample = Math.min(overHttp, nation.grassroots - MISSING);
  const grassAt = (i: number): number => Math.floor((i * (nation.grassroots - MISSING)) / sample);
  await level("Grassroots unions, while nobody else has sent", sample / 2, (i) => [
    nation.grass(grassAt(2 * i)),
    nation.commune(communeOf(grassAt(2 * i))),
  ]);
  // Of those that report after all others have.
  const late = Array.from({ length: Math.floor(sample / 2) }, (_, i) => grassAt(2 * i + 1));
  await rest("reports of grassroots unions", 3, MISSING + late.length);
  const unsent = await stillToSend(pool, nation, driveId, late.length);
  await level("Grassroots unions, when all others have sent", unsent.length, (i) => {
    const grass = unsent[i] ?? 0;
    return [nation.grass(grass), nation.commune(communeOf(grass))];
  });

  const times = new Map<string, Times>();
  const look = async (name: string, who: Officer, path: string): Promise<unknown> => {
    const taken = times.get(name) ?? new Times();
    times.set(name, taken);
    return ask(taken, who, "GET", path);
  };
  const top = nation.confederation;
  const completeness = (who: Officer) =>
    `/api/units/${who.unitId}/report-completeness?campaignId=${campaignId}&level=`;
  await look(
    "commune: below, the drive",
    nation.commune(1),
    `/api/units/${nation.commune(1).unitId}/drives/${driveId}/reports`,
  );
  await look(
    "province: below, the drive",
    nation.province(1),
    `/api/units/${nation.province(1).unitId}/drives/${driveId}/reports`,
  );
  await look("nation: below, the drive", top, `/api/units/${top.unitId}/drives/${driveId}/reports`);
  await look("province: completeness", nation.province(1), `${completeness(nation.province(1))}direct`);
  await look("nation: completeness", top, `${completeness(top)}direct`);
  await look("nation: completeness, all levels", top, `${completeness(top)}all`);
  say(`\nMeanwhile, looking on\n${HEAD}`);
  for (const [name, taken] of times) say(taken.line(name));

  const communes = Math.min(overHttp, nation.communes);
  const communeAt = (i: number): number => Math.floor((i * nation.communes) / communes);
  await level("Communes", communes, (i) => [
    nation.commune(communeAt(i)),
    nation.province(provinceOf(communeAt(i))),
  ]);
  await rest("reports of communes", 2);
  await level("Provinces", nation.provinces, (i) => [nation.province(i), top]);
  const national = await level("The nation", 1, () => [top, top]);

  const failures = await compare({ port, pool, nation, day }, national);
  const period = new Map(["open", "read", "send", "approve"].map((name) => [name, new Times()]));
  const campaign = async (who: Officer, above: Officer): Promise<string> => {
    const t = (name: string): Times => period.get(name) ?? new Times();
    const { id } = await ask(t("open"), who, "POST", `/api/units/${who.unitId}/period-reports`, {
      ...{ id: newId(), kind: "campaign", campaignId },
    });
    await ask(t("read"), who, "GET", `/api/period-reports/${id}`);
    await ask(t("send"), who, "POST", `/api/reports/${id}/submit`);
    await ask(t("approve"), above, "POST", `/api/reports/${id}/approve`);
    return id;
  };
  const began = performance.now();
  for (let i = 0; i < nation.provinces; i++) await campaign(nation.province(i), top);
  say(
    `\nCampaign reports of ${nation.provinces} provinces, one by one, ${((performance.now() - began) / 1000).toFixed(1)} s\n${HEAD}`,
  );
  for (const [name, taken] of period) say(taken.line(name));
  for (const name of period.keys()) period.set(name, new Times());
  const whole = await campaign(top, top);
  say(`\nThe campaign's own report of the nation\n${HEAD}`);
  for (const [name, taken] of period) say(taken.line(name));
  failures.push(...(await comparePeriod({ port, pool, nation, day }, whole)));
  return failures;
}

/** Numbers of grassroots unions without a report, the first `count`. */
async function stillToSend(pool: Pool, nation: Nation, driveId: string, count: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select p.unit_id as id from unit.path p
     where p.depth = 3 and not exists (select 1 from report.report r where r.drive_id = $1 and r.unit_id = p.unit_id)
     order by p.unit_id limit $2`,
    [driveId, count],
  );
  const first = Number.parseInt(nation.grass(0).unitId.slice(-12), 16);
  return rows.map(({ id }) => Number.parseInt(id.slice(-12), 16) - first);
}

interface Looked {
  readonly port: number;
  readonly pool: Pool;
  readonly nation: Nation;
  readonly day: NationalDay;
}

const RECOUNT = `
  with sent as (
    select v.credited_unit_id, count(*) as times from report.covered v
    join report.report r on r.id = v.report_id and r.version = v.version and r.state = 'approved' and r.kind = 'drive'
    where r.drive_id = $1 group by v.credited_unit_id)
  select (select coalesce(max(times), 0)::int from sent) as most,
         (select count(*)::int from sent) as covered,
         (select coalesce(sum(k.value), 0)::int from tally.counter k join sent s on s.credited_unit_id = k.unit_id
          where k.drive_id = $1 and k.measure = 'donated') as donated,
         (select coalesce(sum(k.value), 0)::int from tally.counter k join sent s on s.credited_unit_id = k.unit_id
          where k.drive_id = $1 and k.measure = 'ml') as ml,
         (select count(*)::int from turnout.outcome o join booking.booking b on b.id = o.booking_id
          join sent s on s.credited_unit_id = b.credited_unit_id
          where o.drive_id = $1 and o.volume_ml = 350) as "bags350"`;

async function compare({ port, pool, nation, day }: Looked, reportId: string): Promise<string[]> {
  const { body } = must(
    await call(port, nation.confederation, addressOf(2), "GET", `/api/reports/${reportId}`),
  );
  const [counted] = (await pool.query(RECOUNT, [day.driveId])).rows;
  const said = {
    most: 1,
    covered: nation.grassroots - MISSING,
    donated: body.total.donated,
    ml: body.total.ml,
    bags350: body.total.bags350,
  };
  say(
    `\nthe nation said ${JSON.stringify(said)}, chưa báo cáo: ${body.missing.length}\n     a recount ${JSON.stringify(counted)}`,
  );
  const failures = (Object.keys(said) as (keyof typeof said)[])
    .filter((what) => said[what] !== counted[what])
    .map((what) => `${what}: ${said[what]} said, ${counted[what]} counted`);
  if (body.missing.length !== MISSING)
    failures.push(`${body.missing.length} are said to be missing, ${MISSING} are`);
  return failures;
}

async function comparePeriod({ port, pool, nation, day }: Looked, id: string): Promise<string[]> {
  const path = `/api/period-reports/${id}`;
  const { body } = must(await call(port, nation.confederation, addressOf(2), "GET", path));
  const [counted] = (await pool.query(RECOUNT, [day.driveId])).rows;
  say(`the campaign's report says ${body.total.donated}, a recount ${counted.donated}`);
  return body.total.donated === counted.donated
    ? []
    : [`the campaign's report says ${body.total.donated}, a recount ${counted.donated}`];
}
