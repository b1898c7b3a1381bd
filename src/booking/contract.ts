// Places: opened for a drive, held by an officer, confirmed by the member, given back by either.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { done, file, id, page, pageQuery } from "../platform/contract/shapes.ts";
import { TicketForm } from "./schema/public.ts";
import { BookingRow, BookingSummary, HoldEntry, LinkToken } from "./schema.ts";

const ofDrive = z.object({ driveId: id });

export const openPlaces = endpoint({
  id: "booking.open",
  method: "POST",
  path: "/api/drives/:driveId/open",
  summary: "Open a planned drive for booking.",
  params: ofDrive,
  output: done,
  problems: ["not-planned", "not-approved"],
});

export const getPlaces = endpoint({
  id: "booking.places",
  method: "GET",
  path: "/api/drives/:driveId/places",
  summary: "Places of a drive by slot: counts, no names.",
  params: ofDrive,
  output: BookingSummary,
});

export const holdPlace = endpoint({
  id: "booking.hold",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/bookings",
  summary: "Hold a place for a member of a unit until the member confirms by their link.",
  params: z.object({ unitId: id, driveId: id }),
  body: HoldEntry,
  output: z.object({ id, link: z.string(), heldUntil: z.string() }),
  problems: [
    "slot-full",
    "already-booked",
    "drive-not-open",
    "person-not-of-unit",
    "too-young",
    "too-old",
    "too-soon",
  ],
  repeat: "natural",
});

export const listBookings = endpoint({
  id: "booking.list",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/bookings",
  summary:
    "Running places credited to a unit and the units below it. Who declined is not among them, nor told.",
  params: z.object({ unitId: id, driveId: id }),
  query: pageQuery.extend({ after: id.optional() }),
  output: page(BookingRow),
});

export const renewLink = endpoint({
  id: "booking.renew-link",
  method: "POST",
  path: "/api/units/:unitId/bookings/:bookingId/link",
  summary: "A new link for a held or confirmed place, with a text to paste; the old one stops working.",
  params: z.object({ unitId: id, bookingId: id }),
  output: z.object({ id, link: z.string(), text: z.string() }),
  repeat: "natural",
});

export const releasePlace = endpoint({
  id: "booking.release",
  method: "POST",
  path: "/api/units/:unitId/bookings/:bookingId/release",
  summary: "Give a held or confirmed place back, before the drive's day.",
  params: z.object({ unitId: id, bookingId: id }),
  output: done,
  problems: ["drive-not-open"],
});

export const openLink = endpoint({
  id: "booking.link",
  method: "GET",
  path: "/d/:token",
  summary: "The member's page behind their link: what, when, where, confirm or not.",
  params: z.object({ token: LinkToken }),
  output: file,
  produces: "html",
});

export const answerLink = endpoint({
  id: "booking.answer",
  method: "POST",
  path: "/d/:token",
  summary:
    "The member confirms, with consent to take part, or does not; moves, invites, gives back. A page answers, always.",
  params: z.object({ token: LinkToken }),
  body: TicketForm,
  output: file,
  produces: "html",
  repeat: "natural",
});
