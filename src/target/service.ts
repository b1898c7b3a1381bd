// Use cases of targets: given from outside, split over the units below with an exact sum, set by a unit itself.

import type { CampaignView } from "../campaign/schema.ts";
import { getCampaignFor } from "../campaign/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../platform/contract/context.ts";
import { invalidInput, notFound } from "../platform/contract/problem.ts";
import { standingFor } from "../unit/service/history.ts";
import { unitRefs } from "../unit/service.ts";
import type { Share } from "./rules/decide-split.ts";
import { proposeSplit as propose } from "./rules/propose.ts";
import {
  type SplitEntry,
  type TargetMeasure,
  type TargetView,
  targetProblem,
  type Weights,
} from "./schema.ts";
import { type ChildPage, childKey, childPage, PAGE, weightsOf } from "./service/children.ts";
import { decide } from "./service/decide.ts";
import { findLastEdition, listChildren, MOST_CHILDREN } from "./store/children.ts";
import { countWaiting, findGiver } from "./store/requests.ts";
import {
  type AsOf,
  findAssigned,
  findOwn,
  findSplit,
  insertGiven,
  insertOwn,
  lockBook,
  type Of,
} from "./store.ts";

/** Asks for authority at the unit, then for the campaign it takes part in. */
export async function enter(ctx: Ctx, campaignId: string, unitId: string): Promise<CampaignView> {
  await ctx.allow({ unit: unitId });
  return getCampaignFor(ctx.db, campaignId, unitId, ctx.today);
}

/**
 * The same for looking, as of a day: the campaign the unit took part in on it. Of a unit that ended since, whoever may
 * look at its successor may look.
 */
export async function look(ctx: Ctx, campaignId: string, unitId: string, day: string): Promise<CampaignView> {
  await ctx.allow({ unit: await standingFor(ctx.db, unitId, ctx.today) });
  return getCampaignFor(ctx.db, campaignId, unitId, day);
}

export async function viewTargets(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  measure: TargetMeasure,
  day = ctx.today,
): Promise<TargetView> {
  const campaign = await look(ctx, campaignId, unitId, day);
  const of: Of = { campaignId, unitId, measure };
  const asOf: AsOf = day < ctx.today ? day : null;
  const live = day === ctx.today;
  const assigned = await findAssigned(ctx.db, of, asOf);
  const split = await findSplit(ctx.db, of, asOf);
  const lastEdition = await findLastEdition(ctx.db, campaignId, day);
  const children = await childPage(ctx, of, {
    version: split?.version ?? 0,
    day,
    live,
    lastCampaignId: lastEdition?.id ?? null,
    after: undefined,
    limit: PAGE,
  });
  const giverId = assigned?.byUnitId ?? null;
  const refs = await unitRefs(ctx.db, [unitId, ...(giverId === null ? [] : [giverId])], day);
  const unit = refs.get(unitId);
  if (unit === undefined) throw notFound("unit");
  return {
    measure,
    asOf: day,
    unit,
    assigned: assigned?.value ?? null,
    assignedBy: (giverId !== null && refs.get(giverId)) || null,
    own: (await findOwn(ctx.db, of, asOf)) ?? null,
    version: split?.version ?? 0,
    inForceOn: split?.inForceOn ?? null,
    reserve: split?.reserve ?? 0,
    lastEdition: lastEdition ?? null,
    children: children.items,
    next: children.next,
    childrenLeft: Math.max(0, children.all - MOST_CHILDREN),
    waiting: live ? await countWaiting(ctx.db, of) : 0,
    allowedActions: live
      ? await actionsOf(ctx, of, campaign, { number: assigned !== undefined, below: children.items.length })
      : [],
  };
}

/** The pages after the first one that `TargetView` has: of the version that it was of, whatever was decided since. */
export async function pageChildren(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asked: {
    readonly measure: TargetMeasure;
    readonly asOf?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<Pick<ChildPage, "items" | "next">> {
  const day = asked.asOf ?? ctx.today;
  await look(ctx, campaignId, unitId, day);
  const of: Of = { campaignId, unitId, measure: asked.measure };
  const key = asked.after === undefined ? undefined : childKey(asked.after);
  const live = day === ctx.today;
  const { items, next } = await childPage(ctx, of, {
    version: key?.version ?? (await findSplit(ctx.db, of, day < ctx.today ? day : null))?.version ?? 0,
    day,
    live,
    lastCampaignId: (await findLastEdition(ctx.db, campaignId, day))?.id ?? null,
    after: key,
    limit: asked.limit,
  });
  return { items, next };
}

async function actionsOf(
  ctx: Ctx,
  of: Of,
  campaign: CampaignView,
  has: { readonly number: boolean; readonly below: number },
): Promise<string[]> {
  const { unitId } = of;
  const possible = ["target.set-own"];
  if (has.below > 0) {
    possible.push("target.propose", "target.read-annex");
    if (campaign.unitId === unitId) possible.push("target.give");
    if (has.number) possible.push("target.split");
  }
  if ((await findGiver(ctx.db, of, campaign.unitId, ctx.today)) !== undefined) possible.push("target.ask");
  const allowed: string[] = [];
  for (const operation of possible) {
    if (await ctx.may(operation, { unit: unitId })) allowed.push(operation);
  }
  return allowed;
}

/** The number the leading unit was given from outside, and its split, in one decision. */
export async function giveTarget(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
  entry: SplitEntry & { readonly total: number; readonly source: string },
): Promise<{ id: string }> {
  const campaign = await enter(ctx, campaignId, unitId);
  if (campaign.unitId !== unitId) throw targetProblem("not-leading-unit");
  const of: Of = { campaignId, unitId, measure: entry.measure };
  await lockBook(ctx.tx, of);
  const given = {
    value: entry.total,
    source: entry.source.normalize("NFC"),
    now: ctx.now,
    by: accountId(ctx),
  };
  await insertGiven(ctx.tx, of, given);
  await decide(ctx, of, { ...entry, cause: "decided" });
  return { id: campaignId };
}

/** Splits the number the unit holds over the units below. */
export async function splitTarget(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
  entry: SplitEntry,
): Promise<{ id: string }> {
  await enter(ctx, campaignId, unitId);
  const of: Of = { campaignId, unitId, measure: entry.measure };
  // From here on no other level changes its numbers: what is read below is what the commit is judged by.
  await lockBook(ctx.tx, of);
  const assigned = await findAssigned(ctx.tx, of);
  if (assigned === undefined) throw targetProblem("nothing-assigned");
  await decide(ctx, of, { ...entry, total: assigned.value, cause: "decided" });
  return { id: campaignId };
}

export interface ProposalAsked {
  readonly measure: TargetMeasure;
  readonly total: number;
  readonly reserve: number;
  readonly weights: Weights;
  readonly minimum: number;
  /** Ids with commas between. */
  readonly locked: string;
}

/** A split for an officer to correct, by the rule that the screen has too. Writes nothing. */
export async function proposeSplit(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  { measure, locked, ...asked }: ProposalAsked,
): Promise<{ shares: Share[] }> {
  await enter(ctx, campaignId, unitId);
  const of: Of = { campaignId, unitId, measure };
  const last = await findLastEdition(ctx.db, campaignId, ctx.today);
  const version = (await findSplit(ctx.db, of))?.version ?? 0;
  const found = await listChildren(ctx.db, of, version, { day: ctx.today, asOf: null });
  const weighing = { measure, day: ctx.today, lastCampaignId: last?.id ?? null };
  const weights = await weightsOf(ctx, found, weighing);
  const children = found.map((child) => ({ ...child, ...weights(child.unitId) }));
  const stay = new Set(locked.split(",").filter((id) => id !== ""));
  const proposal = propose(children, {
    ...asked,
    locked: new Map(
      children.filter(({ unitId: id }) => stay.has(id)).map(({ unitId: id, value }) => [id, value ?? 0]),
    ),
  });
  if (!proposal.ok) throw invalidInput("reserve", "above-total");
  return { shares: [...proposal.shares] };
}

/** The number a unit sets itself beside the assigned one. The same number again changes nothing. */
export async function setOwnTarget(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
  { measure, value }: { readonly measure: TargetMeasure; readonly value: number },
): Promise<{ id: string }> {
  await enter(ctx, campaignId, unitId);
  const of: Of = { campaignId, unitId, measure };
  await lockBook(ctx.tx, of);
  if ((await findOwn(ctx.tx, of)) === value) ctx.unchanged();
  else {
    await insertOwn(ctx.tx, of, { value, now: ctx.now, by: accountId(ctx) });
    await ctx.audit({
      subject: { kind: "campaign", id: campaignId },
      unitId,
      detail: { measure, own: value },
    });
  }
  return { id: campaignId };
}
