// Who is asked again: the twelve weeks to the day, age on the drive's day, and the order.
import { expect, it } from "vitest";
import { addDays } from "../../platform/pure/calendar.ts";
import { type Candidate, dueBounds, dueOn, told } from "./due.ts";

const DAY = "2021-06-09";
const one = (personId: string, more: Partial<Candidate> = {}): Candidate => ({
  personId,
  birthDate: "1990-05-01",
  lastDonation: "2020-12-01",
  near: false,
  ...more,
});
const ids = (candidates: readonly Candidate[]) => dueOn(DAY, candidates).map(({ personId }) => personId);

it("a donor is due on the 84th day after giving and not on the 83rd (Art. 6(1))", () => {
  expect(ids([one("84", { lastDonation: "2021-03-17" }), one("83", { lastDonation: "2021-03-18" })])).toEqual(
    ["84"],
  );
});

it("age is what it will be on the drive's day (Art. 4(1))", () => {
  expect(
    ids([
      one("18 that day", { birthDate: "2003-06-09" }),
      one("18 the day after", { birthDate: "2003-06-10" }),
      one("60 still", { birthDate: "1960-06-10" }),
      one("61 that day", { birthDate: "1960-06-09" }),
      one("birthday unknown", { birthDate: null }),
    ]),
  ).toEqual(["18 that day", "60 still", "birthday unknown"]);
});

it("the nearest are asked first, then who gave longest ago", () => {
  expect(
    ids([
      one("far, long ago", { lastDonation: "2018-01-01" }),
      one("near, lately", { near: true, lastDonation: "2021-01-01" }),
      one("far, lately", { lastDonation: "2021-01-01" }),
      one("near, long ago", { near: true, lastDonation: "2019-01-01" }),
    ]),
  ).toEqual(["near, long ago", "near, lately", "far, long ago", "far, lately"]);
});

it("fewer than five people are not told as a number", () => {
  expect([0, 1, 4, 5, 120].map(told)).toEqual([null, null, null, 5, 120]);
});

it("the bounds a query keeps to are the rules themselves, day by day, leap days too", () => {
  for (const day of ["2021-06-09", "2028-02-29", "2026-02-28", "2026-03-01"]) {
    const { gaveBy, bornBy, bornAfter } = dueBounds(day);
    const year = Number(day.slice(0, 4));
    const born = [year - 18, year - 61].flatMap((of) =>
      ["-01-01", "-02-27", "-02-28", "-03-01", "-06-08", "-06-09", "-06-10", "-12-31"]
        .map((rest) => `${of}${rest}`)
        .concat(of % 4 === 0 ? [`${of}-02-29`] : []),
    );
    for (const birthDate of born)
      expect([birthDate, birthDate <= (bornBy ?? "") && birthDate > (bornAfter ?? "")]).toEqual([
        birthDate,
        dueOn(day, [one("a", { birthDate, lastDonation: "2000-01-01" })]).length === 1,
      ]);
    for (let ago = 80; ago < 90; ago++) {
      const lastDonation = addDays(day, -ago);
      expect([ago, lastDonation <= (gaveBy ?? "")]).toEqual([
        ago,
        dueOn(day, [one("a", { lastDonation })]).length === 1,
      ]);
    }
  }
});
