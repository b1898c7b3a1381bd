// The overview in one sentence, and the smaller words of its rows.
import { type Day, formatDay } from "../../platform/pure/calendar.ts";
import { formatCount, formatPercent } from "../../platform/pure/text-vi.ts";
import { formatHundredths, formatInstant } from "../../platform/ui/figures.tsx";
import type { T } from "../../platform/ui/i18n.tsx";
import { progressOf } from "../../report/rules/progress.ts";
import type { ForecastView, Overview, OverviewRow, OverviewTotals, PaceView } from "../schema.ts";

/** "đạt 116,4% chỉ tiêu giao, vượt 16,4%". */
function standingOf(t: T, unitsHundredths: number, assigned: number | null): string {
  const progress = progressOf(unitsHundredths, assigned);
  if (progress === null) return t("dashboard.standing.none");
  if (progress.percentTenths === null) return t("dashboard.standing.zero");
  const percent = formatPercent(progress.percentTenths / 10);
  switch (progress.standing) {
    case "met":
      return t("dashboard.standing.met", { percent });
    case "short":
      return t("dashboard.standing.short", {
        percent,
        units: formatHundredths(progress.missingHundredths),
      });
    case "exceeded":
      return progress.surplusTenths === 0
        ? t("dashboard.standing.exceeded-little", {
            percent,
            units: formatHundredths(progress.surplusHundredths),
          })
        : t("dashboard.standing.exceeded", {
            percent,
            surplus: formatPercent(progress.surplusTenths / 10),
          });
  }
}

/** "Đến 15:30 ngày 09/06/2021" for today; a day gone by is told to its end. */
export const momentOf = (t: T, { asOf, computedAt }: Overview, today: Day): string =>
  asOf === today
    ? t("dashboard.at-instant", { time: formatInstant(computedAt).slice(0, 5), day: formatDay(asOf) })
    : t("dashboard.at-day", { day: formatDay(asOf) });

/**
 * What a vice-chair reads first. Unions counted as not fully reported are those directly below with a report owed by
 * them or within them.
 */
export function sentenceOf(t: T, overview: Overview, today: Day): string {
  const { totals, assigned, children } = overview;
  const at = momentOf(t, overview, today);
  const owing = children.filter(({ reportsOwed }) => (reportsOwed ?? 0) > 0).length;
  if (totals.unitsHundredths === 0) {
    return t("dashboard.sentence-none", { at, registered: formatCount(totals.registered), owing });
  }
  return t("dashboard.sentence", {
    at,
    units: formatHundredths(totals.unitsHundredths),
    standing: standingOf(t, totals.unitsHundredths, assigned),
    owing,
  });
}

/** Donors of those registered, as "75,6%"; undefined where nobody registered. More donors than registered is told. */
export const rateOf = ({ registered, donated }: OverviewTotals): string | undefined =>
  registered === 0 ? undefined : formatPercent((donated / registered) * 100);

/** Whole units: a plan to the hundredth would promise what nobody planned. */
export const planUnits = (hundredths: number): string => formatCount(Math.round(hundredths / 100));

/** "chậm 54 đơn vị máu so với kế hoạch đến ngày này (600)". */
export function paceWords(t: T, { standing, dueHundredths }: PaceView, doneHundredths: number): string {
  const difference = planUnits(Math.abs(doneHundredths - dueHundredths));
  const due = planUnits(dueHundredths);
  if (dueHundredths === 0) return t("dashboard.pace-words.nothing-due");
  return t(`dashboard.pace-words.${standing}`, { due, difference });
}

/** Where it is going, with its doubt; or that too little is known to say. */
export function forecastWords(t: T, forecast: ForecastView): string {
  switch (forecast.state) {
    case "too-little":
      return t("dashboard.forecast.too-little", { registered: forecast.registered, least: forecast.least });
    case "final":
      return t("dashboard.forecast.final", { units: formatHundredths(forecast.unitsHundredths) });
    case "range":
      return t("dashboard.forecast.range", {
        mid: planUnits(forecast.mid),
        low: planUnits(forecast.low),
        high: planUnits(forecast.high),
        drives: forecast.drives,
        booked: formatCount(forecast.booked),
      });
  }
}

/** One reason of a unit behind: "đăng ký 40 người, cần khoảng 143". */
export function whyWords(t: T, { code, have, need }: OverviewRow["why"][number]): string {
  if (code === "yield") {
    return t("dashboard.why.yield", {
      have: formatPercent((have ?? 0) / 10),
      need: formatPercent((need ?? 0) / 10),
    });
  }
  return t(`dashboard.why.${code}`, { have: formatCount(have ?? 0), need: formatCount(need ?? 0) });
}
