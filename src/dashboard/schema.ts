// Side: union. Read-only views over everything above: one look for the signatory, drill-down to the last group.
import { z } from "zod";
import { CampaignView } from "../campaign/schema.ts";
import { count, day, id, instant, UnitRef } from "../platform/contract/shapes.ts";

/** Sums of a nation pass the bound of an ordinary count: 1.5 million donors give 500 million ml. */
const sum = z.number().int().min(0);
const totals = z.object({
  registered: sum,
  donated: sum,
  bags: sum,
  ml: sum,
  unitsHundredths: sum,
});
export type OverviewTotals = z.output<typeof totals>;

export const OverviewRow = z.object({
  unit: UnitRef,
  hasChildren: z.boolean(),
  assigned: count.nullable(),
  own: count.nullable(),
  totals,
  /** The campaign's letters: has this unit received and spread them all? null where none reached it. */
  receipt: z.enum(["not-received", "received", "disseminated"]).nullable(),
  /** Reports of closed drives owed by this unit and those below it and not sent, and how many of them are past due. */
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
  /** Cumulative, a point for each day on which something was counted; the unit's subtree. */
  curve: z.array(z.object({ day, unitsHundredths: sum, registered: sum })),
  /** Unions directly below, by name; at most 500. Totals count those left out too. */
  children: z.array(OverviewRow),
  /** How many children are not shown. */
  moreChildren: count,
  /**
   * The unit's own people, credited to itself and not to a unit below; null where there are none. Without targets where
   * there are units below, because the unit's target is for them all.
   */
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
