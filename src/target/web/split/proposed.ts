// A proposal put into the boxes of a split: the one rule, asked with what the sheet says. Pure.
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { proposeSplit } from "../../rules/propose.ts";
import type { Weights } from "../../schema.ts";
import type { Child } from "./shown-rows.ts";
import type { Sheet } from "./split-sheet.ts";
import { typedCount } from "./split-sum.ts";

type Proposed =
  | {
      readonly ok: true;
      /** Unit id → what its box is to hold. Locked boxes are not among them. */
      readonly shares: Readonly<Record<string, string>>;
      /** The least asked for each does not reach: what there is was spread evenly. */
      readonly tooLittle: boolean;
    }
  /** Reserve and locked shares alone are `over` more than the total. */
  | { readonly ok: false; readonly over: number };

/** Fills the boxes by `weights`; a locked box stays, also an empty one, which stays without a number. */
export function proposedShares(
  children: readonly Child[],
  sheet: Sheet,
  total: number,
  weights: Weights,
): Proposed {
  const minimum = typedCount(sheet.minimum) ?? 0;
  const locked = new Map(
    Object.keys(sheet.locked).map((id) => [id, typedCount(sheet.shares[id] ?? "") ?? 0] as const),
  );
  const weighed = children.map((child) => ({ ...child, unitId: child.unit.id }));
  const proposal = proposeSplit(weighed, {
    total,
    reserve: typedCount(sheet.reserve) ?? 0,
    weights,
    minimum,
    locked,
  });
  if (!proposal.ok) return proposal;
  const free = proposal.shares.filter(({ unitId }) => !locked.has(unitId));
  return {
    ok: true,
    shares: Object.fromEntries(free.map(({ unitId, value }) => [unitId, formatCount(value)])),
    tooLittle: free.some(({ value }) => value < minimum),
  };
}
