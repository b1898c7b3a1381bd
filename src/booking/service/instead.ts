// Behind a link whose drive was cancelled: a place at the drive held instead, by one tap.
import { lastDonationDay } from "../../donor/service.ts";
import { giveConsents } from "../../person/service.ts";
import type { WriteCtx } from "../../platform/contract/context.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addCounts } from "../../tally/service.ts";
import { findCancelled } from "../store/instead.ts";
import { knownRefusal, take } from "./hold.ts";

export type InsteadOutcome =
  | { readonly outcome: "taken"; readonly token: string }
  | {
      readonly outcome: "refused";
      readonly code:
        | "slot-full"
        | "drive-not-open"
        | "already-booked"
        | "consent-missing"
        | "too-young"
        | "too-old"
        | "too-soon";
    };

/**
 * Takes a place in a slot of the drive held instead, confirmed at once; the bearer of the cancelled place's link asks, and
 * the caller has proved it. Who had not said yes to the cancelled drive, or took it back, ticks consent first. The new
 * place has a link of its own.
 */
export async function takeInstead(
  ctx: WriteCtx,
  { bookingId, slotId, consents }: { bookingId: string; slotId: string; consents: boolean },
): Promise<InsteadOutcome> {
  const refused = (code: Extract<InsteadOutcome, { outcome: "refused" }>["code"]): InsteadOutcome => ({
    outcome: "refused",
    code,
  });
  const place = await findCancelled(ctx.tx, { bookingId, slotId });
  if (place === undefined || place.startsAt === null || place.startsAt <= ctx.now)
    return refused("drive-not-open");
  if (!place.oneTap && !consents) return refused("consent-missing");
  const { personId, driveId, campaignId, creditedUnitId, startsAt } = place;
  const refusal = knownRefusal(place, await lastDonationDay(ctx.tx, personId));
  if (refusal !== undefined) return refused(refusal.code);
  const link = await newLink();
  const id = ctx.newId();
  const taken = await take(ctx, {
    id,
    driveId,
    slotId,
    startsAt,
    personId,
    creditedUnitId,
    state: "confirmed",
    source: "self",
    relation: place.relation,
    invitation: place.invitation,
    heldBy: null,
    heldUntil: startsAt,
    linkHash: link.hash,
    linkSealed: link.sealed,
    insteadOf: bookingId,
    written: false,
    now: ctx.now,
    today: ctx.today,
  });
  if (taken !== "taken") return refused(taken);
  await giveConsents(ctx, personId, ["take-part"], "link");
  await addCounts(ctx.tx, [
    { campaignId, unitId: creditedUnitId, driveId, measure: "registered", day: ctx.today, by: 1 },
  ]);
  await ctx.audit({
    subject: { kind: "booking", id },
    unitId: creditedUnitId,
    detail: { to: "confirmed", instead: bookingId },
  });
  return { outcome: "taken", token: link.token };
}
