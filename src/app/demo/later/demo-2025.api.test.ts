// The demo of 2025 loaded for real: two trees of one province, and a campaign whose numbers are right on both sides.
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embeddedServer, freshDatabase, type TestDatabase } from "../../../../test/database.ts";
import { cookieOf, silent as log, serveDemo } from "../../../../test/served-demo.ts";
import type { Overview } from "../../../dashboard/schema.ts";
import { reader, rows, sql } from "../../../platform/db/sql.ts";
import { useKeyFile } from "../../../platform/seal/secret.ts";
import { clockOf, demoYearOf } from "../../clock.ts";
import { loadDemo } from "../load.ts";
import { demoSignIns } from "../sign-ins.ts";
import { PROVINCE } from "../tree.ts";
import { planLater } from "./plan.ts";
import { BUDGET_UNIONS, DISTRICTS, SECTORS } from "./tree.ts";

const plan = planLater();
const { later } = plan;
const ids = new Map([...later.in2024, ...later.inJuly2025].map(({ key, id }) => [key, id]));
const idOf = (key: string): string => ids.get(key) as string;
const province = idOf(PROVINCE);
/** The eve and the day of each re-organisation, and the day the demo opens. */
const DAYS = ["2025-05-31", "2025-06-01", "2025-06-30", "2025-07-01", "2025-07-15"] as const;

const steps: number[] = [];
let total = 0;
let database: TestDatabase;
let server: FastifyInstance;
const all = <T>(query: ReturnType<typeof sql>): Promise<T[]> => rows<T>(reader(database.pool), query);

beforeAll(async () => {
  useKeyFile(join(tmpdir(), `giothong-demo-2025-${process.pid}.key`));
  database = await freshDatabase(await embeddedServer());
  await loadDemo({
    pool: database.pool,
    log,
    year: "2025",
    progress: (done, of) => {
      steps.push(done);
      total = of;
    },
  });
  server = await serveDemo(database);
}, 600_000);

afterAll(async () => {
  await server?.close();
  await database?.drop();
});

describe("the two trees", () => {
  const below = (day: string) =>
    all<{ unitId: string; kind: string }>(
      sql`select u.unit_id, u.kind from unit.v_unit u where u.parent_id = ${province} and u.valid @> ${day}::date`,
    );

  it("on 18 January 2021 there are eleven intermediate unions below the province", async () => {
    const found = await below("2021-01-18");
    const intermediate = found.filter(({ kind }) => kind !== "grassroots").map(({ unitId }) => unitId);
    expect(new Set(intermediate)).toEqual(new Set([...DISTRICTS, ...SECTORS].map(({ key }) => idOf(key))));
    expect(intermediate).toHaveLength(11);
  });

  it("on 15 July 2025 there is none of them, and eight commune unions cover each of 38 areas once", async () => {
    const found = await below("2025-07-15");
    const kinds = found.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["commune-union", "grassroots"]));
    expect(kinds.filter((kind) => kind === "commune-union")).toHaveLength(8);
    const areas = await all<{ code: string; covered: number }>(
      sql`select a.code, count(c.unit_id)::int as covered from unit.v_unit a
          left join unit.cover c on c.area_id = a.unit_id and c.valid @> '2025-07-15'::date
          where a.side = 'commune' and a.valid @> '2025-07-15'::date group by a.code`,
    );
    expect(areas).toHaveLength(38);
    expect(areas.filter(({ covered }) => covered !== 1)).toEqual([]);
    expect(await all(sql`select from unit.cover where valid @> '2025-06-30'::date`)).toEqual([]);
  });

  it.each([
    ["2021-01-18", plan.tree],
    ["2025-05-31", later.in2024],
    ["2025-06-01", later.inJune2025],
    ["2025-06-30", later.inJune2025],
    ["2025-07-01", later.inJuly2025],
  ] as const)("on %s every union stands where the plan has it", async (day, tree) => {
    const found = await all<{ unitId: string; parentId: string | null }>(
      sql`select u.unit_id, u.parent_id from unit.v_unit u where u.side = 'union' and u.valid @> ${day}::date`,
    );
    const planned = tree.filter(({ side }) => side === "union");
    expect(new Map(found.map(({ unitId, parentId }) => [unitId, parentId]))).toEqual(
      new Map(planned.map(({ id, parent }) => [id, parent === undefined ? null : idOf(parent)])),
    );
  });

  it("what stood below a former district is still told together, beside the tree", async () => {
    const groups = await all<{ name: string; members: number }>(
      sql`select g.name, count(*)::int as members from unit.v_grouping g
          join unit.v_grouping_member m on m.grouping_id = g.grouping_id and m.valid @> '2025-07-15'::date
          group by g.name`,
    );
    expect(groups).toHaveLength(10);
    expect(groups.find(({ name }) => name.startsWith("Huyện Tam Đường"))?.members).toBe(2);
  });

  it("the province's letters name another superior from 1 July on", async () => {
    const heads = await all<{ superiorName: string }>(
      sql`select u.superior_name from unit.v_unit u where u.unit_id = ${province} order by u.valid`,
    );
    expect(heads.map(({ superiorName }) => superiorName)).toEqual([
      "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
      "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LAI CHÂU",
    ]);
  });
});

describe("the decisions", () => {
  it("are three, applied, each with its paper, acts and hand-overs done", async () => {
    const cookie = await cookieOf(server, PROVINCE);
    const list = await server.inject({ url: `/api/units/${province}/decisions`, headers: { cookie } });
    const items = list.json().items as { id: string; state: string; effectiveOn: string }[];
    expect(items.map(({ state, effectiveOn }) => [state, effectiveOn])).toEqual([
      ["applied", "2025-07-01"],
      ["applied", "2025-06-01"],
      ["applied", "2024-03-15"],
    ]);
    for (const { id } of items) {
      const one = await server.inject({ url: `/api/units/${province}/decisions/${id}`, headers: { cookie } });
      expect(one.statusCode).toBe(200);
      expect(one.json().paper.notation).toBe("QĐ-LĐLĐ");
      expect(one.json().transfers.filter(({ doneAt }: { doneAt: string | null }) => doneAt === null)).toEqual(
        [],
      );
    }
  });
});

describe("the campaign of 2025", () => {
  const campaign = async (): Promise<string> => {
    const [found] = await all<{ id: string }>(sql`select id from campaign.campaign where year = 2025`);
    return found?.id as string;
  };
  const overview = async (asOf: string, cookie: string): Promise<Overview> => {
    const url = `/api/units/${province}/campaigns/${await campaign()}/overview?asOf=${asOf}`;
    const answer = await server.inject({ url, headers: { cookie } });
    expect(answer.statusCode).toBe(200);
    return answer.json();
  };

  it("root totals equal a recount of the facts on both sides of both days", async () => {
    const cookie = await cookieOf(server, PROVINCE);
    const seen: number[] = [];
    for (const day of DAYS) {
      const [recount] = await all<{ registered: number; donated: number }>(
        sql`select (count(*) filter (where (b.confirmed_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date)
                    - count(*) filter (where b.confirmed_at is not null
                        and (b.released_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${day}::date))::int as registered,
                   count(*) filter (where o.volume_ml > 0 and d.state = 'closed' and d.day <= ${day}::date)::int as donated
            from booking.booking b join drive.drive d on d.id = b.drive_id
            left join turnout.outcome o on o.booking_id = b.id where d.campaign_id = ${await campaign()}`,
      );
      const { totals } = await overview(day, cookie);
      expect({ registered: totals.registered, donated: totals.donated }).toEqual(recount);
      seen.push(totals.donated);
    }
    expect(seen[0]).toBe(0);
    expect(seen[2]).toBe(seen[3]);
    expect(seen[2]).toBeGreaterThan(150);
    expect(seen[4]).toBeGreaterThan(seen[3] as number);
  });

  it("the rows below and the province's own add up to the root, in whichever tree", async () => {
    const cookie = await cookieOf(server, PROVINCE);
    for (const day of DAYS) {
      const { totals, children, ownRow } = await overview(day, cookie);
      const rows = ownRow === null ? children : [...children, ownRow];
      for (const measure of ["registered", "donated", "bags", "ml", "unitsHundredths"] as const) {
        expect(rows.reduce((sum, row) => sum + row.totals[measure], 0)).toBe(totals[measure]);
      }
      expect(children).toHaveLength(day < "2025-07-01" ? 14 : 15);
      // The civil servants' union ends without a successor: what its people gave counts for the province itself.
      expect((ownRow?.totals.donated ?? 0) > 0).toBe(day >= "2025-07-01");
    }
  });

  it("what is kept together of a district has on the day what the district had on the eve", async () => {
    const cookie = await cookieOf(server, PROVINCE);
    const eve = await overview("2025-06-30", cookie);
    const url = `/api/units/${province}/campaigns/${await campaign()}/groupings?asOf=2025-07-01`;
    const { items } = (await server.inject({ url, headers: { cookie } })).json();
    const kept = new Map(
      items.map(({ id, totals }: { id: string; totals: { donated: number } }) => [id, totals.donated]),
    );
    const was = await all<{ groupingId: string; wasUnitId: string }>(
      sql`select grouping_id, was_unit_id from unit.v_grouping where was_unit_id is not null`,
    );
    expect(was.length).toBeGreaterThanOrEqual(8);
    for (const { groupingId, wasUnitId } of was) {
      const then = eve.children.find(({ unit }) => unit.id === wasUnitId)?.totals.donated;
      expect(then).toBeGreaterThan(0);
      expect(kept.get(groupingId)).toBe(then);
    }
  });

  it("children and reserve make up the parent's number on each of these days", async () => {
    const campaignId = await campaign();
    for (const day of DAYS) {
      const off = await all(
        sql`with split as (
              select distinct on (s.unit_id) s.unit_id, s.version, s.total, s.reserve from target.split s
              where s.campaign_id = ${campaignId} and s.measure = 'units' and s.in_force_on <= ${day}::date
              order by s.unit_id, s.version desc),
            share as (select h.*, s.unit_id as giver from split s join target.share h
                        on h.unit_id = s.unit_id and h.version = s.version
                       and h.campaign_id = ${campaignId} and h.measure = 'units')
            select s.unit_id from split s
            where s.total <> s.reserve + coalesce((select sum(h.value) from share h where h.giver = s.unit_id), 0)
               or (s.unit_id <> ${province}
                   and s.total <> coalesce((select sum(h.value) from share h where h.child_id = s.unit_id), 0))`,
      );
      expect(off).toEqual([]);
      const { assigned } = await overview(day, await cookieOf(server, PROVINCE));
      expect(assigned).toBe(500);
    }
  });

  it("a commune union holds what the districts before it held", async () => {
    const { children } = await overview("2025-07-01", await cookieOf(server, PROVINCE));
    const held = new Map(children.map(({ unit, assigned }) => [unit.id, assigned ?? 0]));
    const of = (...keys: string[]) => keys.reduce((sum, key) => sum + (held.get(idOf(key)) ?? 0), 0);
    expect(of("xa.binhlu")).toBe(55);
    expect(of("xa.bumto")).toBe(35 + 35);
    expect(of("phuong.doanket", "phuong.tanphong")).toBe(75);
    expect(of("caysoi1", "hoasu1", "hoagiay1")).toBe(30);
    expect(of("ngoclan1", "hoacuc2", "labang1")).toBeLessThanOrEqual(30);
  });

  it("no number is held by a union that has ended", async () => {
    const held = await all<{ unitId: string }>(
      sql`select a.unit_id from target.v_assigned a where a.campaign_id = ${await campaign()} and a.value > 0
          and not exists (select from unit.v_unit u where u.unit_id = a.unit_id and u.valid @> '2025-07-15'::date)`,
    );
    expect(held).toEqual([]);
  });

  it("the summer day went over to the commune union, and no open day is hosted by an ended one", async () => {
    const drives = await all<{ day: string; state: string; host: string }>(
      sql`select d.day, d.state, d.host_unit_id as host from drive.drive d
          where d.campaign_id = ${await campaign()} order by d.day`,
    );
    expect(drives).toEqual([
      { day: "2025-06-07", state: "closed", host: province },
      { day: "2025-07-05", state: "closed", host: idOf("xa.binhlu") },
      { day: "2025-07-26", state: "open", host: province },
    ]);
  });
});

describe("what was and what ended", () => {
  it("opens on the morning of 15 July 2025, steps told to the last", async () => {
    expect(await demoYearOf(database.pool)).toBe("2025");
    const now = (await clockOf(database.pool))();
    expect(now >= "2025-07-15T01:00:00.000Z" && now < "2025-07-15T02:00:00.000Z").toBe(true);
    expect(steps).toEqual(Array.from({ length: total }, (_, index) => index + 1));
  });

  it("every sign-in that is printed opens, with the role it names", async () => {
    for (const { login, role } of demoSignIns("2025")) {
      const me = await server.inject({
        url: "/api/session",
        headers: { cookie: await cookieOf(server, login) },
      });
      expect(me.json().grants.map((grant: { role: string }) => grant.role)).toEqual([role]);
    }
  });

  it("nobody at a union that has ended can act, and no grant there runs on", async () => {
    const running = await all<{ running: number }>(
      sql`select count(*)::int as running from account.grant g
          where g.term @> '2025-07-15'::date and g.unit_id is not null
            and not exists (select from unit.v_unit u where u.unit_id = g.unit_id and u.valid @> '2025-07-15'::date)`,
    );
    expect(running).toEqual([{ running: 0 }]);
    for (const login of ["hoale1", "tamduong", "vienchuc.ky"]) {
      const cookie = await cookieOf(server, login);
      const me = await server.inject({ url: "/api/session", headers: { cookie } });
      expect(me.json().grants).toEqual([]);
      const people = await server.inject({
        url: `/api/units/${idOf(login.replace(".ky", ""))}/people`,
        headers: { cookie },
      });
      expect(people.statusCode).toBe(403);
    }
  });

  it("people of ended unions are all still there, with what they gave, and belong nowhere they left", async () => {
    const ended = BUDGET_UNIONS.map(idOf);
    const [people] = await all<{ people: number; left: number; gave: number }>(
      sql`select count(distinct p.id)::int as people,
                 count(distinct p.id) filter (where not exists (
                   select from person.affiliation x where x.person_id = p.id and x.valid @> '2025-07-15'::date))::int as left,
                 count(distinct n.person_id)::int as gave
          from person.affiliation a join person.person p on p.id = a.person_id
          left join donor.donation n on n.person_id = p.id where a.unit_id = any (${ended}::uuid[])`,
    );
    const planned = plan.people.filter(({ unit }) => BUDGET_UNIONS.includes(unit)).length;
    expect(people?.people).toBeGreaterThanOrEqual(planned);
    expect(people?.left).toBeGreaterThan(planned * 0.95);
    expect(people?.gave).toBeGreaterThan(200);
  });

  it("reports of 2021 are frozen with the names of 2021, every one of them approved", async () => {
    const states = await all<{ state: string }>(
      sql`select distinct r.state from report.report r join drive.drive d on d.id = r.drive_id
          where d.day between '2021-01-01' and '2021-12-31'`,
    );
    expect(states).toEqual([{ state: "approved" }]);
    const [report] = await all<{ id: string }>(
      sql`select r.id from report.report r join drive.drive d on d.id = r.drive_id
          where d.day = '2021-06-09' and r.unit_id = ${province}`,
    );
    const view = await server.inject({
      url: `/api/reports/${report?.id}`,
      headers: { cookie: await cookieOf(server, PROVINCE) },
    });
    const names = view.json().lines.map((line: { unit: { name: string } }) => line.unit.name);
    expect(names.join()).toContain("Liên đoàn Lao động huyện Tam Đường");
    expect(names.join()).not.toContain("xã Bình Lư");
  });
});
