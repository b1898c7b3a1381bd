// Side: union. A donor in a slot, credited to exactly one unit. Never oversold.
import { z } from "zod";
import { problems } from "../platform/contract/problem.ts";
import { allowedActions, count, day, id, instant, UnitRef } from "../platform/contract/shapes.ts";

export const BookingState = z.enum(["held", "confirmed", "released"]);
export type BookingState = z.output<typeof BookingState>;

/** Setting `booking.hold`: how long a place waits for its member's answer. */
export const HoldSetting = z.object({
  hours: z.number().min(1).max(720),
  hoursBeforeStart: z.number().min(0).max(240),
  leastHours: z.number().min(0.25).max(48),
});
export type HoldSetting = z.output<typeof HoldSetting>;

/** 32 random bytes, base64url: the member's secret link. Whatever else is typed there gets the page for a wrong link. */
export const LinkToken = z.string().max(200);

export const SlotPlaces = z.object({
  slotId: id,
  startsAt: instant,
  capacity: count,
  booked: count,
  /** How many who come unbooked it may still take; whom places are kept for finds more. */
  walkIns: count,
});
export type SlotPlaces = z.output<typeof SlotPlaces>;

export const HoldEntry = z.object({
  id,
  personId: id,
  slotId: id,
});
export type HoldEntry = z.output<typeof HoldEntry>;

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
  /** Where somebody goes who comes unbooked at this moment; null: the day is full. */
  walkInSlotId: id.nullable(),
  /** The whole drive, whoever holds the places: counts only. */
  totals: z.object({ held: count, confirmed: count, capacity: count, booked: count }),
});

export type BookingSummary = z.output<typeof BookingSummary>;

/** What the member sees behind their link. */
export const Ticket = z.object({
  bookingId: id,
  state: z.enum(["held", "confirmed"]),
  heldUntil: instant,
  fullName: z.string(),
  unitName: z.string(),
  driveName: z.string(),
  day,
  startsAt: instant,
  place: z.string(),
});
export type Ticket = z.output<typeof Ticket>;

export const LinkAnswer = z.object({
  answer: z.enum(["confirm", "release"]),
  consent: z.enum(["take-part"]).optional(),
});
export type LinkAnswer = z.output<typeof LinkAnswer>;

export const bookingProblem = problems({
  "not-planned": 409,
  "not-approved": 409,
  "slot-full": 409,
  "already-booked": 409,
  "drive-not-open": 409,
  "person-not-of-unit": 422,
  "too-young": 422,
  "too-old": 422,
  "too-soon": 422,
});
