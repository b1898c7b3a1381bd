// Side: union. The places of a drive as one union may take them: what is open to anybody, and what is kept for it.
import { z } from "zod";
import { count, id, instant, UnitRef } from "../../platform/contract/shapes.ts";
import { CapEntry } from "./board.ts";

export const UnitSlot = z.object({
  slotId: id,
  startsAt: instant,
  capacity: count,
  booked: count,
  /** What people credited to the union may still take: open to anybody or kept for it, under the cap. */
  free: count,
});
export type UnitSlot = z.output<typeof UnitSlot>;

/** Places kept for the union, for one above it, or for one below it alone; running ones. */
export const UnitReserve = z.object({
  id,
  slotId: id,
  startsAt: instant,
  unit: UnitRef,
  places: z.number().int(),
  used: count,
  cutOff: instant,
});
export type UnitReserve = z.output<typeof UnitReserve>;

export const UnitPlaces = z.object({
  driveId: id,
  slots: z.array(UnitSlot),
  reserves: z.array(UnitReserve),
  cap: CapEntry.nullable(),
});
export type UnitPlaces = z.output<typeof UnitPlaces>;
