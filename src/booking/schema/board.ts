// Side: union. The host's board of a drive: places by slot, places kept for units, walk-ins, the cap of an epidemic.
import { z } from "zod";
import { problems } from "../../platform/contract/problem.ts";
import { allowedActions, count, id, instant, note, UnitRef } from "../../platform/contract/shapes.ts";

const places = z.number().int().min(0).max(1000);

/**
 * A slot as its host sees it. booked + kept + walkIn <= capacity, always. `kept`: kept for units and not used yet;
 * `walkIn`: kept for who comes unbooked, not used yet. `free`: what anybody may book now, under the cap too.
 */
export const BoardSlot = z.object({
  slotId: id,
  startsAt: instant,
  capacity: places,
  booked: count,
  held: count,
  kept: count,
  walkIn: count,
  free: count,
  /** People on the list who want this slot; those who take any slot count at none. */
  waiting: count,
});
export type BoardSlot = z.output<typeof BoardSlot>;

/** Places of a slot kept for a unit and all below it until the cut-off; then whatever is unused is anybody's. */
export const ReserveRow = z.object({
  id,
  slotId: id,
  startsAt: instant,
  unit: UnitRef,
  places: z.number().int(),
  used: count,
  cutOff: instant,
  state: z.enum(["running", "released"]),
  allowedActions,
});
export type ReserveRow = z.output<typeof ReserveRow>;

export const ReserveEntry = z.object({
  unitId: id,
  slotId: id,
  places: z.number().int().min(1).max(1000),
  cutOff: instant,
});
export type ReserveEntry = z.output<typeof ReserveEntry>;

/** `perSlot` null: no cap. A cap never takes away a place that somebody has; it only stops new ones. */
export const CapEntry = z.object({
  perSlot: z.number().int().min(0).max(1000).nullable(),
  reason: note(300),
});
export type CapEntry = z.output<typeof CapEntry>;

export const SlotEntry = z.object({
  capacity: z.number().int().min(1).max(1000),
  walkIn: places,
});
export type SlotEntry = z.output<typeof SlotEntry>;

export const BoardView = z.object({
  driveId: id,
  state: z.enum(["planned", "approved", "open", "closed", "cancelled"]),
  cap: CapEntry.nullable(),
  slots: z.array(BoardSlot),
  reserves: z.array(ReserveRow),
  /** People waiting, and of these with an offer they have not answered. */
  waiting: z.object({ people: count, offered: count }),
  allowedActions,
});
export type BoardView = z.output<typeof BoardView>;

export const boardProblem = problems({
  "reserve-below-used": 409,
  "reserve-released": 409,
  "reserve-taken": 409,
  "cut-off-too-late": 422,
  "unit-not-taking-part": 422,
  "slot-below-booked": 409,
});
