import { beforeAll, expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { giveTargets, makeCampaign, makeClosedDrive, setOwnTarget } from "../../test/closed-drive.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { transaction } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import * as report from "../report/contract.ts";
import type { Measure } from "../tally/schema.ts";
import { addCounts } from "../tally/service.ts";
import { openUnit } from "../unit/service.ts";
import { getOverview } from "./contract.ts";

const look = (world: World, who: CastName, unit: UnitName, campaignId: string, asOf?: string) =>
  world.as(who).call(getOverview, {
    params: { unitId: world.units[unit], campaignId },
    query: asOf === undefined ? {} : { asOf },
  });

/** Moves a unit to another parent from `day` on, as an act of re-organisation would. */
async function move(world: World, unit: UnitName, to: UnitName, day: string): Promise<void> {
  const [id, parent] = [world.units[unit], world.units[to]];
  await world.pool.query("update unit.edge set valid = daterange(lower(valid), $2) where child_id = $1", [
    id,
    day,
  ]);
  await world.pool.query(
    "insert into unit.edge (child_id, parent_id, valid) values ($1, $2, daterange($3, null))",
    [id, parent, day],
  );
  await world.pool.query("update unit.path set valid = daterange(lower(valid), $2) where unit_id = $1", [
    id,
    day,
  ]);
  await world.pool.query(
    `insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
     select u.id, p.unit_id, p.path || u.no || '.', p.depth + 1, daterange($3, null), u.id
     from unit.unit u, unit.path p where u.id = $1 and p.unit_id = $2`,
    [id, parent, day],
  );
}

await onEveryServer("the overview of a campaign", (world) => {
  let campaignId: string;
  let driveId: string;

  beforeAll(async () => {
    campaignId = await makeCampaign(world(), {
      letter: {
        reportDays: 5,
        reached: [
          {
            unit: "a",
            from: "province",
            receivedAt: "2021-01-19T02:00:00.000Z",
            disseminatedAt: "2021-01-25T02:00:00.000Z",
          },
          { unit: "b", from: "province" },
          { unit: "a1", from: "a", receivedAt: "2021-01-30T02:00:00.000Z" },
        ],
      },
    });
    driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-09",
      donors: [
        { unit: "a1", stayed: 2, ml350: 4 },
        { unit: "a1s", ml450: 2 },
        { unit: "a2", ml250: 3 },
        { unit: "a", ml350: 1 },
        { unit: "b1", stayed: 1, ml350: 5 },
        { unit: "other", ml350: 2 },
      ],
      outside: { ml250: 7, ml450: 1 },
    });
    await giveTargets(world(), campaignId, "province", { a: 8, b: 6 });
    await setOwnTarget(world(), campaignId, "a", 12);
    world().now = "2021-06-20T02:00:00.000Z";
  });

  it("adds up: rows below and own people make the total, which a recount of the donors confirms", async () => {
    const { body } = await look(world(), "thu", "province", campaignId);
    expect(body.totals).toEqual({ registered: 18, donated: 15, bags: 15, ml: 5150, unitsHundredths: 1500 });
    expect(
      body.children.map(({ unit, totals, assigned, own }) => [unit.shortName, totals.donated, assigned, own]),
    ).toEqual([
      ["CĐ ngành Bình", 5, 6, null],
      ["LĐLĐ huyện An", 10, 8, 12],
    ]);
    expect(body).toMatchObject({ assigned: 14, own: null, ownRow: null, path: [], moreChildren: 0 });
    const below = (await look(world(), "binh", "a", campaignId)).body;
    expect(below.path.map(({ id }) => id)).toEqual([world().units.province]);
    expect(below.ownRow).toMatchObject({ totals: { donated: 1 }, assigned: null, own: null });
    expect(below.children.map(({ totals }) => totals.donated)).toEqual([3, 6]);
    const group = (await look(world(), "chi", "a1s", campaignId)).body;
    expect(group).toMatchObject({
      totals: { donated: 2, ml: 900 },
      children: [],
      ownRow: { totals: { donated: 2 } },
    });
  });

  it("tells the whole event beside the union's figures at the leading unit only, and never in them", async () => {
    const { body } = await look(world(), "tuan", "province", campaignId);
    expect(body.event).toEqual({
      registered: 28,
      donated: 25,
      bags: 25,
      ml: 5150 + 700 + 1750 + 450,
      unitsHundredths: 2500,
    });
    expect((await look(world(), "binh", "a", campaignId)).body.event).toBeNull();
  });

  it("knows of each unit below how far it is with the letter", async () => {
    const receipts = async (unit: UnitName, asOf?: string) =>
      (await look(world(), "thu", unit, campaignId, asOf)).body.children.map((row) => [
        row.unit.shortName,
        row.receipt,
      ]);
    expect(await receipts("province")).toEqual([
      ["CĐ ngành Bình", "not-received"],
      ["LĐLĐ huyện An", "disseminated"],
    ]);
    expect(await receipts("a")).toEqual([
      ["CĐCS An Hai", null],
      ["CĐCS An Một", "received"],
    ]);
    expect((await receipts("province", "2021-01-20")).at(-1)?.[1]).toBe("received");
    expect((await receipts("province", "2021-01-18")).at(-1)?.[1]).toBe("not-received");
  });

  it("counts nobody as waiting for a letter that holds no more, or that only urges", async () => {
    const w = world();
    const late = async () =>
      (await look(w, "thu", "province", campaignId)).body.late.filter(({ what }) => what === "receipt")
        .length;
    const receipt = async () => (await look(w, "thu", "province", campaignId)).body.children[0]?.receipt;
    const before = await late();
    // A letter that urges B, and one that was changed since, neither of them confirmed.
    const id = newId();
    const urged = await w.pool.query(
      `insert into directive.directive (id, root_id, of_id, relation, campaign_id, document_id, unit_id, title, state,
                                        issued_at, created_at)
       select $1, $1, d.id, 'urge', d.campaign_id, d.document_id, d.unit_id, 'Đôn đốc', 'issued', d.issued_at, d.created_at
       from directive.directive d where d.campaign_id = $2 and d.relation = 'first' returning of_id`,
      [id, campaignId],
    );
    await w.pool.query(
      `insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, reached_at, ended_at)
       values ($1, $1, $3, $4, '2021-01-18T02:00:00Z', null), ($2, $2, $5, $4, '2021-01-18T02:00:00Z', '2021-01-20T02:00:00Z')`,
      [id, urged.rows[0].of_id, w.units.b, w.units.province, w.units.a2],
    );
    expect(await late()).toBe(before);
    expect(await receipt()).toBe("not-received");
    expect((await look(w, "thu", "a", campaignId)).body.children[0]?.receipt).toBeNull();
  });

  it("says who is late: letters and reports past their day; the longest first", async () => {
    const { body } = await look(world(), "thu", "province", campaignId);
    expect(body.lateCount).toBe(6);
    expect(body.late.map(({ what, unit, dueOn }) => [what, unit.shortName, dueOn])).toEqual([
      ["receipt", "CĐ ngành Bình", "2021-01-20"],
      ["report", "CĐ ngành Bình", "2021-06-14"],
      ["report", "CĐCS An Hai", "2021-06-14"],
      ["report", "CĐCS An Một", "2021-06-14"],
      ["report", "CĐCS Bình Một", "2021-06-14"],
      ["report", "LĐLĐ huyện An", "2021-06-14"],
    ]);
    expect(body.children.map(({ reportsOwed, reportsLate }) => [reportsOwed, reportsLate])).toEqual([
      [2, 2],
      [3, 3],
    ]);
    const onTheDay = (await look(world(), "thu", "province", campaignId, "2021-06-14")).body;
    expect(onTheDay.children.map(({ reportsOwed, reportsLate }) => [reportsOwed, reportsLate])).toEqual([
      [2, 0],
      [3, 0],
    ]);
    expect(onTheDay.lateCount).toBe(1);
    expect(
      (await look(world(), "thu", "province", campaignId, "2021-06-08")).body.children[0]?.reportsOwed,
    ).toBe(0);
  });

  it("no longer counts a report that was sent, and counts it again when it came back", async () => {
    const owed = async () => (await look(world(), "bich", "b1", campaignId)).body.ownRow?.reportsOwed;
    expect(await owed()).toBe(1);
    const opened = await world()
      .as("bich")
      .call(report.openReport, { params: { unitId: world().units.b1, driveId }, body: { id: newId() } });
    const params = { reportId: opened.body.id };
    expect(await owed()).toBe(1);
    await world().as("bich").call(report.submitReport, { params });
    expect(await owed()).toBe(0);
    expect((await look(world(), "thu", "b", campaignId, "2021-06-19")).body.children[0]?.reportsOwed).toBe(1);
    await world()
      .as("bao")
      .call(report.returnReport, { params, body: { id: newId(), text: "Xem lại." } });
    expect(await owed()).toBe(1);
  });

  it("moves in time: counts up to the day asked, in the tree of that day", async () => {
    await move(world(), "a2", "b", "2021-07-01");
    world().now = "2021-07-05T02:00:00.000Z";
    const donated = async (asOf?: string) => {
      const { body } = await look(world(), "thu", "province", campaignId, asOf);
      return [body.asOf, body.totals.donated, ...body.children.map(({ totals }) => totals.donated)];
    };
    expect(await donated("2021-06-08")).toEqual(["2021-06-08", 0, 0, 0]);
    expect(await donated("2021-06-30")).toEqual(["2021-06-30", 15, 5, 10]);
    expect(await donated()).toEqual(["2021-07-05", 15, 8, 7]);
    expect((await look(world(), "bao", "a2", campaignId)).status).toBe(200);
    // Authority follows today's tree, whatever day is asked for.
    expect((await look(world(), "binh", "a2", campaignId, "2021-06-30")).status).toBe(403);
    expect((await look(world(), "thu", "a2", campaignId, "2017-01-01")).status).toBe(404);
  });

  it("draws a cumulative curve that ends at the total", async () => {
    const { body } = await look(world(), "thu", "province", campaignId, "2021-06-30");
    expect(body.curve).toEqual([
      { day: "2021-01-01", registered: 18, unitsHundredths: 0 },
      { day: "2021-06-09", registered: 18, unitsHundredths: 1500 },
    ]);
  });

  it("equals a brute-force recount for every unit and day, through counts given and taken back", async () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor(seed / 65_536) % below;
    };
    const names = ["province", "a", "b", "a1", "a2", "b1", "a1s"] as const;
    const measures: Measure[] = ["registered", "donated", "bags", "ml", "units"];
    const own = await makeCampaign(world());
    const drive = await makeClosedDrive(world(), own, { day: "2021-06-09", donors: [] });
    const drawn = Array.from({ length: 400 }, () => {
      const measure = measures[next(measures.length)] ?? "ml";
      return {
        unit: names[next(names.length)] ?? "a",
        measure,
        day: `2021-0${5 + next(4)}-${10 + next(15)}`,
        by: measure === "registered" && next(4) === 0 ? -1 : 5 + next(20),
      };
    });
    // Nobody takes back what was not given: each unit has people registered before the first is taken back.
    const given = names.map((unit) => ({ unit, measure: "registered" as const, day: "2021-05-01", by: 100 }));
    const facts = [...given, ...drawn];
    await transaction(world().pool, (tx) =>
      addCounts(
        tx,
        facts.map(({ unit, ...fact }) => ({
          ...fact,
          campaignId: own,
          driveId: drive,
          unitId: world().units[unit],
        })),
      ),
    );
    const parent = (unit: UnitName, day: string): UnitName | undefined =>
      (
        ({
          a: "province",
          b: "province",
          a1: "a",
          b1: "b",
          a1s: "a1",
          a2: day < "2021-07-01" ? "a" : "b",
        }) as const
      )[unit as "a"];
    const within = (unit: UnitName, top: UnitName, day: string): boolean =>
      unit === top || (parent(unit, day) !== undefined && within(parent(unit, day) as UnitName, top, day));
    for (const day of ["2021-05-14", "2021-06-30", "2021-07-01", "2021-12-01"]) {
      for (const top of names) {
        const { body } = await look(world(), "thu", top, own, day);
        const recount = (measure: Measure): number =>
          facts
            .filter((fact) => fact.measure === measure && fact.day <= day && within(fact.unit, top, day))
            .reduce((sum, { by }) => sum + by, 0);
        expect([day, top, body.totals]).toEqual([
          day,
          top,
          {
            registered: recount("registered"),
            donated: recount("donated"),
            bags: recount("bags"),
            ml: recount("ml"),
            unitsHundredths: recount("units"),
          },
        ]);
        const rows = [...body.children, ...(body.ownRow === null ? [] : [body.ownRow])];
        expect(rows.reduce((sum, { totals }) => sum + totals.ml, 0)).toBe(body.totals.ml);
        expect(body.curve.at(-1)?.unitsHundredths ?? 0).toBe(body.totals.unitsHundredths);
      }
    }
  });

  it("is read at the unit and above it, of a campaign on one's own line of the tree", async () => {
    for (const who of ["chi", "binh", "thu", "tuan", "lan"] as const) {
      expect([who, (await look(world(), who, "a1", campaignId)).status]).toEqual([who, 200]);
    }
    for (const who of ["son", "bao", "xa", "yen", "cu", "ada"] as const) {
      expect([who, (await look(world(), who, "a1", campaignId)).status]).toEqual([who, 403]);
    }
    // An officer of another province may look at their own unit, but not at this campaign there.
    expect((await look(world(), "xa", "other", campaignId)).problem?.code).toBe("not-found");
    expect((await look(world(), "thu", "province", newId())).problem?.code).toBe("not-found");
  });

  // Five hundred unions are opened one by one.
  it("shows 500 units below at most, says how many more there are, and counts them all the same", {
    timeout: 60_000,
  }, async () => {
    const ids = Array.from({ length: 501 }, () => newId());
    await transaction(world().pool, async (tx) => {
      for (const [index, id] of ids.entries()) {
        await openUnit(tx, {
          id,
          side: "union",
          kind: "section",
          name: `Công đoàn bộ phận ${1000 + index}`,
          shortName: `CĐBP ${1000 + index}`,
          notation: "CĐBP",
          placeName: "Mẫu",
          parentId: world().units.b1,
          from: "2021-01-01",
        });
      }
      const count = { campaignId, driveId, day: "2021-06-09", measure: "donated", by: 1 } as const;
      await addCounts(
        tx,
        [ids[0], ids[500]].map((unitId) => ({ ...count, unitId: unitId ?? "" })),
      );
    });
    const { body } = await look(world(), "bich", "b1", campaignId);
    expect(body.children).toHaveLength(500);
    expect(body.moreChildren).toBe(1);
    expect(body.totals.donated).toBe(7);
    expect(body.children.reduce((sum, { totals }) => sum + totals.donated, 0)).toBe(1);
  });
});
