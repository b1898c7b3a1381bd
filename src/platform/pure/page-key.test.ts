// Keys that lists page by.
import { expect, test } from "vitest";
import { cutPage, readKey, writeKey } from "./page-key.ts";

const id = "01910000-0000-7000-8111-000000000001";

test("a key is read back as it was written, whatever its sorting value holds", () => {
  for (const by of ["2021-05-30", "", "Mương|Tè"]) expect(readKey(writeKey({ by, id }))).toEqual({ by, id });
});

test("a key that nobody wrote is refused rather than sent to the database", () => {
  for (const key of ["", "x", "2021-05-30|", "2021-05-30|no-id", `|${id}'`])
    expect(readKey(key)).toBeUndefined();
  expect(readKey(`yesterday|${id}`, /^\d{4}-\d{2}-\d{2}$/)).toBeUndefined();
});

test("a page ends with a key only when more follows", () => {
  const keyOf = (by: string) => ({ by, id });
  expect(cutPage(["a", "b", "c"], 2, keyOf)).toEqual({ items: ["a", "b"], next: `b|${id}` });
  expect(cutPage(["a", "b"], 2, keyOf)).toEqual({ items: ["a", "b"], next: null });
  expect(cutPage([], 2, keyOf)).toEqual({ items: [], next: null });
});
