// Weeks of a month, Monday first, and the way from month to month.
import { addDays, type Day, daysBetween } from "../../../platform/pure/calendar.ts";

/** "2021-06". */
export type Month = string;

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export function monthAfter(month: Month, by: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

export const firstOf = (month: Month): Day => `${month}-01`;
export const lastOf = (month: Month): Day => addDays(firstOf(monthAfter(month, 1)), -1);

const A_MONDAY = "2021-01-04";

/** Whole weeks that hold the month; days of its neighbours are undefined. */
export function weeksOf(month: Month): readonly (readonly (Day | undefined)[])[] {
  const first = firstOf(month);
  const length = daysBetween(first, lastOf(month)) + 1;
  const lead = ((daysBetween(A_MONDAY, first) % 7) + 7) % 7;
  return Array.from({ length: Math.ceil((lead + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => {
      const at = week * 7 + weekday - lead;
      return at >= 0 && at < length ? addDays(first, at) : undefined;
    }),
  );
}
