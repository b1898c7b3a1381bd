// Side: union. Read-only views over everything above: one look for the signatory, drill-down to the last group.
import { z } from "zod";
import { CampaignView } from "../campaign/schema.ts";
import { count, day, id, instant, UnitRef } from "../platform/contract/shapes.ts";
import { WHY } from "./rules/why-behind.ts";

/** Sums of a nation pass the bound of an ordinary count: 1.5 million donors give 500 million ml. */
const sum = z.number().int().min(0);
export const OverviewTotals = z.object({
  registered: sum,
  donated: sum,
  bags: sum,
  ml: sum,
  unitsHundredths: sum,
});
export type OverviewTotals = z.output<typeof OverviewTotals>;
const totals = OverviewTotals;

/** Points of a row's small curve. */
export const SPARK_POINTS = 30;

export const OverviewRow = z.object({
  unit: UnitRef,
  hasChildren: z.boolean(),
  assigned: count.nullable(),
  own: count.nullable(),
  totals,
  /** The campaign's letters: has this unit received and spread them all? null where none reached it. */
  receipt: z.enum(["not-received", "received", "disseminated"]).nullable(),
  /**
   * Reports of closed drives owed by this unit and those below it and not sent, and how many of them are past due; null
   * where there are too many drives to go through for one look (a nation's), then `late` knows letters only.
   */
  reportsOwed: count.nullable(),
  reportsLate: count.nullable(),
  /**
   * Đơn vị máu × 100 so far at even steps from the campaign's first day to the day shown; empty where there is none.
   */
  spark: z.array(sum).max(SPARK_POINTS),
  /** What the plan line asks of the row's assigned (or else own) target by the day shown, × 100; null without one. */
  dueHundredths: sum.nullable(),
  behind: z.boolean(),
  /** Why it is behind; `have` and `need` are people for registrations and permille for yield. */
  why: z.array(z.object({ code: z.enum(WHY), have: z.number().nullable(), need: z.number().nullable() })),
});
export type OverviewRow = z.output<typeof OverviewRow>;

/** The plan line of the unit's assigned (or else own) target, and how the result stands beside it. */
export const PaceView = z.object({
  /** The target spread over drives by their places, evenly over days, or both one after the other. */
  kind: z.enum(["even", "drives", "both"]),
  line: z.array(z.object({ day, unitsHundredths: sum })),
  dueHundredths: sum,
  standing: z.enum(["ahead", "on", "behind"]),
});
export type PaceView = z.output<typeof PaceView>;

/** The final figure, hundredths of đơn vị máu; the formula stands in rules/forecast.ts. */
export const ForecastView = z.discriminatedUnion("state", [
  z.object({ state: z.literal("too-little"), registered: count, least: count }),
  z.object({ state: z.literal("final"), unitsHundredths: sum }),
  z.object({
    state: z.literal("range"),
    low: sum,
    mid: sum,
    high: sum,
    yieldPermille: z.number().int(),
    /** Registered so far for the drives to come, people expected there, and places there for everybody. */
    booked: count,
    expected: count,
    places: count,
    drives: count,
    /** Day of the last drive to come. */
    until: day,
  }),
]);
export type ForecastView = z.output<typeof ForecastView>;

export const Overview = z.object({
  campaign: CampaignView,
  asOf: day,
  computedAt: instant,
  unit: UnitRef,
  /** Units above on that day, root first. */
  path: z.array(UnitRef),
  /** Where its results count today when the unit no longer stands; null while it stands. */
  heir: UnitRef.nullable(),
  assigned: count.nullable(),
  own: count.nullable(),
  totals,
  /** Whole events of the campaign with donors outside the system; only at the leading unit. Never added to totals. */
  event: totals.nullable(),
  /** Cumulative, a point for each day on which something was counted; the unit's subtree. */
  curve: z.array(z.object({ day, unitsHundredths: sum, registered: sum })),
  /** null without a target. */
  pace: PaceView.nullable(),
  forecast: ForecastView,
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
