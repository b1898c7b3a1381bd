// What people do themselves: take a place, wait for one, move or give theirs back. Whoever calls has proved who asks.
import { lastDonationDay } from "../../donor/service.ts";
import type { WriteCtx } from "../../platform/contract/context.ts";
import { type Db, together } from "../../platform/db/sql.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addCounts } from "../../tally/service.ts";
import { tokenOf } from "../links.ts";
import type { FreeSlot, MoveOutcome, SelfEntry, SelfOutcome, SelfRefusal } from "../schema/self.ts";
import { replaceLink } from "../store/places.ts";
import { findPlace, findSlotFacts, type KnownPlace } from "../store/self.ts";
import { findWaiting, insertWaiting, type KnownWaiting, listFree } from "../store/waiting.ts";
import { knownRefusal, take } from "./hold.ts";
import { moveTo } from "./moving.ts";
import { give } from "./places.ts";
import { leave } from "./waiting.ts";

/** Slots of a drive that have not begun, with how many people of the unit may still take: its reserves and what is open. */
export const freeSlots = (
  db: Db,
  driveId: string,
  creditedUnitId: string,
  now: string,
): Promise<FreeSlot[]> => listFree(db, { driveId, unitId: creditedUnitId, now, today: dayIn(now) });

const refused = (code: SelfRefusal): SelfOutcome => ({ outcome: "refused", code });

/**
 * Takes a place for somebody who asks for themselves, confirmed at once; where the slot is full and they wish it, they
 * wait for that slot. The caller has made the person and written their consents in this transaction, and asked for
 * authority; `creditedUnitId` takes part in the campaign or is *Ngoài công đoàn*. The same ids again answer the same.
 * `written`: making the person and their consents, when that was sent and is not waited for yet.
 */
export async function registerSelf(
  ctx: WriteCtx,
  entry: SelfEntry,
  written: Promise<unknown> = Promise.resolve(),
): Promise<SelfOutcome> {
  const { bookingId, personId, driveId, slotId, creditedUnitId } = entry;
  const [, place, waits, facts, last] = await together(
    written,
    findPlace(ctx.tx, bookingId),
    findWaiting(ctx.tx, bookingId),
    findSlotFacts(ctx.tx, { driveId, slotId, personId, now: ctx.now }),
    lastDonationDay(ctx.tx, personId),
  );
  const known = await answerAgain(ctx, entry, place, waits);
  if (known !== undefined) return known;
  if (facts === undefined) return refused("not-found");
  if (facts.driveState !== "open" || ctx.now >= facts.startsAt) return refused("drive-not-open");
  const refusal = knownRefusal(facts, last);
  if (refusal !== undefined) return { outcome: "refused", ...refusal };

  const link = await newLink();
  const asked = {
    driveId,
    personId,
    creditedUnitId,
    relation: entry.relation,
    invitation: entry.invitation,
    linkHash: link.hash,
    linkSealed: link.sealed,
    now: ctx.now,
  };
  const taken = await take(
    ctx,
    {
      ...asked,
      id: bookingId,
      slotId,
      startsAt: facts.startsAt,
      state: "confirmed",
      source: "self",
      heldBy: null,
      heldUntil: facts.startsAt,
      written: false,
      today: ctx.today,
    },
    facts.runningOut === true ? facts.runningSlotId : null,
  );
  if (taken === "slot-full" && entry.wait) {
    // Nobody can give a place of the slot back before this is written: its seat is locked.
    const put = await insertWaiting(ctx.tx, { ...asked, id: bookingId, slotId, putBy: null });
    if (put === 0) return refused("already-waiting");
    await ctx.audit({
      subject: { kind: "waiting", id: bookingId },
      unitId: creditedUnitId,
      detail: { to: "waiting" },
    });
    return { outcome: "waiting", token: link.token };
  }
  if (taken !== "taken") return refused(taken);
  await addCounts(ctx.tx, [
    {
      campaignId: facts.campaignId,
      unitId: creditedUnitId,
      driveId,
      measure: "registered",
      day: ctx.today,
      by: 1,
    },
  ]);
  await ctx.audit({
    subject: { kind: "booking", id: bookingId },
    unitId: creditedUnitId,
    detail: { to: "confirmed", source: "self" },
  });
  return { outcome: "confirmed", token: link.token };
}

/** The same ids again: the same answer, with the link as it is now. */
async function answerAgain(
  ctx: WriteCtx,
  entry: SelfEntry,
  place: KnownPlace | undefined,
  waits: KnownWaiting | undefined,
): Promise<SelfOutcome | undefined> {
  const known = place ?? waits;
  if (known === undefined) return undefined;
  const { personId, driveId } = entry;
  if (known.personId !== personId || known.driveId !== driveId) return refused("key-reused");
  const outcome = place === undefined ? "waiting" : "confirmed";
  const told = known.linkSealed === null ? undefined : await tokenOf(known.linkSealed);
  if (told !== undefined) {
    ctx.unchanged();
    return { outcome, token: told };
  }
  // Given back since, or the server's key has changed: the old link cannot be told again.
  if (place === undefined || place.state === "released") return refused("key-reused");
  const link = await newLink();
  await replaceLink(ctx.tx, { bookingId: place.id, hash: link.hash, sealed: link.sealed });
  await ctx.audit({ subject: { kind: "booking", id: place.id } });
  return { outcome, token: link.token };
}

/** Moves a person's own place to another slot of the drive; where that is full the old place stays. */
export const moveSelf = (ctx: WriteCtx, bookingId: string, slotId: string): Promise<MoveOutcome> =>
  moveTo(ctx, bookingId, slotId);

/**
 * Gives back a place that its person took themselves, before the drive's day. Places an officer held, and any on the day
 * itself, are taken back by `answerLink` instead, which officers cannot tell from a yes. False: nothing was given back.
 */
export async function cancelSelf(
  ctx: WriteCtx,
  place: Pick<KnownPlace, "driveId" | "slotId" | "campaignId" | "day" | "state" | "source"> & {
    readonly bookingId: string;
  },
): Promise<boolean> {
  if (place.state === "released" || place.source !== "self" || place.day <= ctx.today) return false;
  const { bookingId, driveId, slotId, campaignId } = place;
  return give(ctx, { driveId, slotId, bookingId, campaignId });
}

/** Takes a person off the waiting list by their own will. False: they waited no longer. */
export const leaveSelf = (ctx: WriteCtx, waitingId: string): Promise<boolean> => leave(ctx, waitingId);
