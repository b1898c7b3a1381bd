// Side: union. A unit asks whoever gave it a number for another one, and is answered.
import { z } from "zod";
import {
  allowedActions,
  count,
  id,
  instant,
  line,
  note,
  page,
  UnitRef,
} from "../../platform/contract/shapes.ts";
import { Share, TargetMeasure } from "../schema.ts";

/** lapsed: the unit ended, or stands outside the campaign, before an answer came. */
export const REQUEST_STATES = ["open", "granted", "refused", "withdrawn", "lapsed"] as const;
export const RequestState = z.enum(REQUEST_STATES);
export type RequestState = z.output<typeof RequestState>;

export const RequestEntry = z.object({ id, measure: TargetMeasure, value: count, reason: line(500) });
export type RequestEntry = z.output<typeof RequestEntry>;

/**
 * Granting writes the giver's split anew. A rise comes from the reserve; where that is too small, from the units named
 * in `from` (`value`: how much each gives up). A fall goes into the reserve.
 */
export const GrantEntry = z.object({
  /** The number asked for, or another. */
  value: count,
  /** The version of the giver's split this answer replaces. */
  basedOn: z.number().int().min(0),
  from: z.array(Share).max(2000).default([]),
  word: note(500).default(""),
});
export type GrantEntry = z.output<typeof GrantEntry>;

export const RequestView = z.object({
  id,
  measure: TargetMeasure,
  unit: UnitRef,
  /** Who answers. */
  to: UnitRef,
  /** The number it held when it asked, and now; null: none. */
  held: count.nullable(),
  now: count.nullable(),
  asked: count,
  reason: z.string(),
  state: RequestState,
  askedAt: instant,
  askedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  /** The number it got; null unless granted. */
  granted: count.nullable(),
  /** What the giver said with the answer. */
  word: z.string(),
  allowedActions,
});
export type RequestView = z.output<typeof RequestView>;

/** Open ones first, then newest first. `split`: the asking unit's own split, out of which it would grant. */
export const RequestPage = page(RequestView).extend({
  split: z.object({ version: z.number().int(), total: count, reserve: count }).nullable(),
});
export type RequestPage = z.output<typeof RequestPage>;
