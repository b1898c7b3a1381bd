// Playing: quiet weeks pass quickly, busy hours slowly, and it always ends at now.
import { describe, expect, it } from "vitest";
import { courseOf, dayNumber, isDayStep, playOn, stepOf } from "./play.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("playing a letter's way down", () => {
  // A hundred confirmations in the first hour, then nothing for thirty days.
  const changes = Array.from({ length: 100 }, (_, index) => (index * HOUR) / 100);
  const course = courseOf(0, 30 * DAY, changes);

  it("gives the busy hour more than half of the play", () => {
    expect(playOn(course, 0, 0.5)).toBeLessThan(HOUR);
  });

  it("always moves on, and ends at now", () => {
    let at = 0;
    for (let step = 0; step < 50; step++) {
      const next = playOn(course, at, 0.02);
      expect(next).toBeGreaterThan(at);
      at = next;
    }
    expect(playOn(course, at, 0.02)).toBe(30 * DAY);
    expect(playOn(course, 30 * DAY, 0.5)).toBe(30 * DAY);
  });

  it("goes evenly where nothing happened", () => {
    expect(playOn(courseOf(0, 10 * DAY, []), 0, 0.5)).toBeCloseTo(5 * DAY, -3);
  });

  it("stays still where issue is now", () => {
    expect(playOn(courseOf(5, 5, []), 5, 0.5)).toBeLessThanOrEqual(6);
  });
});

it("steps by hours in the first days of a letter and by days later", () => {
  expect(isDayStep(stepOf(0, 2 * DAY))).toBe(false);
  expect(isDayStep(stepOf(0, 20 * DAY))).toBe(true);
});

it("calls the day of issue the first", () => {
  expect(dayNumber(0, 0)).toBe(1);
  expect(dayNumber(0, 25 * HOUR)).toBe(2);
});
