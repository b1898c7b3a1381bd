// Numbers in the middle of a re-organisation: moved with the units, adding up on every day, and taken back exactly.
import { expect, test } from "vitest";
import { carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { at } from "../../test/open-day.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import type { Act } from "../unit/schema/acts.ts";
import { targetHistory } from "./contract/history.ts";
import { askTarget, listRequests } from "./contract/requests.ts";
import * as contract from "./contract.ts";
import { share, split, splitCampaign, view, wrongSums } from "./targets.testing.ts";

const ON = "2021-01-25";
const EVE = "2021-01-24";
/** A week after everything was split, the day itself past. */
const LATER = "2021-01-27T02:00:00.000Z";

/** Numbers of the whole province, by unit, as the screens show them. */
async function numbers(w: World, campaignId: string, asOf?: string): Promise<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const [unit, who] of [
    ["province", "thu"],
    ["a", "thu"],
    ["b", "thu"],
  ] as const) {
    const reply = await w.as(who).call(contract.getTargets, {
      params: { unitId: w.units[unit], campaignId },
      query: asOf === undefined ? {} : { asOf },
    });
    if (reply.status !== 200) continue;
    const { assigned, own, reserve, children } = reply.body;
    const shares = children.map((child) => [child.unit.shortName, child.value, child.own]);
    out[unit] = { assigned, own, reserve, shares: shares.filter(([, value]) => value !== null) };
  }
  return out;
}

await onEveryServer("targets in a re-organisation", (world) => {
  const merging = (w: World): readonly Act[] => [{ kind: "merge", fromIds: [w.units.a], intoId: w.units.b }];
  const mergingBelow = (w: World): readonly Act[] => [
    { kind: "merge", fromIds: [w.units.a1], intoId: w.units.a2 },
  ];

  test("two districts merge: both numbers become one, the unions below keep theirs, each day shows its own", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const before = await numbers(w, id);
    await at(w, LATER, async () => {
      const entry = { effectiveOn: ON, acts: [...merging(w)], title: "Sáp nhập công đoàn An vào Bình" };
      const draft = await draftDecision(w, entry);
      const { touches } = await dryRun(w, draft);
      expect(touches.filter(({ capability }) => capability === "target")).toEqual([
        expect.objectContaining({ what: "numbers-move", count: 2 }),
      ]);
      const decisionId = await carryOut(w, entry);

      expect(await wrongSums(w, id)).toEqual([]);
      const province = await view(w.as("thu"), w.units.province, id);
      expect(province).toMatchObject({ assigned: 1000, version: 2, reserve: 100, inForceOn: ON });
      expect(province.children).toEqual([
        expect.objectContaining({ unit: expect.objectContaining({ id: w.units.b }), value: 900 }),
      ]);
      const b = await view(w.as("bao"), w.units.b, id);
      expect(b).toMatchObject({ assigned: 900, reserve: 100 });
      expect(new Map(b.children.map(({ unit, value }) => [unit.id, value]))).toEqual(
        new Map([
          [w.units.a1, 350],
          [w.units.a2, 200],
          [w.units.b1, 250],
        ]),
      );
      expect(await view(w.as("chi"), w.units.a1, id)).toMatchObject({
        assigned: 350,
        assignedBy: { id: w.units.b },
      });
      // The eve is as it was, whoever asks; the unit that ended is seen by whoever sees its successor.
      expect(await numbers(w, id, EVE)).toEqual(before);
      expect(await view(w.as("bao"), w.units.a, id, { asOf: EVE })).toMatchObject({ assigned: 600 });
      for (const day of [EVE, ON]) expect(await wrongSums(w, id, day)).toEqual([]);

      const history = await w.as("thu").call(targetHistory, {
        params: { unitId: w.units.province, campaignId: id },
        query: {},
      });
      expect(history.body.items[0]).toMatchObject({
        version: 2,
        cause: "reorganised",
        reason: "Sáp nhập công đoàn An vào Bình",
        decisionId,
        inForceOn: ON,
        changes: expect.arrayContaining([
          { unit: expect.objectContaining({ id: w.units.a }), was: 600, becomes: null },
          { unit: expect.objectContaining({ id: w.units.b }), was: 300, becomes: 900 },
        ]),
      });

      expect((await undo(w, decisionId)).status).toBe(200);
      expect(await numbers(w, id)).toEqual(before);
      expect(await numbers(w, id, ON)).toEqual(before);
      expect(await wrongSums(w, id)).toEqual([]);
      expect(await view(w.as("thu"), w.units.province, id)).toMatchObject({ version: 3 });
    });
  });

  test("a number decided since stands in the way of undoing, until it is decided back", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const before = await numbers(w, id);
    await at(w, LATER, async () => {
      const decisionId = await carryOut(w, { effectiveOn: ON, acts: [...merging(w)] });
      const was = await view(w.as("bao"), w.units.b, id);
      const shares = was.children.map(({ unit, value }) => share(unit.id, value ?? 0));
      const other = shares.map(({ unitId, value }) => share(unitId, value - 10));
      const first = {
        basedOn: was.version,
        shares: other,
        reserve: was.reserve + 30,
        reason: "Giữ lại thêm",
      };
      expect((await split(w.as("bao"), w.units.b, id, first)).status).toBe(200);
      const blocked = await undo(w, decisionId);
      expect(blocked.problem?.code).toBe("undo-blocked");
      const second = { basedOn: was.version + 1, shares, reserve: was.reserve, reason: "Trả lại như cũ" };
      expect((await split(w.as("bao"), w.units.b, id, second)).status).toBe(200);
      expect((await undo(w, decisionId)).status).toBe(200);
      expect(await numbers(w, id)).toEqual(before);
    });
  });

  test("two decisions one upon the other are undone in turn and leave no number changed", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const before = await numbers(w, id);
    await at(w, LATER, async () => {
      const first = await carryOut(w, { effectiveOn: ON, acts: [...mergingBelow(w)] });
      const between = await numbers(w, id);
      expect(between).not.toEqual(before);
      const second = await carryOut(w, { effectiveOn: "2021-01-26", acts: [...merging(w)] });
      expect(await wrongSums(w, id)).toEqual([]);
      expect(await numbers(w, id, ON)).toEqual(between);
      expect((await undo(w, second)).status).toBe(200);
      expect(await numbers(w, id)).toEqual(between);
      expect((await undo(w, first)).status).toBe(200);
      expect(await numbers(w, id)).toEqual(before);
      expect(await wrongSums(w, id)).toEqual([]);
    });
  });

  test("own numbers of two unions that merge are one; a request of the union that ends lapses, and is open again", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const own = (who: "chi" | "son", unitId: string, value: number) =>
      w.as(who).call(contract.setOwnTarget, {
        params: { unitId, campaignId: id },
        body: { measure: "units", value },
      });
    await own("chi", w.units.a1, 400);
    await own("son", w.units.a2, 210);
    const asked = await w.as("chi").call(askTarget, {
      params: { unitId: w.units.a1, campaignId: id },
      body: { id: newId(), measure: "units", value: 380, reason: "Thêm đoàn viên mới" },
    });
    expect(asked.status).toBe(200);
    const waiting = async () =>
      (
        await w.as("binh").call(listRequests, {
          params: { unitId: w.units.a, campaignId: id },
          query: { of: "below" },
        })
      ).body.items.map(({ state, to }) => [state, to.id]);
    await at(w, LATER, async () => {
      const decisionId = await carryOut(w, { effectiveOn: ON, acts: [...mergingBelow(w)] });
      expect(await view(w.as("son"), w.units.a2, id)).toMatchObject({ assigned: 550, own: 610 });
      expect(await view(w.as("son"), w.units.a2, id, { asOf: EVE })).toMatchObject({
        assigned: 200,
        own: 210,
      });
      expect(await waiting()).toEqual([["lapsed", w.units.a]]);
      expect((await undo(w, decisionId)).status).toBe(200);
      expect(await view(w.as("son"), w.units.a2, id)).toMatchObject({ assigned: 200, own: 210 });
      expect(await view(w.as("chi"), w.units.a1, id)).toMatchObject({ assigned: 350, own: 400 });
      expect(await waiting()).toEqual([["open", w.units.a]]);
    });
  });

  test("a union that moves takes its number along, and asks its new giver; without a successor a number is the reserve's", async () => {
    const w = world();
    const id = await splitCampaign(w);
    const asked = await w.as("chi").call(askTarget, {
      params: { unitId: w.units.a1, campaignId: id },
      body: { id: newId(), measure: "units", value: 380, reason: "Thêm đoàn viên mới" },
    });
    expect(asked.status).toBe(200);
    await at(w, LATER, async () => {
      const moving: Act = { kind: "move", unitId: w.units.a1, parentId: w.units.b };
      await carryOut(w, { effectiveOn: ON, acts: [moving] });
      expect(await wrongSums(w, id)).toEqual([]);
      expect(await view(w.as("binh"), w.units.a, id)).toMatchObject({ assigned: 250, reserve: 50 });
      expect(await view(w.as("bao"), w.units.b, id)).toMatchObject({
        assigned: 650,
        reserve: 50,
        waiting: 1,
      });
      const ending: Act = { kind: "close", unitId: w.units.a2, members: "leave" };
      await carryOut(w, { effectiveOn: "2021-01-26", acts: [ending] });
      const a = await view(w.as("binh"), w.units.a, id);
      expect(a).toMatchObject({ assigned: 250, reserve: 250 });
      expect(a.children).toEqual([]);
      expect(await wrongSums(w, id)).toEqual([]);
    });
  });
});
