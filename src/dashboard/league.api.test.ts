// Rankings, groupings and the Excel file, asked of the server.
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { giveTargets, makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { getUnitNode } from "../unit/service.ts";
import { exportOverview, getLeague, listGroupingTotals } from "./contract/league.ts";
import { getOverview } from "./contract.ts";
import type { LeagueLevel, LeagueOrder } from "./schema/league.ts";
import { isTooWide } from "./store/league.ts";

const league = async (
  world: World,
  who: CastName,
  unit: UnitName,
  campaignId: string,
  query: { level?: LeagueLevel; by?: LeagueOrder; limit?: number; after?: string; asOf?: string } = {},
) =>
  world
    .as(who)
    .call(getLeague, { params: { unitId: world.units[unit], campaignId }, query: { limit: 50, ...query } });

await onEveryServer("rankings of a campaign", (world) => {
  let campaignId: string;

  beforeAll(async () => {
    const before = await makeCampaign(world());
    await world().pool.query(
      "update campaign.campaign set period = daterange('2020-01-01', '2020-12-31'), year = 2020, edition = 8, name = 'Kỳ VIII' where id = $1",
      [before],
    );
    await makeClosedDrive(world(), before, { day: "2020-06-09", donors: [{ unit: "a1", ml350: 6 }] });
    campaignId = await makeCampaign(world());
    await makeClosedDrive(world(), campaignId, {
      day: "2021-06-09",
      donors: [
        { unit: "a1", stayed: 2, ml350: 10 },
        { unit: "a1s", ml450: 2 },
        { unit: "a2", ml250: 3 },
        { unit: "b1", stayed: 1, ml350: 5 },
        { unit: "other", ml350: 2 },
      ],
    });
    await giveTargets(world(), campaignId, "province", { a: 10, b: 6 });
    world().now = "2021-06-20T02:00:00.000Z";
  });

  it("ranks by blood per 100 members, the raw rate beside the adjusted one", async () => {
    const { body } = await league(world(), "thu", "province", campaignId, { level: "grassroots" });
    expect(body.total).toBe(3);
    const rows = body.items.map(({ unit, parent, place, members, unitsHundredths }) => ({
      unit: unit.shortName,
      parent: parent?.shortName,
      place,
      members,
      unitsHundredths,
    }));
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 3]);
    expect(rows.find(({ unit }) => unit === "CĐCS An Một")).toMatchObject({ unitsHundredths: 1200 });
    for (const { members, unitsHundredths, raw, adjusted } of body.items) {
      expect(raw).toBe(Math.round((unitsHundredths * 100) / members));
      // Drawn toward the mean, never beyond it.
      const mean = body.mean?.rate ?? 0;
      expect(Math.abs((adjusted ?? 0) - mean)).toBeLessThanOrEqual(Math.abs((raw ?? 0) - mean) + 1);
    }
    const values = body.items.map(({ adjusted }) => adjusted ?? 0);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it("ranks by the target and by the change since the last edition", async () => {
    const target = (await league(world(), "thu", "province", campaignId, { by: "target" })).body;
    expect(
      target.items.map(({ unit, percentTenths, place }) => [unit.shortName, percentTenths, place]),
    ).toEqual([
      ["LĐLĐ huyện An", 1500, 1],
      ["CĐ ngành Bình", 833, 2],
    ]);
    const improved = (
      await league(world(), "thu", "province", campaignId, { by: "improved", level: "grassroots" })
    ).body;
    expect(improved.last).toMatchObject({ name: "Kỳ VIII", year: 2020 });
    expect(improved.items.find(({ unit }) => unit.id === world().units.a1)).toMatchObject({
      lastHundredths: 600,
      unitsHundredths: 1200,
    });
    // Three bags now and none then are too few to speak of a change.
    expect(improved.items.find(({ unit }) => unit.id === world().units.a2)).toMatchObject({
      change: null,
      place: null,
    });
    expect(improved.withoutPlace).toBeGreaterThan(0);
  });

  it("is not made of more units than a large province has: as many as stand below in the tree of the day are counted", async () => {
    const db = reader(world().pool);
    const look = async (unit: UnitName, day = "2021-06-20") => {
      const { path } = await getUnitNode(db, world().units[unit], day);
      return { campaignId, unitId: world().units[unit], path, day, end: `${day}T17:00:00.000Z` };
    };
    // A with A1, its section and A2.
    expect(await isTooWide(db, await look("a"), 3)).toBe(true);
    expect(await isTooWide(db, await look("a"), 4)).toBe(false);
    expect(await isTooWide(db, await look("a1s"), 1)).toBe(false);
    const { body } = await league(world(), "thu", "province", campaignId, { level: "grassroots" });
    expect(body.tooWide).toBe(false);
  });

  it("comes in pages that together are the whole list, once each", async () => {
    const whole = (await league(world(), "thu", "province", campaignId, { level: "grassroots" })).body;
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await league(world(), "thu", "province", campaignId, {
        level: "grassroots",
        limit: 1,
        ...(after !== undefined && { after }),
      });
      seen.push(...body.items.map(({ unit }) => unit.id));
      after = body.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(whole.items.map(({ unit }) => unit.id));
    expect((await league(world(), "thu", "province", campaignId, { after: "gì đó" })).problem?.code).toBe(
      "invalid-input",
    );
  });

  it("adds up a grouping as of a day: a member inside a member counts once, and nothing outside the keeper's part", async () => {
    const w = world();
    const id = newId();
    await w.pool.query(
      "insert into unit.grouping (id, unit_id, kind, name, created_at) values ($1, $2, 'former-district', 'Huyện An (cũ)', $3)",
      [id, w.units.province, w.now],
    );
    await w.pool.query(
      `insert into unit.grouping_member (grouping_id, unit_id, valid) values
       ($1, $2, daterange('2021-01-01', null)), ($1, $3, daterange('2021-01-01', null)),
       ($1, $4, daterange('2021-06-15', null)), ($1, $5, daterange('2021-01-01', null))`,
      [id, w.units.a1, w.units.a1s, w.units.a2, w.units.other],
    );
    const totals = async (asOf?: string) =>
      (
        await w.as("thu").call(listGroupingTotals, {
          params: { unitId: w.units.province, campaignId },
          query: asOf === undefined ? {} : { asOf },
        })
      ).body.items.map((found) => [found.name, found.members, found.totals.donated, found.totals.registered]);
    expect(await totals("2021-06-10")).toEqual([["Huyện An (cũ)", 2, 12, 14]]);
    expect(await totals()).toEqual([["Huyện An (cũ)", 3, 15, 17]]);
    expect(await totals("2021-06-08")).toEqual([["Huyện An (cũ)", 2, 0, 14]]);
  });

  it("gives the same numbers out as a file: numbers as numbers, unknown as nothing, no text that could run", async () => {
    const w = world();
    await w.pool.query("update unit.naming set name = '=1+1 & Công đoàn' where unit_id = $1", [w.units.b]);
    const params = { unitId: w.units.province, campaignId };
    const reply = await w.as("thu").call(exportOverview, { params, query: { asOf: "2021-06-19" } });
    expect(reply.status).toBe(200);
    const book = await readXlsx(new Uint8Array(reply.raw));
    // A name with a space must stand in quotes, or Excel calls the file broken.
    const workbook = strFromU8(unzipSync(new Uint8Array(reply.raw))["xl/workbook.xml"] ?? new Uint8Array());
    expect([...workbook.matchAll(/Print_Titles"[^>]*>([^<]*)</gu)].map(([, range]) => range)).toEqual(
      book.sheets.map(({ name }) =>
        expect.stringMatching(new RegExp(`^(&apos;|')${name}(&apos;|')!\\$\\d+:\\$\\d+$`, "u")),
      ),
    );
    const [rows, ranking, groupings] = book.sheets;
    const overview = (await w.as("thu").call(getOverview, { params, query: { asOf: "2021-06-19" } })).body;
    const flat = (rows?.rows ?? []).map((row) => row.slice(0, 7));
    expect(flat[1]?.[0]).toContain("19/06/2021");
    const header = flat.findIndex(([first]) => first === "Công đoàn");
    expect(header).toBeGreaterThan(1);
    const body = flat.slice(header + 1, header + 1 + overview.children.length);
    expect(body).toEqual(
      overview.children.map(({ unit, totals, assigned, own }) => [
        unit.name.startsWith("=") ? `'${unit.name}` : unit.name,
        totals.registered,
        totals.donated,
        totals.unitsHundredths / 100,
        totals.ml,
        assigned,
        own,
      ]),
    );
    expect(body.some(([name]) => name === "'=1+1 & Công đoàn")).toBe(true);
    expect(ranking?.rows.flat()).toContain("Đã hiệu chỉnh theo quy mô");
    expect(groupings?.rows.flat()).toContain("Huyện An (cũ)");
    const past = await w.as("thu").call(exportOverview, { params, query: { asOf: "2015-01-01" } });
    expect(past.problem?.code).toBe("not-found");
  });

  it("is closed to who may not see the unit", async () => {
    for (const who of ["son", "bao", "xa", "yen", "ada"] as const) {
      expect([who, (await league(world(), who, "a1", campaignId)).status]).toEqual([who, 403]);
      const params = { unitId: world().units.a1, campaignId };
      expect((await world().as(who).call(listGroupingTotals, { params })).status).toBe(403);
      expect((await world().as(who).call(exportOverview, { params })).status).toBe(403);
    }
  });
});
