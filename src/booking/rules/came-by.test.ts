// How much an inviter learns.
import fc from "fast-check";
import { expect, it } from "vitest";
import { gaveToTell } from "./came-by.ts";

it.each([
  [0, null],
  [1, null],
  [4, null],
  [5, 5],
  [9, 5],
  [10, 10],
])("of %i who gave, %s are told", (gave, told) => {
  expect(gaveToTell(gave)).toBe(told);
});

it("never tells that somebody did not give: the same word fits when everybody who came gave but four", () => {
  fc.assert(
    fc.property(fc.nat(400), (gave) => {
      const told = gaveToTell(gave) ?? 0;
      expect(told).toBeLessThanOrEqual(gave);
      expect(gaveToTell(told + 4) ?? 0).toBe(told);
    }),
  );
});
