// The two editions of the two years: one before the re-organisation, over and reported when it comes, and one after it,
// which is still running today.
import { addDays, type Day, daysBetween } from "../../../platform/pure/calendar.ts";
import type { Country } from "../country.ts";

/** 0: in the tree before the re-organisation; 1: in the tree after it. */
export type SeasonNo = 0 | 1;
export const SEASONS: readonly SeasonNo[] = [0, 1];

export interface Season {
  readonly no: SeasonNo;
  /** First and last day of its campaigns. */
  readonly from: Day;
  readonly until: Day;
  /** The letters go out, and the number is given. */
  readonly ordered: Day;
  /** Its drives are held from the first of these days to the last. */
  readonly drivesFrom: Day;
  readonly drivesUntil: Day;
  /** A day on which its tree stands, whatever the re-organisation does. */
  readonly tree: Day;
}

const seasons = new WeakMap<Country["days"], readonly [Season, Season]>();

/** Every report of the first edition is approved before the tree changes: reports take at most fifty days. */
export function seasonOf(no: SeasonNo, { days }: Pick<Country, "days">): Season {
  let known = seasons.get(days);
  if (known === undefined) {
    known = [makeSeason(0, days), makeSeason(1, days)];
    seasons.set(days, known);
  }
  return known[no];
}

function makeSeason(no: SeasonNo, days: Country["days"]): Season {
  if (no === 0) {
    return {
      no,
      from: addDays(days.from, 3),
      until: addDays(days.reorganised, -15),
      ordered: addDays(days.from, 5),
      drivesFrom: addDays(days.from, 50),
      drivesUntil: addDays(days.reorganised, -70),
      tree: days.from,
    };
  }
  return {
    no,
    from: addDays(days.reorganised, 15),
    until: addDays(days.today, 100),
    ordered: addDays(days.reorganised, 18),
    drivesFrom: addDays(days.reorganised, 60),
    drivesUntil: addDays(days.today, -1),
    tree: days.today,
  };
}

const EPOCH = "1970-01-01";
const DAY_MS = 86_400_000;
/** Việt Nam keeps no summer time. */
const OFFSET_MS = 7 * 3_600_000;

/** Days since 1970 of a local day, and back. */
const numbers = new Map<Day, number>();
export function dayNumber(day: Day): number {
  let known = numbers.get(day);
  if (known === undefined) {
    known = daysBetween(EPOCH, day);
    numbers.set(day, known);
  }
  return known;
}
const days = new Map<number, Day>();
export function dayOf(number: number): Day {
  let known = days.get(number);
  if (known === undefined) {
    known = addDays(EPOCH, number);
    days.set(number, known);
  }
  return known;
}

/** The instant of a local time on a day, in ms since 1970. */
export const instantOn = (day: number, minutes: number): number =>
  day * DAY_MS - OFFSET_MS + minutes * 60_000;
/** The local day of an instant, as days since 1970. */
export const localDay = (ms: number): number => Math.floor((ms + OFFSET_MS) / DAY_MS);

export const iso = (ms: number): string => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
