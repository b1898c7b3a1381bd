// Side: union. A place moved or swapped, a signed list, a drive moved or cancelled, and whom to call then.
import { z } from "zod";
import { WallTime } from "../../drive/schema.ts";
import { problems } from "../../platform/contract/problem.ts";
import { count, day, id, instant, line, note, UnitRef } from "../../platform/contract/shapes.ts";

export const CHANGE_REASONS = ["weather", "epidemic", "facility", "other"] as const;
export const ChangeReason = z.enum(CHANGE_REASONS);

/** Slots keep their length and places; the first begins at `firstAt` of the new day and the others follow as before. */
export const DriveMove = z.object({
  /** The change's own id, so that a repeated request is one change. */
  id,
  day,
  firstAt: WallTime,
  place: line(200),
  reason: ChangeReason,
  note: note(500),
});
export type DriveMove = z.output<typeof DriveMove>;

/** `insteadId`: a drive whose places are offered to them in one tap. */
export const DriveCancel = z.object({
  id,
  reason: ChangeReason,
  note: note(500),
  insteadId: id.nullable(),
});
export type DriveCancel = z.output<typeof DriveCancel>;

export const SignedListEntry = z.object({
  id,
  /** The scan of the list with the members' own signatures, sent in before (`document.add-file`). */
  fileId: id,
  bookingIds: z.array(id).min(1).max(500),
});
export type SignedListEntry = z.output<typeof SignedListEntry>;

/** Whom an officer calls, because no message reaches them: people of their own unit only, while their place is running. */
export const CallRow = z.object({
  bookingId: id,
  fullName: z.string(),
  phone: z.string().nullable(),
  unit: UnitRef,
  startsAt: instant,
  state: z.enum(["held", "confirmed"]),
  /** A message has gone out or waits in the outbox. */
  written: z.boolean(),
});
export type CallRow = z.output<typeof CallRow>;

/** A move or a cancelling, as everybody who takes part may read it. */
export const DriveChange = z.object({
  id,
  kind: z.enum(["moved", "cancelled"]),
  at: instant,
  reason: ChangeReason,
  note: z.string(),
  fromDay: day,
  fromPlace: z.string(),
  fromStartsAt: instant,
  toDay: day.nullable(),
  toPlace: z.string().nullable(),
  toStartsAt: instant.nullable(),
  insteadId: id.nullable(),
  /** Places whose people were asked anew; how many said yes since. */
  asked: count,
  answered: count,
});
export type DriveChange = z.output<typeof DriveChange>;

export const changeProblem = problems({
  "file-missing": 422,
  "nothing-to-confirm": 409,
  "same-day-and-place": 422,
  "day-past": 422,
  "not-an-instead": 422,
  "not-swappable": 409,
});
