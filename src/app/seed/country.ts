// The seeded country as numbers: every unit has an index, every person has one, and all else follows from
// (size, seed, today). About 30 bytes a unit are kept in memory, nothing a person, so that rows can be streamed.
import { addDays } from "../../platform/pure/calendar.ts";
import { draw, FOR, idOf, share } from "./chance.ts";
import { layOut } from "./layout.ts";
import { COUNTS, type Counts, type Size } from "./sizes.ts";
import { LEVEL, type Level, type ProvinceBlock, type Units } from "./units.ts";

export { LEVEL, type Level, type ProvinceBlock };

export interface Days {
  /** The first day of the two years told. */
  readonly from: string;
  /** The first day of the new tree. */
  readonly reorganised: string;
  /** The country's own present: nothing that has happened is later. */
  readonly today: string;
  /** Since when the units of the beginning stand. */
  readonly stoodSince: string;
}

export interface Country {
  readonly size: Size;
  readonly seed: number;
  readonly counts: Counts;
  readonly days: Days;
  /** Milliseconds of some of those days' beginnings: worked out once, for ids by the million. */
  readonly ms: { readonly stoodSince: number; readonly reorganised: number; readonly people: number };
  readonly units: Units;
  readonly provinces: readonly ProvinceBlock[];
}

const TWO_YEARS = 730;

/** Days told of a country whose present is `today`; the re-organisation is on the first of a month, a year before. */
export const daysOf = (today: string): Days => ({
  from: addDays(today, -TWO_YEARS),
  reorganised: `${addDays(today, -TWO_YEARS / 2).slice(0, 7)}-01`,
  today,
  stoodSince: `${Number(today.slice(0, 4)) - 12}-01-01`,
});

export function planCountry(size: Size, seed: number, today: string): Country {
  const counts = COUNTS[size];
  const days = daysOf(today);
  const ms = {
    stoodSince: msOf(days.stoodSince),
    reorganised: msOf(days.reorganised),
    people: msOf(addDays(days.from, -60)),
  };
  return { size, seed, counts, days, ms, ...layOut(counts, seed) };
}

/** Milliseconds of the beginning of a day in Việt Nam. */
export const msOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);

/** The first day the unit stands, and the first it stands no more. */
export const openedOn = ({ units, days }: Country, unit: number): string =>
  units.change[unit] === 1 ? days.reorganised : days.stoodSince;
export const closedOn = ({ units, days }: Country, unit: number): string | null =>
  units.change[unit] === 2 ? days.reorganised : null;

export const standsOn = (country: Country, unit: number, day: string): boolean => {
  const change = country.units.change[unit];
  return change === 0 || (change === 1) === day >= country.days.reorganised;
};

export const unitId = (country: Country, unit: number): string =>
  idOf(
    country.seed,
    FOR.unit,
    unit,
    country.units.change[unit] === 1 ? country.ms.reorganised : country.ms.stoodSince,
  );

/** The number of a unit in paths. 1 is the place outside any union, which every database has. */
export const pathNo = (unit: number): number => unit + 2;

/** Who stands above a unit on a day; −1: nobody. */
export const parentOf = ({ units, days }: Country, unit: number, day: string): number =>
  (day < days.reorganised ? units.before[unit] : units.after[unit]) ?? -1;

export const levelOf = ({ units }: Country, unit: number): Level => units.level[unit] as Level;

/** Where the results of a unit count on a day: at itself while it stands, then at its successor. */
export const creditedTo = (country: Country, unit: number, day: string): number =>
  country.units.change[unit] === 2 && day >= country.days.reorganised
    ? (country.units.heir[unit] ?? -1)
    : unit;

// People ---------------------------------------------------------------------------------------------------------

/** The unit in whose list the i-th person is at the beginning of the two years. */
export function firstUnitOf({ units }: Country, person: number): number {
  let low = 0;
  let high = units.count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((units.firstPerson[middle] ?? 0) <= person) low = middle;
    else high = middle;
  }
  return low;
}

/** Of a hundred people, how many ever registered to give blood. */
export const REGISTERED_SHARE = 0.12;

/** Did this person ever register? Only those have contacts and consents; only they may be booked. */
export const everRegistered = ({ seed }: Country, person: number): boolean =>
  share(draw(seed, FOR.person, person, 0)) < REGISTERED_SHARE;

/** When people's entries were written: each a moment after the one before, so that ids are in order of index. */
export const personMs = ({ ms }: Country, person: number): number => ms.people + person * 100;

export const personId = (country: Country, person: number): string =>
  idOf(country.seed, FOR.person, person, personMs(country, person));
