// A place moved to another slot, and two exchanged: the new seat first, then the old, both locked in one order.
import type { WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { changeProblem } from "../schema/changes.ts";
import type { MoveOutcome } from "../schema/self.ts";
import { bookingProblem } from "../schema.ts";
import { findStateWithin } from "../store/lists.ts";
import { lockRunning, putInSlot, type RunningPlace, shiftSeat } from "../store/places.ts";
import { lockSeats } from "../store/seats.ts";
import { findPlace } from "../store/self.ts";
import { findRoom } from "../store/waiting.ts";
import { clearOverdue, refill, type Turning, tryAgain } from "./engine.ts";

/**
 * Moves a running place to another slot of its drive, before either begins. It keeps its id, link and answer. The
 * caller has asked for authority. Where the new slot is full nothing changes.
 */
export async function moveTo(
  ctx: Turning & Pick<WriteCtx, "unchanged">,
  bookingId: string,
  slotId: string,
): Promise<MoveOutcome> {
  const known = await findPlace(ctx.tx, bookingId);
  if (known === undefined || known.state === "released") return { outcome: "refused", code: "not-found" };
  if (known.slotId === slotId) {
    ctx.unchanged();
    return { outcome: "unchanged" };
  }
  const { driveId } = known;
  const slotIds = [known.slotId, slotId];
  const seats = await lockSeats(ctx.tx, { driveId, slotIds, states: ["open"] });
  if (seats.length === 0) return { outcome: "refused", code: "drive-not-open" };
  if (seats.length === 1) return { outcome: "refused", code: "not-found" };
  const place = await lockRunning(ctx.tx, { bookingId, now: ctx.now });
  if (place === undefined) return { outcome: "refused", code: "not-found" };
  if (place.slotId !== known.slotId) throw tryAgain();
  const at = { slotId, unitId: place.creditedUnitId, now: ctx.now, today: ctx.today };
  let room = await findRoom(ctx.tx, at);
  if (room === undefined) return { outcome: "refused", code: "not-found" };
  if (place.startsAt <= ctx.now || room.startsAt <= ctx.now)
    return { outcome: "refused", code: "drive-not-open" };
  if (!room.room && (await clearOverdue(ctx, { driveId, slotIds })) > 0)
    room = (await findRoom(ctx.tx, at)) ?? room;
  if (!room.room) return { outcome: "refused", code: "slot-full" };
  await shiftSeat(ctx.tx, {
    fromSlotId: place.slotId,
    fromReserveId: place.reserveId,
    toSlotId: slotId,
    toReserveId: room.reserveId,
  });
  await putInSlot(ctx.tx, { bookingId, slotId, reserveId: room.reserveId });
  await auditMoved(ctx, place, slotId);
  await refill(ctx, { driveId, slotIds: [place.slotId] });
  return { outcome: "moved" };
}

const auditMoved = (ctx: Pick<Turning, "audit">, place: RunningPlace, slotId: string): Promise<void> =>
  ctx.audit({
    subject: { kind: "booking", id: place.id },
    unitId: place.creditedUnitId,
    detail: { from: place.slotId, to: slotId },
  });

/** An officer moves a place of their unit's people. */
export async function movePlace(
  ctx: WriteCtx,
  unitId: string,
  bookingId: string,
  slotId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  if ((await findStateWithin(ctx.tx, { bookingId, unitId, today: ctx.today })) === undefined)
    throw notFound("booking");
  const moved = await moveTo(ctx, bookingId, slotId);
  if (moved.outcome !== "refused") return { id: bookingId };
  throw moved.code === "not-found" ? notFound("booking") : bookingProblem(moved.code);
}

/**
 * Two members of the unit exchange their slots; a place kept for a unit goes with its slot. Both must run, in the same
 * drive, before either slot begins.
 */
export async function swapPlaces(
  ctx: WriteCtx,
  unitId: string,
  bookingId: string,
  withId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const within = (id: string) => findStateWithin(ctx.tx, { bookingId: id, unitId, today: ctx.today });
  const [one, other] = [await within(bookingId), await within(withId)];
  if (one === undefined) throw notFound("booking");
  if (other === undefined || one.driveId !== other.driveId || one.slotId === other.slotId)
    throw changeProblem("not-swappable");
  const { driveId } = one;
  const slotIds = [one.slotId, other.slotId];
  const seats = await lockSeats(ctx.tx, { driveId, slotIds, states: ["open"] });
  if (seats.length < 2) throw bookingProblem("drive-not-open");
  const places = new Map<string, RunningPlace>();
  for (const id of [bookingId, withId].sort()) {
    const place = await lockRunning(ctx.tx, { bookingId: id, now: ctx.now });
    if (place !== undefined) places.set(id, place);
  }
  const [first, second] = [places.get(bookingId), places.get(withId)];
  if (first === undefined || second === undefined) throw changeProblem("not-swappable");
  if (first.slotId !== one.slotId || second.slotId !== other.slotId) throw tryAgain();
  if (first.startsAt <= ctx.now || second.startsAt <= ctx.now) throw bookingProblem("drive-not-open");
  await putInSlot(ctx.tx, { bookingId, slotId: second.slotId, reserveId: second.reserveId });
  await putInSlot(ctx.tx, { bookingId: withId, slotId: first.slotId, reserveId: first.reserveId });
  await auditMoved(ctx, first, second.slotId);
  await auditMoved(ctx, second, first.slotId);
  return { id: bookingId };
}
