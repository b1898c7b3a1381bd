// Side: union. A report that adjusts an approved one: old, new and the difference, beside the frozen document.
import { z } from "zod";
import { allowedActions, day, id, instant, UnitRef } from "../../platform/contract/shapes.ts";
import { Difference, Figures, RemarkParts, ReportComment, ReportState } from "../schema.ts";

/** `before` null: stood as chưa báo cáo. */
export const AdjustedLine = z.object({
  unit: UnitRef,
  source: z.enum(["own", "child"]),
  before: Figures.nullable(),
  after: Figures,
});
export type AdjustedLine = z.output<typeof AdjustedLine>;

export const Adjustment = z.object({
  id,
  /** The approved report that it stands beside. */
  ofId: id,
  number: z.number().int(),
  campaignId: id,
  driveId: id,
  driveName: z.string(),
  driveDay: day,
  unit: UnitRef,
  to: UnitRef.nullable(),
  state: ReportState,
  version: z.number().int(),
  figuresAsOf: instant.nullable(),
  remarks: z.string(),
  parts: RemarkParts,
  /** Only lines that changed. */
  lines: z.array(AdjustedLine),
  before: Figures,
  after: Figures,
  difference: Difference,
  comments: z.array(ReportComment),
  allowedActions,
});
export type Adjustment = z.output<typeof Adjustment>;

/** `to-make`: one's own, not sent yet; `to-decide`: sent to this unit; `told`: of a unit below, for knowledge; `done`. */
export const AdjustmentRow = z.object({
  id,
  ofId: id,
  unit: UnitRef,
  driveName: z.string(),
  driveDay: day,
  number: z.number().int(),
  state: ReportState,
  at: instant,
  stands: z.enum(["to-make", "to-decide", "told", "done"]),
});
export type AdjustmentRow = z.output<typeof AdjustmentRow>;
