// Opening a drive's places, showing them, and giving them back.
import { getDriveById, moveDrive } from "../../drive/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { addCounts } from "../../tally/service.ts";
import { mayBecome } from "../rules/transitions.ts";
import { type BookingRow, type BookingSummary, bookingProblem } from "../schema.ts";
import { findStateWithin, listPlaces, listWithin } from "../store/lists.ts";
import { type ExpiredScope, insertSeats, releaseExpiredPlaces, releaseOne } from "../store/places.ts";

/** Opens a planned drive: from now on places can be held. Opening an open one changes nothing. */
export async function openPlaces(ctx: WriteCtx, driveId: string): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  if (drive.state === "open") {
    ctx.unchanged();
    return { id: driveId };
  }
  if (drive.state !== "planned") throw bookingProblem("not-planned");
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
    slots: slots.map(({ slotId, startsAt, capacity, booked }) => ({ slotId, startsAt, capacity, booked })),
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
  const items = found.slice(0, query.limit).map((booking) => ({
    id: booking.id,
    personId: booking.personId,
    fullName: booking.fullName,
    creditedUnit: { id: booking.unitId, name: booking.unitName, shortName: booking.unitShortName },
    slotId: booking.slotId,
    startsAt: booking.startsAt,
    state: booking.state,
    allowedActions: actions,
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
  const released = await releaseOne(ctx.tx, {
    bookingId,
    driveId: booking.driveId,
    now: ctx.now,
    today: ctx.today,
  });
  if (released === undefined) {
    // Two officers at once: the second finds the first one's work done.
    const now = await findStateWithin(ctx.tx, { bookingId, unitId, today: ctx.today });
    if (now?.state !== "released") throw bookingProblem("drive-not-open");
    ctx.unchanged();
    return { id: bookingId };
  }
  const { campaignId, creditedUnitId } = released;
  if (released.wasConfirmed) {
    await addCounts(ctx.tx, [
      {
        campaignId,
        unitId: creditedUnitId,
        driveId: booking.driveId,
        measure: "registered",
        day: ctx.today,
        by: -1,
      },
    ]);
  }
  await ctx.audit({
    subject: { kind: "booking", id: bookingId },
    unitId: creditedUnitId,
    detail: { to: "released" },
  });
  return { id: bookingId };
}

/** What giving back needs of its caller; a job has it without having a request. */
export type Releasing = Pick<WriteCtx, "tx" | "now" | "audit">;

/** Gives back held places whose time has run out, each with its audit row. Answers how many. */
export async function releaseExpired(ctx: Releasing, scope: ExpiredScope = {}): Promise<number> {
  const released = await releaseExpiredPlaces(ctx.tx, ctx.now, scope);
  for (const { id, creditedUnitId } of released) {
    await ctx.audit({
      subject: { kind: "booking", id },
      unitId: creditedUnitId,
      detail: { to: "released", why: "run-out" },
    });
  }
  return released.length;
}
