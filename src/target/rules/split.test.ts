// Splitting a number: exact sums, fair rounding, and what happens to those who have split already.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BelowSplit, decideSplit } from "./decide-split.ts";
import { largestRemainder } from "./largest-remainder.ts";

describe("shares by largest remainder", () => {
  test("1.000 units over 3 equal unions are 334, 333, 333", () => {
    expect(largestRemainder(1000, [1, 1, 1])).toEqual([334, 333, 333]);
    expect(largestRemainder(1000, [0, 0, 0])).toEqual([334, 333, 333]);
  });

  test("by members, the largest remainder is served first and ties go to the earlier", () => {
    expect(largestRemainder(10, [1, 3, 6])).toEqual([1, 3, 6]);
    expect(largestRemainder(100, [5, 3, 3])).toEqual([46, 27, 27]);
    expect(largestRemainder(1, [1, 1])).toEqual([1, 0]);
    expect(largestRemainder(5, [])).toEqual([]);
    expect(largestRemainder(0, [4, 5])).toEqual([0, 0]);
    expect(largestRemainder(7, [0, 2])).toEqual([0, 7]);
  });

  const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 200 });
  const total = fc.integer({ min: 0, max: 10_000_000 });

  test("the shares always add up exactly and none is negative", () => {
    fc.assert(
      fc.property(total, weights, (n, of) => {
        const shares = largestRemainder(n, of);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(n);
        expect(shares.every((share) => share >= 0 && Number.isInteger(share))).toBe(true);
      }),
    );
  });

  test("each share is within 1 of its exact proportion", () => {
    fc.assert(
      fc.property(total, weights, (n, of) => {
        const sum = of.reduce((a, b) => a + b, 0);
        largestRemainder(n, of).forEach((share, i) => {
          const exact = sum === 0 ? n / of.length : (n * (of[i] ?? 0)) / sum;
          expect(Math.abs(share - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  test("a union with more members never gets less, and among equals the earlier never gets less", () => {
    fc.assert(
      fc.property(total, weights, (n, of) => {
        const shares = largestRemainder(n, of);
        const ranked = of.map((weight, i) => ({ weight, i, share: shares[i] ?? 0 }));
        ranked.sort((a, b) => b.weight - a.weight || a.i - b.i);
        const inOrder = ranked.map(({ share }) => share);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
      }),
    );
  });
});

describe("deciding a split", () => {
  const known = { children: new Set(["a", "b", "c"]), heldElsewhere: new Set<string>(), below: [] };

  test("all that is wrong is said at once", () => {
    const decision = decideSplit(
      {
        total: 100,
        reserve: 1,
        shares: [
          { unitId: "a", value: 50 },
          { unitId: "a", value: 10 },
          { unitId: "x", value: 10 },
          { unitId: "c", value: 10 },
        ],
      },
      {
        ...known,
        heldElsewhere: new Set(["c"]),
        below: [{ unitId: "c", total: 20, reserve: 5 }],
      },
    );
    expect(decision).toEqual({
      ok: false,
      reasons: [
        { code: "target-sum", expected: 100, given: 81 },
        { code: "share-twice", units: ["a"] },
        { code: "share-outside-children", units: ["x"] },
        { code: "already-assigned", units: ["c"] },
        { code: "split-below-first", units: ["c"] },
      ],
    });
  });

  test("a unit that has split keeps its shares; its reserve takes the difference, up and down", () => {
    const decide = (value: number) =>
      decideSplit(
        { total: 100, reserve: 100 - value, shares: [{ unitId: "a", value }] },
        { ...known, below: [{ unitId: "a", total: 60, reserve: 10 }] },
      );
    expect(decide(60)).toMatchObject({ ok: true, follow: [] });
    expect(decide(75)).toMatchObject({ ok: true, follow: [{ unitId: "a", total: 75, reserve: 25 }] });
    expect(decide(50)).toMatchObject({ ok: true, follow: [{ unitId: "a", total: 50, reserve: 0 }] });
    expect(decide(49)).toMatchObject({ ok: false, reasons: [{ code: "split-below-first", units: ["a"] }] });
  });

  test("a unit left out that has split gives its number back, if it holds it all in reserve", () => {
    const decide = (reserve: number) =>
      decideSplit(
        { total: 100, reserve: 0, shares: [{ unitId: "b", value: 100 }] },
        { ...known, below: [{ unitId: "a", total: 60, reserve }] },
      );
    expect(decide(60)).toEqual({
      ok: true,
      follow: [{ unitId: "a", total: 0, reserve: 0 }],
    });
    expect(decide(59)).toMatchObject({ ok: false, reasons: [{ code: "split-below-first", units: ["a"] }] });
  });

  test("whatever is decided, each unit below splits exactly what it holds", () => {
    const value = fc.integer({ min: 0, max: 1000 });
    const below = fc.record({ shares: value, reserve: value });
    fc.assert(
      fc.property(value, value, value, below, below, (a, b, reserve, ofA, ofC) => {
        const splits: BelowSplit[] = [
          { unitId: "a", total: ofA.shares + ofA.reserve, reserve: ofA.reserve },
          { unitId: "c", total: ofC.shares + ofC.reserve, reserve: ofC.reserve },
        ];
        const shares = [
          { unitId: "a", value: a },
          { unitId: "b", value: b },
        ];
        const decision = decideSplit(
          { total: a + b + reserve, reserve, shares },
          { ...known, below: splits },
        );
        if (!decision.ok) return;
        for (const split of splits) {
          const now = decision.follow.find(({ unitId }) => unitId === split.unitId) ?? split;
          expect(now.total).toBe(shares.find(({ unitId }) => unitId === split.unitId)?.value ?? 0);
          // Shares below stay as they were: only the reserve moved.
          expect(now.total - now.reserve).toBe(split.total - split.reserve);
          expect(now.reserve).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
