// What the union may check before it offers a place: age and the known interval (26/2013/TT-BYT).
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "../../platform/pure/calendar.ts";
import { bookingRulesOn, decideBooking } from "./booking-check.ts";

const codes = (facts: Parameters<typeof decideBooking>[0]) => {
  const decision = decideBooking(facts);
  return decision.ok ? [] : decision.reasons.map(({ code, until }) => (until ? `${code} ${until}` : code));
};

it.each([
  // Art. 4(1): from the 18th birthday
  ["2003-06-10", "2021-06-09", ["too-young 2021-06-10"]],
  ["2003-06-09", "2021-06-09", []],
  // born on 29 February
  ["2004-02-29", "2022-02-28", ["too-young 2022-03-01"]],
  ["2004-02-29", "2022-03-01", []],
  // Art. 4(1): to 60, the whole year
  ["1960-06-10", "2021-06-09", []],
  ["1960-06-09", "2021-06-09", ["too-old"]],
  ["1961-06-09", "2021-06-09", []],
])("somebody born %s may be offered a place on %s: %j", (birthDate, day, expected) => {
  expect(codes({ birthDate, day })).toEqual(expected);
});

it.each([
  // Art. 6(1): 12 weeks
  ["2021-06-09", "2021-08-31", ["too-soon 2021-09-01"]],
  ["2021-06-09", "2021-09-01", []],
  ["2021-06-09", "2021-06-09", ["too-soon 2021-09-01"]],
])("somebody who gave on %s may be offered a place on %s: %j", (lastDonation, day, expected) => {
  expect(codes({ lastDonation, day })).toEqual(expected);
});

it("all reasons are told at once, and nothing is assumed of an unknown birth date", () => {
  expect(codes({ birthDate: "2004-01-01", lastDonation: "2021-05-01", day: "2021-06-09" })).toHaveLength(2);
  expect(codes({ day: "2021-06-09" })).toEqual([]);
});

it("the upper edge is a parameter, because the clause is in doubt", () => {
  const rules = bookingRulesOn("2021-06-09");
  if (rules === undefined) throw new Error("no rules in 2021");
  const strict = { ...rules, maxAge: { ...rules.maxAge, yearInclusive: false } };
  const facts = { birthDate: "1961-06-09", day: "2021-06-09" };
  expect(decideBooking(facts, strict).ok).toBe(false);
  expect(decideBooking(facts, rules).ok).toBe(true);
});

it("there was no circular before 15 November 2013", () => {
  expect(bookingRulesOn("2013-11-14")).toBeUndefined();
  expect(bookingRulesOn("2013-11-15")?.instrument).toBe("26/2013/TT-BYT");
});

it("the day told is the first on which the interval no longer stands against it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (gap) => {
      const lastDonation = "2021-03-20";
      const day = addDays(lastDonation, gap);
      const decision = decideBooking({ lastDonation, day });
      expect(decision.ok).toBe(gap >= 84);
      const until = decision.ok ? undefined : decision.reasons[0]?.until;
      if (until !== undefined) {
        expect(daysBetween(lastDonation, until)).toBe(84);
        expect(decideBooking({ lastDonation, day: until }).ok).toBe(true);
      }
    }),
  );
});
