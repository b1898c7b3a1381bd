import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrom, plainCode } from "./codes.ts";

describe("one-time codes", () => {
  it("come in three groups of four signs that cannot be mistaken for one another", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 248).length >= 12);
        expect(codeFrom(bytes)).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/);
      }),
    );
  });

  it("are the same however they are typed", () => {
    expect(plainCode(" abcd efgh-jkmn ")).toBe("ABCDEFGHJKMN");
  });

  it("are refused rather than shortened when chance runs out", () => {
    expect(() => codeFrom([1, 2, 3])).toThrow(RangeError);
  });
});
