// Side: union. Numbers assigned down the tree and set by units themselves. A unit's, never a person's.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, id, note, UnitRef } from "../platform/contract/shapes.ts";

export const TargetMeasure = z.enum(["units", "registrations"]);
export type TargetMeasure = z.output<typeof TargetMeasure>;

/** How a split is proposed before an officer's hand: equal shares, or by members known in each subtree. */
export const Weights = z.enum(["equal", "members"]);
export type Weights = z.output<typeof Weights>;

export const Share = z.object({ unitId: id, value: count });
export const SplitEntry = z.object({
  measure: TargetMeasure,
  /** The version this one replaces; 0 for the first. A split decided meanwhile is then refused, not overwritten. */
  basedOn: z.number().int().min(0),
  shares: z.array(Share).min(1).max(2000),
  reserve: count.default(0),
  reason: note(500).default(""),
});
export type SplitEntry = z.output<typeof SplitEntry>;

export const TargetView = z.object({
  measure: TargetMeasure,
  unit: UnitRef,
  assigned: count.nullable(),
  own: count.nullable(),
  version: z.number().int(),
  reserve: count,
  /**
   * Whom a share may be given: unions directly below today and units this one sent a letter of the campaign to, those
   * that a letter reached first; and whoever holds a share now. `members`: people known as members in its subtree.
   */
  children: z.array(
    z.object({ unit: UnitRef, value: count.nullable(), own: count.nullable(), members: count }),
  ),
  allowedActions,
});
export type TargetView = z.output<typeof TargetView>;

/** `expected`, `given`: numbers; `units`: ids of the units meant. */
export const targetProblem = problems({
  "target-sum": 422,
  "target-changed": 409,
  "share-outside-children": 422,
  "not-leading-unit": 409,
  "nothing-assigned": 409,
  "split-below-first": 409,
  "already-assigned": 409,
});
