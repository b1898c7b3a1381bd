// Side: union. Reports of a month, a quarter, a half-year, a year or a campaign: from the facts of their drives.
import { z } from "zod";
import { allowedActions, count, day, id, instant, UnitRef } from "../../platform/contract/shapes.ts";
import { Difference, Figures, RemarkParts, ReportComment, ReportState } from "../schema.ts";

export const PeriodKind = z.enum(["month", "quarter", "half", "year", "campaign"]);
export type PeriodKind = z.output<typeof PeriodKind>;

/** A period: of the calendar from its first day, or of a campaign. */
export const PeriodEntry = z.object({
  id,
  kind: PeriodKind,
  /** First day of a month, quarter, half or year; of a campaign it is the campaign's own and may be left out. */
  from: day.optional(),
  campaignId: id.optional(),
});
export type PeriodEntry = z.output<typeof PeriodEntry>;

/** A period report made, or one to make: `state` null. */
export const PeriodRow = z.object({
  reportId: id.nullable(),
  unit: UnitRef,
  kind: PeriodKind,
  from: day,
  until: day,
  campaign: z.object({ id, name: z.string() }).nullable(),
  dueOn: day.nullable(),
  state: ReportState.nullable(),
  late: z.boolean(),
});
export type PeriodRow = z.output<typeof PeriodRow>;

/** A drive of the period and what the unit has of it. */
export const PeriodDrive = z.object({
  driveId: id,
  name: z.string(),
  day,
  /** null: nothing of it is reported yet. */
  figures: Figures.nullable(),
  /** How many reports of this drive are still to come. */
  lacking: count,
});
export type PeriodDrive = z.output<typeof PeriodDrive>;

/**
 * A unit directly below with all that counts for it in the tree of the period's last day, or the unit's own people.
 * `figures` null: nothing reported; `lacking`: reports of drives that the figures go without.
 */
export const PeriodLine = z.object({
  unit: UnitRef,
  source: z.enum(["own", "child"]),
  figures: Figures.nullable(),
  lacking: count,
});
export type PeriodLine = z.output<typeof PeriodLine>;

/** A report of a drive that is not in the figures. */
export const PeriodGap = z.object({ unit: UnitRef, driveId: id, driveName: z.string(), driveDay: day });
export type PeriodGap = z.output<typeof PeriodGap>;

/** How complete and how timely the reports of the period's drives below are. */
export const Completeness = z.object({ owed: count, sent: count, onTime: count });
export type Completeness = z.output<typeof Completeness>;

export const PeriodGaps = z.object({
  missing: z.array(PeriodGap),
  completeness: Completeness,
  /** Drives of the period whose books are not closed. */
  openDrives: count,
});
export type PeriodGaps = z.output<typeof PeriodGaps>;

export const PeriodReport = PeriodGaps.extend({
  id,
  kind: PeriodKind,
  from: day,
  until: day,
  campaign: z.object({ id, name: z.string() }).nullable(),
  unit: UnitRef,
  to: UnitRef.nullable(),
  state: ReportState,
  dueOn: day.nullable(),
  late: z.boolean(),
  version: z.number().int(),
  figuresAsOf: instant.nullable(),
  remarks: z.string(),
  parts: RemarkParts,
  drives: z.array(PeriodDrive),
  lines: z.array(PeriodLine),
  /** Σ of the drives that have figures = Σ of the lines that have figures. */
  total: Figures,
  /** Of a campaign, in đơn vị máu. */
  assigned: count.nullable(),
  own: count.nullable(),
  /** Whole events of the campaigns this unit leads: another measure, never added. */
  event: Figures.nullable(),
  /** Facts corrected since it was sent: what is now less what it says; null where nothing changed. */
  changed: Difference.nullable(),
  comments: z.array(ReportComment),
  allowedActions,
});
export type PeriodReport = z.output<typeof PeriodReport>;

/** Reports of a unit below over the drives asked about, as of a day. */
export const CompletenessRow = z.object({
  unit: UnitRef,
  owed: count,
  sent: count,
  onTime: count,
  /** Σ of days past due, of reports sent late and of those not sent. */
  daysLate: count,
  /** How often one was given back. */
  returned: count,
});
export type CompletenessRow = z.output<typeof CompletenessRow>;
