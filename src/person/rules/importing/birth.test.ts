// Dates of birth as lists have them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../platform/pure/calendar.ts";
import { readBirth } from "./birth.ts";

const TODAY = "2021-06-09";
const born = fc
  .integer({ min: 0, max: daysBetween("1935-01-01", TODAY) })
  .map((n) => addDays("1935-01-01", n));

describe("a date of birth in a list", () => {
  it.each([
    ["03/02/1990", { day: "1990-02-03" }],
    ["3-2-1990", { day: "1990-02-03" }],
    [" 3 . 2 . 90 ", { day: "1990-02-03" }],
    ["1990-02-03", { day: "1990-02-03" }],
    ["ngày 3 tháng 2 năm 1990", { day: "1990-02-03" }],
    ["03021990", { day: "1990-02-03" }],
    [3021990, { day: "1990-02-03" }],
    [32907, { day: "1990-02-03" }],
    ["1990", { year: 1990 }],
    [1990, { year: 1990 }],
    ["Năm 1990", { year: 1990 }],
    ["02/1990", { year: 1990 }],
    ["5/6/03", { day: "2003-06-05" }],
    ["5/6/22", { day: "1922-06-05" }],
    ["31/02/1990", { wrong: "unclear" }],
    ["02/13/1990", { wrong: "unclear" }],
    ["khoảng 1990", { wrong: "unclear" }],
    ["10/06/2021", { wrong: "future" }],
    [2022, { wrong: "future" }],
    ["01/01/1899", { wrong: "too-long-ago" }],
    ["", undefined],
    [" - ", undefined],
  ])("reads %j", (cell, found) => expect(readBirth(cell as string | number, TODAY)).toEqual(found));

  it("reads every day in every form it is written in, and as the number a spreadsheet keeps", () => {
    fc.assert(
      fc.property(born, fc.constantFrom("/", "-", "."), fc.boolean(), (day, sign, padded) => {
        const [year, month, date] = day.split("-") as [string, string, string];
        const parts = padded ? [date, month, year] : [String(Number(date)), String(Number(month)), year];
        expect(readBirth(parts.join(sign), TODAY)).toEqual({ day });
        expect(readBirth(daysBetween("1899-12-30", day), TODAY)).toEqual({ day });
        expect(readBirth(`${date}${month}${year}`, TODAY)).toEqual({ day });
      }),
    );
  });

  it("answers any text with a day not to come, a year, a reason or nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- ]{1,12}$/), fc.double()), (cell) => {
        const read = readBirth(cell, TODAY);
        if (read && "day" in read) expect(read.day <= TODAY && read.day >= "1900-01-01").toBe(true);
        if (read && "year" in read) expect(read.year).toBeGreaterThanOrEqual(1900);
      }),
    );
  });
});
