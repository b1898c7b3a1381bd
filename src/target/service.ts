// Use cases of targets: given from outside, split over the units below with an exact sum, set by a unit itself.

import type { CampaignView } from "../campaign/schema.ts";
import { getCampaignFor } from "../campaign/service.ts";
import { accountId, type Ctx, type WriteCtx } from "../platform/contract/context.ts";
import { invalidInput, notFound, type Problem } from "../platform/contract/problem.ts";
import { unitRefs } from "../unit/service.ts";
import { decideSplit, type Reason, type Share } from "./rules/decide-split.ts";
import { largestRemainder } from "./rules/largest-remainder.ts";
import {
  type SplitEntry,
  type TargetMeasure,
  type TargetView,
  targetProblem,
  type Weights,
} from "./schema.ts";
import {
  findAssigned,
  findOwn,
  findSplit,
  followSplit,
  insertGiven,
  insertOwn,
  insertSplit,
  listChildren,
  listSplits,
  lockBook,
  type Of,
} from "./store.ts";

/** Asks for authority at the unit, then for the campaign it takes part in. */
async function enter(ctx: Ctx, campaignId: string, unitId: string): Promise<CampaignView> {
  await ctx.allow({ unit: unitId });
  return getCampaignFor(ctx.db, campaignId, unitId, ctx.today);
}

export async function viewTargets(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  measure: TargetMeasure,
): Promise<TargetView> {
  const campaign = await enter(ctx, campaignId, unitId);
  const of: Of = { campaignId, unitId, measure };
  const unit = (await unitRefs(ctx.db, [unitId], ctx.today)).get(unitId);
  if (unit === undefined) throw notFound("unit");
  const assigned = await findAssigned(ctx.db, of);
  const split = await findSplit(ctx.db, of);
  const children = await listChildren(ctx.db, of, ctx.today);

  const possible = ["target.set-own"];
  if (children.length > 0) {
    possible.push("target.propose");
    if (campaign.unitId === unitId) possible.push("target.give");
    if (assigned !== undefined) possible.push("target.split");
  }
  const allowedActions: string[] = [];
  for (const operation of possible) {
    if (await ctx.may(operation, { unit: unitId })) allowedActions.push(operation);
  }
  return {
    measure,
    asOf: ctx.today,
    unit,
    assigned: assigned?.value ?? null,
    assignedBy: null,
    own: (await findOwn(ctx.db, of)) ?? null,
    version: split?.version ?? 0,
    inForceOn: null,
    reserve: split?.reserve ?? 0,
    lastEdition: null,
    children: children.map((child) => ({
      unit: { id: child.unitId, name: child.name, shortName: child.shortName },
      value: child.value,
      own: child.own,
      members: child.members,
      lastResultHundredths: null,
      heldElsewhere: child.heldElsewhere,
      asked: null,
    })),
    waiting: 0,
    allowedActions,
  };
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
  await decide(ctx, of, entry, entry.total);
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
  await decide(ctx, of, entry, assigned.value);
  return { id: campaignId };
}

/** Checks and writes a new version of the unit's split and, below, of the splits that follow it. */
async function decide(ctx: WriteCtx, of: Of, entry: SplitEntry, total: number): Promise<void> {
  const version = (await findSplit(ctx.tx, of))?.version ?? 0;
  if (version !== entry.basedOn) throw targetProblem("target-changed", { version });
  const children = await listChildren(ctx.tx, of, ctx.today);
  const touched = new Set([
    ...children.filter(({ value }) => value !== null).map(({ unitId }) => unitId),
    ...entry.shares.map(({ unitId }) => unitId),
  ]);
  const decision = decideSplit(
    { total, shares: entry.shares, reserve: entry.reserve },
    {
      children: new Set(children.map(({ unitId }) => unitId)),
      heldElsewhere: new Set(children.filter((child) => child.heldElsewhere).map(({ unitId }) => unitId)),
      below: await listSplits(ctx.tx, of, [...touched]),
    },
  );
  if (!decision.ok) throw problemOf(decision.reasons);

  const decided = { now: ctx.now, by: accountId(ctx) };
  await insertSplit(ctx.tx, of, {
    ...decided,
    version: version + 1,
    total,
    reserve: entry.reserve,
    reason: entry.reason,
    shares: entry.shares,
  });
  for (const below of decision.follow) await followSplit(ctx.tx, of, below, decided);
  await ctx.audit({
    subject: { kind: "campaign", id: of.campaignId },
    unitId: of.unitId,
    detail: {
      measure: of.measure,
      version: version + 1,
      total,
      reserve: entry.reserve,
      shares: entry.shares.length,
      followed: decision.follow.length,
    },
  });
  for (const { unitId, total: number } of decision.follow) {
    const detail = { measure: of.measure, total: number, followed: true };
    await ctx.audit({ subject: { kind: "campaign", id: of.campaignId }, unitId, detail });
  }
}

/** One request, one answer: the first thing wrong; the screen has the same rule and shows them all. */
function problemOf(reasons: readonly Reason[]): Problem {
  const [first] = reasons;
  if (first === undefined) throw new Error("refused without a reason");
  if (first.code === "share-twice") return invalidInput("shares", "twice");
  if (first.code === "target-sum") {
    return targetProblem(first.code, { expected: first.expected, given: first.given });
  }
  return targetProblem(first.code, { count: first.units.length, units: first.units.slice(0, 50) });
}

/** A split for an officer to correct: `total` less `reserve` over the children, by largest remainder. Writes nothing. */
export async function proposeSplit(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asked: { readonly total: number; readonly reserve: number; readonly weights: Weights },
): Promise<{ shares: Share[] }> {
  await enter(ctx, campaignId, unitId);
  if (asked.reserve > asked.total) throw invalidInput("reserve", "above-total");
  const children = (await listChildren(ctx.db, { campaignId, unitId, measure: "units" }, ctx.today)).filter(
    (child) => !child.heldElsewhere,
  );
  const weights = children.map(({ members }) => (asked.weights === "members" ? members : 1));
  const shares = largestRemainder(asked.total - asked.reserve, weights);
  return { shares: children.map((child, index) => ({ unitId: child.unitId, value: shares[index] ?? 0 })) };
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
