// Calendar days: what exists, what the day is in Viet Nam, how a day is written.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dayFrom,
  dayIn,
  dayOfYear,
  daysBetween,
  formatDay,
  formatDayInWords,
  isDay,
} from "./calendar.ts";

test("a day must exist", () => {
  expect(["2021-06-09", "2020-02-29", "0050-03-01"].filter(isDay)).toHaveLength(3);
  expect(["2021-02-29", "2021-13-01", "2021-00-10", "2021-6-9", "0000-01-01", "", "x"].filter(isDay)).toEqual(
    [],
  );
  expect(dayFrom(2021, 2, 31)).toBeUndefined();
  expect(dayFrom(2021, 1, 8)).toBe("2021-01-08");
});

test("the day turns at midnight in Viet Nam, which is 17:00 UTC", () => {
  expect(dayIn("2021-06-08T16:59:59Z")).toBe("2021-06-08");
  expect(dayIn("2021-06-08T17:00:00Z")).toBe("2021-06-09");
  expect(dayIn("2021-06-09T00:00:00+07:00")).toBe("2021-06-09");
  expect(() => dayIn("hôm nay")).toThrow(RangeError);
});

test("84 days after a donation on 9 June is 1 September", () => {
  expect(addDays("2021-06-09", 84)).toBe("2021-09-01");
  expect(daysBetween("2021-06-09", "2021-09-01")).toBe(84);
  expect(dayOfYear("2021-01-18")).toBe(18);
  expect(dayOfYear("2020-12-31")).toBe(366);
});

test("adding days and counting them back agree", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (count) => {
      expect(daysBetween("2021-01-18", addDays("2021-01-18", count))).toBe(count);
    }),
  );
});

test("days are written as on paper", () => {
  expect(formatDay("2021-06-09")).toBe("09/06/2021");
  expect(formatDayInWords("2021-06-09")).toBe("ngày 09 tháng 6 năm 2021");
  expect(formatDayInWords("2021-01-18")).toBe("ngày 18 tháng 01 năm 2021");
  expect(formatDayInWords("2021-12-02")).toBe("ngày 02 tháng 12 năm 2021");
  expect(() => formatDay("2021-02-30")).toThrow(RangeError);
});
