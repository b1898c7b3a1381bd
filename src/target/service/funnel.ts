// How many people to invite for a number of units of blood, from the yields of past drives and their doubt.
import type { CampaignView } from "../../campaign/schema.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { unitRefs } from "../../unit/service.ts";
import { ASSUMPTION, donationsFor, seekFor, yieldOf } from "../rules/funnel.ts";
import type { FunnelBasis, FunnelView } from "../schema/funnel.ts";
import { enter } from "../service.ts";
import { listPastDrives, type PastDrive, sumSoFar } from "../store/funnel.ts";
import { findAssigned, findOwn, type Of } from "../store.ts";

/** A unit's own drives speak for it once so many of its people registered in them; before that, the leading unit's. */
const ENOUGH_OWN = 30;
const ENOUGH = 5;

export async function viewFunnel(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asked: { readonly target?: number | undefined; readonly confidence: number },
): Promise<FunnelView> {
  const campaign = await enter(ctx, campaignId, unitId);
  const unit = (await unitRefs(ctx.db, [unitId], ctx.today)).get(unitId);
  if (unit === undefined) throw notFound("unit");
  const of: Of = { campaignId, unitId, measure: "units" };
  const target = asked.target ?? (await findAssigned(ctx.db, of))?.value ?? (await findOwn(ctx.db, of)) ?? 0;
  const { basis, drives } = await basisOf(ctx, unitId, campaign);
  const donated = yieldOf(drives.map(({ registered, donated: came }) => ({ of: registered, came })));
  const told = drives.flatMap(({ attended, bags }) =>
    attended === null ? [] : [{ of: attended, came: bags }],
  );
  const perDonation = unitsPerDonation(campaign, drives);
  const soFar = await sumSoFar(ctx.db, campaignId, unitId, ctx.today);
  return {
    unit,
    target,
    confidence: asked.confidence,
    basis,
    drives: drives.length,
    from: drives.at(-1)?.day ?? null,
    until: drives.at(0)?.day ?? null,
    donated,
    screened: told.length === 0 ? null : yieldOf(told),
    unitsPerDonationHundredths: perDonation,
    seek: seekFor(donationsFor(target, perDonation), donated, asked.confidence),
    registered: soFar.registered,
    unitsHundredths: soFar.units,
    assumption: { low: ASSUMPTION.low, high: ASSUMPTION.high },
  };
}

const peopleIn = (drives: readonly PastDrive[]): number =>
  drives.reduce((sum, { registered }) => sum + registered, 0);

async function basisOf(
  ctx: Ctx,
  unitId: string,
  campaign: CampaignView,
): Promise<{ readonly basis: FunnelBasis; readonly drives: readonly PastDrive[] }> {
  const own = await listPastDrives(ctx.db, unitId, ctx.today);
  if (peopleIn(own) >= ENOUGH_OWN) return { basis: "own", drives: own };
  const leading = await listPastDrives(ctx.db, campaign.unitId, ctx.today);
  if (peopleIn(leading) >= ENOUGH) return { basis: "leading", drives: leading };
  return { basis: "assumed", drives: [] };
}

/** A bag is a unit; or 250 ml is: the mean of past donations, and where there are few the least a donation can be. */
function unitsPerDonation({ unitRule }: CampaignView, drives: readonly PastDrive[]): number {
  if (unitRule === "bag") return 100;
  const donated = drives.reduce((sum, drive) => sum + drive.donated, 0);
  const ml = drives.reduce((sum, drive) => sum + drive.ml, 0);
  return donated < ENOUGH ? 100 : Math.max(1, Math.round((ml / donated / 250) * 100));
}
