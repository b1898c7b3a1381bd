// Holding a place for a member: look once, decide, take the place in one statement, tell the member.
import { lastDonationDay } from "../../donor/service.ts";
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { decideBooking } from "../../eligibility/rules/booking-check.ts";
import { queueEmail } from "../../message/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { forbidden, notFound, Problem } from "../../platform/contract/problem.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { addressOf, newLink, tokenOf } from "../links.ts";
import { HOLD_DEFAULT, heldUntil } from "../rules/hold.ts";
import { bookingProblem, type HoldEntry, HoldSetting } from "../schema.ts";
import { findHoldFacts, findRunning, type HoldFacts } from "../store/lists.ts";
import { type NewBooking, replaceLink, takePlace, untakeSeat } from "../store/places.ts";
import { releaseExpired } from "./places.ts";

export interface HeldPlace {
  readonly id: string;
  readonly link: string;
  readonly heldUntil: string;
}

/**
 * Holds a place in a slot for somebody of the unit's subtree, credited to their primary affiliation on the drive's
 * day. Checks age and the last donation the union knows of, nothing else. The same request again answers the same.
 */
export async function holdPlace(
  ctx: WriteCtx,
  unitId: string,
  driveId: string,
  entry: HoldEntry,
): Promise<HeldPlace> {
  await ctx.allow({ unit: unitId });
  const { personId, slotId } = entry;
  const facts = await findHoldFacts(ctx.tx, {
    unitId,
    driveId,
    personId,
    slotId,
    today: ctx.today,
    now: ctx.now,
  });
  if (facts === undefined || facts.startsAt === null) throw notFound("slot");
  if (!facts.takesPart) throw forbidden();
  const { startsAt, ownUnitId } = facts;
  if (ownUnitId === null) throw bookingProblem("person-not-of-unit");
  if (facts.runningId !== null && facts.runningOut !== true) return repeatOr(ctx, entry, "already-booked");
  if (facts.driveState !== "open" || ctx.now >= startsAt) throw bookingProblem("drive-not-open");
  await refuseByKnownRules(ctx, personId, facts);
  if (facts.runningOut === true) await releaseExpired(ctx, { of: { driveId, personId } });

  const until = new Date(
    heldUntil(Date.parse(ctx.now), Date.parse(startsAt), settingOf(facts.setting)),
  ).toISOString();
  const link = await newLink();
  const creditedUnitId = facts.primaryUnitId ?? ownUnitId;
  const placed = await take(ctx, {
    ...entry,
    driveId,
    creditedUnitId,
    heldBy: accountId(ctx),
    heldUntil: until,
    linkHash: link.hash,
    linkSealed: link.sealed,
    now: ctx.now,
  });
  if (!placed) return repeatOr(ctx, entry, "already-booked");

  const address = addressOf(ctx.publicUrl, link.token);
  if (facts.hasEmail === true) {
    await queueEmail(ctx, {
      personId,
      template: "booking-link",
      params: {
        drive: facts.driveName,
        day: formatDay(facts.day),
        time: wallTimeIn(startsAt),
        place: facts.place,
        until: `${wallTimeIn(until)} ${formatDay(dayIn(until))}`,
      },
      secrets: { link: address },
    });
  }
  await ctx.audit({
    subject: { kind: "booking", id: entry.id },
    unitId: creditedUnitId,
    detail: { to: "held" },
  });
  return { id: entry.id, link: address, heldUntil: until };
}

/** A full slot may hold places that ran out a moment ago: give those back and try once more. */
async function take(ctx: WriteCtx, booking: NewBooking): Promise<boolean> {
  let taken = await takePlace(ctx.tx, booking);
  if (taken.seats === 0 && (await releaseExpired(ctx, { slotId: booking.slotId })) > 0) {
    taken = await takePlace(ctx.tx, booking);
  }
  if (taken.seats === 0) throw bookingProblem("slot-full");
  if (taken.placed === 1) return true;
  await untakeSeat(ctx.tx, booking.slotId);
  return false;
}

/** The person has a place in this drive: the very one asked for means the request came twice. */
async function repeatOr(ctx: WriteCtx, entry: HoldEntry, refusal: "already-booked"): Promise<HeldPlace> {
  const known = await findRunning(ctx.tx, entry.id, ctx.now);
  if (known === undefined) throw bookingProblem(refusal);
  if (known.personId !== entry.personId || known.slotId !== entry.slotId)
    throw new Problem("key-reused", 409);
  let token = known.linkSealed === null ? undefined : await tokenOf(known.linkSealed);
  if (token === undefined) {
    // The server's key has changed since: the old link still works but cannot be told again.
    const link = await newLink();
    await replaceLink(ctx.tx, { bookingId: known.id, hash: link.hash, sealed: link.sealed });
    await ctx.audit({ subject: { kind: "booking", id: known.id } });
    token = link.token;
  } else ctx.unchanged();
  return { id: known.id, link: addressOf(ctx.publicUrl, token), heldUntil: known.heldUntil };
}

async function refuseByKnownRules(ctx: WriteCtx, personId: string, facts: HoldFacts): Promise<void> {
  const last = await lastDonationDay(ctx.tx, personId, facts.day);
  const decision = decideBooking({
    day: facts.day,
    ...(facts.birthDate !== null && { birthDate: facts.birthDate }),
    ...(last !== undefined && { lastDonation: last }),
  });
  if (decision.ok) return;
  const [first] = decision.reasons;
  if (first === undefined) return;
  throw bookingProblem(first.code, {
    reasons: decision.reasons.map((reason) => reason.code),
    ...(first.until !== undefined && { until: first.until, day: formatDay(first.until) }),
  });
}

const settingOf = (value: unknown): HoldSetting => (value === null ? HOLD_DEFAULT : HoldSetting.parse(value));
