// The laws of re-organisation, on random trees, acts and facts: sums, undoing, order, authority.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decided, decide } from "./decide.ts";
import { carryOutNaively, countsAt, isWithin, standingOn, tableOf } from "./naive.testing.ts";
import { restsUpon, touchedBy } from "./resting.ts";
import { aboveOn, creditOn, stands, type Tree, type UnitLife } from "./timeline.ts";
import { ALL_DAYS, Dice, FIRST, growTree, type Thrown, throwDecision } from "./worlds.testing.ts";

const RUNS = process.env.CI ? 5_000 : 600;
const MOST_DECISIONS = 4;
const dice = fc.array(fc.nat(1_000_000), { minLength: 40, maxLength: 160 });
/** Where the ids of units opened by the n-th decision begin. */
const freshFrom = (n: number): number => 1000 + n * 100;

const tryIt = (tree: Tree, { acts, day, deciderId }: Thrown): Decided =>
  decide({ tree, acts, day, deciderId });
const withChange = (tree: Tree, { changed }: Decided): Map<string, UnitLife> =>
  new Map([...tree, ...changed]);
/** Lives in the order of ids, for comparing. */
const plain = (tree: Tree): unknown => [...tree.values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What a decision comes to, but for where units came from. */
const saying = ({ outcome }: Decided): string =>
  JSON.stringify({ ...outcome, moved: outcome.moved.map(({ unitId, toId }) => [unitId, toId]) });

interface Step {
  readonly thrown: Thrown;
  readonly decided: Decided;
  readonly before: Tree;
  readonly after: Tree;
}

/** A tree and the decisions that were accepted one after the other. */
function live(thrown: readonly number[]): { first: Tree; steps: Step[]; asked: number } {
  const throws = new Dice(thrown);
  const first = growTree(throws);
  const steps: Step[] = [];
  let tree: Tree = first;
  for (let n = 0; n < MOST_DECISIONS; n++) {
    const one = throwDecision(throws, tree, freshFrom(n));
    const decided = tryIt(tree, one);
    if (!decided.ok) continue;
    const after = withChange(tree, decided);
    steps.push({ thrown: one, decided, before: tree, after });
    tree = after;
  }
  return { first, steps, asked: MOST_DECISIONS };
}

/** Puts back what a decision changed, as undoing does. */
function takenBack(tree: Tree, { decided, before }: Step): Map<string, UnitLife> {
  const back = new Map(tree);
  for (const id of decided.changed.keys()) {
    const was = before.get(id);
    if (was === undefined) back.delete(id);
    else back.set(id, was);
  }
  return back;
}

/** Every unit that stands hangs under one that stands, up to a root; every ended one counts somewhere. */
function isWhole(tree: Tree): boolean {
  return ALL_DAYS.every((day) =>
    [...tree.values()].every((life) => {
      if (day < life.openedOn) return true;
      if (life.closedOn !== null && day >= life.closedOn) return creditOn(tree, life.id, day) !== undefined;
      const above = aboveOn(tree, life.id, day);
      const root = above?.at(-1) ?? life.id;
      return above?.every((id) => stands(tree.get(id), day)) === true && tree.get(root)?.parents.length === 0;
    }),
  );
}

describe("the laws of re-organisation", () => {
  it("adds every fact up once, in any tree of any day, as a plain recount does", () => {
    let accepted = 0;
    let asked = 0;
    fc.assert(
      fc.property(
        dice,
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.nat(9)), { maxLength: 12 }),
        (thrown, facts) => {
          const { first, steps, asked: tries } = live(thrown);
          asked += tries;
          accepted += steps.length;
          const table = tableOf(first);
          for (const { thrown: one } of steps) carryOutNaively(table, one.acts, one.day);
          const tree = steps.at(-1)?.after ?? first;
          expect(isWhole(tree)).toBe(true);
          const units = [...tree.keys()];
          for (const day of ALL_DAYS) {
            const standing = [...tree.values()].filter((life) => stands(life, day)).map(({ id }) => id);
            expect(standing.sort()).toEqual(standingOn(table, day).sort());
            const sums = new Map<string, number>();
            const recount = new Map<string, number>();
            let all = 0;
            for (const [whose, on, value] of facts) {
              const unit = units[whose % units.length] ?? "";
              const factDay = ALL_DAYS[on] ?? FIRST;
              if (factDay > day || factDay < (tree.get(unit)?.openedOn ?? "")) continue;
              all += value;
              const at = creditOn(tree, unit, day) ?? "";
              for (const up of [at, ...(aboveOn(tree, at, day) ?? [])])
                sums.set(up, (sums.get(up) ?? 0) + value);
              const counted = countsAt(table, unit, day) ?? "";
              for (const top of standing)
                if (isWithin(table, counted, top, day)) recount.set(top, (recount.get(top) ?? 0) + value);
            }
            expect(sums).toEqual(recount);
            // One root: whatever was decided, its total is the total of the facts.
            expect(sums.get(units[0] ?? "") ?? 0).toBe(all);
          }
        },
      ),
      { numRuns: RUNS },
    );
    // A law of trees in which nothing is ever done is no law.
    expect(accepted / asked).toBeGreaterThan(0.3);
  }, 120_000);

  it("leaves no trace of a decision that is undone, in whatever allowed order", () => {
    let outOfOrder = 0;
    fc.assert(
      fc.property(dice, fc.array(fc.nat(), { minLength: MOST_DECISIONS }), (thrown, order) => {
        const { first, steps } = live(thrown);
        let tree: Tree = steps.at(-1)?.after ?? first;
        const left = [...steps];
        for (const pick of order) {
          if (left.length === 0) break;
          const at = pick % left.length;
          const step = left[at];
          if (step === undefined) break;
          const rests = left
            .slice(at + 1)
            .some((later) => restsUpon(touchedBy(later.decided), touchedBy(step.decided)));
          const back = takenBack(tree, step);
          // What the database would refuse too.
          if (rests || !isWhole(back)) continue;
          if (at < left.length - 1) outOfOrder++;
          tree = back;
          left.splice(at, 1);
        }
        for (const step of left.reverse()) {
          tree = takenBack(tree, step);
          expect(isWhole(tree)).toBe(true);
        }
        expect(plain(tree)).toEqual(plain(first));
      }),
      { numRuns: RUNS },
    );
    expect(outOfOrder).toBeGreaterThan(RUNS / 20);
  }, 120_000);

  it("makes the same tree in whatever order the acts of a decision stand", () => {
    fc.assert(
      fc.property(dice, fc.array(fc.nat(), { minLength: 6 }), (thrown, shuffle) => {
        const { steps } = live(thrown);
        for (const { thrown: one, decided, before } of steps) {
          const acts = one.acts
            .map((act, i) => ({ act, by: shuffle[i] ?? 0 }))
            .sort((a, b) => a.by - b.by)
            .map(({ act }) => act);
          const other = tryIt(before, { ...one, acts });
          expect(other.reasons).toEqual([]);
          expect(plain(other.changed)).toEqual(plain(decided.changed));
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it("makes the same tree in whatever order two independent decisions are applied", () => {
    let both = 0;
    fc.assert(
      fc.property(dice, (thrown) => {
        const throws = new Dice(thrown);
        const tree = growTree(throws);
        const one = throwDecision(throws, tree, freshFrom(0));
        const other = throwDecision(throws, tree, freshFrom(1));
        const oneFirst = tryIt(tree, one);
        const otherFirst = tryIt(tree, other);
        if (!oneFirst.ok || !otherFirst.ok) return;
        const otherThen = tryIt(withChange(tree, oneFirst), other);
        const oneThen = tryIt(withChange(tree, otherFirst), one);
        if (!otherThen.ok || !oneThen.ok) return;
        // Independent: each says the same of the same units, whichever comes first, and never on the same day.
        const shared = [...oneFirst.changed.keys()].some((id) => otherFirst.changed.has(id));
        if (shared && one.day === other.day) return;
        if (saying(oneFirst) !== saying(oneThen) || saying(otherFirst) !== saying(otherThen)) return;
        both++;
        expect(plain(withChange(withChange(tree, oneFirst), otherThen))).toEqual(
          plain(withChange(withChange(tree, otherFirst), oneThen)),
        );
      }),
      { numRuns: RUNS },
    );
    expect(both).toBeGreaterThan(RUNS / 20);
  }, 120_000);

  it("gives nobody a unit below them but by a decision taken above both", () => {
    fc.assert(
      fc.property(dice, (thrown) => {
        for (const { thrown: one, decided, before, after } of live(thrown).steps) {
          const opened = new Set(decided.outcome.opened.map(({ unitId }) => unitId));
          for (const day of ALL_DAYS) {
            for (const { id } of [...after.values()].filter((life) => stands(life, day))) {
              const was = stands(before.get(id), day) ? (aboveOn(before, id, day) ?? []) : [];
              for (const gained of aboveOn(after, id, day) ?? []) {
                if (was.includes(gained)) continue;
                const decidedAbove =
                  gained === one.deciderId || aboveOn(after, gained, day)?.includes(one.deciderId) === true;
                // A new unit stands below whoever stands above the one that opened it.
                const isNew =
                  opened.has(id) && (decidedAbove || aboveOn(after, one.deciderId, day)?.includes(gained));
                const fromAbove = decidedAbove && gained !== one.deciderId && was.includes(one.deciderId);
                expect({ gained, id, day, ok: isNew || fromAbove }).toMatchObject({ ok: true });
              }
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
