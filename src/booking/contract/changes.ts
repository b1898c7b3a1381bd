// Changes to places: one moved, two swapped, a signed list, and the drive itself moved or cancelled.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { count, done, id, page, pageQuery } from "../../platform/contract/shapes.ts";
import { CallRow, DriveCancel, DriveChange, DriveMove, SignedListEntry } from "../schema/changes.ts";

const ofBooking = z.object({ unitId: id, bookingId: id });
const ofUnitAtDrive = z.object({ unitId: id, driveId: id });
const ofDrive = z.object({ driveId: id });

export const movePlace = endpoint({
  id: "booking.move",
  method: "POST",
  path: "/api/units/:unitId/bookings/:bookingId/move",
  summary: "Move a running place to another slot of the drive; where that is full the old place stays.",
  params: ofBooking,
  body: z.object({ slotId: id }),
  output: done,
  problems: ["slot-full", "drive-not-open"],
});

export const swapPlaces = endpoint({
  id: "booking.swap",
  method: "POST",
  path: "/api/units/:unitId/bookings/:bookingId/swap",
  summary: "Let two members of the unit exchange their slots.",
  params: ofBooking,
  body: z.object({ withId: id }),
  output: done,
  problems: ["not-swappable", "drive-not-open"],
});

export const confirmByList = endpoint({
  id: "booking.signed-list",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/signed-list",
  summary:
    "Confirm held places whose members signed the attached list; those that ran out are told by number.",
  params: ofUnitAtDrive,
  body: SignedListEntry,
  output: z.object({ id, confirmed: count, goneBefore: count }),
  problems: ["file-missing", "nothing-to-confirm", "drive-not-open"],
});

export const listCalls = endpoint({
  id: "booking.calls",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/calls",
  summary:
    "Whom to call: people of the unit with a running place, and whether a message has gone out to them.",
  params: ofUnitAtDrive,
  query: pageQuery.extend({ after: id.optional() }),
  output: page(CallRow),
});

export const moveDriveDay = endpoint({
  id: "booking.move-drive",
  method: "POST",
  path: "/api/drives/:driveId/move",
  summary:
    "Move a drive to another day or place; its people keep their places and are asked anew, by one tap.",
  params: ofDrive,
  body: DriveMove,
  output: z.object({ id, asked: count }),
  problems: ["drive-state", "day-outside-campaign", "same-day-and-place", "day-past", "session-times"],
});

export const cancelDrive = endpoint({
  id: "booking.cancel-drive",
  method: "POST",
  path: "/api/drives/:driveId/cancel",
  summary: "Cancel a drive; its people are told, and offered a place at another drive by one tap.",
  params: ofDrive,
  body: DriveCancel,
  output: z.object({ id, asked: count }),
  problems: ["drive-state", "not-an-instead"],
});

export const listDriveChanges = endpoint({
  id: "booking.drive-changes",
  method: "GET",
  path: "/api/drives/:driveId/changes",
  summary:
    "What became of a drive: moved and cancelled, newest first, with how many were asked and answered.",
  params: ofDrive,
  output: z.object({ items: z.array(DriveChange) }),
});
