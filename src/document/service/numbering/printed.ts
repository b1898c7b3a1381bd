// How a number is printed and read, and which period of a series a day belongs to.
import type { Day } from "../../../platform/pure/calendar.ts";
import type { SeriesReset } from "../../schema.ts";

/** Below ten with a zero before it, so that nothing can be written in front (NĐ 30/2020, Phụ lục I, mục II.3). */
export const printedNumber = (number: number): string => String(number).padStart(2, "0");

/** A plain whole number from 1 to 999,999; undefined for anything else ("132-CV", "12a"). */
export function wholeNumber(printed: string): number | undefined {
  const number = /^\d{1,6}$/.test(printed.trim()) ? Number(printed.trim()) : 0;
  return number >= 1 ? number : undefined;
}

/** The year of the day where the series begins again each year, as it does unless said otherwise; else the running one. */
export const periodOfDay = (
  running: { readonly reset: SeriesReset; readonly period: string } | undefined,
  day: Day,
): string => (running === undefined || running.reset === "year" ? day.slice(0, 4) : running.period);
