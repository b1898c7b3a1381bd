// The days on which the tree changed, in their order, and the way from one to the next. Pure.
import { addDays, type Day } from "../../../platform/pure/calendar.ts";

/** A day on which something took effect, with the titles of what did. */
export interface Stop {
  readonly day: Day;
  readonly titles: readonly string[];
}

interface Marked {
  readonly day: Day;
  readonly title: string;
}

/** One stop a day, earliest first; the same title on one day is said once. */
export function stopsOf(marked: readonly Marked[]): readonly Stop[] {
  const days = new Map<Day, Set<string>>();
  for (const { day, title } of marked) days.set(day, (days.get(day) ?? new Set()).add(title));
  return [...days]
    .map(([day, titles]) => ({ day, titles: [...titles] }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The stop whose tree `asOf` shows: the last at or before it. */
export const stopInForce = (stops: readonly Stop[], asOf: Day): Stop | undefined =>
  stops.findLast(({ day }) => day <= asOf);

/** Where one step back goes: the last day of the tree before this one. Undefined before the first change. */
export function dayBack(stops: readonly Stop[], asOf: Day): Day | undefined {
  const current = stopInForce(stops, asOf);
  return current && addDays(current.day, -1);
}

/** Where one step on goes: the first day of the next tree. */
export const dayOn = (stops: readonly Stop[], asOf: Day): Day | undefined =>
  stops.find(({ day }) => day > asOf)?.day;
