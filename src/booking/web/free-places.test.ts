// Where to send an officer whose slot is full.
import { expect, it } from "vitest";
import { freeIn, nearestFree } from "./free-places.ts";

const slot = (slotId: string, clock: string, booked: number, capacity = 10) => ({
  slotId,
  startsAt: `2021-06-09T${clock}:00+07:00`,
  capacity,
  booked,
});

const full = slot("full", "08:00", 10);

it("the nearest slot with room is offered, whether before or after", () => {
  const before = [slot("a", "07:00", 3), full, slot("b", "08:30", 10), slot("c", "09:30", 0)];
  expect(nearestFree(before, full)?.slotId).toBe("a");
  const after = [slot("a", "06:00", 3), full, slot("c", "08:30", 9)];
  expect(nearestFree(after, full)?.slotId).toBe("c");
});

it("of two equally near slots the earlier is offered", () => {
  expect(nearestFree([slot("late", "08:30", 0), full, slot("early", "07:30", 0)], full)?.slotId).toBe(
    "early",
  );
});

it("a day without room offers nothing", () => {
  expect(nearestFree([full, slot("b", "08:30", 10)], full)).toBeUndefined();
});

it("a slot that holds more than its places has none free", () => {
  expect(freeIn(slot("a", "07:00", 12))).toBe(0);
});
