// Money of a drive by source, planned and actual, beside what the tariff of its day proposes.
import { unitsHundredths } from "../../campaign/rules/blood-units.ts";
import { getCampaignById } from "../../campaign/service.ts";
import type { Ctx, WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { proposeCosts, tariffOn } from "../rules/tariff.ts";
import { COST_SOURCES, type CostEntry, type DriveCosts } from "../schema/costs.ts";
import { getDriveById } from "../service.ts";
import { deleteCost, listCosts, writeCost } from "../store/day.ts";
import { findListed } from "../store.ts";
import { auditOn, hostedDrive } from "./hosting.ts";

/** Bags of a drive by volume once its books are closed: told by who keeps the books, which comes later in the house. */
export type BagsTaken = (
  db: Db,
  driveId: string,
) => Promise<{ readonly ml250: number; readonly ml350: number; readonly ml450: number } | null>;

/** For the host and unions above it. Sources stand apart: union money is not blood-price money. */
export async function viewCosts(ctx: Ctx, driveId: string, bagsTaken: BagsTaken): Promise<DriveCosts> {
  const drive = await getDriveById(ctx.db, driveId);
  await ctx.allow({ host: drive.hostUnitId });
  const lines = await listCosts(ctx.db, driveId);
  const sum = (source: string, of: "plannedDong" | "actualDong"): number | null => {
    const known = lines.flatMap((line) => (line.source === source ? (line[of] ?? []) : []));
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const donors = (await findListed(ctx.db, driveId))?.expectedDonors ?? null;
  const proposed = donors === null ? undefined : proposeCosts(drive.day, donors);
  const bags = await bagsTaken(ctx.db, driveId);
  const { unitRule } = await getCampaignById(ctx.db, drive.campaignId);
  const may = await ctx.may("drive.set-cost", { host: drive.hostUnitId });
  return {
    lines,
    totals: COST_SOURCES.filter((source) => lines.some((line) => line.source === source)).map((source) => ({
      source,
      planned: sum(source, "plannedDong"),
      actual: sum(source, "actualDong"),
    })),
    unitsHundredths: bags === null ? null : unitsHundredths(unitRule, bags),
    proposal:
      donors === null || proposed === undefined
        ? null
        : { instrument: tariffOn(drive.day)?.instrument ?? "", donors, lines: [...proposed] },
    allowedActions: may ? ["drive.set-cost", "drive.drop-cost"] : [],
  };
}

/** A cost may come after the day, and a cancelled drive has its costs too: no state refuses it. */
export async function setCost(
  ctx: WriteCtx,
  driveId: string,
  costId: string,
  entry: CostEntry,
): Promise<{ id: string }> {
  const drive = await hostedDrive(ctx, driveId);
  if ((await writeCost(ctx.tx, { ...entry, id: costId, driveId, now: ctx.now })) === 0)
    throw new Problem("key-reused", 409);
  const { source, kind, plannedDong, actualDong } = entry;
  await auditOn(ctx, drive, { cost: costId, source, kind, planned: plannedDong, actual: actualDong });
  return { id: costId };
}

export async function dropCost(ctx: WriteCtx, driveId: string, costId: string): Promise<{ id: string }> {
  const drive = await hostedDrive(ctx, driveId);
  if ((await deleteCost(ctx.tx, driveId, costId)) === 0) ctx.unchanged();
  else await auditOn(ctx, drive, { cost: costId, dropped: true });
  return { id: costId };
}
