// The law of the kept sums: whatever was counted, taken back, moved in the tree and folded in whatever order, on every
// day every sum is what the counters say in the tree of that day.
import { expect, it } from "vitest";
import { UNITS } from "../../test/cast.ts";
import { DAYS, drawing, floorsOf, MOVES, move } from "../../test/moving-tree.ts";
import { openDay, withSealKey } from "../../test/open-day.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { transaction } from "../platform/db/sql.ts";
import { aboveOf } from "../unit/rules/path.ts";
import type { Measure } from "./schema.ts";
import { addCounts } from "./service.ts";
import { foldChanges } from "./store.ts";

withSealKey();

const MEASURES = ["registered", "donated", "bags", "ml", "units"] as const satisfies readonly Measure[];
async function expectRecount({ pool }: World, said: string): Promise<number> {
  let seen = 0;
  for (const day of DAYS) {
    const { rows: kept } = await pool.query(
      `select campaign_id || ' ' || above || ' ' || branch as place, ${MEASURES.map((m) => `sum(${m})::int as ${m}`).join(", ")}
       from tally.v_branch where day <= $1 and since <= $1 and until > $1 group by 1`,
      [day],
    );
    const { rows: facts } = await pool.query(
      `select k.campaign_id, p.path, k.measure, sum(k.value)::int as value
       from tally.counter k join unit.path p on p.unit_id = k.unit_id and p.valid @> $1::date
       where k.day <= $1 group by 1, 2, 3`,
      [day],
    );
    const sums = new Map<string, Record<Measure, number>>();
    for (const { campaign_id, path, measure, value } of facts) {
      for (const { above, branch } of floorsOf(path)) {
        const place = `${campaign_id} ${above} ${branch}`;
        const known = sums.get(place) ?? { registered: 0, donated: 0, bags: 0, ml: 0, units: 0 };
        known[measure as Measure] += value;
        sums.set(place, known);
      }
    }
    const listed = (all: Iterable<[string, Record<Measure, number>]>) =>
      [...all]
        .filter(([, found]) => MEASURES.some((measure) => found[measure] !== 0))
        .map(([place, found]) => `${place} ${MEASURES.map((measure) => found[measure]).join(" ")}`)
        .sort();
    const expected = listed(sums);
    expect(listed(kept.map(({ place, ...found }) => [place, found])), `${said}, on ${day}`).toEqual(expected);
    seen += expected.length;
    // The same by drive and place, asked of all drives.
    const { rows: apart } = await pool.query(
      `with kept as (
         select k.drive_id, tally.top_of(k.place) as place, ${MEASURES.map((m) => `sum(${m})::int as ${m}`).join(", ")}
         from tally.at_drives(array(select distinct drive_id from tally.counter), $1::date) k group by 1, 2),
       facts as (
         select k.drive_id, tally.top_of(p.path) as place,
                ${MEASURES.map((m) => `coalesce(sum(k.value) filter (where k.measure = '${m}'), 0)::int as ${m}`).join(", ")}
         from tally.counter k join unit.path p on p.unit_id = k.unit_id and p.valid @> $1::date
         where k.day <= $1 group by 1, 2)
       select * from kept full join facts using (drive_id, place)
       where ${MEASURES.map((m) => `coalesce(kept.${m}, 0) <> coalesce(facts.${m}, 0)`).join(" or ")}`,
      [day],
    );
    expect(apart, `${said}, by drive on ${day}`).toEqual([]);
  }
  return seen;
}

await onEveryServer("kept sums", (world) => {
  it("equal a recount on every day after facts, corrections, moves and folds in any order, some at the same moment", {
    timeout: 240_000,
  }, async () => {
    const { campaignId, driveId } = await openDay(world());
    const { pool } = world();
    const next = drawing(20_261_123);
    const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
    const count = () => {
      const counts = Array.from({ length: 1 + next(6) }, () => ({
        campaignId,
        driveId,
        unitId: UNITS[pick(["province", "a", "b", "a1", "a2", "b1", "a1s"] as const)],
        measure: pick(MEASURES),
        day: `2021-0${1 + next(6)}-${10 + next(15)}`,
        by: pick([-3, -1, 1, 2, 5]),
      }));
      return transaction(pool, async (tx) => addCounts(tx, counts));
    };
    const fold = () => transaction(pool, (tx) => foldChanges(tx, 1 + next(9)));
    const shift = () => {
      const child = pick(["a1", "a2", "b1", "a1s"] as const);
      const parent = pick<keyof typeof UNITS>(MOVES[child]);
      const from = pick(["2021-01-15", "2021-02-10", "2021-03-01", "2021-05-05"]);
      return transaction(pool, (tx) => move(tx, UNITS[child], UNITS[parent], from));
    };
    let seen = 0;
    for (let round = 1; round <= 12; round++) {
      for (let i = 0; i < 4; i++) await count();
      await pick([fold, shift, shift])();
      // Facts never wait for a fold or a move, and what they leave finds its place whichever is first.
      await Promise.all([count(), fold(), count(), shift(), count(), fold()]);
      seen += await expectRecount(world(), `round ${round}`);
    }
    expect(seen).toBeGreaterThan(100);
    while ((await transaction(pool, (tx) => foldChanges(tx, 1000))) > 0);
    expect((await pool.query("select 1 from tally.change")).rows).toEqual([]);
    await expectRecount(world(), "all folded");
    await transaction(pool, (tx) => tx.queryable.query({ text: "select tally.rebuild()", values: [] }));
    await expectRecount(world(), "made anew");
  });

  it("tell the drives at which anything counts at a place, or counted there before the tree changed, folded or not", async () => {
    const { pool } = world();
    const { campaignId, driveId: one } = await openDay(world());
    const { driveId: other } = await openDay(world());
    const count = (driveId: string, unit: keyof typeof UNITS) =>
      transaction(pool, async (tx) =>
        addCounts(tx, [
          {
            campaignId,
            driveId,
            unitId: UNITS[unit],
            measure: "registered",
            day: "2021-03-01",
            by: 1,
          },
        ]),
      );
    const pathOf = async (unit: keyof typeof UNITS): Promise<string> =>
      (
        await pool.query("select path from unit.v_place where unit_id = $1 and valid @> '2021-03-01'::date", [
          UNITS[unit],
        ])
      ).rows[0].path;
    const drivesAt = async (path: string): Promise<string[]> =>
      (await pool.query("select tally.drives_at($1, $2) as id", [campaignId, path])).rows
        .map(({ id }) => id)
        .sort();
    for (const [child, parent] of [
      ["a1", "a"],
      ["b1", "b"],
      ["a1s", "a1"],
    ] as const)
      await transaction(pool, (tx) => move(tx, UNITS[child], UNITS[parent], "2021-01-15"));
    const [a, b, a1] = [await pathOf("a"), await pathOf("b"), await pathOf("a1")];
    const both = [one, other].sort();
    await count(one, "a1s");
    await count(other, "b1");
    for (const step of ["as written", "folded", "moved"] as const) {
      if (step === "folded") while ((await transaction(pool, (tx) => foldChanges(tx, 1000))) > 0);
      // Looked at from today it counts elsewhere; in March it counted there.
      if (step === "moved") await transaction(pool, (tx) => move(tx, UNITS.a1, UNITS.b, "2021-05-05"));
      expect(await drivesAt(aboveOf(a)), step).toEqual(both);
      expect(await drivesAt(a), step).toEqual([one]);
      expect(await drivesAt(a1), step).toEqual([one]);
      expect(await drivesAt(b), step).toEqual(step === "moved" ? both : [other]);
    }
  });

  it("are no hurdle for a fact: one is counted while a fold or a re-organisation has not committed", async () => {
    const { campaignId, driveId } = await openDay(world());
    const holder = await world().pool.connect();
    try {
      await holder.query("begin");
      await holder.query("select tally.lock_book()");
      await transaction(world().pool, async (tx) => {
        await tx.queryable.query({ text: "set local lock_timeout = '2s'", values: [] });
        const fact = {
          campaignId,
          driveId,
          unitId: UNITS.a1,
          measure: "registered",
          day: "2021-03-01",
          by: 1,
        } as const;
        await addCounts(tx, [fact]);
      });
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    await expectRecount(world(), "counted meanwhile");
  });
});
