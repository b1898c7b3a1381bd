// A split to begin from: by weights, with a least share and shares that stay. Pure; the browser and the server use it.
import type { TargetChild, Weights } from "../schema.ts";
import type { Share } from "./decide-split.ts";
import { largestRemainder } from "./largest-remainder.ts";

/** What is known of a unit that may be given a share. */
export type Weighed = Pick<TargetChild, "value" | "members" | "lastResultHundredths" | "heldElsewhere"> & {
  readonly unitId: string;
};

export interface Wish {
  /** The number to be split, of which `reserve` stays undivided. */
  readonly total: number;
  readonly reserve: number;
  readonly weights: Weights;
  /** Nobody gets less. */
  readonly minimum: number;
  /** Shares that stay as they are, by unit: an officer's own, or those in force. */
  readonly locked: ReadonlyMap<string, number>;
}

export type Proposal =
  | { readonly ok: true; readonly shares: readonly Share[] }
  /** The reserve and the locked shares alone are more than the total. */
  | { readonly ok: false; readonly over: number };

/**
 * `total` less reserve and locked shares over the other units, by largest remainder, so that a bigger weight never gets
 * less. A unit whose proportion is below `minimum` gets the minimum and the rest goes over the others; where there is
 * not enough for that, all get equal parts. Units held elsewhere get none. Reserve + shares = `total` exactly, but where
 * nobody is left to give to: then what cannot be given is left over, for the officer to see.
 */
export function proposeSplit(children: readonly Weighed[], wish: Wish): Proposal {
  const open = children.filter(({ heldElsewhere }) => !heldElsewhere);
  const given = new Map(
    open.flatMap(({ unitId }) => {
      const value = wish.locked.get(unitId);
      return value === undefined ? [] : [[unitId, value] as const];
    }),
  );
  const left = [...given.values()].reduce((rest, value) => rest - value, wish.total - wish.reserve);
  if (left < 0) return { ok: false, over: -left };

  const free = open.filter(({ unitId }) => !given.has(unitId));
  const reaches = wish.minimum * free.length <= left;
  const weights = reaches ? weightsOf(free, wish.weights) : free.map(() => 1);
  const shares = withLeast(left, weights, reaches ? wish.minimum : 0);
  free.forEach(({ unitId }, index) => {
    given.set(unitId, shares[index] ?? 0);
  });
  return {
    ok: true,
    shares: open.map(({ unitId }) => ({ unitId, value: given.get(unitId) ?? 0 })),
  };
}

/** Whoever comes out below the least is given it, and the rest is shared again, until nobody does. */
function withLeast(total: number, weights: readonly number[], least: number): readonly number[] {
  const shares = weights.map(() => least);
  let active = weights.map((_, index) => index);
  let rest = total;
  for (;;) {
    const round = largestRemainder(
      rest,
      active.map((index) => weights[index] ?? 0),
    );
    const low = active.filter((_, at) => (round[at] ?? 0) < least);
    if (low.length === 0) {
      active.forEach((index, at) => {
        shares[index] = round[at] ?? 0;
      });
      return shares;
    }
    const fixed = new Set(low);
    active = active.filter((index) => !fixed.has(index));
    rest -= least * low.length;
  }
}

/** By last result: members where nobody has one; a unit without a result weighs nothing. */
function weightsOf(children: readonly Weighed[], by: Weights): readonly number[] {
  if (by === "equal") return children.map(() => 1);
  const results = children.map(({ lastResultHundredths }) => lastResultHundredths ?? 0);
  if (by === "last-result" && results.some((result) => result > 0)) return results;
  return children.map(({ members }) => members);
}
