import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changeOf,
  LEAST_WEIGHT,
  type LeagueFacts,
  levelMean,
  MOST_WEIGHT,
  ranked,
  rateOf,
} from "./league.ts";

const unit = (id: string, members: number, units: number): LeagueFacts => ({
  id,
  sortKey: id,
  members,
  unitsHundredths: units * 100,
});

test("three of four in a tiny union do not top fifty of two hundred, and are not drowned either", () => {
  const units = [unit("tiny", 4, 3), unit("great", 200, 50), unit("middle", 120, 18), unit("weak", 150, 6)];
  const mean = levelMean(units);
  if (mean === null) throw new Error("a mean");
  const adjusted = (id: string) => {
    const found = units.find((one) => one.id === id);
    return (found && rateOf(found, mean)?.adjusted) ?? Number.NaN;
  };
  expect(rateOf(units[0] as LeagueFacts, mean)?.raw).toBe(7500);
  expect(adjusted("tiny")).toBeLessThan(adjusted("great"));
  expect(adjusted("tiny")).toBeGreaterThan(adjusted("weak"));
  expect(adjusted("tiny")).toBeGreaterThan(mean.rate);
});

const level = fc.array(
  fc.record({ members: fc.integer({ min: 0, max: 3000 }), units: fc.integer({ min: 0, max: 900 }) }),
  { minLength: 1, maxLength: 30 },
);

test("the adjusted rate lies between the unit's own and the mean, and the more members the nearer its own", () => {
  fc.assert(
    fc.property(level, (rows) => {
      const units = rows.map(({ members, units: blood }, index) => unit(String(index), members, blood));
      const mean = levelMean(units);
      if (mean === null) {
        expect(units.every(({ members }) => members === 0)).toBe(true);
        return;
      }
      expect(mean.weight).toBeGreaterThanOrEqual(LEAST_WEIGHT);
      expect(mean.weight).toBeLessThanOrEqual(MOST_WEIGHT);
      for (const one of units) {
        const rate = rateOf(one, mean);
        if (rate === null) continue;
        expect(rate.adjusted).toBeGreaterThanOrEqual(Math.min(rate.raw, Math.round(mean.rate)) - 1);
        expect(rate.adjusted).toBeLessThanOrEqual(Math.max(rate.raw, Math.round(mean.rate)) + 1);
        const tenfold = rateOf(
          { members: one.members * 10, unitsHundredths: one.unitsHundredths * 10 },
          mean,
        );
        expect(Math.abs((tenfold?.adjusted ?? 0) - rate.raw)).toBeLessThanOrEqual(
          Math.abs(rate.adjusted - rate.raw) + 1,
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test("the same units in any order give the same list; equal values share a place", () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      sortKey: fc.constantFrom("a", "b", "c"),
      value: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
    {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(rows, fc.nat(), (some, turn) => {
      const cut = turn % some.length;
      const other = [...some.slice(cut), ...some.slice(0, cut)].reverse();
      const list = ranked(some, ({ value }) => value);
      expect(ranked(other, ({ value }) => value)).toEqual(list);
      for (const [index, { value, place }] of list.entries()) {
        if (value === null) expect(place).toBeNull();
        else expect(place).toBe(list.filter((one) => one.value !== null && one.value > value).length + 1);
        if (index > 0 && list[index - 1]?.value === null) expect(value).toBeNull();
      }
    }),
    { numRuns: 500 },
  );
});

test("a change is told only where there are members and blood enough to speak of one", () => {
  const means = { now: { rate: 1000, weight: 50 }, last: { rate: 800, weight: 50 } };
  expect(changeOf({ members: 9, unitsHundredths: 900 }, 0, means)).toBeNull();
  expect(changeOf({ members: 100, unitsHundredths: 200 }, 200, means)).toBeNull();
  // (12 + 5) / 150 against (6 + 4) / 150.
  expect(changeOf({ members: 100, unitsHundredths: 1200 }, 600, means)).toBe(1133 - 667);
});
