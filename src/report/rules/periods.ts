// Periods of the calendar a union reports on: their days, their names on paper, when the report is due.
// vi-data: a period's name on paper is Vietnamese in every interface language.
import { addDays, type Day, dayFrom, formatDay, isDay } from "../../platform/pure/calendar.ts";
import type { PeriodKind } from "../schema/period.ts";

export type CalendarKind = Exclude<PeriodKind, "campaign">;
export const CALENDAR_KINDS = ["month", "quarter", "half", "year"] as const satisfies readonly CalendarKind[];

/** Months of each; every longer one is made of whole shorter ones, so quarters are the sum of their months. */
const MONTHS: Readonly<Record<CalendarKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/**
 * Days after the period that its report is due.
 * Ours [K]: unions' circulars differ (10 or 15 days after a quarter); the letter of a union may say otherwise.
 */
const DUE_DAYS: Readonly<Record<PeriodKind, number>> = {
  month: 5,
  quarter: 10,
  half: 10,
  year: 15,
  campaign: 15,
};

export interface Period {
  readonly from: Day;
  /** Inclusive. */
  readonly until: Day;
}

/** The period of this kind that the day falls in. */
export function periodWith(kind: CalendarKind, day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month - ((month - 1) % MONTHS[kind]);
  const next = first + MONTHS[kind];
  const from = dayFrom(year, first, 1);
  const after = next > 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, next, 1);
  if (from === undefined || after === undefined) throw new RangeError(`No period with ${day}`);
  return { from, until: addDays(after, -1) };
}

/** The period that begins on this very day; undefined when none of the kind does. */
export function periodFrom(kind: CalendarKind, from: Day): Period | undefined {
  if (!isDay(from)) return undefined;
  const found = periodWith(kind, from);
  return found.from === from ? found : undefined;
}

export const periodDue = (kind: PeriodKind, until: Day): Day => addDays(until, DUE_DAYS[kind]);

/** "tháng 6 năm 2021", "quý II năm 2021", "6 tháng đầu năm 2021", "năm 2021". */
export function periodName(kind: PeriodKind, { from, until }: Period): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  switch (kind) {
    case "month":
      return `tháng ${month} năm ${year}`;
    case "quarter":
      return `quý ${["I", "II", "III", "IV"][Math.floor((month - 1) / 3)]} năm ${year}`;
    case "half":
      return `6 tháng ${month === 1 ? "đầu" : "cuối"} năm ${year}`;
    case "year":
      return `năm ${year}`;
    case "campaign":
      return `từ ngày ${formatDay(from)} đến ngày ${formatDay(until)}`;
  }
}
