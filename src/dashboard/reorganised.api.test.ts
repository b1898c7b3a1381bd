// The overview through re-organisations: any unit on any day equals a recount by a naive model of the tree, and a
// decision undone leaves every number as it was.
import { beforeAll, expect, it } from "vitest";
import type { UnitName } from "../../test/cast.ts";
import { giveTargets, makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { apply, approve, carryOut, draftDecision, dryRun, undo } from "../../test/decisions.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { transaction } from "../platform/db/sql.ts";
import { addDays } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import type { Measure } from "../tally/schema.ts";
import { addCounts } from "../tally/service.ts";
import type { Act } from "../unit/schema/acts.ts";
import { openUnit } from "../unit/service.ts";
import { getLeague, listGroupingTotals } from "./contract/league.ts";
import { getOverview } from "./contract.ts";

/** Draws that are the same each time: a failure names its round. */
const drawing = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % below;
  };
};

/** What a child would write: who stood under whom from when, and who took a closed unit's place. */
class Naive {
  private readonly above = new Map<string, { from: string; parent: string }[]>();
  private readonly ended = new Map<string, { on: string; heir: string }>();

  stand(id: string, parent: string, from = "2018-01-01"): void {
    this.above.set(id, [...(this.above.get(id) ?? []), { from, parent }]);
  }
  close(id: string, on: string, heir: string): void {
    for (const child of this.childrenOn(id, on)) this.stand(child, heir, on);
    this.ended.set(id, { on, heir });
  }
  stands(id: string, day: string): boolean {
    return (this.ended.get(id)?.on ?? "9999") > day;
  }
  parentOn(id: string, day: string): string | undefined {
    return this.above.get(id)?.findLast(({ from }) => from <= day)?.parent;
  }
  childrenOn(id: string, day: string): string[] {
    return [...this.above.keys()].filter((one) => this.stands(one, day) && this.parentOn(one, day) === id);
  }
  /** Does what is credited to `id` count within `top` on the day? */
  within(id: string, top: string, day: string): boolean {
    let at: string | undefined = id;
    while (at !== undefined && !this.stands(at, day)) at = this.ended.get(at)?.heir;
    while (at !== undefined && at !== top) at = this.parentOn(at, day);
    return at === top;
  }
}

interface Fact {
  readonly unitId: string;
  readonly measure: Measure;
  readonly day: string;
  readonly by: number;
}

const ROUNDS = 2;
const DECISIONS = 4;

await onEveryServer("the overview through re-organisations", (world) => {
  const extra = { c: newId(), c1: newId(), c2: newId() };

  beforeAll(async () => {
    const { province } = world().units;
    await transaction(world().pool, async (tx) => {
      for (const [name, id] of Object.entries(extra)) {
        await openUnit(tx, {
          id,
          side: "union",
          kind: name === "c" ? "district-federation" : "grassroots",
          name: `Công đoàn ${name}`,
          shortName: name,
          notation: "CĐ",
          placeName: "Mẫu",
          parentId: name === "c" ? province : extra.c,
          from: "2018-01-01",
        });
      }
    });
    world().now = "2021-12-01T02:00:00.000Z";
  });

  const treeOf = ({ units }: World): Naive => {
    const tree = new Naive();
    const under: [UnitName, UnitName][] = [
      ["a", "province"],
      ["b", "province"],
      ["a1", "a"],
      ["a2", "a"],
      ["b1", "b"],
      ["a1s", "a1"],
    ];
    for (const [child, parent] of under) tree.stand(units[child], units[parent]);
    tree.stand(extra.c, units.province);
    tree.stand(extra.c1, extra.c);
    tree.stand(extra.c2, extra.c);
    return tree;
  };

  it("equals a naive recount for every unit on days before and after, in rows, ranking and total; undone, all is as before", async () => {
    const w = world();
    const { units } = w;
    const all = [units.a, units.b, units.a1, units.a2, units.b1, units.a1s, ...Object.values(extra)];
    const middle = [units.a, units.b, extra.c];
    const leaves = [units.a1, units.a2, units.b1, extra.c1, extra.c2];
    for (let round = 1; round <= ROUNDS; round++) {
      const next = drawing(round * 7919);
      const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
      const campaignId = await makeCampaign(w);
      const driveId = await makeClosedDrive(w, campaignId, { day: "2021-06-09", donors: [] });
      const facts: Fact[] = Array.from({ length: 120 }, () => ({
        unitId: pick([...all, units.province]),
        measure: pick<Measure>(["registered", "donated", "bags", "ml", "units"]),
        day: addDays("2021-05-01", next(200)),
        by: 1 + next(20),
      }));
      await transaction(w.pool, (tx) =>
        addCounts(
          tx,
          facts.map((fact) => ({ ...fact, campaignId, driveId })),
        ),
      );

      const tree = treeOf(w);
      const days = ["2021-05-05", "2021-11-30"];
      const look = async () => {
        const seen: unknown[] = [];
        for (const top of [units.province, ...middle, units.a1]) {
          for (const day of days) {
            const { status, body } = await w
              .as("thu")
              .call(getOverview, { params: { unitId: top, campaignId }, query: { asOf: day } });
            seen.push([
              day,
              top,
              status,
              status === 200 ? [body.totals, body.children, body.ownRow, body.curve] : null,
            ]);
          }
        }
        return seen;
      };
      const untouched = await look();

      const done: string[] = [];
      for (let count = 0; count < DECISIONS; count++) {
        const day = addDays("2021-06-01", count * 40 + next(30));
        const standing = (list: readonly string[]) => list.filter((id) => tree.stands(id, day));
        const unitId = pick(standing(leaves));
        const to = pick(standing(middle));
        const kind = pick(["move", "move-to-top", "merge-leaves", "merge-middle", "close"] as const);
        const other = standing(leaves).find((id) => id !== unitId);
        const from = standing(middle).find((id) => id !== to);
        let act: Act | undefined;
        let then: () => void = () => undefined;
        if (kind === "move" && tree.parentOn(unitId, day) !== to) {
          act = { kind: "move", unitId, parentId: to };
          then = () => tree.stand(unitId, to, day);
        } else if (kind === "move-to-top" && tree.parentOn(unitId, day) !== units.province) {
          act = { kind: "move", unitId, parentId: units.province };
          then = () => tree.stand(unitId, units.province, day);
        } else if (kind === "merge-leaves" && other !== undefined) {
          act = { kind: "merge", fromIds: [unitId], intoId: other };
          then = () => tree.close(unitId, day, other);
        } else if (kind === "merge-middle" && from !== undefined) {
          act = { kind: "merge", fromIds: [from], intoId: to };
          then = () => tree.close(from, day, to);
        } else if (kind === "close" && tree.childrenOn(unitId, day).length === 0) {
          act = { kind: "close", unitId, members: "leave" };
          const heir = tree.parentOn(unitId, day) ?? units.province;
          then = () => tree.close(unitId, day, heir);
        }
        if (act === undefined) continue;
        const id = await draftDecision(w, { acts: [act], effectiveOn: day });
        if ((await dryRun(w, id)).reasons.length > 0) continue;
        expect([round, act, (await approve(w, id)).problem, (await apply(w, id)).problem]).toEqual([
          round,
          act,
          undefined,
          undefined,
        ]);
        then();
        done.push(id);
        days.push(addDays(day, -1), day);
      }
      expect(done.length).toBeGreaterThan(1);

      for (const day of days) {
        for (const top of [units.province, pick(middle), pick(all), pick(all)]) {
          const { status, body } = await w
            .as("thu")
            .call(getOverview, { params: { unitId: top, campaignId }, query: { asOf: day } });
          if (!tree.stands(top, day)) {
            expect([round, day, top, status]).toEqual([round, day, top, 404]);
            continue;
          }
          const recount = (of: string, measure: Measure): number =>
            facts
              .filter(
                (fact) => fact.measure === measure && fact.day <= day && tree.within(fact.unitId, of, day),
              )
              .reduce((sum, { by }) => sum + by, 0);
          const totals = (of: string) => ({
            registered: recount(of, "registered"),
            donated: recount(of, "donated"),
            bags: recount(of, "bags"),
            ml: recount(of, "ml"),
            unitsHundredths: recount(of, "units"),
          });
          expect([round, day, top, status, body.totals]).toEqual([round, day, top, 200, totals(top)]);
          expect(new Map(body.children.map((row) => [row.unit.id, row.totals]))).toEqual(
            new Map(tree.childrenOn(top, day).map((child) => [child, totals(child)])),
          );
          const rows = [...body.children, ...(body.ownRow === null ? [] : [body.ownRow])];
          expect(rows.reduce((sum, row) => sum + row.totals.unitsHundredths, 0)).toBe(
            body.totals.unitsHundredths,
          );
          for (const { spark, totals: of } of rows) expect(spark.at(-1) ?? 0).toBe(of.unitsHundredths);
        }
        const league = await w.as("thu").call(getLeague, {
          params: { unitId: units.province, campaignId },
          query: { asOf: day, level: "grassroots", limit: 200 },
        });
        for (const row of league.body.items) {
          const recount = facts
            .filter(
              (fact) =>
                fact.measure === "units" && fact.day <= day && tree.within(fact.unitId, row.unit.id, day),
            )
            .reduce((sum, { by }) => sum + by, 0);
          expect([round, day, row.unit.id, row.unitsHundredths]).toEqual([round, day, row.unit.id, recount]);
        }
      }

      for (const id of done.reverse()) expect((await undo(w, id)).problem).toBeUndefined();
      days.splice(2);
      expect(await look()).toEqual(untouched);
    }
  }, 240_000);

  it("shows a unit that has ended on a day it stood, to who may see its heir, and says who that is", async () => {
    const w = world();
    const { a, b, province } = w.units;
    const campaignId = await makeCampaign(w);
    await makeClosedDrive(w, campaignId, {
      day: "2021-06-09",
      donors: [
        { unit: "a", ml350: 1 },
        { unit: "a1", ml350: 4 },
        { unit: "b1", ml350: 3 },
      ],
    });
    await giveTargets(w, campaignId, "province", { a: 8, b: 6 });
    const id = await carryOut(w, {
      acts: [{ kind: "merge", fromIds: [a], intoId: b }],
      effectiveOn: "2021-07-01",
    });
    const look = async (who: "thu" | "bao" | "binh" | "xa", unitId: string, asOf?: string) =>
      w
        .as(who)
        .call(getOverview, { params: { unitId, campaignId }, query: asOf === undefined ? {} : { asOf } });
    const before = await look("bao", a, "2021-06-30");
    expect(before.body).toMatchObject({ heir: { id: b }, totals: { donated: 5 } });
    expect((await look("thu", a, "2021-06-30")).status).toBe(200);
    // Its own office ended with it; another province never saw it.
    expect((await look("binh", a, "2021-06-30")).status).toBe(403);
    expect((await look("xa", a, "2021-06-30")).status).toBe(403);
    expect((await look("thu", a)).problem?.code).toBe("not-found");
    const rows = async (asOf: string) =>
      (await look("thu", province, asOf)).body.children
        .filter(({ unit }) => unit.id === a || unit.id === b)
        .map(({ unit, totals, assigned }) => [unit.id, totals.donated, assigned]);
    expect(await rows("2021-06-30")).toEqual([
      [b, 3, 6],
      [a, 5, 8],
    ]);
    expect((await rows("2021-07-01")).map(([unitId, donated]) => [unitId, donated])).toEqual([[b, 8]]);
    expect((await look("thu", b)).body.ownRow).toMatchObject({ totals: { donated: 1 } });
    // Both sides of the day hold the same numbers at the top.
    const top = async (asOf: string) => {
      const { totals, assigned } = (await look("thu", province, asOf)).body;
      return [totals, assigned];
    };
    expect(await top("2021-07-01")).toEqual(await top("2021-06-30"));
    expect((await undo(w, id)).problem).toBeUndefined();
    expect(await rows("2021-07-01")).toEqual([
      [b, 3, 6],
      [a, 5, 8],
    ]);
    expect(
      (await w.as("thu").call(listGroupingTotals, { params: { unitId: province, campaignId } })).body.items,
    ).toEqual([]);
  });
});
