// Where to send an officer whose slot is full.
import { expect, it } from "vitest";
import { nearestFree } from "./free-places.ts";

const slot = (slotId: string, clock: string, free: number) => ({
  slotId,
  startsAt: `2021-06-09T${clock}:00+07:00`,
  free,
});

const full = slot("full", "08:00", 0);

it("the nearest slot with room is offered, whether before or after", () => {
  const before = [slot("a", "07:00", 7), full, slot("b", "08:30", 0), slot("c", "09:30", 10)];
  expect(nearestFree(before, full)?.slotId).toBe("a");
  const after = [slot("a", "06:00", 7), full, slot("c", "08:30", 1)];
  expect(nearestFree(after, full)?.slotId).toBe("c");
});

it("of two equally near slots the earlier is offered", () => {
  expect(nearestFree([slot("late", "08:30", 10), full, slot("early", "07:30", 10)], full)?.slotId).toBe(
    "early",
  );
});

it("a day without room offers nothing", () => {
  expect(nearestFree([full, slot("b", "08:30", 0)], full)).toBeUndefined();
});
