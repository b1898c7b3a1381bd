// Numbers through re-organisations: whatever the tree does, everything adds up, and nobody's own part is lost or made.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facts, faults, writtenOver } from "./redistribute.testing.ts";
import { type Book, type BookSplit, type Redistributed, redistribute } from "./redistribute.ts";
import type { Change } from "./redistribute-givers.ts";

const RUNS = 5000;

/** A tree by parent, and the book of a campaign that unit "0" leads. */
interface World {
  readonly parents: ReadonlyMap<string, string>;
  readonly book: Book;
}
type Act =
  | { readonly kind: "merge"; readonly from: string; readonly into: string }
  | { readonly kind: "close"; readonly unit: string }
  | { readonly kind: "move"; readonly unit: string; readonly to: string };

const above = (parents: ReadonlyMap<string, string>, unit: string): string[] => {
  const way: string[] = [];
  for (let at = parents.get(unit); at !== undefined; at = parents.get(at)) way.push(at);
  return way;
};

/** The tree and the change of one act; undefined where the tree could not take it. */
function tried(
  parents: ReadonlyMap<string, string>,
  act: Act,
): { parents: Map<string, string>; change: Change } | undefined {
  const after = new Map(parents);
  const moved: Change["moved"][number][] = [];
  const closed: Change["closed"][number][] = [];
  const move = (unitId: string, toId: string): void => {
    const fromId = after.get(unitId) ?? "";
    if (fromId === toId) return;
    moved.push({ unitId, fromId, toId });
    after.set(unitId, toId);
  };
  if (act.kind === "move") {
    if (!parents.has(act.unit) || act.unit === act.to || above(parents, act.to).includes(act.unit))
      return undefined;
    if (act.to !== "0" && !parents.has(act.to)) return undefined;
    move(act.unit, act.to);
  } else {
    const unit = act.kind === "merge" ? act.from : act.unit;
    const up = parents.get(unit);
    if (up === undefined) return undefined;
    const heir = act.kind === "merge" ? act.into : up;
    if (heir === unit || (heir !== "0" && !parents.has(heir)) || above(parents, heir).includes(unit))
      return undefined;
    for (const [child, parent] of parents) if (parent === unit) move(child, heir);
    closed.push({ unitId: unit, heirId: heir });
    after.delete(unit);
  }
  return { parents: after, change: { moved, closed, parentOf: (id) => after.get(id) } };
}

const act = (world: World, one: Act): (World & { readonly done: Redistributed }) | undefined => {
  const change = tried(world.parents, one);
  if (change === undefined) return undefined;
  const done = redistribute(world.book, change.change);
  return { parents: change.parents, book: writtenOver(world.book, done.splits), done };
};

const keptIn = (book: Book): number =>
  Object.values(facts(book)).reduce((sum, fact) => sum + Number(/keeps (\d+)/.exec(fact)?.[1]), 0);

/** Trees of up to 12 units below "0"; numbers split along the tree, some past a level, some units left out. */
const world: fc.Arbitrary<World> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      giver: fc.constantFrom("parent", "parent", "parent", "past", "nobody"),
      kept: fc.nat(50),
      splits: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((units) => {
    const parents = new Map(units.map(({ parent }, i) => [`${i + 1}`, `${parent % (i + 1)}`]));
    const givers = new Map<string, string>();
    units.forEach(({ giver }, i) => {
      const way = above(parents, `${i + 1}`).filter((id) => id === "0" || givers.has(id));
      const [nearest] = way;
      const from = giver === "past" ? (way.at(-1) ?? nearest) : nearest;
      if (giver !== "nobody" && from !== undefined) givers.set(`${i + 1}`, from);
    });
    const held = ["0", ...givers.keys()];
    const keptBy = (id: string): number => (id === "0" ? 7 : (units[Number(id) - 1]?.kept ?? 0));
    const numberOf = (id: string): number =>
      [...givers].reduce((sum, [child, giver]) => (giver === id ? sum + numberOf(child) : sum), keptBy(id));
    const splits = held.flatMap((id): BookSplit[] => {
      const shares = [...givers].flatMap(([child, giver]) =>
        giver === id ? [{ unitId: child, value: numberOf(child) }] : [],
      );
      const empty = id !== "0" && units[Number(id) - 1]?.splits === true;
      return shares.length > 0 || empty
        ? [{ unitId: id, total: numberOf(id), reserve: keptBy(id), shares }]
        : [];
    });
    return { parents, book: { rootId: "0", total: numberOf("0"), splits } };
  });
const unit = fc.integer({ min: 0, max: 12 }).map(String);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("merge" as const), from: unit, into: unit }),
  fc.record({ kind: fc.constant("close" as const), unit }),
  fc.record({ kind: fc.constant("move" as const), unit, to: unit }),
);

describe("numbers through a re-organisation", () => {
  test("after every act each split adds up, is of the number held, and the leading unit's number stays", () => {
    let done = 0;
    fc.assert(
      fc.property(world, fc.array(anyAct, { minLength: 1, maxLength: 6 }), (start, acts) => {
        expect(faults(start.book)).toEqual([]);
        let now = start;
        for (const one of acts) {
          const next = act(now, one);
          if (next === undefined) continue;
          done++;
          expect(faults(next.book)).toEqual([]);
          expect(next.book.total).toBe(start.book.total);
          // Nothing that was kept is lost or made.
          expect(keptIn(next.book)).toBe(keptIn(start.book));
          const ended = [...now.parents.keys()].filter((id) => !next.parents.has(id));
          for (const id of ended) expect(facts(next.book)[id]).toBeUndefined();
          now = next;
        }
      }),
      { numRuns: RUNS },
    );
    expect(done).toBeGreaterThan(RUNS / 2);
  });

  test("who neither ends, moves nor inherits keeps for itself what it kept, and an act far away touches no split", () => {
    fc.assert(
      fc.property(world, anyAct, (start, one) => {
        const change = tried(start.parents, one)?.change;
        if (change === undefined) return;
        const heirs = new Set(change.closed.map(({ heirId }) => heirId));
        const ends = new Set(change.closed.map(({ unitId }) => unitId));
        const done = redistribute(start.book, change);
        const reserves = new Map(start.book.splits.map(({ unitId, reserve }) => [unitId, reserve]));
        for (const { unitId, reserve } of done.splits) {
          const was = reserves.get(unitId);
          if (was !== undefined && !heirs.has(unitId) && !ends.has(unitId) && facts(start.book)[unitId])
            if (![...ends].some((id) => facts(start.book)[id])) expect(reserve).toBe(was);
        }
        const touched = [...ends, ...change.moved.map(({ unitId }) => unitId)];
        if (
          !touched.some((id) => id in facts(start.book)) &&
          !start.book.splits.some((s) => touched.includes(s.unitId))
        )
          expect(done.numbers.filter(({ was, becomes }) => (was ?? 0) !== (becomes ?? 0))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test("written and then taken back, the book is what it was", () => {
    fc.assert(
      fc.property(world, anyAct, (start, one) => {
        const next = act(start, one);
        if (next === undefined) return;
        const was = new Map(start.book.splits.map((split) => [split.unitId, split]));
        const numbers = new Map(next.done.numbers.map(({ unitId, was: number }) => [unitId, number]));
        const back = next.done.splits.map(({ unitId, total }): BookSplit => {
          const before = was.get(unitId);
          const number = numbers.has(unitId) ? (numbers.get(unitId) ?? 0) : total;
          return before ?? { unitId, total: number, reserve: number, shares: [] };
        });
        const restored = writtenOver(next.book, back);
        expect(faults(restored)).toEqual([]);
        expect(facts(restored)).toEqual(facts(start.book));
      }),
      { numRuns: RUNS },
    );
  });

  test("a unit that moves away and back leaves every number as it was", () => {
    fc.assert(
      fc.property(world, unit, unit, (start, who, to) => {
        const home = start.parents.get(who);
        // A share past a level is the giver's own doing; going away from under it cannot be guessed back.
        const alongTree = start.book.splits.every(({ unitId, shares }) =>
          shares.every((share) => start.parents.get(share.unitId) === unitId),
        );
        if (home === undefined || !alongTree) return;
        const away = act(start, { kind: "move", unit: who, to });
        const back = away && act(away, { kind: "move", unit: who, to: home });
        if (back !== undefined) expect(facts(back.book)).toEqual(facts(start.book));
      }),
      { numRuns: RUNS },
    );
  });

  test("two acts that have nothing to do with each other come to the same in either order", () => {
    let compared = 0;
    const units = (one: Act, { parents }: World): string[] => {
      const own =
        one.kind === "merge" ? [one.from, one.into] : one.kind === "move" ? [one.unit, one.to] : [one.unit];
      return [
        ...own,
        ...own.flatMap((id) => [
          parents.get(id) ?? "",
          ...[...parents].flatMap(([c, p]) => (p === id ? [c] : [])),
        ]),
      ];
    };
    fc.assert(
      fc.property(world, anyAct, anyAct, (start, one, other) => {
        const touched = new Set(units(one, start).filter((id) => id !== "0"));
        if (units(other, start).some((id) => touched.has(id))) return;
        const first = act(start, one);
        const second = act(start, other);
        if (first === undefined || second === undefined) return;
        const oneWay = act(first, other);
        const otherWay = act(second, one);
        if (oneWay === undefined || otherWay === undefined) return;
        compared++;
        expect(facts(otherWay.book)).toEqual(facts(oneWay.book));
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(50);
  });
});
