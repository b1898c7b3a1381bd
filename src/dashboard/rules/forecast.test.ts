import fc from "fast-check";
import { expect, test } from "vitest";
import { type ForecastFacts, forecastOf, LEAST_REGISTERED } from "./forecast.ts";

const facts = (some: Partial<ForecastFacts> = {}): ForecastFacts => ({
  heldDrives: 3,
  heldPlaces: 400,
  registeredHeld: 300,
  donated: 210,
  unitsHundredths: 21_000,
  comingDrives: 1,
  comingPlaces: 200,
  booked: 60,
  ...some,
});

test("three drives gave 210 of 300; 60 are booked and 150 expected for the next: about 315, from 230 to 330", () => {
  const forecast = forecastOf(facts());
  expect(forecast).toMatchObject({ state: "range", mid: 31_500, expected: 150, yieldPermille: 700 });
  if (forecast.state !== "range") throw new Error("a range");
  // Counted by hand: p = 212/304, V = 0.2110 × (0.13/3 + 0.13 + 0.87/300 + 0.87/150) = 0.03842, d = 0.2512.
  expect(forecast.low).toBe(21_000 + Math.round(60 * (0.7 - 0.2512) * 100));
  expect(forecast.high).toBe(21_000 + Math.round(150 * (0.7 + 0.2512) * 100));
});

test("with too few registered at drives held it says that it does not know", () => {
  expect(forecastOf(facts({ registeredHeld: LEAST_REGISTERED - 1, donated: 20 })).state).toBe("too-little");
  expect(forecastOf(facts({ donated: 0, unitsHundredths: 0 })).state).toBe("too-little");
});

test("with no drive to come the figure is final, however little there is", () => {
  expect(
    forecastOf(facts({ comingDrives: 0, comingPlaces: 0, registeredHeld: 2, donated: 1, booked: 0 })),
  ).toEqual({
    state: "final",
    unitsHundredths: 21_000,
  });
});

const any = fc
  .record({
    heldDrives: fc.integer({ min: 1, max: 40 }),
    heldPlaces: fc.integer({ min: 0, max: 5000 }),
    registeredHeld: fc.integer({ min: LEAST_REGISTERED, max: 5000 }),
    share: fc.double({ min: 0.01, max: 1.2, noNaN: true }),
    perDonor: fc.integer({ min: 100, max: 180 }),
    comingDrives: fc.integer({ min: 1, max: 20 }),
    comingPlaces: fc.integer({ min: 0, max: 5000 }),
    booked: fc.integer({ min: 0, max: 5000 }),
  })
  .map(({ share, perDonor, ...rest }) => {
    const donated = Math.max(1, Math.round(rest.registeredHeld * share));
    return { ...rest, donated, unitsHundredths: donated * perDonor };
  });

test("low ≤ middle ≤ high, never under what was given, never beyond everybody expected giving", () => {
  fc.assert(
    fc.property(any, (some) => {
      const forecast = forecastOf(some);
      if (forecast.state !== "range") throw new Error("a range");
      expect(forecast.low).toBeGreaterThanOrEqual(some.unitsHundredths);
      expect(forecast.mid).toBeGreaterThanOrEqual(forecast.low);
      expect(forecast.high).toBeGreaterThanOrEqual(forecast.mid);
      const each = some.unitsHundredths / some.donated;
      expect(forecast.high).toBeLessThanOrEqual(some.unitsHundredths + Math.ceil(forecast.expected * each));
      expect(forecast.expected).toBeGreaterThanOrEqual(some.booked);
    }),
    { numRuns: 2000 },
  );
});

test("more drives held at the same yield narrow the doubt", () => {
  const width = (heldDrives: number): number => {
    const forecast = forecastOf(facts({ heldDrives, booked: 150 }));
    return forecast.state === "range" ? forecast.high - forecast.low : Number.NaN;
  };
  expect(width(8)).toBeLessThan(width(2));
});
