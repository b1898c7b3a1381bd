// One look at a unit: its result beside both targets, the assigned and its own.
import { type Progress, progressOf } from "../../report/rules/progress.ts";
import type { OverviewTotals } from "../schema.ts";

/** Against each target; null where there is none. */
export interface Standings {
  readonly assigned: Progress | null;
  readonly own: Progress | null;
}

/** đạt / vượt / còn thiếu of a row of the overview, by the same arithmetic and rounding as the report. */
export const standingsOf = (row: {
  readonly totals: OverviewTotals;
  readonly assigned: number | null;
  readonly own: number | null;
}): Standings => ({
  assigned: progressOf(row.totals.unitsHundredths, row.assigned),
  own: progressOf(row.totals.unitsHundredths, row.own),
});
