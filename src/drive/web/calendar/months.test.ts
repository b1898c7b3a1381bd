// Months as a calendar shows them.
import { expect, it } from "vitest";
import { isMonth, lastOf, monthAfter, weeksOf } from "./months.ts";

it("a month is shown in whole weeks from Monday, each of its days once", () => {
  // 1 June 2021 was a Tuesday, 1 February 2021 a Monday.
  expect(weeksOf("2021-06")[0]?.slice(0, 2)).toEqual([undefined, "2021-06-01"]);
  expect(weeksOf("2021-02")).toHaveLength(4);
  for (const month of ["2020-02", "2021-05", "2021-08", "2025-12"]) {
    const days = weeksOf(month)
      .flat()
      .filter((day) => day !== undefined);
    expect(days[0]).toBe(`${month}-01`);
    expect(days.at(-1)).toBe(lastOf(month));
    expect(new Set(days).size).toBe(Number(lastOf(month).slice(8)));
    expect(weeksOf(month).every((week) => week.length === 7)).toBe(true);
  }
});

it("months go on over the turn of the year, both ways", () => {
  expect(monthAfter("2021-12", 1)).toBe("2022-01");
  expect(monthAfter("2021-01", -1)).toBe("2020-12");
  expect(monthAfter("2021-06", -18)).toBe("2019-12");
  expect([isMonth("2021-06"), isMonth("2021-13"), isMonth("2021-6"), isMonth("x")]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
