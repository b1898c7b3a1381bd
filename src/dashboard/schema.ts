// Side: union. Read-only views over everything above: one look for the signatory, drill-down to the last group.
import { z } from "zod";
import { CampaignView } from "../campaign/schema.ts";
import { count, day, id, instant, UnitRef } from "../platform/contract/shapes.ts";

const totals = z.object({
  registered: count,
  donated: count,
  bags: count,
  ml: count,
  unitsHundredths: count,
});
export type OverviewTotals = z.output<typeof totals>;

export const OverviewRow = z.object({
  unit: UnitRef,
  hasChildren: z.boolean(),
  assigned: count.nullable(),
  own: count.nullable(),
  totals,
  /** The letter: has this unit received and spread it? null where it did not reach. */
  receipt: z.enum(["not-received", "received", "disseminated"]).nullable(),
  reportsOwed: count,
  reportsLate: count,
});
export type OverviewRow = z.output<typeof OverviewRow>;

export const Overview = z.object({
  campaign: CampaignView,
  asOf: day,
  computedAt: instant,
  unit: UnitRef,
  path: z.array(UnitRef),
  assigned: count.nullable(),
  own: count.nullable(),
  totals,
  /** Whole events of the campaign with donors outside the system; only at the leading unit. Never added to totals. */
  event: totals.nullable(),
  /** Donated units by day of the campaign, cumulative, in hundredths; the unit's subtree. */
  curve: z.array(z.object({ day, unitsHundredths: count, registered: count })),
  children: z.array(OverviewRow),
  /** The unit's own people, credited to itself and not to a unit below. */
  ownRow: OverviewRow.nullable(),
  late: z.array(
    z.object({
      unit: UnitRef,
      what: z.enum(["receipt", "dissemination", "report"]),
      dueOn: day.nullable(),
      subject: z.string(),
      subjectId: id,
    }),
  ),
  lateCount: count,
});
export type Overview = z.output<typeof Overview>;
