import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../../platform/pure/calendar.ts";
import { type Plan, paceOf, partDue, planLine } from "./pace.ts";

const FROM = "2021-05-30";
const UNTIL = "2021-07-30";
const plan = (drives: Plan["drives"], leadTarget: number | null = 1000): Plan => ({
  from: FROM,
  until: UNTIL,
  drives,
  leadTarget,
});
const drive = (day: string, places: number, held = false) => ({ day, places, held });

test("without drives the target is due evenly from the first day to the last", () => {
  expect(partDue(plan([]), FROM)).toBe(0);
  expect(partDue(plan([]), addDays(FROM, -5))).toBe(0);
  expect(partDue(plan([]), "2021-06-29")).toBeCloseTo(30 / 61);
  expect(partDue(plan([]), UNTIL)).toBe(1);
  expect(planLine(plan([])).kind).toBe("even");
});

test("drives that hold the whole target carry it in steps by their places", () => {
  const drives = [drive("2021-06-09", 750), drive("2021-07-09", 250)];
  expect(partDue(plan(drives), "2021-06-08")).toBe(0);
  expect(partDue(plan(drives), "2021-06-10")).toBe(0.75);
  expect(partDue(plan(drives), "2021-07-10")).toBe(1);
  expect(planLine(plan(drives)).kind).toBe("drives");
  // More places than the target asks for change nothing.
  expect(partDue(plan(drives, 400), "2021-06-10")).toBe(0.75);
});

test("what the places planned cannot hold is due evenly after the last of them", () => {
  const drives = [drive("2021-06-30", 600)];
  expect(partDue(plan(drives), "2021-06-29")).toBe(0);
  expect(partDue(plan(drives), "2021-07-01")).toBeCloseTo(0.6 + 0.4 / 30);
  expect(partDue(plan(drives), "2021-07-15")).toBeCloseTo(0.6 + (0.4 * 15) / 30);
  expect(planLine(plan(drives)).kind).toBe("both");
});

test("on a donation day nothing is due from it until its result is in", () => {
  expect(partDue(plan([drive("2021-06-09", 1000)]), "2021-06-09")).toBe(0);
  expect(partDue(plan([drive("2021-06-09", 1000, true)]), "2021-06-09")).toBe(1);
});

test("behind is more than a twentieth of what is due missing; nothing due, nobody behind", () => {
  expect(paceOf(94_99, 100_00)).toBe("behind");
  expect(paceOf(95_00, 100_00)).toBe("on");
  expect(paceOf(100_01, 100_00)).toBe("ahead");
  expect(paceOf(0, 0)).toBe("on");
});

const days = fc.integer({ min: -10, max: 80 }).map((count) => addDays(FROM, count));
const plans = fc.record({
  from: fc.constant(FROM),
  until: fc.constant(UNTIL),
  drives: fc.array(fc.record({ day: days, places: fc.integer({ min: 0, max: 500 }), held: fc.boolean() })),
  leadTarget: fc.option(fc.integer({ min: 0, max: 3000 })),
});

test("the part due never falls, stays between nothing and all, and is all after the last day and drive", () => {
  fc.assert(
    fc.property(plans, days, fc.nat(20), (some, day, later) => {
      const [one, other] = [partDue(some, day), partDue(some, addDays(day, later))];
      // A drive of the very day counts by whether it is held, so only other days can be compared with it.
      if (!some.drives.some((each) => each.day === day)) expect(other).toBeGreaterThanOrEqual(one - 1e-9);
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(1);
      expect(partDue(some, addDays(FROM, 100))).toBeCloseTo(1);
    }),
    { numRuns: 2000 },
  );
});

test("the line drawn begins at nothing, never falls and ends at the whole target", () => {
  fc.assert(
    fc.property(plans, (some) => {
      const { points } = planLine(some);
      expect(points[0]?.part).toBe(0);
      expect(points.at(-1)?.part).toBe(1);
      for (const [index, { part }] of points.entries()) {
        expect(part).toBeGreaterThanOrEqual((points[index - 1]?.part ?? 0) - 1e-9);
      }
    }),
  );
});
