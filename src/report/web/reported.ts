// What the screens of every kind of report share: where it stands, its words, its comments, what may be done.
import type { UnitRef } from "../../platform/contract/shapes.ts";
import { getAdjustment, listAdjustments } from "../contract/adjustment.ts";
import { getPeriod, listPeriods, listPeriodsBelow } from "../contract/period.ts";
import { getReport, listBelow, listOwed } from "../contract.ts";
import type { RemarkParts, ReportComment, ReportLine, ReportState } from "../schema.ts";

export interface Reported {
  readonly id: string;
  readonly unit: UnitRef;
  readonly to: UnitRef | null;
  readonly state: ReportState;
  readonly version: number;
  readonly remarks: string;
  readonly parts: RemarkParts;
  readonly comments: readonly ReportComment[];
  readonly allowedActions: readonly string[];
  readonly lines: readonly Pick<ReportLine, "unit" | "source">[];
  /** What it goes without: told before it is sent. */
  readonly missing: readonly unknown[];
}

/** What a move of any report changes on screens. */
export const READS = [
  getReport,
  getPeriod,
  getAdjustment,
  listOwed,
  listBelow,
  listPeriods,
  listPeriodsBelow,
  listAdjustments,
];
