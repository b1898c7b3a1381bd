// Hours the way officers type them.
import { expect, it } from "vitest";
import { parseTypedTime } from "./wall-time.ts";

it.each([
  ["07:30", "07:30"],
  ["7:30", "07:30"],
  ["7h30", "07:30"],
  ["7 giờ 30", "07:30"],
  ["7g", "07:00"],
  ["0730", "07:30"],
  ["1330", "13:30"],
  ["730", "07:30"],
  ["13", "13:00"],
  [" 9.05 ", "09:05"],
])("%s is read as %s", (typed, time) => {
  expect(parseTypedTime(typed)).toBe(time);
});

it.each(["", "sáng", "24:00", "7:60", "12345", "7:30 PM"])("%s is no hour", (typed) => {
  expect(parseTypedTime(typed)).toBeUndefined();
});
