import { describe, expect, it } from "vitest";
import type { FunnelView } from "../../schema/funnel.ts";
import { seekAt, stepsOf } from "./funnel-steps.ts";

const yielded = (likely: number, low: number, high: number) => ({
  alpha: 1,
  beta: 1,
  likely,
  low,
  high,
  of: null,
  came: null,
});
const VIEW: FunnelView = {
  unit: { id: "u", name: "LĐLĐ", shortName: "LĐLĐ" },
  target: 120,
  confidence: 0.8,
  basis: "own",
  drives: 4,
  from: "2020-06-09",
  until: "2021-05-15",
  donated: yielded(0.65, 0.56, 0.75),
  screened: null,
  unitsPerDonationHundredths: 100,
  seek: { likely: 185, low: 215, high: 160, safe: 205 },
  registered: 40,
  unitsHundredths: 0,
  assumption: { low: 0.55, high: 0.85 },
};

describe("the funnel from a registration to a unit of blood", () => {
  it("runs from the fewest to the most people, whichever bound they come from", () => {
    expect(stepsOf(VIEW)).toEqual([
      { key: "registered", range: { from: 160, to: 215 } },
      { key: "donated", range: { from: 120, to: 120 } },
      { key: "units", range: { from: 120, to: 120 } },
    ]);
  });

  it("counts a bag as more than a unit where the campaign's rule does, and tells who comes where drives tell it", () => {
    const steps = stepsOf({ ...VIEW, unitsPerDonationHundredths: 140, screened: yielded(0.9, 0.86, 0.95) });
    expect(steps.map(({ key, range }) => [key, range.from, range.to])).toEqual([
      ["registered", 160, 215],
      ["came", 91, 100],
      ["donated", 86, 86],
      ["units", 120, 120],
    ]);
  });

  it("works the same sum out for a yield tried by hand", () => {
    expect(seekAt(120, 100, 60)).toBe(200);
    expect(seekAt(120, 140, 60)).toBe(143);
    expect(seekAt(1, 100, 100)).toBe(1);
  });
});
