import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf, typedCount } from "./split-sum.ts";

describe("a split being typed", () => {
  it.each([
    ["1.000", 1000],
    [" 85 ", 85],
    ["", 0],
    ["1 000", 1000],
  ])("reads %j as %i", (typed, value) => {
    expect(typedCount(typed)).toBe(value);
  });

  it.each(["-5", "mười", "1,5", "999999999"])("does not take %j for a number", (typed) => {
    expect(typedCount(typed)).toBeUndefined();
  });

  it("says what is left over, or too much, with the reserve counted in", () => {
    expect(sumOf(1000, { a: "600", b: "300" }, "50")).toEqual({
      given: 900,
      reserve: 50,
      left: 50,
      unreadable: [],
    });
    expect(sumOf(1000, { a: "900", b: "300" }, "").left).toBe(-200);
    expect(sumOf(1000, { a: "chín", b: "300" }, "x").unreadable).toEqual(["a", "reserve"]);
  });

  it("adds up exactly when the shares and the reserve make the total", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), fc.nat(1000), (values, reserve) => {
        const shares = Object.fromEntries(values.map((value, i) => [`u${i}`, String(value)]));
        const total = values.reduce((sum, value) => sum + value, reserve);
        expect(sumOf(total, shares, String(reserve)).left).toBe(0);
      }),
    );
  });
});
