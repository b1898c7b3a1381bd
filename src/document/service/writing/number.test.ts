// Number, notation, place and date as NĐ 30/2020 Phụ lục I mục II.3 and II.4 want them.
import { describe, expect, test } from "vitest";
import { formatNumberAndNotation, formatPlaceAndDate } from "./number.ts";

describe("number and notation", () => {
  test.each([
    ["12", "BC-LĐLĐ", "Số: 12/BC-LĐLĐ"],
    ["610", "LĐLĐ", "Số: 610/LĐLĐ"],
    ["5", "LĐLĐ", "Số: 05/LĐLĐ"],
    [" 12a ", "BC-LĐLĐ", "Số: 12a/BC-LĐLĐ"],
  ])("number %s with notation %s reads %s", (number, notation, text) => {
    expect(formatNumberAndNotation(number, notation)).toBe(text);
  });

  test("without a number, room is left before the notation", () => {
    expect(formatNumberAndNotation(undefined, "BC-LĐLĐ")).toBe("Số:      /BC-LĐLĐ");
    expect(formatNumberAndNotation("  ", "BC-LĐLĐ")).toBe("Số:      /BC-LĐLĐ");
  });
});

describe("place and date", () => {
  test.each([
    ["2021-06-09", "Lai Châu, ngày 09 tháng 6 năm 2021"],
    ["2021-01-18", "Lai Châu, ngày 18 tháng 01 năm 2021"],
    ["2024-02-29", "Lai Châu, ngày 29 tháng 02 năm 2024"],
    ["2021-12-10", "Lai Châu, ngày 10 tháng 12 năm 2021"],
  ])("%s reads %s", (day, text) => {
    expect(formatPlaceAndDate("Lai Châu", day)).toBe(text);
  });

  test("without a day, room is left for the hand after each word", () => {
    expect(formatPlaceAndDate("Lai Châu")).toMatch(/^Lai Châu, ngày\u00A0{6}tháng\u00A0{6}năm\u00A0{8}$/u);
  });

  test.each(["2021-02-29", "2021-13-01", "2021-06-00", "9/6/2021", ""])("%s is refused as no day", (day) => {
    expect(() => formatPlaceAndDate("Lai Châu", day)).toThrow(RangeError);
  });
});
