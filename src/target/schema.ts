// Side: union. Numbers assigned down the tree and set by units themselves. A unit's, never a person's.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, day, id, note, UnitRef } from "../platform/contract/shapes.ts";

export const TargetMeasure = z.enum(["units", "registrations"]);
export type TargetMeasure = z.output<typeof TargetMeasure>;

/**
 * How a split is proposed before an officer's hand: equal shares, by members known in each subtree, or by what each
 * subtree reached in the programme's edition before (by members where nobody has a result).
 */
export const Weights = z.enum(["equal", "members", "last-result"]);
export type Weights = z.output<typeof Weights>;

export const Share = z.object({ unitId: id, value: count });
export const SplitEntry = z.object({
  measure: TargetMeasure,
  /** The version this one replaces; 0 for the first. A split decided meanwhile is then refused, not overwritten. */
  basedOn: z.number().int().min(0),
  shares: z.array(Share).min(1).max(2000),
  reserve: count.default(0),
  /** Asked of every version but the first. */
  reason: note(500).default(""),
});
export type SplitEntry = z.output<typeof SplitEntry>;

/** A unit below in a split. `lastResultHundredths`: see `TargetView.lastEdition`. */
export const TargetChild = z.object({
  unit: UnitRef,
  /** Its share in the version shown; null: none. */
  value: count.nullable(),
  own: count.nullable(),
  /** People known as members in its subtree on the day. */
  members: count,
  /**
   * What its subtree (in the tree of the day) reached in the edition before, in hundredths of the measure; null: no
   * edition before, or nothing counted there.
   */
  lastResultHundredths: z.number().int().min(0).nullable(),
  /** Another unit gave it a number of the campaign: it cannot be given one here. */
  heldElsewhere: z.boolean(),
  /** The number it is asking for just now. */
  asked: count.nullable(),
});
export type TargetChild = z.output<typeof TargetChild>;

export const TargetView = z.object({
  measure: TargetMeasure,
  /** The day shown: its tree, and the numbers in force on it. */
  asOf: day,
  unit: UnitRef,
  assigned: count.nullable(),
  /** Who gave it; null: from outside, or not assigned. */
  assignedBy: UnitRef.nullable(),
  own: count.nullable(),
  version: z.number().int(),
  /** The first day of the version shown; null: not split. */
  inForceOn: day.nullable(),
  reserve: count,
  /** The programme's edition that `lastResultHundredths` counts; null: this is the first known here. */
  lastEdition: z.object({ id, name: z.string() }).nullable(),
  /**
   * Whom a share may be given: unions directly below on the day and units this one sent a letter of the campaign to,
   * those that a letter reached first; and whoever holds a share in the version shown. The first page of them.
   */
  children: z.array(TargetChild),
  /** The key after which `target.children` goes on; null: these are all. */
  next: z.string().nullable(),
  /** How many more there are than the 2,000 that one split may have. */
  childrenLeft: count,
  /** Requests of units below that wait for this unit's answer. */
  waiting: z.number().int(),
  /** None on a day that is past. */
  allowedActions,
});
export type TargetView = z.output<typeof TargetView>;

/** `expected`, `given`, `reserve`, `needed`, `left`: numbers; `units`: ids of the units meant. */
export const targetProblem = problems({
  "target-sum": 422,
  "target-changed": 409,
  "share-outside-children": 422,
  "not-leading-unit": 409,
  "nothing-assigned": 409,
  "split-below-first": 409,
  "already-assigned": 409,
  "reason-missing": 422,
  "request-open": 409,
  "request-answered": 409,
  "request-same": 422,
  "no-giver": 409,
  "reserve-too-small": 409,
});
