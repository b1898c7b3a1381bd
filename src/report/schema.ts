// Side: union. Results going up, level by level, then frozen.
import { z } from "zod";
import { allowedActions, count, day, id, instant, note, UnitRef } from "../platform/contract/shapes.ts";

export const ReportState = z.enum(["draft", "submitted", "returned", "approved"]);
export type ReportState = z.output<typeof ReportState>;

/** Figures of one row; null throughout means chưa báo cáo, never 0. `unitsHundredths`: đơn vị máu × 100. */
export const Figures = z.object({
  registered: count,
  donated: count,
  bags250: count,
  bags350: count,
  bags450: count,
  ml: count,
  unitsHundredths: count,
});
export type Figures = z.output<typeof Figures>;

export const ReportLine = z.object({
  unit: UnitRef,
  source: z.enum(["own", "child"]),
  figures: Figures.nullable(),
  assigned: count.nullable(),
  own: count.nullable(),
});
export type ReportLine = z.output<typeof ReportLine>;

export const ReportComment = z.object({
  id,
  version: z.number().int(),
  figure: z.string(),
  text: z.string(),
  at: instant,
});

export const ReportView = z.object({
  id,
  campaignId: id,
  driveId: id,
  driveName: z.string(),
  driveDay: day,
  unit: UnitRef,
  to: UnitRef.nullable(),
  state: ReportState,
  dueOn: day.nullable(),
  late: z.boolean(),
  version: z.number().int(),
  figuresAsOf: instant.nullable(),
  remarks: z.string(),
  lines: z.array(ReportLine),
  total: Figures,
  missing: z.array(UnitRef),
  /** The whole event with donors outside the system: a separate measure, only on the leading unit's report. */
  event: Figures.nullable(),
  comments: z.array(ReportComment),
  allowedActions,
});
export type ReportView = z.output<typeof ReportView>;

/** A report owed or made: `state` null is chưa báo cáo. */
export const OwedRow = z.object({
  reportId: id.nullable(),
  unit: UnitRef,
  driveId: id,
  driveName: z.string(),
  driveDay: day,
  dueOn: day.nullable(),
  state: ReportState.nullable(),
  late: z.boolean(),
});
export type OwedRow = z.output<typeof OwedRow>;

export const ReturnEntry = z.object({
  id,
  figure: z.string().max(60).default(""),
  text: note(2000).pipe(z.string().min(1)),
});
