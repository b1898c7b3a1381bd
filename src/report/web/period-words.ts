// What a period report is called on screen.
import { formatDay } from "../../platform/pure/calendar.ts";
import type { T } from "../../platform/ui/i18n.tsx";
import type { PeriodReport } from "../schema/period.ts";

type Named = Pick<PeriodReport, "kind" | "from" | "until" | "campaign">;

export function periodTitle(t: T, { kind, from, campaign }: Named): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case "month":
      return t("report.period.month", { month, year });
    case "quarter":
      return t("report.period.quarter", {
        quarter: ["I", "II", "III", "IV"][Math.floor((month - 1) / 3)] ?? "",
        year,
      });
    case "half":
      return t("report.period.half", { half: month === 1 ? "1" : "2", year });
    case "year":
      return t("report.period.year", { year });
    case "campaign":
      return t("report.period.campaign", { campaign: campaign?.name ?? "" });
  }
}

export const periodSpan = (t: T, { from, until }: Named): string =>
  t("report.period-span", { from: formatDay(from), until: formatDay(until) });
