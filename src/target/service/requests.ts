// A unit asks whoever gave it its number for another one; the giver grants it out of its reserve, or refuses.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../../platform/contract/problem.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { regrant } from "../rules/regrant.ts";
import { DONE_BY, type RequestOperation, TRANSITIONS } from "../rules/request-states.ts";
import type { GrantEntry, RequestEntry, RequestPage, RequestView } from "../schema/requests.ts";
import { type TargetMeasure, targetProblem } from "../schema.ts";
import { enter } from "../service.ts";
import {
  answerRequest,
  findGiver,
  findOpen,
  insertRequest,
  listRequests,
  lockRequest,
  type RequestFacts,
  type RequestRow,
} from "../store/requests.ts";
import { findAssigned, findSplit, listShares, lockBook, type Of } from "../store.ts";
import { decide } from "./decide.ts";

export async function pageRequests(
  ctx: Ctx,
  unitId: string,
  campaignId: string,
  asked: {
    readonly measure: TargetMeasure;
    readonly of: "mine" | "below";
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<RequestPage> {
  await enter(ctx, campaignId, unitId);
  const key = asked.after === undefined ? undefined : readKey(asked.after, /^[01]$/);
  if (asked.after !== undefined && key === undefined) throw invalidInput("after", "not-a-key");
  const of: Of = { campaignId, unitId, measure: asked.measure };
  const found = await listRequests(ctx.db, of, asked.of, key, asked.limit + 1);
  const { items, next } = cutPage(found, asked.limit, ({ rank, id }) => ({ by: rank, id }));
  const may = new Map<string, boolean>();
  for (const operation of Object.keys(DONE_BY))
    may.set(operation, await ctx.may(operation, { unit: unitId }));
  return {
    items: items.map((row) => viewOf(row, asked.measure, unitId, may)),
    next,
    split: await splitOf(ctx, of),
  };
}

async function splitOf(ctx: Ctx, of: Of): Promise<RequestPage["split"]> {
  const split = await findSplit(ctx.db, of);
  if (split !== undefined) return { version: split.version, total: split.total, reserve: split.reserve };
  const assigned = await findAssigned(ctx.db, of);
  return assigned === undefined ? null : { version: 0, total: assigned.value, reserve: assigned.value };
}

function viewOf(
  row: RequestRow,
  measure: TargetMeasure,
  unitId: string,
  may: ReadonlyMap<string, boolean>,
): RequestView {
  const side = { giver: row.toUnitId, asker: row.unitId };
  const { id, held, now, asked, reason, state, askedAt, askedBy, decidedAt, decidedBy, granted, word } = row;
  return {
    id,
    measure,
    unit: { id: row.unitId, name: row.unitName, shortName: row.unitShortName },
    to: { id: row.toUnitId, name: row.toName, shortName: row.toShortName },
    held,
    now,
    asked,
    reason,
    state,
    askedAt,
    askedBy,
    decidedAt,
    decidedBy,
    granted,
    word,
    allowedActions: Object.keys(TRANSITIONS[state]).filter(
      (operation) => may.get(operation) === true && side[DONE_BY[operation as RequestOperation]] === unitId,
    ),
  };
}

/** Asks for another number. The same request again changes nothing. */
export async function askTarget(
  ctx: WriteCtx,
  unitId: string,
  campaignId: string,
  entry: RequestEntry,
): Promise<{ id: string }> {
  const campaign = await enter(ctx, campaignId, unitId);
  const of: Of = { campaignId, unitId, measure: entry.measure };
  await lockBook(ctx.tx, of);
  const before = await lockRequest(ctx.tx, entry.id);
  if (before !== undefined) {
    if (before.unitId !== unitId || before.campaignId !== campaignId) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  const giver = await findGiver(ctx.tx, of, campaign.unitId, ctx.today);
  if (giver === undefined) throw targetProblem("no-giver");
  if (giver.held === entry.value) throw targetProblem("request-same");
  if ((await findOpen(ctx.tx, of)) !== undefined) throw targetProblem("request-open");
  await insertRequest(ctx.tx, of, { ...entry, ...giver, now: ctx.now, by: accountId(ctx) });
  await ctx.audit({
    subject: { kind: "target-request", id: entry.id },
    unitId,
    detail: { measure: entry.measure, held: giver.held, asked: entry.value },
  });
  return { id: entry.id };
}

interface Place {
  readonly unitId: string;
  readonly campaignId: string;
  readonly requestId: string;
}

/** The request as its asker or giver may answer it now; undefined: the same account gave this very answer before. */
async function answering(
  ctx: WriteCtx,
  operation: RequestOperation,
  { unitId, campaignId, requestId }: Place,
): Promise<RequestFacts | undefined> {
  await enter(ctx, campaignId, unitId);
  const request = await lockRequest(ctx.tx, requestId);
  const side = { giver: request?.toUnitId, asker: request?.unitId };
  if (request === undefined || request.campaignId !== campaignId || side[DONE_BY[operation]] !== unitId) {
    throw notFound("request");
  }
  if (operation in TRANSITIONS[request.state]) return request;
  if (request.state === TRANSITIONS.open[operation] && request.decidedBy === accountId(ctx)) return undefined;
  throw targetProblem("request-answered", { state: request.state });
}

/** Takes an open request back, or refuses it with a word. */
async function close(
  ctx: WriteCtx,
  operation: "target.refuse-request" | "target.withdraw-request",
  place: Place,
  word: string,
): Promise<{ id: string }> {
  const request = await answering(ctx, operation, place);
  if (request === undefined) ctx.unchanged();
  else {
    const state = TRANSITIONS.open[operation];
    await answerRequest(ctx.tx, request.id, { state, now: ctx.now, by: accountId(ctx), word, granted: null });
    const subject = { kind: "target-request", id: request.id };
    await ctx.audit({ subject, unitId: place.unitId, detail: { state } });
  }
  return { id: place.requestId };
}

export const withdrawRequest = (ctx: WriteCtx, place: Place): Promise<{ id: string }> =>
  close(ctx, "target.withdraw-request", place, "");

export const refuseRequest = (ctx: WriteCtx, place: Place, word: string): Promise<{ id: string }> =>
  close(ctx, "target.refuse-request", place, word);

/** Gives the number asked for, or another: a new version of the giver's split, for the asker's reason. */
export async function grantRequest(ctx: WriteCtx, place: Place, entry: GrantEntry): Promise<{ id: string }> {
  const request = await answering(ctx, "target.grant-request", place);
  if (request === undefined) {
    ctx.unchanged();
    return { id: place.requestId };
  }
  const of: Of = { campaignId: place.campaignId, unitId: place.unitId, measure: request.measure };
  await lockBook(ctx.tx, of);
  const assigned = await findAssigned(ctx.tx, of);
  if (assigned === undefined) throw targetProblem("nothing-assigned");
  const split = await findSplit(ctx.tx, of);
  const shares = split === undefined ? [] : await listShares(ctx.tx, of, split.version);
  const outcome = regrant(
    { shares, reserve: split?.reserve ?? assigned.value },
    { unitId: request.unitId, value: entry.value, from: entry.from },
  );
  if (!outcome.ok) {
    if (outcome.code !== "reserve-too-small") throw invalidInput("from", outcome.code);
    throw targetProblem(outcome.code, { reserve: outcome.reserve, needed: outcome.needed });
  }
  await decide(ctx, of, {
    total: assigned.value,
    basedOn: entry.basedOn,
    shares: outcome.shares,
    reserve: outcome.reserve,
    reason: request.reason,
    cause: "granted",
  });
  const by = accountId(ctx);
  const { word, value } = entry;
  await answerRequest(ctx.tx, request.id, { state: "granted", now: ctx.now, by, word, granted: value });
  await ctx.audit({
    subject: { kind: "target-request", id: request.id },
    unitId: place.unitId,
    detail: { state: "granted", asked: request.asked, granted: value },
  });
  return { id: request.id };
}
