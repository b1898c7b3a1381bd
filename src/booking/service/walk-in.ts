// Somebody who came unbooked: made known, agreed on paper, and given a place of those kept for who comes so.
import { lastDonationDay } from "../../donor/service.ts";
import { getDriveById } from "../../drive/service.ts";
import { registerPerson } from "../../person/service/register.ts";
import { giveConsents } from "../../person/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import { together } from "../../platform/db/sql.ts";
import { newLink } from "../../platform/seal/link.ts";
import { addCounts } from "../../tally/service.ts";
import { OUTSIDE_UNION_ID } from "../../unit/schema.ts";
import { boardProblem } from "../schema/board.ts";
import { type WalkInEntry, walkInProblem } from "../schema/walk-in.ts";
import { bookingProblem } from "../schema.ts";
import { findReserveFacts } from "../store/board.ts";
import { findPlace, findSlotFacts } from "../store/self.ts";
import { refuseByKnownRules, take } from "./hold.ts";

/** Confirmed at once, on the drive's day only. The same ids again are done already. */
export async function bookWalkIn(
  ctx: WriteCtx,
  driveId: string,
  entry: WalkInEntry,
): Promise<{ id: string }> {
  const drive = await getDriveById(ctx.tx, driveId);
  await ctx.allow({ facility: drive.facilityId, drive: driveId });
  const { id, personId, slotId, unitId } = entry;
  const known = await findPlace(ctx.tx, id);
  if (known !== undefined) {
    if (known.personId !== personId || known.driveId !== driveId) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id };
  }
  if (drive.state !== "open") throw bookingProblem("drive-not-open");
  if (drive.day !== ctx.today) throw walkInProblem("not-the-day");
  if (unitId !== null) {
    const facts = await findReserveFacts(ctx.tx, { driveId, slotId, unitId, today: ctx.today });
    if (facts === undefined) throw notFound("slot");
    if (!facts.takesPart) throw boardProblem("unit-not-taking-part");
  }
  // Credited to the union, and on no list of its people: a name that appears there on the day, and gave nothing, would
  // tell that somebody came and was turned away.
  await registerPerson(ctx, { ...entry, id: personId, unitId: null });
  const [facts, last] = await together(
    findSlotFacts(ctx.tx, { driveId, slotId, personId, now: ctx.now }),
    lastDonationDay(ctx.tx, personId),
  );
  if (facts === undefined) throw notFound("slot");
  refuseByKnownRules(facts, last);
  await giveConsents(ctx, personId, ["take-part"], "paper");
  const link = await newLink();
  const creditedUnitId = unitId ?? OUTSIDE_UNION_ID;
  const taken = await take(ctx, {
    id,
    driveId,
    slotId,
    startsAt: facts.startsAt,
    personId,
    creditedUnitId,
    state: "confirmed",
    source: "walk-in",
    relation: entry.relation,
    invitation: null,
    heldBy: accountId(ctx),
    heldUntil: facts.startsAt,
    linkHash: link.hash,
    linkSealed: link.sealed,
    written: false,
    now: ctx.now,
    today: ctx.today,
  });
  if (taken !== "taken") throw bookingProblem(taken);
  await addCounts(ctx.tx, [
    {
      campaignId: drive.campaignId,
      unitId: creditedUnitId,
      driveId,
      measure: "registered",
      day: ctx.today,
      by: 1,
    },
  ]);
  await ctx.audit({
    subject: { kind: "booking", id },
    unitId: creditedUnitId,
    detail: { to: "confirmed", source: "walk-in" },
  });
  return { id };
}
