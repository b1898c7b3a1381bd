// How long a place is held, and the steps of its life.
import fc from "fast-check";
import { expect, it } from "vitest";
import { HOLD_DEFAULT, heldUntil } from "./hold.ts";
import { mayBecome } from "./transitions.ts";

const HOUR = 3_600_000;
const start = Date.parse("2021-06-09T00:00:00Z");

it.each([
  ["ten days before: three days", 240, 168],
  ["two days before: until twelve hours before the slot", 48, 12],
  ["on the eve: two hours all the same", 13, 11],
  ["an hour before: until the slot begins", 1, 0],
])("a place taken %s", (_when, hoursBefore, endsHoursBefore) => {
  expect((start - heldUntil(start - hoursBefore * HOUR, start)) / HOUR).toBe(endsHoursBefore);
});

it("a place is never held beyond its slot nor ended before it was taken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 * 24 * 60 }), (minutes) => {
      const now = start - minutes * 60_000;
      const until = heldUntil(now, start, HOLD_DEFAULT);
      expect(until).toBeGreaterThan(now);
      expect(until).toBeLessThanOrEqual(start);
      expect(until).toBeLessThanOrEqual(now + 72 * HOUR);
    }),
  );
});

it("a place given back stays given back, and a confirmed one is not held again", () => {
  expect(mayBecome("held", "confirmed")).toBe(true);
  expect(mayBecome("held", "released")).toBe(true);
  expect(mayBecome("confirmed", "held")).toBe(false);
  expect(mayBecome("released", "held")).toBe(false);
  expect(mayBecome("released", "confirmed")).toBe(false);
});
