// The days on which something due on a given day is said again.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, daysBetween } from "../../../platform/pure/calendar.ts";
import { isLookDay, lookBegins, remindsOn } from "./rhythm.ts";

/** Days from ten before to 36 after the due day on which it is said. */
const saidOn = (dueOn: string): number[] =>
  Array.from({ length: 47 }, (_, i) => i - 10).filter((late) => remindsOn(dueOn, addDays(dueOn, late)));

describe("the rhythm of reminders", () => {
  // The first week of February 2021: Monday 1st to Sunday 7th.
  test.each([
    ["Monday: the two days before are a weekend", "2021-02-01", [0, 1, 3, 7, 14, 21, 28, 35]],
    ["Tuesday", "2021-02-02", [-1, 0, 1, 3, 7, 14, 21, 28, 35]],
    [
      "Wednesday: the third day is a Saturday, said on Monday",
      "2021-02-03",
      [-2, -1, 0, 1, 5, 7, 14, 21, 28, 35],
    ],
    [
      "Thursday: the third day is a Sunday, said on Monday",
      "2021-02-04",
      [-2, -1, 0, 1, 4, 7, 14, 21, 28, 35],
    ],
    ["Friday: the first day is a Saturday, said on Monday", "2021-02-05", [-2, -1, 0, 3, 7, 14, 21, 28, 35]],
    ["Saturday: weeks end on Saturdays, said on Mondays", "2021-02-06", [-2, -1, 2, 3, 9, 16, 23, 30]],
    ["Sunday", "2021-02-07", [-2, 1, 3, 8, 15, 22, 29, 36]],
  ])("due on a %s", (_day, dueOn, said) => {
    expect(saidOn(dueOn)).toEqual(said);
  });

  it("is silent on Saturdays and Sundays, and never for longer than a week and a weekend", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 400 }), (start, late) => {
        const dueOn = addDays("2018-01-01", start);
        const day = addDays(dueOn, late);
        if (!isLookDay(day)) return !remindsOn(dueOn, day);
        const days = Array.from({ length: 9 }, (_, i) => addDays(day, i));
        return days.some((next) => remindsOn(dueOn, next)) && daysBetween(dueOn, day) === late;
      }),
    );
  });

  it("begins at half past seven in the morning, local time", () => {
    expect(lookBegins("2021-02-01")).toBe("2021-02-01T00:30:00.000Z");
  });
});
