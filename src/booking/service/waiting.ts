// Who waits for a place of a full drive: joining, leaving, and what officers see of it.
import { lastDonationDay } from "../../donor/service.ts";
import { getDriveById } from "../../drive/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { forbidden, notFound, Problem } from "../../platform/contract/problem.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addressOf, tokenOf } from "../links.ts";
import { type WaitingEntry, type WaitingRow, waitingProblem } from "../schema/waiting.ts";
import { bookingProblem } from "../schema.ts";
import { findHoldFacts } from "../store/lists.ts";
import { lockSeats } from "../store/seats.ts";
import { endWaiting, findWaiting, forgetOffer, insertWaiting, listFree } from "../store/waiting.ts";
import { isWithin, listWaitingWithin } from "../store/waiting-lists.ts";
import { clearOverdue, type Turning } from "./engine.ts";
import { refuseByKnownRules } from "./hold.ts";
import { give } from "./places.ts";

/**
 * Puts a member of the unit on the waiting list of a drive, for one slot or any. Refused while they could simply take a
 * place. The same request again answers the same link.
 */
export async function joinWaiting(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  entry: WaitingEntry,
): Promise<{ id: string; link: string }> {
  await ctx.allow({ unit: unitId });
  const { personId, slotId } = entry;
  const again = await joinedBefore(ctx, driveId, entry);
  if (again !== undefined) return again;
  const drive = await getDriveById(ctx.tx, driveId);
  // Every seat they might sit on is locked: no place can come free between looking and being on the list.
  const seats = await lockSeats(ctx.tx, {
    driveId,
    ...(slotId !== null && { slotIds: [slotId] }),
    states: ["open"],
  });
  const slotIds = seats.map((seat) => seat.slotId);
  const [first] = slotIds;
  const facts = await findHoldFacts(ctx.tx, {
    unitId,
    driveId,
    personId,
    slotId: slotId ?? first ?? driveId,
    today: ctx.today,
    now: ctx.now,
  });
  if (facts === undefined || (slotId !== null && facts.startsAt === null)) throw notFound("slot");
  if (!facts.takesPart) throw forbidden();
  if (facts.ownUnitId === null) throw bookingProblem("person-not-of-unit");
  if (first === undefined || drive.state !== "open") throw bookingProblem("drive-not-open");
  if (facts.runningId !== null && facts.runningOut !== true) throw bookingProblem("already-booked");
  refuseByKnownRules(facts, await lastDonationDay(ctx.tx, personId));
  await clearOverdue(ctx, { driveId, slotIds });
  const creditedUnitId = facts.primaryUnitId ?? facts.ownUnitId;
  const free = (
    await listFree(ctx.tx, { driveId, unitId: creditedUnitId, now: ctx.now, today: ctx.today })
  ).filter((slot) => slotIds.includes(slot.slotId));
  if (free.length === 0) throw bookingProblem("drive-not-open");
  if (free.some((slot) => slot.free > 0)) throw waitingProblem("places-free");
  const link = await newLink();
  const joined = await insertWaiting(ctx.tx, {
    id: entry.id,
    driveId,
    slotId,
    personId,
    creditedUnitId,
    relation: facts.relation ?? "member",
    invitation: null,
    putBy: accountId(ctx),
    linkHash: link.hash,
    linkSealed: link.sealed,
    now: ctx.now,
  });
  if (joined === 0) {
    const before = await joinedBefore(ctx, driveId, entry);
    if (before !== undefined) return before;
    throw waitingProblem("already-waiting");
  }
  await ctx.audit({
    subject: { kind: "waiting", id: entry.id },
    unitId: creditedUnitId,
    detail: { to: "waiting" },
  });
  return { id: entry.id, link: addressOf(ctx.publicUrl, link.token) };
}

async function joinedBefore(
  ctx: WriteCtx,
  driveId: string,
  entry: WaitingEntry,
): Promise<{ id: string; link: string } | undefined> {
  const known = await findWaiting(ctx.tx, entry.id);
  if (known === undefined) return undefined;
  const same =
    known.driveId === driveId && known.personId === entry.personId && known.slotId === entry.slotId;
  const token = same && known.linkSealed !== null ? await tokenOf(known.linkSealed) : undefined;
  if (token === undefined) throw new Problem("key-reused", 409);
  ctx.unchanged();
  return { id: known.id, link: addressOf(ctx.publicUrl, token) };
}

/** People who wait and count within the unit, in their turn; an offer is seen until it would have run out. */
export async function listWaiting(
  ctx: Ctx,
  unitId: string,
  driveId: string,
  query: { after?: string | undefined; limit: number },
): Promise<{ items: WaitingRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getDriveById(ctx.db, driveId);
  const found = await listWaitingWithin(ctx.db, {
    driveId,
    unitId,
    today: ctx.today,
    now: ctx.now,
    after: query.after,
    limit: query.limit + 1,
  });
  const actions = (await ctx.may("booking.leave-waiting", { unit: unitId })) ? ["booking.leave-waiting"] : [];
  const items = found.slice(0, query.limit).map(({ unitName, unitShortName, creditedUnitId, ...row }) => ({
    ...row,
    creditedUnit: { id: creditedUnitId, name: unitName, shortName: unitShortName },
    allowedActions: actions,
  }));
  return { items, next: found.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** An officer takes a member off the list; a place offered to them goes to the next. */
export async function leaveWaiting(
  ctx: WriteCtx,
  unitId: string,
  waitingId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  if (!(await isWithin(ctx.tx, { waitingId, unitId, today: ctx.today }))) throw notFound("waiting");
  if (!(await leave(ctx, waitingId))) {
    // Refused before, and only seen until its time: gone from sight now. Told the same as if it had stood.
    if ((await forgetOffer(ctx.tx, waitingId)) === 1)
      await ctx.audit({ subject: { kind: "waiting", id: waitingId }, unitId, detail: { to: "left" } });
    else ctx.unchanged();
  }
  return { id: waitingId };
}

/**
 * Takes somebody off the list; the caller has asked for authority. `quietly`: officers see an offer until it would have
 * run out. False: they waited no longer.
 */
export async function leave(
  ctx: Turning,
  waitingId: string,
  { quietly = false }: { quietly?: boolean } = {},
): Promise<boolean> {
  const known = await findWaiting(ctx.tx, waitingId);
  if (known === undefined || known.state === "placed" || known.state === "left") return false;
  const { driveId } = known;
  // All seats: a place may be offered at this moment, in any slot.
  await lockSeats(ctx.tx, { driveId });
  const [ended] = await endWaiting(ctx.tx, { now: ctx.now, id: waitingId });
  if (ended !== undefined) {
    await ctx.audit({
      subject: { kind: "waiting", id: waitingId },
      unitId: ended.creditedUnitId,
      detail: { to: "left" },
    });
    return true;
  }
  const now = await findWaiting(ctx.tx, waitingId);
  if (now?.state !== "offered" || now.bookingId === null || now.bookedSlotId === null) return false;
  const { campaignId } = await getDriveById(ctx.tx, driveId);
  return give(ctx, { driveId, slotId: now.bookedSlotId, bookingId: now.bookingId, campaignId, quietly });
}
