// Of the slots with room, the nearest to one that has none.
import type { UnitSlot } from "../schema/unit-places.ts";

type Places = Pick<UnitSlot, "slotId" | "startsAt" | "free">;

/** The slot with room whose beginning is nearest; of two as near, the earlier. Undefined when all are full. */
export function nearestFree<Slot extends Places>(slots: readonly Slot[], full: Places): Slot | undefined {
  const away = (slot: Places): number => Math.abs(Date.parse(slot.startsAt) - Date.parse(full.startsAt));
  return slots
    .filter((slot) => slot.slotId !== full.slotId && slot.free > 0)
    .sort((a, b) => away(a) - away(b) || Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
}
