// Where a screen of progress looks: a campaign below a unit as of a day, opened to who may see that place today.
import type { CampaignView } from "../../campaign/schema.ts";
import { getCampaignById } from "../../campaign/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import { endOf } from "../../platform/pure/calendar.ts";
import { standingFor } from "../../unit/service/history.ts";
import { getUnitNode, unitRefs } from "../../unit/service.ts";
import { isLongCampaign } from "../store/sums.ts";
import { findCredit, type Look } from "../store.ts";

export interface Opened {
  readonly unit: UnitRef & { readonly path: string };
  readonly campaign: CampaignView;
  /** Leads the campaign that day: the unit that began it, or who has its place. */
  readonly leads: boolean;
  readonly look: Look;
  /** Does so much count in the campaign that an answer about it is worth giving again? */
  readonly long: () => Promise<boolean>;
  /** Where its results count today when the unit no longer stands. */
  readonly heir: UnitRef | null;
}

/**
 * @throws forbidden by today's tree; not-found where the unit did not stand that day or the campaign is not on its line
 */
export async function openLook(ctx: Ctx, unitId: string, campaignId: string, asOf: string): Promise<Opened> {
  const { db } = ctx;
  const standing = await standingFor(db, unitId, ctx.today);
  await ctx.allow({ unit: standing });
  const unit = await getUnitNode(db, unitId, asOf);
  const campaign = await getCampaignById(db, campaignId);
  const leading = await findCredit(db, campaign.unitId, asOf);
  // A campaign is shown on its own line of the tree: at the unit leading it, below it, and above it.
  if (leading === undefined || (!unit.path.startsWith(leading.path) && !leading.path.startsWith(unit.path))) {
    throw notFound("campaign");
  }
  const heirs = standing === unitId ? undefined : await unitRefs(db, [standing], ctx.today);
  return {
    unit,
    campaign,
    leads: leading.unitId === unitId,
    look: { campaignId, unitId, path: unit.path, day: asOf, end: endOf(asOf) },
    long: () => isLongCampaign(db, campaignId, leading.path),
    heir: heirs?.get(standing) ?? null,
  };
}
