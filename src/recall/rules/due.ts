// Who may be asked to give again on a day: by age and the last donation the union knows of, as any booking is checked
// (circular 26/2013/TT-BYT, Art. 4(1) and 6(1): see eligibility/rules/booking-check.ts). Nearest first.
import { bookingRulesOn, decideBooking } from "../../eligibility/rules/booking-check.ts";
import { addDays } from "../../platform/pure/calendar.ts";

/** Somebody who gave before and agreed to be asked, with what the union knows of them. */
export interface Candidate {
  readonly personId: string;
  readonly birthDate: string | null;
  /** The last day of giving the union knows of. */
  readonly lastDonation: string;
  /** Their union covers a commune that the host covers too. */
  readonly near: boolean;
}

/** The same rules as bounds that a query can keep: last given by, born by, born after; days as text, all may be absent. */
export interface DueBounds {
  readonly gaveBy: string | null;
  readonly bornBy: string | null;
  readonly bornAfter: string | null;
}

/** As text, like the rules: who was born on 29 February is of age on a day that most years do not have. */
const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;

export function dueBounds(day: string): DueBounds {
  const rules = bookingRulesOn(day);
  if (rules === undefined) return { gaveBy: null, bornBy: null, bornAfter: null };
  const { minAge, maxAge, interval } = rules;
  return {
    gaveBy: addDays(day, -interval.days),
    bornBy: yearsBefore(day, minAge.years),
    bornAfter: yearsBefore(day, maxAge.years + (maxAge.yearInclusive ? 1 : 0)),
  };
}

/** Those who may be asked for a drive on `day`: the nearest first, then by longest since; the id settles the rest. */
export const dueOn = <One extends Candidate>(day: string, candidates: readonly One[]): One[] =>
  candidates
    .filter(
      ({ birthDate, lastDonation }) =>
        decideBooking({ day, lastDonation, ...(birthDate !== null && { birthDate }) }).ok,
    )
    .sort(
      (a, b) =>
        Number(b.near) - Number(a.near) ||
        compare(a.lastDonation, b.lastDonation) ||
        compare(a.personId, b.personId),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fewer than this are not told as a number: it would say of each whether they had agreed to be asked. */
export const LEAST_TOLD = 5;

/** A count of people as it is told; null: fewer than five, and nobody at all is no different. */
export const told = (people: number): number | null => (people < LEAST_TOLD ? null : people);
