// A fact put right after closing: the names, the counters and the known donations follow together.
import { getCampaignById } from "../../campaign/service.ts";
import { correctDonation } from "../../donor/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import { addCounts } from "../../tally/service.ts";
import { countsOf, type Given } from "../rules/counts.ts";
import { stillSafe } from "../rules/suppress.ts";
import type { CorrectionEntry, CorrectionRow } from "../schema/correcting.ts";
import { turnoutProblem, type Volume } from "../schema.ts";
import { listGroups, readPresence, withdrawPresence } from "../store/closing.ts";
import { findCorrection, insertCorrection, listOfDrive, lockStood } from "../store/correcting.ts";
import { forFacility } from "./entering.ts";

/**
 * Writes what it was beside what was written. Counted on the drive's day, as closing did; a published count of who came is
 * never changed by it, and taken back where it would now tell too much.
 */
export async function correctOutcome(
  ctx: WriteCtx,
  driveId: string,
  bookingId: string,
  entry: CorrectionEntry,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  const earlier = await findCorrection(ctx.tx, entry.id);
  if (earlier !== undefined) {
    if (earlier.bookingId !== bookingId || earlier.to !== entry.to) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  if (drive.state !== "closed") throw turnoutProblem("not-open");
  const stood = await lockStood(ctx.tx, driveId, bookingId);
  if (stood === undefined) throw notFound("booking");
  if (entry.from === entry.to) throw turnoutProblem("nothing-to-correct");
  if (stood.volume !== entry.from) throw turnoutProblem("corrected-meanwhile", { stands: stood.volume });
  await insertCorrection(ctx.tx, {
    ...entry,
    driveId,
    bookingId,
    no: stood.no + 1,
    by: accountId(ctx),
    now: ctx.now,
  });
  const { campaignId, day } = drive;
  const { unitRule } = await getCampaignById(ctx.tx, campaignId);
  const countsFor = (volume: Volume) =>
    countsOf(givenBy(stood.creditedUnitId, volume), unitRule, { campaignId, driveId, day });
  await addCounts(ctx.tx, [
    ...countsFor(entry.to),
    ...countsFor(entry.from).map((count) => ({ ...count, by: -count.by })),
  ]);
  await correctDonation(ctx.tx, { personId: stood.personId, driveId, day, volumeMl: entry.to }, ctx.now);
  const told = await readPresence(ctx.tx, driveId);
  if (told !== undefined && !stillSafe(await listGroups(ctx.tx, driveId), told)) {
    await withdrawPresence(ctx.tx, driveId, ctx.now);
  }
  await ctx.audit({
    subject: { kind: "outcome", id: bookingId },
    detail: { correction: entry.id, from: entry.from, to: entry.to, reason: entry.reason },
  });
  return { id: entry.id };
}

const givenBy = (creditedUnitId: string, volume: Volume): Given[] =>
  volume === 0 ? [] : [{ creditedUnitId, volume }];

export async function listCorrections(
  ctx: Ctx,
  driveId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: CorrectionRow[]; next: string | null }> {
  await forFacility(ctx, driveId);
  const found = await listOfDrive(ctx.db, { driveId, after, limit: limit + 1 });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
