// Closing a day: reconciled in memory, published together, counted once; of who came only what may be told is kept.
import { getCampaignById } from "../../campaign/service.ts";
import { addDonations } from "../../donor/service.ts";
import { tariffOn } from "../../drive/rules/tariff.ts";
import { moveDrive } from "../../drive/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { addCounts } from "../../tally/service.ts";
import { countsOf } from "../rules/counts.ts";
import { differences, people } from "../rules/differences.ts";
import { reconcile } from "../rules/reconcile.ts";
import { suppress } from "../rules/suppress.ts";
import type { ClosingEntry } from "../schema/closing.ts";
import { turnoutProblem } from "../schema.ts";
import {
  closeSheet,
  evenOutcomes,
  insertExplanations,
  insertPresence,
  insertSilentOutcomes,
  listGiven,
  listGroups,
} from "../store/closing.ts";
import { countEntered, listUnits, readSheet } from "../store.ts";
import { forFacility, refuseBefore, refuseState } from "./entering.ts";
import { certificatesOf } from "./handed.ts";

/**
 * Closes the drive if everything reconciles: publishes the outcomes to the units, counts them by credited unit on the
 * drive's day, and keeps them as known donations. From then on a fact is put right only by a correction beside it.
 */
export async function closeDrive(
  ctx: WriteCtx,
  driveId: string,
  closing: ClosingEntry,
): Promise<{ id: string }> {
  const drive = await forFacility(ctx, driveId);
  const before = await readSheet(ctx.tx, driveId);
  if (before.closedAt !== null && before.closedBy === accountId(ctx)) {
    ctx.unchanged();
    return { id: driveId };
  }
  refuseBefore(ctx, drive);
  refuseState(drive.state);
  // First of all: whoever records or confirms at this moment finishes, and nobody begins.
  await moveDrive(ctx, driveId, "closed");
  const [{ entry }, entered] = [await readSheet(ctx.tx, driveId), await countEntered(ctx.tx, driveId)];
  const units = await listUnits(ctx.tx, driveId);
  const differing = [
    ...differences(entered, entry),
    ...reconcile(entered, entry.outside, closing, {
      units,
      certificates: (await certificatesOf(ctx.tx, driveId))?.issued ?? null,
      travelAtMost: tariffOn(drive.day)?.travelAtMost ?? null,
    }),
  ];
  if (differing.length > 0) {
    throw turnoutProblem("does-not-reconcile", {
      differences: differing.map(({ code, volume }) => (volume === null ? code : `${code}:${volume}`)),
    });
  }
  await insertSilentOutcomes(ctx.tx, driveId, ctx.now);
  await evenOutcomes(ctx.tx, driveId, accountId(ctx), ctx.now);
  const given = await listGiven(ctx.tx, driveId);
  const told = suppress(await listGroups(ctx.tx, driveId), people(entry.outside), {
    list: closing.list.stayed,
    units:
      closing.units === null ? undefined : new Map(closing.units.map((unit) => [unit.unitId, unit.stayed])),
    outside: closing.outside === null ? undefined : closing.outside - people(entry.outside),
  });
  await closeSheet(ctx.tx, driveId, accountId(ctx), ctx.now);
  await insertPresence(ctx.tx, driveId, told);
  await insertExplanations(ctx.tx, driveId, closing.explanations);
  const campaign = await getCampaignById(ctx.tx, drive.campaignId);
  const { campaignId, day } = drive;
  await addCounts(ctx.tx, countsOf(given, campaign.unitRule, { campaignId, driveId, day }));
  await addDonations(
    ctx.tx,
    given.map(({ personId, volume }) => ({ personId, driveId, day, volumeMl: volume })),
  );
  await ctx.audit({ subject: { kind: "sheet", id: driveId }, detail: { to: "closed" } });
  return { id: driveId };
}
