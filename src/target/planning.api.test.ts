// What an officer plans with: numbers as of a day, the last edition's results, an annex table, how many to invite.
import { expect, test } from "vitest";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { at } from "../../test/open-day.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { draftDirective } from "../directive/contract.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { letterAnnex, readAnnex } from "./contract/annex.ts";
import { targetFunnel } from "./contract/funnel.ts";
import * as contract from "./contract.ts";
import { listChildren } from "./store/children.ts";
import { listPastDrives } from "./store/funnel.ts";
import { share, split, splitCampaign, view } from "./targets.testing.ts";

/** The edition of 2020, its results in by 2 June; the campaign of `splitCampaign` follows it. */
const lastEdition = async (w: World): Promise<string> => {
  const id = await makeCampaign(w);
  await w.pool.query(
    "update campaign.campaign set period = '[2020-01-01,2020-12-31]', year = 2020, name = 'Lần thứ VIII' where id = $1",
    [id],
  );
  await makeClosedDrive(w, id, {
    day: "2020-06-02",
    donors: [
      { unit: "a1", ml350: 30, stayed: 10 },
      { unit: "a2", ml250: 15, stayed: 5 },
      { unit: "b1", ml350: 5, stayed: 15 },
    ],
  });
  return id;
};

await onEveryServer("planning a target", (world) => {
  test("the split of a day that is past is shown as it stood, to be read only", async () => {
    const w = world();
    const id = await splitCampaign(w);
    await at(w, "2021-01-20T02:00:00.000Z", async () => {
      const shares = [share(w.units.a, 500), share(w.units.b, 400)];
      const change = { basedOn: 1, shares, reserve: 100, reason: "Cân lại" };
      // A has split: its reserve of 50 cannot give 100 back.
      expect((await split(w.as("thu"), w.units.province, id, change)).problem?.code).toBe(
        "split-below-first",
      );
      const less = [share(w.units.a, 560), share(w.units.b, 340)];
      expect((await split(w.as("thu"), w.units.province, id, { ...change, shares: less })).status).toBe(200);
      const now = await view(w.as("thu"), w.units.province, id);
      expect(now).toMatchObject({ asOf: "2021-01-20", version: 2, inForceOn: "2021-01-20" });
      expect(now.children.map(({ value }) => value).sort()).toEqual([340, 560]);
      const past = await view(w.as("thu"), w.units.province, id, { asOf: "2021-01-19" });
      expect(past).toMatchObject({
        asOf: "2021-01-19",
        version: 1,
        inForceOn: "2021-01-18",
        allowedActions: [],
      });
      expect(past.children.map(({ value }) => value).sort()).toEqual([300, 600]);
      expect(await view(w.as("binh"), w.units.a, id, { asOf: "2021-01-19" })).toMatchObject({
        assigned: 600,
        reserve: 50,
      });
      expect(await view(w.as("binh"), w.units.a, id, { asOf: "2021-01-17" })).toMatchObject({
        assigned: null,
        version: 0,
      });
    });
  });

  test("a split is proposed by what each subtree reached the last time, with a least share and shares that stay", async () => {
    const w = world();
    await lastEdition(w);
    const id = await splitCampaign(w);
    const seen = await view(w.as("thu"), w.units.province, id);
    expect(seen.lastEdition?.name).toBe("Lần thứ VIII");
    expect(new Map(seen.children.map((child) => [child.unit.id, child.lastResultHundredths]))).toEqual(
      new Map([
        [w.units.a, 4500],
        [w.units.b, 500],
      ]),
    );
    const people = await view(w.as("thu"), w.units.province, id, { measure: "registrations" });
    expect(people.children.map((child) => child.lastResultHundredths).sort()).toEqual([2000, 6000]);
    const propose = async (query: { minimum?: number; locked?: string; measure?: "registrations" }) =>
      new Map(
        (
          await w.as("thu").call(contract.proposeSplit, {
            params: { unitId: w.units.province, campaignId: id },
            query: { total: 100, weights: "last-result", ...query },
          })
        ).body.shares.map(({ unitId, value }) => [unitId, value]),
      );
    expect((await propose({})).get(w.units.a)).toBe(90);
    expect((await propose({ measure: "registrations" })).get(w.units.a)).toBe(75);
    expect((await propose({ minimum: 20 })).get(w.units.b)).toBe(20);
    const locked = await w.as("thu").call(contract.proposeSplit, {
      params: { unitId: w.units.province, campaignId: id },
      query: { total: 1000, weights: "equal", locked: w.units.b },
    });
    expect(locked.body.shares).toEqual(
      expect.arrayContaining([share(w.units.b, 300), share(w.units.a, 700)]),
    );
  });

  test("of more units than a split may have, who has a share and who stands directly below are shown", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const of = { campaignId: id, unitId: w.units.province, measure: "units" } as const;
    const look = { day: "2021-06-02", asOf: null };
    const all = await listChildren(reader(w.pool), of, 1, look);
    expect(all.length).toBeGreaterThan(1);
    expect(all.map((child) => child.all)).toEqual(all.map(() => all.length));
    const [first] = await listChildren(reader(w.pool), of, 1, { ...look, most: 1 });
    expect(first).toMatchObject({ all: all.length });
    const only = await listChildren(reader(w.pool), of, 0, { ...look, only: [w.units.b, w.units.b1] });
    expect(only.map(({ unitId }) => unitId)).toEqual([w.units.b]);
  });

  test("those below are told page by page, of the split that the first page was of", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const seen = await view(w.as("thu"), w.units.province, id);
    expect(seen.next).toBeNull();
    expect(seen.children.length).toBeGreaterThan(1);
    const params = { unitId: w.units.province, campaignId: id };
    const page = async (after?: string) =>
      (
        await w.as("thu").call(contract.listTargetChildren, {
          params,
          query: { limit: 1, ...(after !== undefined && { after }) },
        })
      ).body;
    const first = await page();
    const again = await split(w.as("thu"), w.units.province, id, {
      basedOn: 1,
      shares: [share(w.units.a, 600), share(w.units.b, 350)],
      reserve: 50,
      reason: "Bớt dự phòng",
    });
    expect(again.status).toBe(200);
    const paged = [...first.items];
    for (let after = first.next; after !== null; ) {
      const next = await page(after);
      expect(next.items).toHaveLength(1);
      paged.push(...next.items);
      after = next.next;
    }
    expect(paged).toEqual(seen.children);
    const wrong = await w.as("thu").call(contract.listTargetChildren, { params, query: { after: "1" } });
    expect(wrong.status).toBe(400);
    expect((await w.as("xa").call(contract.listTargetChildren, { params, query: {} })).status).toBe(403);
  });

  test("a pasted annex is matched to the unions below, and what is unclear is left to the officer", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const text = [
      "TT\tĐơn vị\tChỉ tiêu (đơn vị máu)",
      "1\tLĐLĐ huyện An\t600",
      "2\tCĐCS Trường An Một\t50",
      "3\tKhối lực lượng vũ trang\t40",
      "4\tLĐLĐ An\t10",
      "\tTổng cộng\t690",
    ].join("\n");
    const read = await w.as("thu").call(readAnnex, {
      params: { unitId: w.units.province, campaignId: id },
      body: { text },
    });
    expect(read.body).toMatchObject({
      source: null,
      rows: [
        { fate: "matched", unitId: w.units.a, value: 600, measure: "units" },
        { fate: "not-below", unitId: null, candidates: [{ id: w.units.a1 }] },
        { fate: "unknown", candidates: [] },
        { fate: "twice", unitId: null, candidates: [{ id: w.units.a }] },
      ],
      stated: 690,
      sum: 700,
      matchedSum: 600,
      totalOk: false,
      missing: [{ id: w.units.b }],
    });
    expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({ version: 1 });
  });

  test("a letter's own targets are read the same way, by its sender and by nobody it did not reach", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const directiveId = newId();
    const words =
      "Công đoàn ngành Bình: 45 đơn vị máu\nLĐLĐ huyện An: 55 đơn vị máu\nTổng số: 100 đơn vị máu";
    const drafted = await w.as("thu").call(draftDirective, {
      params: { unitId: w.units.province },
      body: {
        id: directiveId,
        documentId: newId(),
        campaign: { existingId: id },
        letter: {
          subject: "giao chỉ tiêu",
          addressees: [],
          bases: [],
          instructions: [{ ordinal: 1, text: "Vận động.", duties: ["meet-target"] }],
          targets: [
            { unit: "Công đoàn ngành Bình", value: 45, measure: "blood-units" },
            { unit: "LĐLĐ huyện An", value: 55, measure: "blood-units" },
            { unit: "LĐLĐ huyện An", value: 90, measure: "registrations" },
          ],
          recipients: [],
          warnings: [],
          text: words,
          spans: {},
        },
        recipients: [{ unitId: w.units.a, addressee: "" }],
      },
    });
    expect(drafted.status).toBe(200);
    const ask = (who: "thu" | "bao", unitId: string) =>
      w.as(who).call(letterAnnex, { params: { unitId, campaignId: id }, query: { directiveId } });
    expect((await ask("thu", w.units.province)).body).toMatchObject({
      source: { directiveId },
      rows: [
        { fate: "matched", unitId: w.units.b, value: 45 },
        { fate: "matched", unitId: w.units.a, value: 55 },
      ],
      otherMeasure: 1,
      stated: 100,
      totalOk: true,
      missing: [],
    });
    expect((await ask("bao", w.units.b)).status).toBe(404);
  });
});

await onEveryServer("how many to invite", (world) => {
  test("where no drive was ever closed, the planning rule speaks and says that it is one", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const { body } = await w.as("binh").call(targetFunnel, {
      params: { unitId: w.units.a, campaignId: id },
      query: { confidence: 0.9 },
    });
    expect(body).toMatchObject({
      basis: "assumed",
      drives: 0,
      from: null,
      target: 600,
      screened: null,
      donated: { of: null, came: null },
      assumption: { low: 0.55, high: 0.85 },
    });
    expect(
      (await w.as("xa").call(targetFunnel, { params: { unitId: w.units.a, campaignId: id } })).status,
    ).toBe(403);
  });

  test("how many to invite is told from the unit's own drives, the leading unit's, or the planning rule", async () => {
    const w = world();
    const last = await lastEdition(w);
    const id = await splitCampaign(w);
    const funnel = async (who: "chi" | "bich" | "thu", unitId: string, query = {}) =>
      (await w.as(who).call(targetFunnel, { params: { unitId, campaignId: id }, query })).body;
    const own = await funnel("chi", w.units.a1, { target: 120 });
    expect(own).toMatchObject({ basis: "own", target: 120, unitsPerDonationHundredths: 100 });
    // Drives gone through find what the counters of each unit below say.
    const db = reader(w.pool);
    const inside = await listPastDrives(db, w.units.a, "2021-06-02");
    expect(inside.length).toBeGreaterThan(0);
    expect(await listPastDrives(db, w.units.a, "2021-06-02", -1)).toEqual(inside);
    expect(own.donated.likely).toBeGreaterThan(0.65);
    expect(own.seek.low).toBeLessThan(own.seek.likely);
    expect(own.seek.likely).toBeLessThan(own.seek.safe);
    // B1 had 20 people in it: too few to speak for themselves. Its target is the assigned one.
    const leading = await funnel("bich", w.units.b1);
    expect(leading).toMatchObject({ basis: "leading", target: 250, registered: 0, unitsHundredths: 0 });
    expect(leading.drives).toBeGreaterThan(0);
    const soFar = await w.as("thu").call(targetFunnel, {
      params: { unitId: w.units.a, campaignId: last },
      query: { target: 10 },
    });
    // A campaign of the year before counts what was gathered in it.
    expect(soFar.body).toMatchObject({ registered: 60, unitsHundredths: 4500 });
  });
});
