// What a step of the seed is: rows made from the country's numbers, part by part, and put into tables by COPY.
import type { Country } from "./country.ts";

/** As PostgreSQL's text reads it; see `json`, `between` and `list` for values that have no plain form. */
export type Cell = string | number | boolean | null;

/** A table and the columns that are written, in the order the cells come. */
export interface Table {
  /** `schema.name` */
  readonly name: string;
  readonly columns: readonly string[];
}

/** `table("person.contact", "person_id channel value")` */
export const table = (name: string, columns: string): Table => ({
  name,
  columns: columns.trim().split(/\s+/),
});

/** Puts one row; cells in the order of the table's columns. It is sent when enough have come together. */
export type Put = (into: Table, ...cells: Cell[]) => void;

export interface SeedStep {
  /** Its own among all steps; what it says on the progress bar is `seed.step.<name>` of the catalogues. */
  readonly name: string;
  /** Every table it writes. Their indexes, constraints and triggers are off meanwhile, and made anew afterwards. */
  readonly tables: readonly Table[];
  /** About how many rows it writes: the measure of progress. */
  rows(country: Country): number;
  /**
   * In how many parts. Each is one transaction: a stop between two goes on with the next, a stop within one begins
   * it again. A part of some hundred thousand rows is right; by province of today where nothing speaks against it.
   */
  parts(country: Country): number;
  /** Puts the rows of one part. Yields after every unit of work, at the latest after some thousand rows: only then is anything sent. */
  write(put: Put, country: Country, part: number): Iterable<void>;
  /** Statements after the last part, in its transaction: sequences, counts that a trigger would have kept. */
  readonly after?: readonly string[];
}

/** What the program's triggers and laws hold, asked of the whole at the end. */
export interface SeedCheck {
  readonly name: string;
  /** Answers one row with one number `wrong`, which must be 0. Any constraint that was off has been made anew before. */
  readonly sql: string;
}

export const byProvince = (country: Country): number => country.provinces.length;

export const json = (value: unknown): string => JSON.stringify(value);
/** A range of days or instants, the end left out; null: open. */
export const between = (from: string, until: string | null): string => `[${from},${until ?? ""})`;
/** An array of ids, codes or numbers (nothing with commas, quotes or braces in it). */
export const list = (values: readonly (string | number)[]): string => `{${values.join(",")}}`;
const DAY_MS = 86_400_000;
const dayTexts = new Map<number, string>();
/** A day from days since 1970, remembered: making dates of millions of rows is what a seed spends its time on. */
export function dayOf(days: number): string {
  let found = dayTexts.get(days);
  if (found === undefined) {
    found = new Date(days * DAY_MS).toISOString().slice(0, 10);
    dayTexts.set(days, found);
  }
  return found;
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** An instant from milliseconds, as `toISOString` writes it. */
export function instant(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const rest = ms - days * DAY_MS;
  const seconds = Math.floor(rest / 1000);
  const thousandths = String(1000 + (rest - seconds * 1000)).slice(1);
  const minutes = Math.floor(seconds / 60);
  return `${dayOf(days)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}.${thousandths}Z`;
}
