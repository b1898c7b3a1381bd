// The circle of a calendar: as wide as its drives are few, and told what lies beyond it.
import { describe, expect, it } from "vitest";
import { circleOf } from "./circle.ts";

const STEPS = ["1.", "1.2.", "1.2.3."];
const at = (level: number, read: number, shown = read) => ({ level, read, shown });

describe("a calendar", () => {
  it("shows all there are while these are few", () => {
    expect(circleOf(STEPS, [at(0, 1), at(1, 2), at(3, 7)], 10)).toEqual({ path: undefined, elsewhere: 0 });
    expect(circleOf(STEPS, [], 10)).toEqual({ path: undefined, elsewhere: 0 });
  });

  it("draws in to the widest place above the unit with few enough, and counts the others of its days", () => {
    const found = [at(0, 1, 0), at(1, 90, 30), at(2, 6, 2), at(3, 4, 1)];
    expect(circleOf(STEPS, found, 101)).toEqual({ path: undefined, elsewhere: 0 });
    expect(circleOf(STEPS, found, 100)).toEqual({ path: "1.", elsewhere: 0 });
    expect(circleOf(STEPS, found, 99)).toEqual({ path: "1.2.", elsewhere: 30 });
    expect(circleOf(STEPS, found, 9)).toEqual({ path: "1.2.3.", elsewhere: 32 });
  });

  it("never leaves out what is hosted at the unit or below it", () => {
    expect(circleOf(STEPS, [at(1, 5), at(3, 50)], 10)).toEqual({ path: "1.2.3.", elsewhere: 5 });
  });
});
