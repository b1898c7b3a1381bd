// The lunar calendar against days that everybody in Viet Nam knows, and against itself.
import { describe, expect, it } from "vitest";
import { addDays } from "./calendar.ts";
import { lunarOf, solarOf } from "./lunar.ts";

describe("the lunar calendar", () => {
  it.each([
    ["1985-01-21", 1985], // a month before the Chinese one: the zone of Ha Noi decides
    ["2000-02-05", 2000],
    ["2007-02-17", 2007], // a day before the Chinese one
    ["2019-02-05", 2019],
    ["2020-01-25", 2020],
    ["2021-02-12", 2021],
    ["2022-02-01", 2022],
    ["2023-01-22", 2023],
    ["2024-02-10", 2024],
    ["2025-01-29", 2025],
    ["2026-02-17", 2026],
    ["2030-02-02", 2030], // a day before the Chinese one
  ])("Tết falls on %s", (day, year) => {
    expect(lunarOf(day)).toEqual({ year, month: 1, date: 1, leap: false });
    expect(lunarOf(addDays(day, -1))).toMatchObject({ year: year - 1, month: 12 });
    expect(solarOf({ year, month: 1, date: 1 })).toBe(day);
  });

  it.each([
    ["2021-04-21", 2021],
    ["2022-04-10", 2022],
    ["2023-04-29", 2023], // after a leap second month
    ["2024-04-18", 2024],
    ["2025-04-07", 2025],
  ])("the Hùng Kings are remembered on %s", (day, year) => {
    expect(solarOf({ year, month: 3, date: 10 })).toBe(day);
  });

  it.each([
    ["2020-05-23", 4], // 2020: second fourth month
    ["2023-03-22", 2],
    ["2025-07-25", 6],
  ])("a leap month begins on %s", (day, month) => {
    expect(lunarOf(day)).toMatchObject({ month, date: 1, leap: true });
    expect(lunarOf(addDays(day, -1))).toMatchObject({ month, leap: false });
  });

  it("has the mid-autumn feast of 2021 on 21 September and the Vu Lan feast of 2025 on 6 September", () => {
    expect(lunarOf("2021-09-21")).toMatchObject({ month: 8, date: 15 });
    expect(lunarOf("2025-09-06")).toMatchObject({ month: 7, date: 15, leap: false });
  });

  it("runs on day by day for sixty years, in months of 29 or 30 days", () => {
    let before = lunarOf("1990-01-01");
    for (let day = "1990-01-02"; day < "2050-01-01"; day = addDays(day, 1)) {
      const now = lunarOf(day);
      if (now.date === 1) {
        expect([29, 30], day).toContain(before.date);
        const next = before.month === 12 ? 1 : before.month + 1;
        expect(now.leap ? now.month === before.month : now.month === next, day).toBe(true);
        expect(now.year, day).toBe(now.month === 1 && !now.leap ? before.year + 1 : before.year);
      } else expect(now, day).toEqual({ ...before, date: before.date + 1 });
      before = now;
    }
  });

  it("knows no day that its month does not have", () => {
    expect(solarOf({ year: 2021, month: 1, date: 31 })).toBeUndefined();
    // The twelfth month of the year Tân Sửu ended with its 29th.
    expect(solarOf({ year: 2021, month: 12, date: 30 })).toBeUndefined();
    expect(solarOf({ year: 2021, month: 12, date: 29 })).toBe("2022-01-31");
  });
});
