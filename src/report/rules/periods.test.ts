import { describe, expect, test } from "vitest";
import { addDays } from "../../platform/pure/calendar.ts";
import { CALENDAR_KINDS, periodDue, periodFrom, periodName, periodWith } from "./periods.ts";
import { quickDueAt } from "./quick.ts";

describe("a period of the calendar", () => {
  test("holds every day of two years exactly once, and the longer are made of whole shorter ones", () => {
    for (let day = "2020-01-01"; day <= "2021-12-31"; day = addDays(day, 1)) {
      let inner = { from: day, until: day };
      for (const kind of CALENDAR_KINDS) {
        const period = periodWith(kind, day);
        expect(periodWith(kind, period.from)).toEqual(period);
        expect(periodWith(kind, period.until)).toEqual(period);
        expect(periodWith(kind, addDays(period.until, 1)).from).toBe(addDays(period.until, 1));
        expect(period.from <= inner.from && inner.until <= period.until).toBe(true);
        inner = period;
      }
    }
  });

  test("ends where the calendar says", () => {
    expect(periodWith("month", "2020-02-10")).toEqual({ from: "2020-02-01", until: "2020-02-29" });
    expect(periodWith("quarter", "2021-11-30")).toEqual({ from: "2021-10-01", until: "2021-12-31" });
    expect(periodWith("half", "2021-07-01")).toEqual({ from: "2021-07-01", until: "2021-12-31" });
    expect(periodWith("year", "2021-07-01")).toEqual({ from: "2021-01-01", until: "2021-12-31" });
  });

  test("begins on its first day only", () => {
    expect(periodFrom("quarter", "2021-04-01")?.until).toBe("2021-06-30");
    for (const day of ["2021-05-01", "2021-04-02", "2021-02-30", "x"]) {
      expect(periodFrom("quarter", day)).toBeUndefined();
    }
  });

  test("is named as papers name it, and is due some days after", () => {
    const named = (kind: (typeof CALENDAR_KINDS)[number], day: string) =>
      periodName(kind, periodWith(kind, day));
    expect([
      named("month", "2021-06-09"),
      named("quarter", "2021-06-09"),
      named("half", "2021-06-09"),
      named("half", "2021-12-09"),
      named("year", "2021-06-09"),
    ]).toEqual([
      "tháng 6 năm 2021",
      "quý II năm 2021",
      "6 tháng đầu năm 2021",
      "6 tháng cuối năm 2021",
      "năm 2021",
    ]);
    expect(periodDue("month", "2021-06-30")).toBe("2021-07-05");
  });
});

test("the quick figure is due in the evening of the drive, in the time of the country", () => {
  expect(quickDueAt("2021-06-09")).toBe("2021-06-09T13:00:00.000Z");
});
