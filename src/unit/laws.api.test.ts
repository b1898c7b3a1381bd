// The laws of re-organisation against the database: its paths and credits agree with a plain recount, what is loaded of
// the tree decides as the whole tree does, and undoing leaves every row as it was.
import fc from "fast-check";
import { expect, it } from "vitest";
import { onEveryServer, type World } from "../../test/world.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { rows, sql, type Tx, transaction } from "../platform/db/sql.ts";
import { dayIn } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import { decide } from "./rules/decide.ts";
import { carryOutNaively, countsAt, isWithin, standingOn, tableOf } from "./rules/naive.testing.ts";
import type { Tree, UnitLife } from "./rules/timeline.ts";
import { ALL_DAYS, Dice, growTree, throwDecision } from "./rules/worlds.testing.ts";
import { applyDecision, undoDecision } from "./service/applying.ts";
import { approveDecision, runDry, writeDraft } from "./service/deciding.ts";
import { loadLives, rebuildPaths, writeLives } from "./store/tree.ts";

const RUNS = process.env.CI ? 60 : 15;
const TABLES = ["unit", "naming", "edge", "heir", "path", "cover", "grouping", "grouping_member"] as const;

/** A signatory's request inside one open transaction, which is rolled back at the end of each run. */
const ctxOf = (world: World, tx: Tx): WriteCtx => ({
  operation: "law",
  now: world.now,
  today: dayIn(world.now),
  newId,
  principal: { kind: "account", accountId: world.accountOf("tuan"), sessionId: "", grants: [] },
  locale: "vi",
  db: tx,
  publicUrl: "",
  demo: false,
  tx,
  allow: async () => undefined,
  may: async () => true,
  recent: (_key, _worth, make) => make(),
  audit: async () => undefined,
  unchanged: () => undefined,
  enqueue: async () => undefined,
  setSession: () => undefined,
});

const snapshot = async (tx: Tx): Promise<unknown> => {
  const found: Record<string, unknown> = {};
  for (const table of TABLES)
    found[table] = (
      await tx.queryable.query({ text: `select t.* from unit.${table} t order by t::text`, values: [] })
    ).rows;
  return found;
};

class RolledBack extends Error {}

await onEveryServer("the laws of re-organisation", (world) => {
  it("hold in the database for random trees and decisions", async () => {
    let accepted = 0;
    let undone = 0;
    const run = async (tx: Tx, thrown: readonly number[]): Promise<void> => {
      const ctx = ctxOf(world(), tx);
      const throws = new Dice(thrown);
      const first = growTree(throws);
      await writeLives(tx, [...first.values()]);
      await rebuildPaths(tx, [...first.keys()]);
      const table = tableOf(first);
      let tree: Tree = first;
      const trail: { id: string; unitId: string; before: unknown }[] = [];
      for (let n = 0; n < 4; n++) {
        const { acts, day, deciderId } = throwDecision(throws, tree, 1000 + n * 100);
        // A unit that was opened and has decided something itself is held by its own decision: its opening stays.
        if (!first.has(deciderId)) continue;
        const whole = decide({ tree, acts, day, deciderId });
        const id = newId();
        await writeDraft(ctx, deciderId, id, {
          title: "Luật",
          effectiveOn: day,
          paper: null,
          fileId: null,
          acts: [...acts],
        });
        const seen = await runDry(ctx, deciderId, id, []);
        // Loaded is what the acts are about: it decides alike, but may not see every further consequence of an act refused.
        expect(seen.ok).toBe(whole.reasons.length === 0);
        expect(whole.reasons).toEqual(expect.arrayContaining([...seen.reasons]));
        if (!seen.ok) continue;
        const before = await snapshot(tx);
        await approveDecision(ctx, deciderId, id, seen.seal, []);
        await applyDecision(ctx, deciderId, id, []);
        accepted++;
        trail.push({ id, unitId: deciderId, before });
        carryOutNaively(table, acts, day);
        tree = new Map<string, UnitLife>([...tree, ...whole.changed]);
        const written = await loadLives(tx, [...tree.keys()]);
        for (const [unitId, life] of tree) expect(written.get(unitId)).toEqual(life);
      }
      await expectRecount(tx, tree, table);
      for (const { id, unitId, before } of trail.reverse()) {
        await undoDecision(ctx, unitId, id, "Luật", []);
        undone++;
        expect(await snapshot(tx)).toEqual(before);
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 160 }), async (thrown) => {
        const outcome = transaction(world().pool, async (tx) => {
          await run(tx, thrown);
          throw new RolledBack();
        });
        await expect(outcome).rejects.toBeInstanceOf(RolledBack);
      }),
      // Shrinking through a database takes longer than the test may.
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(RUNS);
    expect(undone).toBe(accepted);
  }, 300_000);
});

/** Every unit's place on every day, as the views say and as the plain table says. */
async function expectRecount(tx: Tx, tree: Tree, table: ReturnType<typeof tableOf>): Promise<void> {
  const ids = [...tree.keys()];
  const credits = await rows<{ day: string; unitId: string; creditUnitId: string; path: string }>(
    tx,
    sql`select d.day::date as day, c.unit_id, c.credit_unit_id, c.path
        from unnest(${ALL_DAYS}::date[]) as d (day)
        join unit.v_credit c on c.unit_id = any (${ids}::uuid[]) and c.valid @> d.day`,
  );
  const tops = await rows<{ day: string; unitId: string; path: string }>(
    tx,
    sql`select d.day::date as day, p.unit_id, p.path from unnest(${ALL_DAYS}::date[]) as d (day)
        join unit.v_unit p on p.unit_id = any (${ids}::uuid[]) and p.valid @> d.day`,
  );
  for (const day of ALL_DAYS) {
    const here = credits.filter((one) => one.day === day);
    const standing = tops.filter((one) => one.day === day);
    expect(standing.map(({ unitId }) => unitId).sort()).toEqual(standingOn(table, day).sort());
    for (const unit of ids) {
      const found = here.filter(({ unitId }) => unitId === unit);
      const counted = countsAt(table, unit, day);
      expect(found.map(({ creditUnitId }) => creditUnitId)).toEqual(counted === undefined ? [] : [counted]);
      if (counted === undefined) continue;
      const under = standing
        .filter(({ path }) => found[0]?.path.startsWith(path))
        .map(({ unitId }) => unitId);
      const naively = standing
        .map(({ unitId }) => unitId)
        .filter((top) => isWithin(table, counted, top, day));
      expect(under.sort()).toEqual(naively.sort());
    }
  }
}
