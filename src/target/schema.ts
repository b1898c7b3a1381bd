// Side: union. Numbers assigned down the tree and set by units themselves. A unit's, never a person's.
import { z } from "zod";
import { allowedActions, count, id, note, UnitRef } from "../platform/contract/shapes.ts";

export const TargetMeasure = z.enum(["units", "registrations"]);
export type TargetMeasure = z.output<typeof TargetMeasure>;

/** How a split is proposed before an officer's hand: equal shares, or by members known in each subtree. */
export const Weights = z.enum(["equal", "members"]);

export const Share = z.object({ unitId: id, value: count });
export const SplitEntry = z.object({
  measure: TargetMeasure,
  /** The version this one replaces; 0 for the first. A split decided meanwhile is then refused, not overwritten. */
  basedOn: z.number().int().min(0),
  shares: z.array(Share).min(1).max(2000),
  reserve: count.default(0),
  reason: note(500).default(""),
});

export const TargetView = z.object({
  measure: TargetMeasure,
  unit: UnitRef,
  assigned: count.nullable(),
  own: count.nullable(),
  version: z.number().int(),
  reserve: count,
  /** The units the letter reached directly below, or all directly below where none were reached. */
  children: z.array(
    z.object({ unit: UnitRef, value: count.nullable(), own: count.nullable(), members: count }),
  ),
  allowedActions,
});
export type TargetView = z.output<typeof TargetView>;
