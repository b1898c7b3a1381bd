// Decisions of re-organisation up to their approval: written, read, looked at, approved, taken back.
import { z } from "zod";
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { unitsNamed } from "../rules/compose.ts";
import { losesOthersWords, STEPS } from "../rules/decision.ts";
import {
  type Act,
  type ChangedUnit,
  type DecisionLine,
  type DecisionView,
  type DraftEntry,
  type DryRun,
  decisionProblem,
} from "../schema/acts.ts";
import {
  countChanged,
  type DecisionRow,
  deleteDraft,
  findBefore,
  findDecision,
  findDecisionForUpdate,
  listActs,
  listDecisionRows,
  setApproved,
  setDraft,
  upsertDraft,
} from "../store/decisions.ts";
import { listTransfers } from "../store/transfers.ts";
import { loadLives } from "../store/tree.ts";
import type { Participant } from "./participant.ts";
import { type Draft, dryRun, namesIn, whatItDid } from "./trying.ts";

const asLine = (found: DecisionRow, acts: number): DecisionLine => ({
  id: found.id,
  title: found.title,
  effectiveOn: found.effectiveOn,
  state: found.state,
  acts,
  paper: found.document,
  createdAt: found.createdAt,
  appliedAt: found.appliedAt,
});

/** A decision of this very unit; throws not-found. */
export async function getDecision(
  find: () => Promise<DecisionRow | undefined>,
  unitId: string,
): Promise<DecisionRow> {
  const found = await find();
  if (found === undefined || found.unitId !== unitId) throw notFound("decision");
  return found;
}

export const draftOf = async (db: Db, found: DecisionRow): Promise<Draft> => ({
  id: found.id,
  unitId: found.unitId,
  effectiveOn: found.effectiveOn,
  acts: await listActs(db, found.id),
});

export async function pageDecisions(
  ctx: Ctx,
  unitId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: DecisionLine[]; next: string | null }> {
  const key = after === undefined ? undefined : readKey(after);
  if (after !== undefined && (key === undefined || Number.isNaN(Date.parse(key.by))))
    throw invalidInput("after", "page-key");
  const found = await listDecisionRows(ctx.db, unitId, key && [key.by, key.id], limit + 1);
  const { items, next } = cutPage(found, limit, ({ createdAt, id }) => ({ by: createdAt, id }));
  return { items: items.map((one) => asLine(one, one.acts)), next };
}

export async function viewDecision(ctx: Ctx, unitId: string, decisionId: string): Promise<DecisionView> {
  const found = await getDecision(() => findDecision(ctx.db, decisionId), unitId);
  const draft = await draftOf(ctx.db, found);
  // A draft is written on as a whole; of what was done as much is told as can be read.
  const whole = found.state === "draft" || found.state === "approved";
  const { entries, childrenTo } = whole ? { entries: draft.acts, childrenTo: [] } : shortened(draft.acts);
  const { ids, areas, opened } = unitsNamed(entries);
  const opens = new Map(opened.map((one) => [one.id, one]));
  // Once applied, the tree the acts speak of has changed: who they name is looked up by itself.
  const lives = await loadLives(ctx.db, [unitId, ...ids, ...areas]);
  const refOf = namesIn(lives, (id) => opens.get(id), found.effectiveOn);
  const allowedActions: string[] = [];
  for (const step of STEPS[found.state]) if (await ctx.may(step, { unit: unitId })) allowedActions.push(step);
  const unit = refOf(unitId);
  if (unit === undefined) throw notFound("decision");
  return {
    ...asLine(found, draft.acts.length),
    unit,
    revision: found.revision,
    fileId: found.fileId,
    entries: [...entries],
    childrenTo,
    named: [...new Set([...ids, ...areas])].flatMap((id) => refOf(id) ?? []),
    approvedAt: found.approvedAt,
    undoneAt: found.undoneAt,
    undoReason: found.undoReason,
    changed: await countChanged(ctx.db, decisionId),
    transfers: await listTransfers(ctx.db, decisionId),
    allowedActions,
  };
}

/** Of the units below that an act places by name, so many are told once it is done. */
const MOST_PLACED = 20;

function shortened(acts: readonly Act[]): Pick<DecisionView, "entries" | "childrenTo"> {
  const childrenTo: DecisionView["childrenTo"] = [];
  const entries = acts.map((act, index) => {
    if (!("childrenTo" in act) || act.childrenTo.length <= MOST_PLACED) return act;
    childrenTo.push({ act: index, count: act.childrenTo.length });
    return { ...act, childrenTo: act.childrenTo.slice(0, MOST_PLACED) };
  });
  return { entries, childrenTo };
}

/** Units that an applied (or undone) decision changed, by id; none of one that was not applied. */
export async function pageChanged(
  ctx: Ctx,
  unitId: string,
  decisionId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: ChangedUnit[]; next: string | null }> {
  if (after !== undefined && !z.uuid().safeParse(after).success) throw invalidInput("after", "page-key");
  const found = await getDecision(() => findDecision(ctx.db, decisionId), unitId);
  const before = await findBefore(ctx.db, decisionId);
  if (before === undefined) return { items: [], next: null };
  const more = await whatItDid(ctx.db, await draftOf(ctx.db, found), before, { after, limit: limit + 1 });
  const items = more.slice(0, limit);
  return { items, next: more.length > items.length ? (items.at(-1)?.id ?? null) : null };
}

export async function writeDraft(
  ctx: WriteCtx,
  unitId: string,
  decisionId: string,
  { basedOn, ...entry }: DraftEntry,
): Promise<void> {
  const found = await findDecisionForUpdate(ctx.tx, decisionId);
  if (found !== undefined && found.unitId !== unitId) throw notFound("decision");
  if (found !== undefined && found.state !== "draft") throw decisionProblem("decision-not-draft");
  if (found !== undefined && losesOthersWords(found, accountId(ctx), basedOn))
    throw decisionProblem("draft-changed");
  await upsertDraft(ctx.tx, { id: decisionId, unitId, by: accountId(ctx), now: ctx.now }, entry);
  await ctx.audit({
    subject: { kind: "decision", id: decisionId },
    unitId,
    detail: { acts: entry.acts.length, effectiveOn: entry.effectiveOn },
  });
}

export async function dropDraft(ctx: WriteCtx, unitId: string, decisionId: string): Promise<void> {
  const found = await findDecisionForUpdate(ctx.tx, decisionId);
  if (found === undefined) return ctx.unchanged();
  if (found.unitId !== unitId) throw notFound("decision");
  if (found.state !== "draft") throw decisionProblem("decision-not-draft");
  await deleteDraft(ctx.tx, decisionId);
  await ctx.audit({ subject: { kind: "decision", id: decisionId }, unitId });
}

export async function runDry(
  ctx: Ctx,
  unitId: string,
  decisionId: string,
  participants: readonly Participant[],
): Promise<DryRun> {
  const found = await getDecision(() => findDecision(ctx.db, decisionId), unitId);
  return dryRun(ctx.db, await draftOf(ctx.db, found), participants, ctx.today);
}

/** Approves what the dry run with this seal showed; anything else is to be looked at again first. */
export async function approveDecision(
  ctx: WriteCtx,
  unitId: string,
  decisionId: string,
  seal: string,
  participants: readonly Participant[],
): Promise<void> {
  const found = await getDecision(() => findDecisionForUpdate(ctx.tx, decisionId), unitId);
  if (found.state === "approved" && found.approvedBy === accountId(ctx)) return ctx.unchanged();
  if (found.state !== "draft") throw decisionProblem("decision-not-draft");
  const seen = await dryRun(ctx.tx, await draftOf(ctx.tx, found), participants, ctx.today);
  if (!seen.ok)
    throw decisionProblem("decision-refused", {
      reasons: [...new Set(seen.reasons.map(({ code }) => code))],
    });
  if (seen.seal !== seal) throw decisionProblem("decision-changed");
  await setApproved(ctx.tx, decisionId, accountId(ctx), ctx.now);
  await ctx.audit({ subject: { kind: "decision", id: decisionId }, unitId });
}

export async function reopenDecision(ctx: WriteCtx, unitId: string, decisionId: string): Promise<void> {
  const found = await getDecision(() => findDecisionForUpdate(ctx.tx, decisionId), unitId);
  if (found.state === "draft") return ctx.unchanged();
  if (found.state !== "approved") throw decisionProblem("decision-not-approved");
  await setDraft(ctx.tx, decisionId);
  await ctx.audit({ subject: { kind: "decision", id: decisionId }, unitId });
}
