import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figures } from "../schema.ts";
import { formatHundredths, hasPeople, mayTellRegistered, NO_FIGURES, sumFigures } from "./figures.ts";

const figures = (registered: number, donated: number): Figures => ({ ...NO_FIGURES, registered, donated });

describe("sums", () => {
  test("a unit that has not reported adds nothing, and is not a 0 of its own", () => {
    expect(sumFigures([figures(5, 3), null, figures(2, 2)])).toEqual(figures(7, 5));
    expect(sumFigures([])).toEqual(NO_FIGURES);
  });

  test("do not depend on how lines are grouped", () => {
    const some = fc.array(
      fc.record({
        registered: fc.nat(1000),
        donated: fc.nat(1000),
        bags250: fc.nat(1000),
        bags350: fc.nat(1000),
        bags450: fc.nat(1000),
        ml: fc.nat(100_000),
        unitsHundredths: fc.nat(100_000),
      }),
    );
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(sumFigures([...a, ...b])).toEqual(sumFigures([sumFigures(a), sumFigures(b)]));
      }),
    );
  });
});

test.each([
  [0, "0"],
  [100, "1"],
  [140, "1,4"],
  [125, "1,25"],
  [105, "1,05"],
  [14_560, "145,6"],
  [116_400, "1.164"],
  [180_300_00, "180.300"],
])("%i hundredths are written %s", (hundredths, text) => {
  expect(formatHundredths(hundredths)).toBe(text);
});

test("a unit owes a report once somebody registered or gave", () => {
  expect(hasPeople(NO_FIGURES)).toBe(false);
  expect(hasPeople(figures(1, 0))).toBe(true);
  expect(hasPeople(figures(0, 1))).toBe(true);
});

describe("the open is told how many registered", () => {
  test.each([
    [20, 15, true],
    [20, 16, false],
    [20, 19, false],
    [20, 20, false],
    [1, 0, false],
  ])("%i registered, %i gave: %s", (registered, donated, told) => {
    expect(mayTellRegistered(figures(registered, donated))).toBe(told);
  });
});
