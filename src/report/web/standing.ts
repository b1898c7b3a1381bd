// A result against a target in words, by the arithmetic of the report's paper: đạt 116,4%, vượt 16,4%.
import { formatPercent } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import type { T } from "../../platform/ui/i18n.tsx";
import { progressOf } from "../rules/progress.ts";

/** "đạt 61,2%, còn thiếu 109 đơn vị máu"; "chưa có chỉ tiêu" for null. `brief`, for tables: "đạt 61,2%, thiếu 109". */
export function standingWords(
  t: T,
  unitsHundredths: number,
  target: number | null,
  brief: "brief" | "full" = "full",
): string {
  const progress = progressOf(unitsHundredths, target);
  if (progress === null) return t("report.standing.no-target");
  if (progress.percentTenths === null) return t("report.standing.zero-target");
  const percent = formatPercent(progress.percentTenths / 10);
  switch (progress.standing) {
    case "met":
      return t("report.standing.met", { percent });
    case "short":
      return t(brief === "brief" ? "report.standing.short-brief" : "report.standing.short", {
        percent,
        units: formatHundredths(progress.missingHundredths),
      });
    case "exceeded":
      // Beyond the target by less than shows at one decimal: say it in blood, not in percent.
      return progress.surplusTenths === 0
        ? t("report.standing.exceeded-little", {
            percent,
            units: formatHundredths(progress.surplusHundredths),
          })
        : t("report.standing.exceeded", { percent, surplus: formatPercent(progress.surplusTenths / 10) });
  }
}
