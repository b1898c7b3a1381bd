import { describe, expect, it } from "vitest";
import { parseTypedDay } from "./day-input.tsx";

describe("a day typed by hand", () => {
  it.each([
    ["9/6/2021", "2021-06-09"],
    ["09-06-2021", "2021-06-09"],
    ["09.06.21", "2021-06-09"],
    ["09062021", "2021-06-09"],
    [" 9 / 6 / 2021 ", "2021-06-09"],
  ])("is read as day, month, year: %s", (typed, day) => {
    expect(parseTypedDay(typed)).toBe(day);
  });

  it.each(["31/02/2021", "6/2021", "2021", "13/13/2021", "", "mai"])(
    "is refused when there is no such day: %s",
    (typed) => {
      expect(parseTypedDay(typed)).toBeUndefined();
    },
  );
});
