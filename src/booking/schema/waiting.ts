// Side: union. Who waits for a place, and the place offered to them while it is.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, id, instant, UnitRef } from "../../platform/contract/shapes.ts";

export const WaitingState = z.enum(["waiting", "offered", "placed", "left"]);
export type WaitingState = z.output<typeof WaitingState>;

/** `slotId` null: any slot of the drive will do. */
export const WaitingEntry = z.object({ id, personId: id, slotId: id.nullable() });
export type WaitingEntry = z.output<typeof WaitingEntry>;

/**
 * Somebody of the officer's unit on the list. `offered`: a place is held for them until `heldUntil`; not answering lets
 * it go to the next, and nobody is told who declined: they simply are no longer on the list.
 */
export const WaitingRow = z.object({
  id,
  personId: id,
  fullName: z.string(),
  creditedUnit: UnitRef,
  slotId: id.nullable(),
  startsAt: instant.nullable(),
  state: z.enum(["waiting", "offered"]),
  /** Their turn among all who wait in the drive, from 1; null once a place is offered. */
  turn: z.number().int().nullable(),
  heldUntil: instant.nullable(),
  allowedActions,
});
export type WaitingRow = z.output<typeof WaitingRow>;

/** Setting `booking.offer`: how long an offered place waits for its answer. */
export const OfferSetting = z.object({ hours: z.number().min(0.25).max(168) });
export type OfferSetting = z.output<typeof OfferSetting>;

export const waitingProblem = problems({
  "already-waiting": 409,
  "places-free": 409,
});
