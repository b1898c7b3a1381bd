import { expect, test } from "vitest";
import { spanOf } from "./span.ts";

const today = "2021-06-02";

test("a line of nobody's terms is not drawn", () => {
  expect(spanOf([], today)).toBeUndefined();
});

test("a line reaches from the first term to half a year ahead, further where a last day is known", () => {
  const open = { from: "2018-01-01", until: null };
  expect(spanOf([open], today)).toEqual({ from: "2018-01-01", until: "2021-11-29" });
  expect(spanOf([open, { from: "2020-01-01", until: "2023-12-31" }], today)?.until).toBe("2023-12-31");
});

test("today is always on the line, and terms of long ago begin at its edge", () => {
  expect(spanOf([{ from: "2021-09-01", until: null }], today)?.from).toBe(today);
  expect(spanOf([{ from: "1990-01-01", until: "1995-01-01" }], today)?.from).toBe("2009-05-24");
});
