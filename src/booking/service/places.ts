// Opening a drive's places, showing them, and giving them back.
import { getDriveById, moveDrive } from "../../drive/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { Count } from "../../tally/schema.ts";
import { addCounts } from "../../tally/service.ts";
import { mayBecome } from "../rules/transitions.ts";
import { slotForNow } from "../rules/walk-in-slot.ts";
import { type BookingRow, type BookingSummary, bookingProblem } from "../schema.ts";
import { findStateWithin, listPlaces, listWithin } from "../store/lists.ts";
import { type GivenBack, giveBack, insertSeats, lockSeats } from "../store/seats.ts";
import { auditReleased, refill, type Turning, tryAgain } from "./engine.ts";

/** Opens an approved drive: from now on places can be held. Opening an open one changes nothing. */
export async function openPlaces(ctx: WriteCtx, driveId: string): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  if (drive.state === "open") {
    ctx.unchanged();
    return { id: driveId };
  }
  if (drive.state === "planned") throw bookingProblem("not-approved");
  if (drive.state !== "approved") throw bookingProblem("not-planned");
  await moveDrive(ctx, driveId, "open");
  await insertSeats(ctx.tx, driveId);
  return { id: driveId };
}

/** Places by slot: counts are no secret among the signed-in, names are. */
export async function getPlaces(ctx: Ctx, driveId: string): Promise<BookingSummary> {
  await getDriveById(ctx.db, driveId);
  const slots = await listPlaces(ctx.db, driveId, ctx.now);
  const sum = (what: "held" | "confirmed" | "capacity" | "booked"): number =>
    slots.reduce((total, slot) => total + slot[what], 0);
  return {
    driveId,
    slots: slots.map(({ held: _held, confirmed: _confirmed, ...slot }) => slot),
    walkInSlotId: slotForNow(slots, ctx.now)?.slotId ?? null,
    totals: {
      held: sum("held"),
      confirmed: sum("confirmed"),
      capacity: sum("capacity"),
      booked: sum("booked"),
    },
  };
}

/**
 * Running places credited to the unit or below, by given name. Who declined is among the held until the hold runs
 * out, and who took a yes back among the confirmed: an officer cannot tell.
 */
export async function listBookings(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: { after?: string | undefined; limit: number },
): Promise<{ items: BookingRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const drive = await getDriveById(ctx.db, driveId);
  const found = await listWithin(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    now: ctx.now,
    after: query.after,
    limit: query.limit + 1,
  });
  const open = drive.state === "open";
  const actions: string[] = [];
  if (open && (await ctx.may("booking.renew-link", { unit: unitId }))) actions.push("booking.renew-link");
  if (open && drive.day > ctx.today && (await ctx.may("booking.release", { unit: unitId })))
    actions.push("booking.release");
  const beforeItBegins: string[] = [];
  for (const action of ["booking.move", "booking.swap"])
    if (open && (await ctx.may(action, { unit: unitId }))) beforeItBegins.push(action);
  const items = found.slice(0, query.limit).map((booking) => ({
    id: booking.id,
    personId: booking.personId,
    fullName: booking.fullName,
    creditedUnit: { id: booking.unitId, name: booking.unitName, shortName: booking.unitShortName },
    slotId: booking.slotId,
    startsAt: booking.startsAt,
    state: booking.state,
    allowedActions: booking.startsAt > ctx.now ? [...actions, ...beforeItBegins] : actions,
  }));
  return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Gives a place back for a member who asked their officer to. Done already: nothing happens. */
export async function releasePlace(
  ctx: WriteCtx,
  unitId: string,
  bookingId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const booking = await findStateWithin(ctx.tx, { bookingId, unitId, today: ctx.today });
  if (booking === undefined) throw notFound("booking");
  if (!mayBecome(booking.state, "released")) {
    ctx.unchanged();
    return { id: bookingId };
  }
  const { driveId, slotId } = booking;
  const drive = await getDriveById(ctx.tx, driveId);
  if (drive.day <= ctx.today) throw bookingProblem("drive-not-open");
  if (!(await give(ctx, { driveId, slotId, bookingId, campaignId: drive.campaignId }))) {
    // Two officers at once: the second finds the first one's work done.
    const now = await findStateWithin(ctx.tx, { bookingId, unitId, today: ctx.today });
    if (now?.state !== "released")
      throw now?.slotId === slotId ? bookingProblem("drive-not-open") : tryAgain();
    ctx.unchanged();
  }
  return { id: bookingId };
}

/**
 * Gives one running place back and offers it on; the caller has asked for authority. False: it no longer runs in that
 * slot, or the drive is not open. `quietly`: officers see no sooner that an offer was refused than that it ran out.
 */
export async function give(
  ctx: Turning,
  given: { driveId: string; slotId: string; bookingId: string; campaignId: string; quietly?: boolean },
): Promise<boolean> {
  const { driveId, slotId } = given;
  const slotIds = [slotId];
  if ((await lockSeats(ctx.tx, { driveId, slotIds, states: ["open"] })).length === 0) return false;
  const released = await giveBack(ctx.tx, {
    now: ctx.now,
    slotIds,
    ids: [given.bookingId],
    ...(given.quietly === true && { quietly: true }),
  });
  if (released.length === 0) return false;
  await auditReleased(ctx, released);
  await refill(ctx, { driveId, slotIds });
  await addCounts(ctx.tx, uncounted(released, { campaignId: given.campaignId, driveId, day: ctx.today }));
  return true;
}

/** What no longer counts as registered once these were given back, from today on. */
export const uncounted = (
  released: readonly GivenBack[],
  at: { campaignId: string; driveId: string; day: string },
): Count[] =>
  released
    .filter(({ wasConfirmed }) => wasConfirmed)
    .map(({ creditedUnitId }) => ({ ...at, unitId: creditedUnitId, measure: "registered", by: -1 }));
