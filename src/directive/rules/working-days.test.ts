// Working days: Monday to Friday, forwards and back.
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "../../platform/pure/calendar.ts";
import { addWorkingDays, isWorkingDay } from "./working-days.ts";

test.each([
  ["2021-01-18", 2, "2021-01-20"], // Monday → Wednesday
  ["2021-01-21", 2, "2021-01-25"], // Thursday → Monday
  ["2021-01-23", 1, "2021-01-25"], // Saturday → Monday
  ["2021-01-23", 0, "2021-01-23"],
  ["2021-06-07", -2, "2021-06-03"], // Monday → Thursday before
])("%s and %i working days is %s", (day, count, expected) => {
  expect(addWorkingDays(day, count)).toBe(expected);
});

test("as many working days lie between as were counted", () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2019-01-01", n));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const to = addWorkingDays(from, count);
      const between = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
      expect(between.filter(isWorkingDay).length).toBe(count);
      expect(isWorkingDay(to)).toBe(true);
    }),
  );
});
