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

/** A line of stops with the day whose tree is shown. */
interface Line {
  readonly stops: readonly Stop[];
  readonly asOf: Day;
}

/**
 * How the line goes to its stop in force after a change: `along` from stop to stop of one line, `at-once` to a line
 * that is new or has become another (life and decisions are read apart, and come one after the other); undefined: it
 * stands there already.
 */
export function wayToStop(before: Line | undefined, { stops, asOf }: Line): "along" | "at-once" | undefined {
  const daysOf = (line: readonly Stop[]): string => line.map(({ day }) => day).join(" ");
  if (before === undefined || daysOf(before.stops) !== daysOf(stops)) return "at-once";
  return stopInForce(before.stops, before.asOf)?.day === stopInForce(stops, asOf)?.day ? undefined : "along";
}
