// Calendar days as the field writes them, in the one time zone of the country. Never reads the clock.
// vi-data: the form of a date on an official document is fixed by decree, in every language of the screens.

/** A calendar day, "YYYY-MM-DD", years 0001 to 9999. */
export type Day = string;

const DAY_MS = 86_400_000;
// Viet Nam has kept UTC+7 without summer time since 1975, so no time zone data is needed.
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

function parts(day: Day): [year: number, month: number, date: number] {
  if (!isDay(day)) throw new RangeError(`Not a day: ${day}`);
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function toMs(day: Day): number {
  const [year, month, date] = parts(day);
  return utcMs(year, month, date);
}

function utcMs(year: number, month: number, date: number): number {
  const at = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  at.setUTCFullYear(year, month - 1, date);
  return at.getTime();
}

function fromMs(ms: number): Day {
  const day = new Date(ms).toISOString().slice(0, 10);
  if (!isDay(day)) throw new RangeError("Day out of range");
  return day;
}

/** Whether `value` is a day that exists: "2021-02-29" is not. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith("0000")) return false;
  const [year, month, date] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))];
  const at = new Date(utcMs(year, month, date));
  return at.getUTCMonth() + 1 === month && at.getUTCDate() === date;
}

/** The day of these three numbers, or undefined when there is no such day (31 February). */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isDay(day) ? day : undefined;
}

/** The day in Viet Nam (Asia/Ho_Chi_Minh) at an instant given in ISO 8601, 1976 or later. */
export function dayIn(instantIso: string): Day {
  const ms = Date.parse(instantIso);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instantIso}`);
  return fromMs(ms + VIETNAM_OFFSET_MS);
}

/** The day `count` days after (negative: before) `day`. */
export function addDays(day: Day, count: number): Day {
  return fromMs(toMs(day) + count * DAY_MS);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** The instant a day ends in Viet Nam, with which the next begins: what happened on the day happened before it. */
export const endOf = (day: Day): string => `${addDays(day, 1)}T00:00:00+07:00`;

/** The last millisecond of a day in Viet Nam: what is asked as of a day, where a moment is asked for. */
export const lastMomentOf = (day: Day): string => `${day}T23:59:59.999+07:00`;

/** 1 for 1 January. */
export function dayOfYear(day: Day): number {
  return daysBetween(`${day.slice(0, 4)}-01-01`, day) + 1;
}

/** "2021-06-09" → "09/06/2021". */
export function formatDay(day: Day): string {
  parts(day);
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/**
 * "2021-06-09" → "ngày 09 tháng 6 năm 2021": a leading zero for days under 10 and for months 1 and 2 only
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, so that neither can be altered by hand).
 */
export function formatDayInWords(day: Day): string {
  const [year, month] = parts(day);
  return `ngày ${day.slice(8)} tháng ${month <= 2 ? day.slice(5, 7) : month} năm ${year}`;
}
