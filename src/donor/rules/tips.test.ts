// Which tips are said on which days.
import { expect, it } from "vitest";
import { en } from "../messages.en.ts";
import { vi } from "../messages.vi.ts";
import { AFTER_GIVING, afterTips, SEASONS, seasonTips } from "./tips.ts";

it("Tết is spoken of four weeks before and until mùng 8", () => {
  expect(seasonTips("2021-01-14")).not.toContain("tet");
  expect(seasonTips("2021-01-15")).toContain("tet");
  expect(seasonTips("2021-02-19")).toContain("tet");
  expect(seasonTips("2021-02-20")).not.toContain("tet");
});

it("summer has its heat and its storms, winter its cold across the new year, autumn nothing", () => {
  expect(seasonTips("2021-05-20")).toEqual(["heat"]);
  expect(seasonTips("2021-06-09")).toEqual(["heat", "storms"]);
  expect(seasonTips("2021-12-20")).toEqual(["cold"]);
  expect(seasonTips("2022-02-10")).toEqual(["cold"]);
  expect(seasonTips("2021-10-01")).toEqual([]);
});

it("every tip has its source, and words in both languages", () => {
  for (const { id, source } of [...AFTER_GIVING, ...SEASONS]) {
    expect(source.length).toBeGreaterThan(10);
    expect(vi).toHaveProperty([`donor.tip.${id}`]);
    expect(en).toHaveProperty([`donor.tip.${id}`]);
  }
});

it("nothing is said of the time before the circular", () => {
  expect(afterTips("2013-11-14")).toEqual([]);
  expect(afterTips("2021-06-09")).toHaveLength(AFTER_GIVING.length);
});
