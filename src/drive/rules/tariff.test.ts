// What a donor may be given, by the day.
import { expect, it } from "vitest";
import { giftsAtLeast, proposeCosts, refreshmentAtMost, TARIFFS, tariffOn, travelAtMost } from "./tariff.ts";

it.each([
  ["2014-12-31", undefined],
  ["2015-01-01", "33/2014/TT-BYT"],
  ["2020-12-31", "33/2014/TT-BYT"],
  ["2021-01-01", "17/2020/TT-BYT"],
  ["2023-09-14", "17/2020/TT-BYT"],
  ["2023-09-15", "15/2023/TT-BYT"],
])("on %s the tariff of %s is in force", (day, instrument) => {
  expect(tariffOn(day)?.instrument).toBe(instrument);
});

it("each tariff begins after the one before it", () => {
  const days = TARIFFS.map(({ inForceFrom }) => inForceFrom);
  expect(days).toEqual([...new Set(days)].sort());
});

it("gifts are worth at least what each volume asks for; the way and the food have a most", () => {
  const tariff = tariffOn("2023-10-01");
  if (tariff === undefined) throw new Error("no tariff");
  expect(giftsAtLeast(tariff, { ml250: 2, ml350: 3, ml450: 1 })).toBe(200_000 + 450_000 + 180_000);
  expect(travelAtMost(tariff, 120)).toBe(6_000_000);
  expect(refreshmentAtMost(tariff, 120)).toBe(3_600_000);
});

it("a plan for a hundred donors names gift, way and food; where no tariff is known nothing is proposed", () => {
  expect(proposeCosts("2021-06-09", 100)).toEqual([
    { kind: "gift", each: 150_000, people: 100, dong: 15_000_000 },
    { kind: "travel", each: 50_000, people: 100, dong: 5_000_000 },
    { kind: "refreshment", each: 30_000, people: 100, dong: 3_000_000 },
  ]);
  expect(proposeCosts("2010-01-01", 100)).toBeUndefined();
});
