// Source: circular 26/2013/TT-BYT of 16/09/2013, in force from 15/11/2013: Art. 4(1) age, Art. 6(1) interval of
// 12 weeks between donations of whole blood. Read from secondary sites; compare with the signed text before relying on it.
// Doubt: "đến 60 tuổi" may end at the 60th birthday or last until the 61st. The union lets the whole year pass,
// because a booking only offers a place and the doctor decides on the day; ask the blood centre, then set `yearInclusive`.
import { addDays } from "../../platform/pure/calendar.ts";
import type { BookingDecision, BookingFacts, BookingReason, BookingRuleSet } from "../schema.ts";

/** Newest last. A booking is checked by the set in force on the drive's day. */
export const BOOKING_RULES: readonly BookingRuleSet[] = [
  {
    instrument: "26/2013/TT-BYT",
    inForceFrom: "2013-11-15",
    minAge: { years: 18, clause: "4(1)" },
    maxAge: { years: 60, yearInclusive: true, clause: "4(1)" },
    interval: { days: 84, clause: "6(1)" },
  },
];

/** The set in force on `day`; undefined before the first. */
export const bookingRulesOn = (day: string): BookingRuleSet | undefined =>
  BOOKING_RULES.filter((rules) => rules.inForceFrom <= day).at(-1);

/** The day somebody reaches an age. Born on 29 February, it is 1 March in common years: the text sorts between. */
const birthday = (birthDate: string, years: number): string =>
  `${String(Number(birthDate.slice(0, 4)) + years).padStart(4, "0")}${birthDate.slice(4)}`;

/** What of the union's own knowledge stands against a place on that day; all reasons at once. */
export function decideBooking(facts: BookingFacts, rules = bookingRulesOn(facts.day)): BookingDecision {
  if (rules === undefined) return { ok: true };
  const reasons: { code: BookingReason; until?: string }[] = [];
  const { birthDate, lastDonation, day } = facts;
  if (birthDate !== undefined) {
    const from = birthday(birthDate, rules.minAge.years);
    const end = birthday(birthDate, rules.maxAge.years + (rules.maxAge.yearInclusive ? 1 : 0));
    if (day < from) reasons.push({ code: "too-young", until: realDay(from) });
    if (day >= end) reasons.push({ code: "too-old" });
  }
  if (lastDonation !== undefined) {
    const again = addDays(lastDonation, rules.interval.days);
    if (day < again) reasons.push({ code: "too-soon", until: again });
  }
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const realDay = (day: string): string =>
  day.endsWith("-02-29") && !isLeap(Number(day.slice(0, 4))) ? `${day.slice(0, 4)}-03-01` : day;
