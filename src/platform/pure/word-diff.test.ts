// Words kept, added and removed: both texts can always be told from the parts.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "./word-diff.ts";

test("the parts tell both texts, whatever they say", () => {
  const text = fc.array(fc.constantFrom("trước", "ngày", "05/6", "09/6", "báo cáo", ";", "\n", "LĐLĐ"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(" "), b.join(" ")];
      const parts = compareText(before, after);
      const without = (change: string) =>
        parts
          .filter((part) => part.change !== change)
          .map((part) => part.text)
          .join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }),
  );
});

test("a word is one piece: a changed day does not come apart into digits", () => {
  expect(compareText("trước ngày 05", "trước ngày 09")).toEqual([
    { text: "trước ngày ", change: "same" },
    { text: "05", change: "removed" },
    { text: "09", change: "added" },
  ]);
});

test("texts of a book's length are compared as wholes", () => {
  const [before, after] = ["a ".repeat(12_000), "b ".repeat(12_000)];
  expect(compareText(before, after).map(({ change }) => change)).toEqual(["removed", "added"]);
});
