// Which slots have room, and which is the nearest to one that has none.
import type { SlotPlaces } from "../schema.ts";

type Places = Pick<SlotPlaces, "slotId" | "startsAt" | "capacity" | "booked">;

/** Never below 0: a slot made smaller later may hold more than its places. */
export const freeIn = (slot: Places): number => Math.max(0, slot.capacity - slot.booked);

/** The slot with room whose beginning is nearest; of two as near, the earlier. Undefined when all are full. */
export function nearestFree<Slot extends Places>(slots: readonly Slot[], full: Places): Slot | undefined {
  const away = (slot: Places): number => Math.abs(Date.parse(slot.startsAt) - Date.parse(full.startsAt));
  return slots
    .filter((slot) => slot.slotId !== full.slotId && freeIn(slot) > 0)
    .sort((a, b) => away(a) - away(b) || Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
}
