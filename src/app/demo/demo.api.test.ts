// The demo loaded for real, on the server the program carries, and recounted by plain SQL.
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedServer, freshDatabase, type TestDatabase } from "../../../test/database.ts";
import { cookieOf, silent as log, serveDemo } from "../../../test/served-demo.ts";
import { signIn } from "../../account/contract.ts";
import type { Overview } from "../../dashboard/schema.ts";
import { reader, row, rows, sql } from "../../platform/db/sql.ts";
import { useKeyFile } from "../../platform/seal/secret.ts";
import { clockOf, demoYearOf } from "../clock.ts";
import { loadDemo } from "./load.ts";
import { planDemo } from "./plan.ts";
import { demoSignIns } from "./sign-ins.ts";
import { PROVINCE } from "./tree.ts";

const OPENS = "2021-06-02T01:00:00.000Z";
const steps: number[] = [];
let database: TestDatabase;
let server: FastifyInstance;

const one = async <T>(query: ReturnType<typeof sql>): Promise<T> =>
  (await row<T>(reader(database.pool), query)) as T;
const all = <T>(query: ReturnType<typeof sql>): Promise<T[]> => rows<T>(reader(database.pool), query);

/** How many rows every table of ours holds. */
async function contents(): Promise<Record<string, number>> {
  const tables = await all<{ name: string }>(
    sql`select schemaname || '.' || tablename as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const found = await database.pool.query(`select count(*) as count from ${name}`);
    counts[name] = Number(found.rows[0].count);
  }
  return counts;
}

let before: Record<string, number>;
const afterInterruption: Record<string, number>[] = [];
let afterLoad: Record<string, number>;

const stopProgram = (): void => {
  throw new Error("the light went out");
};
const cutConnection = (): void =>
  void database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or state ~ 'transaction')`,
  );

beforeAll(async () => {
  useKeyFile(join(tmpdir(), `giothong-demo-${process.pid}.key`));
  database = await freshDatabase(await embeddedServer());
  before = await contents();
  for (const interruption of [stopProgram, cutConnection]) {
    const interrupted = loadDemo({
      pool: database.pool,
      log,
      progress: (done) => (done === 8 ? interruption() : undefined),
    });
    await expect(interrupted).rejects.toThrow();
    afterInterruption.push(await contents());
  }
  await loadDemo({ pool: database.pool, log, progress: (done) => void steps.push(done) });
  afterLoad = await contents();
  server = await serveDemo(database);
}, 180_000);

afterAll(async () => {
  await server.close();
  await database.drop();
});

describe("loading", () => {
  it("leaves nothing behind when it is interrupted, and can be begun again", () => {
    expect(afterInterruption).toEqual([before, before]);
    expect((afterLoad["unit.unit"] ?? 0) - (before["unit.unit"] ?? 0)).toBe(60);
  });

  it("a second time changes nothing", async () => {
    await loadDemo({ pool: database.pool, log });
    expect(await contents()).toEqual(afterLoad);
  });

  it("refuses a database that holds anything else", async () => {
    const used = await freshDatabase(await embeddedServer());
    try {
      await used.pool.query(
        `insert into account.account (id, login, display_name, created_at)
         values ('01910000-0000-7000-8111-000000000001', 'someone', 'Someone', now())`,
      );
      await expect(loadDemo({ pool: used.pool, log })).rejects.toThrow("empty database");
    } finally {
      await used.drop();
    }
  });

  it("tells its steps one after the other up to the last", () => {
    const total = steps.length;
    expect(steps).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  });

  it("opens on the morning of 2 June 2021, and says that it is a demo", async () => {
    expect(await demoYearOf(database.pool)).toBe("2021");
    const now = (await clockOf(database.pool))();
    expect(now >= OPENS && now < "2021-06-02T02:00:00.000Z").toBe(true);
  });

  it("writes nothing after the hour it opens at, and counts every audit row", async () => {
    const found = await one<{ last: string; rows: number; counted: number; loads: number }>(
      sql`select max(at) as last, count(*) as rows, (select sum(entries) from platform.audit_count) as counted,
                 count(*) filter (where operation = 'demo.load') as loads
          from platform.audit_entry`,
    );
    expect(found.last <= OPENS).toBe(true);
    expect(found.counted).toBe(found.rows);
    expect(found.rows).toBeGreaterThan(4000);
    expect(found.loads).toBe(1);
    const next = sql`insert into platform.audit_entry (id, at, operation, subject_kind, subject_id, detail)
                     values (gen_random_uuid(), ${OPENS}, 'test', 'test', gen_random_uuid(), '{}')`;
    await database.pool.query(next.text, next.values);
    expect(await one(sql`select sum(entries) as counted from platform.audit_count`)).toEqual({
      counted: found.rows + 1,
    });
  });

  it("leaves no session open and no message to send", async () => {
    expect(await one(sql`select count(*) as open from account.session`)).toEqual({ open: 0 });
    expect(await all(sql`select distinct state from message.outbox`)).toEqual([{ state: "dropped" }]);
  });
});

describe("people and places", () => {
  it("each has one unit where they are credited", async () => {
    expect(
      await one(
        sql`select count(*) as people, count(*) filter (where homes <> 1) as odd
            from (select person_id, count(*) filter (where is_primary) as homes
                  from person.affiliation group by person_id) each`,
      ),
    ).toEqual({ people: 2007, odd: 0 });
  });

  it("nobody under 18 has a place, and nobody gives again within twelve weeks", async () => {
    expect(
      await all(
        sql`select b.id from booking.booking b join person.person p on p.id = b.person_id
            join drive.drive d on d.id = b.drive_id
            where p.birth_date + interval '18 years' > d.day`,
      ),
    ).toEqual([]);
    expect(
      await all(
        sql`select a.person_id from donor.donation a join donor.donation b
              on b.person_id = a.person_id and b.day > a.day where b.day - a.day < 84`,
      ),
    ).toEqual([]);
    expect(
      await all(
        sql`select b.id from booking.booking b join drive.drive d on d.id = b.drive_id
            join donor.donation n on n.person_id = b.person_id and n.day < d.day
            where d.day - n.day < 84`,
      ),
    ).toEqual([]);
  });

  it("no slot is oversold, and each seat counter is what is booked", async () => {
    expect(
      await all(
        sql`select s.slot_id from booking.seat s
            left join (select slot_id, count(*) as running from booking.booking
                       where state <> 'released' group by slot_id) b using (slot_id)
            where s.booked <> coalesce(b.running, 0) or s.booked > s.capacity`,
      ),
    ).toEqual([]);
  });
});

describe("two editions", () => {
  it("has last year's with two days closed, and this year's with one closed, one open and one planned", async () => {
    expect(
      await all(
        sql`select c.year, c.edition, d.day, d.state from campaign.campaign c
            join drive.drive d on d.campaign_id = c.id order by d.day`,
      ),
    ).toEqual([
      { year: 2020, edition: 8, day: "2020-07-12", state: "closed" },
      { year: 2020, edition: 8, day: "2020-10-25", state: "closed" },
      { year: 2021, edition: 9, day: "2021-05-15", state: "closed" },
      { year: 2021, edition: 9, day: "2021-06-09", state: "open" },
      { year: 2021, edition: 9, day: "2021-07-17", state: "planned" },
    ]);
  });

  it("the children of every split and its reserve add up to what the unit was assigned", async () => {
    const splits = await all<{ year: number; total: number; below: number; assigned: number }>(
      sql`select c.year, s.total, s.reserve + sum(h.value)::int as below,
                 (select sum(a.value)::int from target.v_assigned a where a.campaign_id = s.campaign_id
                    and a.unit_id = s.unit_id and a.measure = s.measure) as assigned
          from target.v_split s join target.share h using (campaign_id, unit_id, measure, version)
          join campaign.campaign c on c.id = s.campaign_id
          group by c.year, s.campaign_id, s.unit_id, s.measure, s.version, s.total, s.reserve`,
    );
    expect(splits.filter(({ total, below, assigned }) => total !== below || total !== assigned)).toEqual([]);
    expect(splits.filter(({ year }) => year === 2020)).toHaveLength(12);
    expect(splits.filter(({ year }) => year === 2021)).toHaveLength(10);
    expect(splits.find(({ year, total }) => year === 2021 && total === 1000)).toBeDefined();
  });

  it("every counter equals a recount of confirmed places and outcomes, unit by unit and day by day", async () => {
    // A drive that was moved counts anew on the day of the new answers; only its sums are the same.
    const when = sql`case when drive_id in (select drive_id from drive.change) then '-infinity'::date else day end as day`;
    const recount = await all(
      sql`with facts as (
            select d.campaign_id, b.credited_unit_id as unit_id, b.drive_id, d.day as on_day,
                   (b.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date as confirmed_on, o.volume_ml as ml
            from booking.booking b join drive.drive d on d.id = b.drive_id
            left join turnout.v_outcome o on o.booking_id = b.id where b.state = 'confirmed'),
          counts as (
            select campaign_id, unit_id, drive_id, 'registered' as measure, confirmed_on as day, 1 as n from facts
            union all
            select campaign_id, unit_id, drive_id, m.measure, on_day,
                   case m.measure when 'ml' then ml when 'units' then 100 else 1 end
            from facts cross join (values ('donated'), ('bags'), ('ml'), ('units')) m (measure) where ml > 0),
          ours as (
            select campaign_id, unit_id, drive_id, measure, ${when}, sum(n) as value from counts group by 1, 2, 3, 4, 5),
          kept as (
            select campaign_id, unit_id, drive_id, measure, ${when}, sum(value) as value from tally.counter
            group by 1, 2, 3, 4, 5)
          select * from ours full join kept k using (campaign_id, unit_id, drive_id, measure, day)
          where ours.value is distinct from k.value and coalesce(ours.value, k.value) <> 0`,
    );
    expect(recount).toEqual([]);
    const { counters } = await one<{ counters: number }>(sql`select count(*) as counters from tally.counter`);
    expect(counters).toBeGreaterThan(300);
  });

  it("the totals of approved provincial reports equal a recount", async () => {
    const reports = await all<{ registered: number; donated: number; ml: number; wasRegistered: number }>(
      sql`select sum(l.registered)::int as registered, sum(l.donated)::int as donated, sum(l.ml)::int as ml,
                 (select count(*) from booking.booking b where b.drive_id = r.drive_id and b.state = 'confirmed')
                   as was_registered,
                 (select count(*) from turnout.outcome o where o.drive_id = r.drive_id and o.volume_ml > 0)
                   as was_donated,
                 (select sum(o.volume_ml)::int from turnout.outcome o where o.drive_id = r.drive_id) as was_ml
          from report.report r join report.line l on l.report_id = r.id and l.version = r.version
          where r.kind = 'drive' and r.to_unit_id is null and r.state = 'approved' and l.source <> 'event' and l.reported
          group by r.id, r.drive_id`,
    );
    expect(reports).toHaveLength(2);
    for (const found of reports) {
      const { wasRegistered, wasDonated, wasMl, ...told } = found as unknown as Record<string, number>;
      expect(told).toEqual({ registered: wasRegistered, donated: wasDonated, ml: wasMl });
      expect(told.donated).toBeGreaterThan(80);
    }
  });

  it("yields stay between 0.55 and 0.85 in every union that sent more than ten", async () => {
    const yields = await all<{ rate: number }>(
      sql`select avg((o.volume_ml > 0)::int)::float8 as rate
          from turnout.outcome o join booking.booking b on b.id = o.booking_id
          join unit.v_unit u on u.unit_id = b.credited_unit_id
          join unit.v_unit g on g.kind = 'grassroots' and u.path like g.path || '%'
          group by b.drive_id, g.unit_id having count(*) > 10`,
    );
    expect(yields.length).toBeGreaterThan(12);
    for (const { rate } of yields) expect(rate >= 0.55 && rate <= 0.85).toBe(true);
  });
});

describe("what a newcomer sees", () => {
  it("every sign-in that is printed opens, with the role it names", async () => {
    for (const { login, password, role } of demoSignIns()) {
      const answer = await server.inject({
        method: signIn.method,
        url: signIn.path,
        payload: { login, password },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.json().grants.map((grant: { role: string }) => grant.role)).toEqual([role]);
    }
  });

  it("the overview of the province shows who exceeded, who is behind, who is late and who has not reported", async () => {
    const cookie = await cookieOf(server, PROVINCE);
    const province = planDemo().tree[0]?.id ?? "";
    const campaigns = await server.inject({ url: `/api/units/${province}/campaigns`, headers: { cookie } });
    const [running, past] = campaigns.json().items;
    expect([running.year, past.year]).toEqual([2021, 2020]);
    const answer = await server.inject({
      url: `/api/units/${province}/campaigns/${running.id}/overview`,
      headers: { cookie },
    });
    expect(answer.statusCode).toBe(200);
    const overview = answer.json() as Overview;
    expect(overview.assigned).toBe(1000);
    expect(overview.children).toHaveLength(14);
    const standing = overview.children.map(({ assigned, totals }) =>
      Math.sign(totals.unitsHundredths - (assigned ?? 0) * 100),
    );
    expect(new Set(standing)).toEqual(new Set([-1, 0, 1]));
    expect(new Set(overview.children.map(({ receipt }) => receipt))).toEqual(
      new Set(["not-received", "received", "disseminated"]),
    );
    expect(new Set(overview.late.map(({ what }) => what))).toEqual(new Set(["receipt", "report"]));
    expect(overview.children.filter(({ reportsLate }) => (reportsLate ?? 0) > 0).length).toBeGreaterThan(2);
    expect(overview.children.filter(({ reportsLate }) => reportsLate === 0).length).toBeGreaterThan(2);
  });

  it("reports of the May day stand in every state", async () => {
    const states = await all<{ state: string }>(
      sql`select distinct r.state from report.report r join drive.drive d on d.id = r.drive_id
          where d.day = '2021-05-15' order by 1`,
    );
    expect(states.map(({ state }) => state)).toEqual(["approved", "draft", "returned", "submitted"]);
  });

  it("the main day has places kept for two districts, three who wait, a gap in its rota, and things that came for it", async () => {
    expect(
      await one(
        sql`select (select count(*) from booking.reserve r where r.drive_id = d.id and r.cut_off > ${OPENS}) as kept,
                   (select count(*) from booking.waiting w where w.drive_id = d.id and w.state = 'waiting') as waiting,
                   (select count(*) from booking.booking b where b.drive_id = d.id and b.source = 'self'
                      and b.state = 'confirmed') as came_by_link
            from drive.drive d where d.day = '2021-06-09'`,
      ),
    ).toEqual({ kept: 2, waiting: 3, cameByLink: 5 });
    const cookie = await cookieOf(server, PROVINCE);
    const { id } = await one<{ id: string }>(sql`select id from drive.drive where day = '2021-06-09'`);
    const at = async (what: string) =>
      (await server.inject({ url: `/api/drives/${id}/${what}`, headers: { cookie } })).json();
    expect((await at("rota")).gaps.map(({ station }: { station: string }) => station)).toEqual(["rest"]);
    expect((await at("supplies")).unaccounted).toEqual([
      { first: "LC0210501", last: "LC0211999", quantity: 1499 },
    ]);
    expect((await at("costs")).totals.map(({ source }: { source: string }) => source)).toHaveLength(4);
  });

  it("the province and Tam Đường may ask more than five people to give again", async () => {
    const { id } = await one<{ id: string }>(sql`select id from drive.drive where day = '2021-06-09'`);
    for (const key of [PROVINCE, "tamduong"]) {
      const unit = planDemo().tree.find((one) => one.key === key)?.id ?? "";
      const answer = await server.inject({
        url: `/api/units/${unit}/drives/${id}/recall`,
        headers: { cookie: await cookieOf(server, key) },
      });
      expect([key, answer.statusCode, answer.json().due > 5]).toEqual([key, 200, true]);
    }
  });

  it("a day was moved because of rain and all of its people said yes again; one fact of it was put right, up to the top", async () => {
    expect(
      await all(sql`select c.reason, c.asked > 100 as many,
                           (select count(*) from booking.booking b where b.drive_id = c.drive_id
                              and b.state = 'confirmed') = c.asked as all_again
                    from drive.change c`),
    ).toEqual([{ reason: "weather", many: true, allAgain: true }]);
    expect(
      await all(
        sql`select state, count(*) as reports from report.report where kind = 'adjustment' group by 1`,
      ),
    ).toEqual([{ state: "approved", reports: 3 }]);
  });

  it("one list was brought in, two entries look alike, and two people asked about their data", async () => {
    const samu1 = planDemo().tree.find(({ key }) => key === "samu1")?.id ?? "";
    const headers = { cookie: await cookieOf(server, "samu1") };
    const alike = await server.inject({ url: `/api/units/${samu1}/people/alike`, headers });
    expect(alike.json().items).toHaveLength(1);
    const lists = await server.inject({ url: `/api/units/${samu1}/people/imports`, headers });
    expect(lists.json().items.map(({ people }: { people: number }) => people)).toEqual([6]);
    const province = planDemo().tree[0]?.id ?? "";
    const asked = await server.inject({
      url: `/api/units/${province}/data-requests`,
      headers: { cookie: await cookieOf(server, "quantri") },
    });
    expect(asked.json().items.map(({ kind, dueOn }: Record<string, string>) => [kind, dueOn])).toEqual([
      ["access", "2021-06-03"],
      ["correct", "2021-06-04"],
    ]);
  });

  it("the main day has places held that still run, places confirmed, and places free", async () => {
    const found = await one<{ held: number; confirmed: number; free: number }>(
      sql`select count(*) filter (where b.state = 'held' and b.held_until > ${OPENS}) as held,
                 count(*) filter (where b.state = 'confirmed') as confirmed,
                 (select sum(capacity - booked) from booking.seat s where s.drive_id = d.id) as free
          from drive.drive d join booking.booking b on b.drive_id = d.id where d.day = '2021-06-09' group by d.id`,
    );
    expect(found.held).toBeGreaterThan(100);
    expect(found.confirmed).toBeGreaterThan(300);
    expect(found.free).toBeGreaterThan(50);
  });
});
