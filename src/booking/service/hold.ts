// Holding a place for a member: look once, decide, take the place in one statement, tell the member.
import { lastDonationDay } from "../../donor/service.ts";
import { wallTimeIn } from "../../drive/rules/slots.ts";
import { decideBooking } from "../../eligibility/rules/booking-check.ts";
import { queueEmail } from "../../message/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { forbidden, notFound, Problem } from "../../platform/contract/problem.ts";
import { together } from "../../platform/db/sql.ts";
import { dayIn, formatDay } from "../../platform/pure/calendar.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addressOf, tokenOf } from "../links.ts";
import { HOLD_DEFAULT, heldUntil } from "../rules/hold.ts";
import { bookingProblem, type HoldEntry, HoldSetting } from "../schema.ts";
import { findHoldFacts, findRunning, type HoldFacts } from "../store/lists.ts";
import { replaceLink } from "../store/places.ts";
import { lockSeats, type NewPlace, takePlace } from "../store/seats.ts";
import { clearOverdue, type Turning, tryAgain } from "./engine.ts";

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
  const { today, now } = ctx;
  const [facts, last] = await together(
    findHoldFacts(ctx.tx, { unitId, driveId, personId, slotId, today, now }),
    lastDonationDay(ctx.tx, personId),
  );
  if (facts === undefined || facts.startsAt === null) throw notFound("slot");
  if (!facts.takesPart) throw forbidden();
  const { startsAt, ownUnitId } = facts;
  if (ownUnitId === null) throw bookingProblem("person-not-of-unit");
  if (facts.runningId !== null && facts.runningOut !== true) return repeatOr(ctx, entry, "already-booked");
  if (facts.driveState !== "open" || ctx.now >= startsAt) throw bookingProblem("drive-not-open");
  refuseByKnownRules(facts, last);

  const until = new Date(
    heldUntil(Date.parse(ctx.now), Date.parse(startsAt), settingOf(facts.setting)),
  ).toISOString();
  const link = await newLink();
  const creditedUnitId = facts.primaryUnitId ?? ownUnitId;
  const taken = await take(
    ctx,
    {
      ...entry,
      driveId,
      startsAt,
      creditedUnitId,
      state: "held",
      source: "officer",
      relation: facts.relation ?? "member",
      invitation: null,
      heldBy: accountId(ctx),
      heldUntil: until,
      linkHash: link.hash,
      linkSealed: link.sealed,
      written: facts.hasEmail === true,
      now: ctx.now,
      today: ctx.today,
    },
    facts.runningOut === true ? facts.runningSlotId : null,
  );
  if (taken === "already-booked") return repeatOr(ctx, entry, taken);
  if (taken !== "taken") throw bookingProblem(taken);

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

/**
 * Takes a place under the locks it needs. A full slot may hold places that ran out a moment ago: those are given back, to
 * who waits first, and it is tried once more. `ranOutIn`: the slot where the person's own last place ran out.
 */
export async function take(
  ctx: Turning,
  place: NewPlace,
  ranOutIn: string | null = null,
): Promise<"taken" | "slot-full" | "drive-not-open" | "already-booked"> {
  const { driveId } = place;
  const slotIds = ranOutIn === null ? [place.slotId] : [place.slotId, ranOutIn];
  const seats = await lockSeats(ctx.tx, { driveId, slotIds, states: ["open"] });
  if (seats.length === 0) return "drive-not-open";
  if (ranOutIn !== null) await clearOverdue(ctx, { driveId, slotIds });
  let taken = await takePlace(ctx.tx, place);
  if (taken.seats === 0 && taken.sameTime && !taken.running) {
    if ((await clearOverdue(ctx, { driveId, slotIds })) > 0) taken = await takePlace(ctx.tx, place);
  }
  if (taken.running) return "already-booked";
  if (!taken.sameTime) throw tryAgain();
  if (taken.seats === 0) return "slot-full";
  // Somebody gave the person a place in another slot at this very moment: seen when it is all read again.
  if (taken.placed === 0) throw tryAgain();
  return "taken";
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

type KnownFacts = Pick<HoldFacts, "day" | "birthDate">;

export function refuseByKnownRules(facts: KnownFacts, last: string | undefined): void {
  const refusal = knownRefusal(facts, last);
  if (refusal !== undefined) throw bookingProblem(refusal.code, refusal.details);
}

/** What of the union's own knowledge stands against a place on that day; undefined: nothing. `last`: of giving. */
export function knownRefusal({ day, birthDate }: KnownFacts, last: string | undefined) {
  const decision = decideBooking({
    day,
    ...(birthDate !== null && { birthDate }),
    ...(last !== undefined && { lastDonation: last }),
  });
  const [first] = decision.ok ? [] : decision.reasons;
  if (decision.ok || first === undefined) return undefined;
  return {
    code: first.code,
    details: {
      reasons: decision.reasons.map((reason) => reason.code),
      ...(first.until !== undefined && { until: first.until, day: formatDay(first.until) }),
    },
  };
}

export const settingOf = (value: unknown): HoldSetting =>
  value === null ? HOLD_DEFAULT : HoldSetting.parse(value);
