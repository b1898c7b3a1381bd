// The spread of proposals over a day, held to its law for any day.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Fillable, roomIn, roomOf, spread } from "./spread.ts";

const slot = fc
  .record({
    capacity: fc.integer({ min: 1, max: 40 }),
    taken: fc.integer({ min: 0, max: 40 }),
    asked: fc.integer({ min: 0, max: 10 }),
    kept: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ capacity, taken, asked, kept }) => ({
    capacity,
    taken: Math.min(taken, capacity),
    asked,
    // Places kept for others are not free for those who are asked.
    free: Math.max(0, capacity - Math.min(taken, capacity) - kept),
  }));
const day = fc.array(slot, { minLength: 0, maxLength: 16 }).map((slots): Fillable[] =>
  slots.map((one, index) => ({
    ...one,
    slotId: `slot-${String(index).padStart(2, "0")}`,
    startsAt: `2021-06-09T0${Math.floor(index / 6)}:${(index % 6) * 10}0:00.000Z`.replace("00:00.", "0:00."),
  })),
);
const people = fc.integer({ min: 0, max: 300 });

const counts = (proposals: readonly string[]) => {
  const of = new Map<string, number>();
  for (const slotId of proposals) of.set(slotId, (of.get(slotId) ?? 0) + 1);
  return of;
};

it("no slot is proposed beyond its free places, and nobody goes without a proposal while there is room", () => {
  fc.assert(
    fc.property(day, people, (slots, wanted) => {
      const proposals = spread(slots, wanted);
      expect(proposals).toHaveLength(Math.min(wanted, roomOf(slots)));
      const of = counts(proposals);
      for (const one of slots) expect(of.get(one.slotId) ?? 0).toBeLessThanOrEqual(roomIn(one));
      expect([...of.keys()].every((slotId) => slots.some((one) => one.slotId === slotId))).toBe(true);
    }),
  );
});

it("a slot that is proposed stands at most one place above any other that still has room", () => {
  fc.assert(
    fc.property(day, people, (slots, wanted) => {
      const of = counts(spread(slots, wanted));
      const filled = (one: Fillable) => one.taken + one.asked + (of.get(one.slotId) ?? 0);
      for (const high of slots) {
        if ((of.get(high.slotId) ?? 0) === 0) continue;
        for (const low of slots) {
          if (roomIn(low) - (of.get(low.slotId) ?? 0) <= 0) continue;
          expect((filled(high) - 1) / high.capacity).toBeLessThanOrEqual(filled(low) / low.capacity + 1e-9);
        }
      }
    }),
  );
});

it("slots alike and empty differ by one place at most", () => {
  const alike = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(alike, people, ([many, capacity], wanted) => {
      const slots = Array.from({ length: many }, (_, index) => ({
        slotId: `s${index}`,
        startsAt: `2021-06-09T01:${String(index).padStart(2, "0")}:00.000Z`,
        capacity,
        taken: 0,
        asked: 0,
        free: capacity,
      }));
      const of = counts(spread(slots, wanted));
      const each = slots.map(({ slotId }) => of.get(slotId) ?? 0);
      expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
    }),
  );
});

it("the same day gives the same proposals, in whatever order its slots were read", () => {
  fc.assert(
    fc.property(day, people, (slots, wanted) => {
      expect(spread([...slots].reverse(), wanted)).toEqual(spread(slots, wanted));
    }),
  );
});

it("an hour that is fuller waits until the others have caught up", () => {
  const base = { capacity: 10, asked: 0 };
  const slots = [
    { ...base, slotId: "7h", startsAt: "2021-06-09T00:00:00.000Z", taken: 6, free: 4 },
    { ...base, slotId: "8h", startsAt: "2021-06-09T01:00:00.000Z", taken: 2, free: 8 },
    { ...base, slotId: "9h", startsAt: "2021-06-09T02:00:00.000Z", taken: 10, free: 0 },
  ];
  expect(spread(slots, 4)).toEqual(["8h", "8h", "8h", "8h"]);
  expect(spread(slots, 6).slice(4)).toEqual(["7h", "8h"]);
  expect(spread(slots, 100)).toHaveLength(12);
});
