// Printed serials, and stations without anybody.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapsOf } from "./rota.ts";
import { rangeOf, serialAt, without } from "./serials.ts";

describe("a range of serials", () => {
  it("keeps letters and the noughts in front", () => {
    expect(rangeOf("AB000123", "AB000150")).toEqual({ prefix: "AB", digits: 6, first: 123, last: 150 });
    expect(serialAt({ prefix: "AB", digits: 6 }, 123)).toBe("AB000123");
    expect(rangeOf("0012", "0012")).toEqual({ prefix: "", digits: 4, first: 12, last: 12 });
    expect(rangeOf("21/A-0009", "21/A-0010")).toMatchObject({ prefix: "21/A-", first: 9, last: 10 });
  });

  it.each([
    ["AB10", "AB09"],
    ["AB01", "AC02"],
    ["AB09", "AB010"],
    ["AB", "AB"],
    ["0000001", "9999999"],
  ])("%s to %s is none", (first, last) => {
    expect(rangeOf(first, last)).toBeUndefined();
  });

  it("less what is gone is what is left, serial by serial", () => {
    const within = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
      .map(([first, more]) => ({ prefix: "A", digits: 3, first, last: first + more }));
    const all = (ranges: readonly { first: number; last: number }[]) =>
      ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
    fc.assert(
      fc.property(within, fc.array(within, { maxLength: 6 }), (received, gone) => {
        const taken = new Set(all(gone));
        expect(all(without([received], gone))).toEqual(all([received]).filter((one) => !taken.has(one)));
      }),
    );
    const other = { prefix: "B", digits: 3, first: 1, last: 9 };
    expect(without([other], [{ prefix: "A", digits: 3, first: 1, last: 9 }])).toEqual([other]);
  });
});

it("a station has a gap in each session in which nobody stands there, for the session or the day", () => {
  const members = [
    { sessionId: null, station: "reception" as const },
    { sessionId: "am", station: "screening" as const },
    { sessionId: null, station: "rest" as const },
    { sessionId: "pm", station: "collection" as const },
    { sessionId: "am", station: "certificates" as const },
    { sessionId: "pm", station: "certificates" as const },
  ];
  expect(gapsOf(["am", "pm"], members)).toEqual([
    { sessionId: "am", station: "collection" },
    { sessionId: "pm", station: "screening" },
  ]);
});
