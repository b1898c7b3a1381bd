// Use cases of campaigns: one is made by confirming a letter, led by the unit that sends it, and read by all below.
import type { Ctx, WriteCtx } from "../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../platform/contract/problem.ts";
import type { Db } from "../platform/db/sql.ts";
import { cutPage, readKey } from "../platform/pure/page-key.ts";
import { ancestorsOf, endedFor } from "../unit/service.ts";
import type { CampaignEntry, CampaignView } from "./schema.ts";
import { findCampaign, insertCampaign, listCampaignsLedBy, updateCampaign } from "./store.ts";

/** Throws not-found. Asks nobody's authority: the caller has. */
export async function getCampaignById(db: Db, campaignId: string): Promise<CampaignView> {
  const found = await findCampaign(db, campaignId);
  if (found === undefined) throw notFound("campaign");
  return found;
}

/** Whose campaigns a unit takes part in: its own, of all above it, and of units that ended into one of these. */
async function leadersOf(db: Db, unitId: string, day: string): Promise<string[]> {
  const above = await ancestorsOf(db, unitId, day);
  return [...above, ...(await endedFor(db, above, day))];
}

/** The campaign, for a unit that takes part in it: the one that leads it or one below that on `day`; else not-found. */
export async function getCampaignFor(
  db: Db,
  campaignId: string,
  unitId: string,
  day: string,
): Promise<CampaignView> {
  const found = await getCampaignById(db, campaignId);
  if (!(await leadersOf(db, unitId, day)).includes(found.unitId)) throw notFound("campaign");
  return found;
}

/**
 * Makes the campaign a letter starts, led by `unitId`. Repeating changes nothing; an id that another unit's campaign
 * bears is `key-reused`. Asks nobody's authority: the caller has.
 */
export async function createCampaign(ctx: WriteCtx, unitId: string, entry: CampaignEntry): Promise<void> {
  if (entry.until < entry.from) throw invalidInput("campaign.until", "before-from");
  const by = ctx.principal.kind === "account" ? ctx.principal.accountId : null;
  if ((await insertCampaign(ctx.tx, { ...entry, unitId, now: ctx.now, by })) === 0) {
    if ((await getCampaignById(ctx.tx, entry.id)).unitId !== unitId) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return;
  }
  await ctx.audit({ subject: { kind: "campaign", id: entry.id }, unitId });
}

/** Corrects a campaign whose letter is still a draft; the caller knows that none was issued. */
export async function correctCampaign(ctx: WriteCtx, unitId: string, entry: CampaignEntry): Promise<void> {
  if (entry.until < entry.from) throw invalidInput("campaign.until", "before-from");
  if ((await updateCampaign(ctx.tx, unitId, entry)) > 0) {
    await ctx.audit({ subject: { kind: "campaign", id: entry.id }, unitId });
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function listCampaigns(
  ctx: Ctx,
  unitId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: CampaignView[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const key = after === undefined ? undefined : readKey(after, DAY);
  if (after !== undefined && key === undefined) throw invalidInput("after", "not-a-key");
  const leaders = await leadersOf(ctx.db, unitId, ctx.today);
  const found = await listCampaignsLedBy(ctx.db, leaders, key, limit + 1);
  const { items, next } = cutPage(found, limit, ({ from, id }) => ({ by: from, id }));
  return { items: [...items], next };
}

export async function viewCampaign(ctx: Ctx, unitId: string, campaignId: string): Promise<CampaignView> {
  await ctx.allow({ unit: unitId });
  return getCampaignFor(ctx.db, campaignId, unitId, ctx.today);
}
