// When a unit is reminded of what it owes: by how far the day is from the due day, on working days. Pure.
import { addDays, daysBetween } from "../../../platform/pure/calendar.ts";

/** Days before the due day on which something counts as due soon. */
export const SOON_DAYS = 2;
/** A unit this many days late is told to the unit its letter came from, … */
export const TELL_ABOVE_DAYS = 3;
/** … and this many days late, to the one above that as well. */
export const TELL_TWO_ABOVE_DAYS = 7;

const A_MONDAY = "2018-01-01";
/** 0 Monday … 6 Sunday. */
const weekday = (day: string): number => (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) as number;

/** Nobody is reminded on a Saturday or Sunday. Public holidays are not known here. */
export const isLookDay = (day: string): boolean => weekday(day) < 5;

/** The instant from which the program may look through `day`: half past seven in the morning, local time (UTC+7). */
export const lookBegins = (day: string): string => `${day}T00:30:00.000Z`;

/** How many days a look answers for: on Monday also for the Saturday and Sunday before. */
export const daysAnsweredFor = (day: string): number => (weekday(day) === 0 ? 3 : 1);

/** `late`: days after the due day; zero or less: not yet late. */
const isBeat = (late: number): boolean =>
  late >= -SOON_DAYS && (late <= 1 || late === 3 || (late >= 7 && late % 7 === 0));

/**
 * Whether a duty due on `dueOn` is one to remind of on `day`: on each of the two days before and on its day; late, on
 * the first, third and seventh day, then every seventh. What falls on a weekend is said on Monday.
 */
export function remindsOn(dueOn: string, day: string): boolean {
  if (!isLookDay(day)) return false;
  for (let back = 0; back < daysAnsweredFor(day); back++)
    if (isBeat(daysBetween(dueOn, addDays(day, -back)))) return true;
  return false;
}
