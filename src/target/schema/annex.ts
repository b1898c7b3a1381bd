// Side: union. An annex table of targets, read into rows that an officer fills a split with. Nothing is written here.
import { z } from "zod";
import { count, id, UnitRef } from "../../platform/contract/shapes.ts";
import { TargetMeasure } from "../schema.ts";

/**
 * matched: one unit that may be given a share. ambiguous: several fit. not-below: it names a unit of the tree that this
 * one gives nothing. unknown: no unit bears such a name. twice: matched, but an earlier row names the same unit.
 */
export const FATES = ["matched", "ambiguous", "unknown", "not-below", "twice"] as const;
export const RowFate = z.enum(FATES);
export type RowFate = z.output<typeof RowFate>;

export const AnnexRow = z.object({
  /** The unit's name as written. */
  text: z.string(),
  value: count,
  /** As the table says; null: it does not say. */
  measure: TargetMeasure.nullable(),
  fate: RowFate,
  unitId: id.nullable(),
  /** To choose from: those that fit equally well (at most 20); of a row that is matched, the one. */
  candidates: z.array(UnitRef),
});
export type AnnexRow = z.output<typeof AnnexRow>;

export const AnnexView = z.object({
  measure: TargetMeasure,
  /** The letter read; null: text that was pasted. */
  source: z.object({ directiveId: id, title: z.string() }).nullable(),
  /** Rows of the measure asked for, and rows that name none. */
  rows: z.array(AnnexRow),
  /** Rows of the other measure, left out. */
  otherMeasure: z.number().int(),
  /** The total the table states; null: none. */
  stated: count.nullable(),
  /** Sum of all rows, and of those matched. */
  sum: count,
  matchedSum: count,
  /** Does the stated total equal the sum? null: none stated. */
  totalOk: z.boolean().nullable(),
  /** Units that may be given a share and that no row names. */
  missing: z.array(UnitRef),
});
export type AnnexView = z.output<typeof AnnexView>;
