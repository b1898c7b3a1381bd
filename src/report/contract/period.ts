// Reports of a month, a quarter, a half-year, a year or a campaign; completeness and timeliness of the units below.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { day, done, file, id, page, pageQuery } from "../../platform/contract/shapes.ts";
import { CompletenessRow, PeriodEntry, PeriodKind, PeriodReport, PeriodRow } from "../schema/period.ts";

const ofUnit = z.object({ unitId: id });

export const listPeriods = endpoint({
  id: "report.periods",
  method: "GET",
  path: "/api/units/:unitId/period-reports",
  summary: "Period reports a unit made, and those of periods with closed drives that it has still to make.",
  params: ofUnit,
  output: z.object({ items: z.array(PeriodRow) }),
});

export const listPeriodsBelow = endpoint({
  id: "report.periods-below",
  method: "GET",
  path: "/api/units/:unitId/period-reports/below",
  summary: "The same period's reports of the units directly below; state null is chưa báo cáo.",
  params: ofUnit,
  query: z.object({ kind: PeriodKind, from: day, campaignId: id.optional() }),
  output: z.object({ items: z.array(PeriodRow) }),
  problems: ["no-such-period"],
});

export const openPeriod = endpoint({
  id: "report.open-period",
  method: "POST",
  path: "/api/units/:unitId/period-reports",
  summary: "Open the unit's report of a period; it fills itself from the facts.",
  params: ofUnit,
  body: PeriodEntry,
  output: done,
  problems: ["no-such-period", "nothing-to-report"],
});

export const getPeriod = endpoint({
  id: "report.period",
  method: "GET",
  path: "/api/period-reports/:reportId",
  summary: "A period report by drive and by unit directly below: live while a draft, frozen rows after.",
  params: z.object({ reportId: id }),
  output: PeriodReport,
});

/** Of one campaign, or of all drives between two days. */
const over = z.object({
  campaignId: id.optional(),
  from: day.optional(),
  until: day.optional(),
  /** `direct`: units directly below; `all`: every unit below that owes reports. */
  level: z.enum(["direct", "all"]).default("direct"),
  asOf: day.optional(),
});

export const listCompleteness = endpoint({
  id: "report.completeness",
  method: "GET",
  path: "/api/units/:unitId/report-completeness",
  reads: "recent",
  summary: "Reports owed, sent, on time, days late and returned by unit below, as of a day.",
  params: ofUnit,
  query: over.extend(pageQuery.shape),
  output: page(CompletenessRow).extend({ asOf: day }),
});

export const exportCompleteness = endpoint({
  id: "report.completeness-export",
  method: "GET",
  path: "/api/units/:unitId/report-completeness/xlsx",
  reads: "recent",
  summary: "The completeness table as an Excel file.",
  params: ofUnit,
  query: over,
  output: file,
  produces: "xlsx",
});
