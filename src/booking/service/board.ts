// The host arranges a drive's places: kept for units until a cut-off, kept for who comes unbooked, more or fewer in a
// slot, capped while an epidemic lasts. Whatever comes free by it is offered to who waits.

import type { DriveState } from "../../drive/schema.ts";
import { setSlotCapacity } from "../../drive/service/rescheduling.ts";
import { type DriveFacts, getDriveById } from "../../drive/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../../platform/contract/problem.ts";
import { unitRefs } from "../../unit/service.ts";
import {
  type BoardView,
  boardProblem,
  type CapEntry,
  type ReserveEntry,
  type SlotEntry,
} from "../schema/board.ts";
import { bookingProblem } from "../schema.ts";
import {
  countWaiting,
  findCap,
  findReserve,
  findReserveFacts,
  keepPlaces,
  listBoardSlots,
  listReserves,
  updateSeat,
  writeCap,
} from "../store/board.ts";
import { endReserves, insertSeats, lockSeats } from "../store/seats.ts";
import { clearOverdue, refill } from "./engine.ts";

/** Places are arranged before a drive is opened too, so that units find theirs kept on the first day; its plan stands by then. */
const ARRANGED: readonly DriveState[] = ["approved", "open"];

/** Counts of a drive's places for its host: no names. */
export async function getBoard(ctx: Ctx, driveId: string): Promise<BoardView> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  const [slots, reserves, waiting, cap] = [
    await listBoardSlots(ctx.db, driveId, ctx.now),
    await listReserves(ctx.db, driveId),
    await countWaiting(ctx.db, driveId),
    await findCap(ctx.db, driveId),
  ];
  const may = await actionsOn(ctx, drive);
  const units = await unitRefs(ctx.db, [...new Set(reserves.map(({ unitId }) => unitId))], ctx.today);
  const ofReserve = ["booking.set-reserve", "booking.release-reserve"].filter((action) =>
    may.includes(action),
  );
  return {
    driveId,
    state: drive.state,
    cap: cap ?? null,
    slots: slots.map(({ confirmed, cap: most, ...slot }) => {
      const booked = slot.held + confirmed;
      const room = Math.min(slot.capacity, most ?? slot.capacity) - booked - slot.kept - slot.walkIn;
      return { ...slot, booked, free: Math.max(0, room) };
    }),
    reserves: reserves.map(({ id, slotId, startsAt, unitId, places, used, cutOff, endedAt }) => {
      const running = endedAt === null && cutOff > ctx.now;
      const unit = units.get(unitId) ?? { id: unitId, name: "–", shortName: "–" };
      return {
        id,
        slotId,
        startsAt,
        unit,
        places,
        used,
        cutOff,
        state: running ? ("running" as const) : ("released" as const),
        allowedActions: running ? ofReserve : [],
      };
    }),
    waiting,
    allowedActions: may.filter((action) => action !== "booking.release-reserve"),
  };
}

async function actionsOn(ctx: Ctx, drive: DriveFacts): Promise<string[]> {
  if (!ARRANGED.includes(drive.state)) return [];
  const actions: string[] = [];
  for (const action of [
    "booking.set-reserve",
    "booking.release-reserve",
    "booking.set-slot",
    "booking.set-cap",
    "booking.move-drive",
    "booking.cancel-drive",
  ]) {
    if (await ctx.may(action, { host: drive.hostUnitId })) actions.push(action);
  }
  return actions;
}

/** Locks seats that the host arranges, making them where the drive has not been opened yet. Answers their slots. */
async function arrange(ctx: WriteCtx, driveId: string, slotIds?: readonly string[]): Promise<string[]> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  if (ARRANGED.includes(drive.state)) await insertSeats(ctx.tx, driveId);
  const seats = await lockSeats(ctx.tx, { driveId, slotIds, states: ARRANGED });
  if (seats.length === 0) {
    const { state } = await getDriveById(ctx.tx, driveId);
    throw ARRANGED.includes(state) ? notFound("slot") : bookingProblem("drive-not-open");
  }
  return seats.map(({ slotId }) => slotId);
}

/** Keeps places of a slot for a unit, or changes how many and until when. The same again changes nothing. */
export async function setReserve(
  ctx: WriteCtx,
  driveId: string,
  reserveId: string,
  entry: ReserveEntry,
): Promise<{ id: string }> {
  const { slotId, unitId, places, cutOff } = entry;
  const slotIds = await arrange(ctx, driveId, [slotId]);
  const facts = await findReserveFacts(ctx.tx, { driveId, slotId, unitId, today: ctx.today });
  if (facts === undefined) throw notFound("slot");
  if (!facts.takesPart) throw boardProblem("unit-not-taking-part");
  const until = new Date(cutOff).toISOString();
  if (until > facts.startsAt) throw boardProblem("cut-off-too-late");
  const known = await findReserve(ctx.tx, reserveId);
  if (
    known !== undefined &&
    (known.driveId !== driveId || known.slotId !== slotId || known.unitId !== unitId)
  )
    throw new Problem("key-reused", 409);
  if (known !== undefined && (known.endedAt !== null || known.cutOff <= ctx.now))
    throw boardProblem("reserve-released");
  if (known?.places === places && known.cutOff === until) {
    ctx.unchanged();
    return { id: reserveId };
  }
  if (until <= ctx.now) throw invalidInput("cutOff", "past");
  if (known !== undefined && places < known.used)
    throw boardProblem("reserve-below-used", { used: known.used });
  const kept = {
    id: reserveId,
    driveId,
    slotId,
    unitId,
    places,
    cutOff: until,
    more: places - (known?.places ?? 0),
    now: ctx.now,
  };
  // The slot may hold places that ran out a moment ago; who waits comes first.
  if ((await keepPlaces(ctx.tx, kept)) === 0) {
    if ((await clearOverdue(ctx, { driveId, slotIds })) === 0 || (await keepPlaces(ctx.tx, kept)) === 0)
      throw bookingProblem("slot-full");
  }
  await ctx.audit({ subject: { kind: "reserve", id: reserveId }, unitId, detail: { slot: slotId, places } });
  await refill(ctx, { driveId, slotIds });
  return { id: reserveId };
}

/** Gives what a unit has not used to everybody, who waits first. Released before: nothing happens. */
export async function releaseReserve(
  ctx: WriteCtx,
  driveId: string,
  reserveId: string,
): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  const known = await findReserve(ctx.tx, reserveId);
  if (known === undefined || known.driveId !== driveId) throw notFound("reserve");
  const slotIds = [known.slotId];
  await lockSeats(ctx.tx, { driveId, slotIds });
  const [ended] = await endReserves(ctx.tx, { now: ctx.now, slotIds, id: reserveId });
  if (ended === undefined) {
    ctx.unchanged();
    return { id: reserveId };
  }
  await ctx.audit({
    subject: { kind: "reserve", id: reserveId },
    unitId: ended.unitId,
    detail: { to: "released" },
  });
  await refill(ctx, { driveId, slotIds });
  return { id: reserveId };
}

/** How many a slot takes, and how many of these are kept for who comes unbooked. */
export async function setSlot(
  ctx: WriteCtx,
  driveId: string,
  slotId: string,
  entry: SlotEntry,
): Promise<{ id: string }> {
  const slotIds = await arrange(ctx, driveId, [slotId]);
  await clearOverdue(ctx, { driveId, slotIds });
  if ((await updateSeat(ctx.tx, { slotId, ...entry })) === 0) throw boardProblem("slot-below-booked");
  await setSlotCapacity(ctx.tx, slotId, entry.capacity);
  await ctx.audit({ subject: { kind: "slot", id: slotId }, detail: { ...entry } });
  await refill(ctx, { driveId, slotIds });
  return { id: slotId };
}

/** Caps every slot of the drive, or lifts the cap. Nobody loses a place they have. */
export async function setCap(ctx: WriteCtx, driveId: string, entry: CapEntry): Promise<{ id: string }> {
  const slotIds = await arrange(ctx, driveId);
  await writeCap(ctx.tx, { driveId, ...entry, now: ctx.now });
  await ctx.audit({ subject: { kind: "drive", id: driveId }, detail: { cap: entry.perSlot } });
  await refill(ctx, { driveId, slotIds });
  return { id: driveId };
}
