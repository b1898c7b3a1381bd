// Side: union. A donor in a slot, credited to exactly one unit. Never oversold.
import { z } from "zod";
import { allowedActions, count, day, id, instant, UnitRef } from "../platform/contract/shapes.ts";

export const BookingState = z.enum(["held", "confirmed", "released"]);

/** 32 random bytes, base64url: the member's secret link. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const SlotPlaces = z.object({
  slotId: id,
  startsAt: instant,
  capacity: count,
  booked: count,
});
export type SlotPlaces = z.output<typeof SlotPlaces>;

export const HoldEntry = z.object({
  id,
  personId: id,
  slotId: id,
});

/** A booking as the officer of the credited unit sees it. Released shows as nothing at all. */
export const BookingRow = z.object({
  id,
  personId: id,
  fullName: z.string(),
  creditedUnit: UnitRef,
  slotId: id,
  startsAt: instant,
  state: z.enum(["held", "confirmed"]),
  allowedActions,
});
export type BookingRow = z.output<typeof BookingRow>;

export const BookingSummary = z.object({
  driveId: id,
  slots: z.array(SlotPlaces),
  /** For each credited unit the asker may see: counts only. */
  totals: z.object({ held: count, confirmed: count, capacity: count, booked: count }),
});

/** What the member sees behind their link. */
export const Ticket = z.object({
  bookingId: id,
  state: BookingState,
  fullName: z.string(),
  unitName: z.string(),
  driveName: z.string(),
  day,
  startsAt: instant,
  place: z.string(),
});
export type Ticket = z.output<typeof Ticket>;
