// Whoever knows every name, the rule and every published number learns of nobody whether they came.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Group,
  LEAST,
  type Presence,
  partition,
  type Stayed,
  stillSafe,
  subtotal,
  suppress,
} from "./suppress.ts";

/** Everything a reader of screens, exports and tables has of the counts, as one string. */
const seen = ({ listed, outside, event, units }: Presence): string =>
  JSON.stringify([listed, outside, event, [...units].sort()]);

interface Day {
  readonly groups: readonly Group[];
  readonly stayed: readonly number[];
}

const asStayed = ({ groups, stayed }: Day, typedByUnit: boolean): Stayed => ({
  list: stayed.reduce((total, number) => total + number, 0),
  units: typedByUnit ? new Map(groups.map(({ unitId }, index) => [unitId, stayed[index] ?? 0])) : undefined,
  outside: undefined,
});

/** Every way in which people could have come. */
function* worlds(groups: readonly Group[], at = 0): Generator<number[]> {
  const group = groups[at];
  if (group === undefined) {
    yield [];
    return;
  }
  for (let stayed = 0; stayed <= group.onList; stayed++) {
    for (const others of worlds(groups, at + 1)) yield [stayed, ...others];
  }
}

const dayOf = (most: number, largest: number): fc.Arbitrary<Day> =>
  fc
    .array(
      fc.record({
        gave: fc.nat({ max: 6 }),
        onList: fc.oneof(fc.nat({ max: largest }), fc.constantFrom(0, 1, 9, 10, 11)),
        // Some had taken their yes back before the day: they stand among the names, and are known not to have come.
        withdrawn: fc.constantFrom(0, 0, 0, 1, 2),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((units) => ({
      groups: units.map(({ gave, onList, withdrawn }, index) => ({
        unitId: `u${index}`,
        gave,
        onList: Math.min(onList, largest),
        zeros: Math.min(onList, largest) + withdrawn,
      })),
      stayed: units.map(({ onList, share }) => Math.round(share * Math.min(onList, largest))),
    }));

/**
 * Who knows the names, and thus how many of each unit might have come, thinks through every world in which the rule would
 * have published just this. `later`: how many of each unit were corrected to have given after all, and so had come.
 */
function expectNobodyTold(
  day: Day,
  typedByUnit: boolean,
  later: readonly number[] = [],
  rule: typeof suppress = suppress,
): void {
  const told = seen(rule(day.groups, 0, asStayed(day, typedByUnit)));
  const most = day.groups.map(() => -1);
  const least = day.groups.map(() => Number.POSITIVE_INFINITY);
  for (const stayed of worlds(day.groups)) {
    if (stayed.some((number, index) => number < (later[index] ?? 0))) continue;
    if (seen(rule(day.groups, 0, asStayed({ groups: day.groups, stayed }, typedByUnit))) !== told) continue;
    for (const [index, number] of stayed.entries()) {
      const rest = number - (later[index] ?? 0);
      most[index] = Math.max(most[index] ?? 0, rest);
      least[index] = Math.min(least[index] ?? 0, rest);
    }
  }
  for (const [index, { onList, zeros }] of day.groups.entries()) {
    const left = onList - (later[index] ?? 0);
    // Where nothing is told, whoever withdrew is known to the database not to have come; all others are not.
    if (left === 0 || zeros === 0) continue;
    expect(most[index], "some world has them come").toBeGreaterThan(0);
    expect(least[index], "some world has them stay away").toBeLessThan(left);
  }
}

describe("somebody who knows names, rule and every number", () => {
  it("cannot tell of anybody whether they came, with up to three unions", () => {
    fc.assert(
      fc.property(dayOf(3, 11), fc.boolean(), (day, typed) => expectNobodyTold(day, typed)),
      { numRuns: 400 },
    );
  });

  it("cannot where the counts are large enough to be told", () => {
    const large = dayOf(2, 24).map(({ groups }) => ({
      groups: groups.map((group) => ({ ...group, onList: group.onList + 10, zeros: group.zeros + 10 })),
      stayed: groups.map(({ onList }) => 5 + Math.floor(onList / 2)),
    }));
    fc.assert(
      fc.property(large, fc.boolean(), (day, typed) => {
        expect(suppress(day.groups, 0, asStayed(day, typed)).listed).not.toBeNull();
        expectNobodyTold(day, typed);
      }),
      { numRuns: 150 },
    );
  });

  it("cannot after corrections either, fewer than five that say somebody came after all", () => {
    fc.assert(
      fc.property(
        dayOf(3, 11),
        fc.boolean(),
        fc.array(fc.nat({ max: 2 }), { minLength: 4, maxLength: LEAST - 1 }),
        (day, typed, corrections) => {
          const later = day.groups.map(() => 0);
          for (const at of corrections) {
            const index = at % day.groups.length;
            if ((later[index] ?? 0) < (day.stayed[index] ?? 0)) later[index] = (later[index] ?? 0) + 1;
          }
          expectNobodyTold(day, typed, later);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the same reader finds what a laxer rule gives away", () => {
  const day = (...units: readonly (readonly [zeros: number, stayed: number])[]): Day => ({
    groups: units.map(([zeros], index) => unit(`u${index}`, 20, zeros)),
    stayed: units.map(([, came]) => came),
  });

  it("every count from five people up", () => {
    const rule: typeof suppress = (groups, outside, { list }) => ({
      ...suppress(groups, outside, { list, units: undefined, outside: undefined }),
      listed: groups.reduce((total, { gave }) => total + gave, list),
    });
    expect(() => expectNobodyTold(day([12, 0]), false, [], rule)).toThrow();
    expect(() => expectNobodyTold(day([2, 2], [1, 1]), false, [], rule)).toThrow();
  });

  it("the sum whenever what stays hidden is two unions and safe as one", () => {
    const isSafe = (zeros: number, came: number): boolean => came >= LEAST && zeros - came >= LEAST;
    const rule: typeof suppress = (groups, _outside, { list, units }) => {
      const hidden = groups.filter(({ unitId, zeros }) => !isSafe(zeros, units?.get(unitId) ?? 0));
      const zeros = hidden.reduce((total, group) => total + group.zeros, 0);
      const came = hidden.reduce((total, { unitId }) => total + (units?.get(unitId) ?? 0), 0);
      const told = hidden.length === 0 || (hidden.length > 1 && isSafe(zeros, came));
      const shown = groups.filter((group) => !hidden.includes(group));
      return {
        listed: told ? groups.reduce((total, { gave }) => total + gave, list) : null,
        outside: null,
        event: null,
        units: new Map(shown.map(({ unitId, gave }) => [unitId, gave + (units?.get(unitId) ?? 0)])),
      };
    };
    // 16 of 20 + 3: hidden alone, the larger one holds at most 4 or at least 16, so that of the three nobody came.
    expect(() => expectNobodyTold(day([20, 16], [3, 0]), true, [], rule)).toThrow();
  });
});

const unit = (unitId: string, gave: number, zeros: number): Group => ({ unitId, gave, zeros, onList: zeros });
const stayed = (list: number, units?: Record<string, number>, outside?: number): Stayed => ({
  list,
  units: units && new Map(Object.entries(units)),
  outside,
});

describe("what is told", () => {
  it("is nothing where few came without giving, or few stayed away", () => {
    for (const came of [0, 1, 4, 8, 11, 12]) {
      expect(suppress([unit("a", 30, 12)], 0, stayed(came)).listed).toBeNull();
    }
    for (const came of [5, 6, 7])
      expect(suppress([unit("a", 30, 12)], 0, stayed(came)).listed).toBe(30 + came);
  });

  it("is that all came where all gave, from five people on", () => {
    expect(suppress([unit("a", 4, 0)], 0, stayed(0)).listed).toBeNull();
    expect(suppress([unit("a", 5, 0)], 0, stayed(0)).listed).toBe(5);
  });

  it("is not that all came where somebody had taken their yes back: that would say they stayed away", () => {
    expect(suppress([{ unitId: "a", gave: 9, zeros: 1, onList: 0 }], 0, stayed(0)).listed).toBeNull();
  });

  it("never leaves one union to be worked out from the sum: small ones are one rest, and one unsafe hides all", () => {
    const groups = [unit("a", 20, 14), unit("b", 20, 12), unit("c", 3, 2), unit("d", 9, 0)];
    // c alone is too small, so it goes with b.
    expect(partition(groups).rest.map(({ unitId }) => unitId)).toEqual(["c", "b"]);
    const told = suppress(groups, 0, stayed(14, { a: 7, b: 6, c: 1 }));
    expect(told.listed).toBe(66);
    expect([...told.units]).toEqual([
      ["a", 27],
      ["d", 9],
    ]);
    expect(suppress(groups, 0, stayed(14, { a: 4, b: 8, c: 2 })).units.size).toBe(0);
  });

  it("is the whole event only where the list and those outside are each told", () => {
    const groups = [unit("a", 20, 12)];
    expect(suppress(groups, 8, stayed(6, undefined, 5))).toMatchObject({
      listed: 26,
      outside: 13,
      event: 39,
    });
    expect(suppress(groups, 8, stayed(6, undefined, 4))).toMatchObject({
      listed: 26,
      outside: null,
      event: null,
    });
    expect(suppress(groups, 8, stayed(6))).toMatchObject({ outside: null, event: null });
    // Nobody outside gave: a count of those who came would be a count of those turned away.
    expect(suppress(groups, 0, stayed(6, undefined, 9))).toMatchObject({ outside: null, event: null });
    expect(suppress(groups, 8, stayed(2, undefined, 5))).toMatchObject({
      listed: null,
      outside: 13,
      event: null,
    });
  });

  it("is summed within the tree only of units that are told", () => {
    const units = new Map([["a", 27]]);
    expect(subtotal([unit("a", 20, 14), unit("d", 9, 0)], units)).toBe(36);
    expect(subtotal([unit("a", 20, 14), unit("b", 20, 12)], units)).toBeNull();
    expect(subtotal([unit("d", 3, 0)], units)).toBeNull();
  });

  it("is taken back when a correction leaves too few others", () => {
    const before = [unit("a", 20, 12)];
    const { listed, units } = suppress(before, 0, stayed(5, { a: 5 }));
    expect(stillSafe(before, { listed, units })).toBe(true);
    expect(stillSafe([unit("a", 21, 11)], { listed, units })).toBe(false);
    expect(stillSafe([unit("a", 19, 13)], { listed, units })).toBe(true);
    expect(stillSafe([unit("a", 21, 11)], { listed: null, units: new Map() })).toBe(true);
  });
});
