// A split to begin from: exact, fair, and what an officer locked stays.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposeSplit, type Weighed, type Wish } from "./propose.ts";

const unit = (unitId: string, members: number, last: number | null = null): Weighed => ({
  unitId,
  value: null,
  members,
  lastResultHundredths: last,
  heldElsewhere: false,
});
const wish = (over: Partial<Wish>): Wish => ({
  total: 100,
  reserve: 0,
  weights: "members",
  minimum: 0,
  locked: new Map(),
  ...over,
});
const valuesOf = (children: readonly Weighed[], over: Partial<Wish>): unknown => {
  const proposal = proposeSplit(children, wish(over));
  return proposal.ok ? proposal.shares.map(({ value }) => value) : proposal;
};

describe("a proposed split", () => {
  const three = [unit("a", 60, 3000), unit("b", 30, 9000), unit("c", 10, null)];

  test("goes by members, in equal parts, or by what each reached the last time", () => {
    expect(valuesOf(three, {})).toEqual([60, 30, 10]);
    expect(valuesOf(three, { weights: "equal" })).toEqual([34, 33, 33]);
    expect(valuesOf(three, { weights: "last-result" })).toEqual([25, 75, 0]);
  });

  test("goes by members where nobody has a last result", () => {
    expect(valuesOf([unit("a", 3), unit("b", 1, 0)], { weights: "last-result" })).toEqual([75, 25]);
  });

  test("gives nobody less than the least share, and shares the rest as before", () => {
    expect(valuesOf(three, { minimum: 20 })).toEqual([53, 27, 20]);
    expect(valuesOf(three, { weights: "last-result", minimum: 10 })).toEqual([23, 67, 10]);
    // Not enough for that: equal parts.
    expect(valuesOf(three, { minimum: 40 })).toEqual([34, 33, 33]);
  });

  test("leaves locked shares and the reserve alone, and says by how much they are too much", () => {
    expect(valuesOf(three, { reserve: 10, locked: new Map([["a", 50]]) })).toEqual([50, 30, 10]);
    expect(valuesOf(three, { reserve: 60, locked: new Map([["a", 50]]) })).toEqual({ ok: false, over: 10 });
  });

  test("passes over a union that holds a number from elsewhere", () => {
    const shares = proposeSplit([{ ...unit("a", 5), heldElsewhere: true }, unit("b", 5)], wish({}));
    expect(shares).toEqual({ ok: true, shares: [{ unitId: "b", value: 100 }] });
  });

  test("always adds up, never below the least, and a bigger weight never gets less", () => {
    const child = fc.record({
      members: fc.nat(10_000),
      last: fc.option(fc.nat(100_000)),
      locked: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(child, { minLength: 1, maxLength: 60 }),
        fc.nat(100_000),
        fc.nat(1000),
        fc.nat(300),
        fc.constantFrom("equal" as const, "members" as const, "last-result" as const),
        (units, total, reserve, minimum, weights) => {
          const children = units.map(({ members, last }, i) => unit(`${i}`, members, last));
          const locked = new Map<string, number>(
            units.flatMap((one, i) => (one.locked ? [[`${i}`, 7] as const] : [])),
          );
          const proposal = proposeSplit(children, wish({ total, reserve, minimum, weights, locked }));
          const left = total - reserve - 7 * locked.size;
          if (!proposal.ok) {
            expect(proposal.over).toBe(-left);
            expect(left).toBeLessThan(0);
            return;
          }
          const free = proposal.shares.filter(({ unitId }) => !locked.has(unitId));
          const sum = free.reduce((all, { value }) => all + value, 0);
          expect(sum).toBe(free.length === 0 ? 0 : left);
          for (const [id, value] of locked) {
            expect(proposal.shares.find(({ unitId }) => unitId === id)?.value).toBe(value);
          }
          if (minimum * free.length <= left) {
            for (const { value } of free) expect(value).toBeGreaterThanOrEqual(minimum);
          }
          if (weights === "members" && minimum * free.length <= left) {
            const ranked = free.map(
              ({ unitId, value }) => [units[Number(unitId)]?.members ?? 0, value] as const,
            );
            for (const [members, value] of ranked) {
              for (const [other, its] of ranked)
                if (other > members) expect(its).toBeGreaterThanOrEqual(value);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
