// From a letter to duties at the sender: whom it addresses, the draft an officer confirms, and issuing it.
import { correctCampaign, createCampaign, getCampaignById } from "../../campaign/service.ts";
import { correctDocument, createDocument } from "../../document/service.ts";
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../../platform/contract/problem.ts";
import { toNfc } from "../../platform/pure/text-vi.ts";
import { type Addressee, resolve } from "../rules/addressees.ts";
import { dutiesFor, dutiesOf } from "../rules/duties.ts";
import { titleOf } from "../rules/title.ts";
import { type DirectiveDraft, directiveProblem, type ResolvedAddressee } from "../schema.ts";
import {
  hasIssued,
  insertDraft,
  listBelow,
  listInstructions,
  listOutside,
  lockDirective,
  markIssued,
  replaceDraftRecipients,
  replaceInstructions,
  updateDraft,
} from "../store/letters.ts";
import { type Reached, reachDraftRecipients } from "../store/recipients.ts";
import { insertTasks } from "../store/tasks.ts";

/** Which units below the asking one each addressee stands for on `asOf`. Writes nothing. */
export async function resolveAddressees(
  ctx: WriteCtx,
  unitId: string,
  addressees: readonly Addressee[],
  asOf: string,
): Promise<{ asOf: string; addressees: ResolvedAddressee[] }> {
  await ctx.allow({ unit: unitId });
  ctx.unchanged();
  const resolved = resolve(addressees, unitId, await listBelow(ctx.tx, unitId, asOf));
  return {
    asOf,
    addressees: resolved.map(({ units, ...line }) => ({
      ...line,
      units: units.map(({ id, name, shortName }) => ({ id, name, shortName })),
    })),
  };
}

/**
 * Keeps a confirmed letter as a draft: document, campaign, instructions, and whom it is going to reach. The same id
 * again replaces the draft with what is now confirmed; an issued letter answers `not-a-draft`.
 */
export async function draftDirective(
  ctx: WriteCtx,
  unitId: string,
  draft: DirectiveDraft,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const { letter } = draft;
  const recipients = await chosen(ctx, unitId, draft);
  const ordinals = new Set(letter.instructions.map(({ ordinal }) => ordinal));
  if (ordinals.size !== letter.instructions.length)
    throw invalidInput("letter.instructions", "ordinal-twice");

  const known = await lockDirective(ctx.tx, draft.id);
  if (known !== undefined && known.unitId !== unitId) throw new Problem("key-reused", 409);
  if (known?.state === "issued") throw directiveProblem("not-a-draft");

  const campaignId = await campaignOf(ctx, unitId, draft);
  const document = { id: draft.documentId, unitId, letter };
  const facts = {
    id: draft.id,
    campaignId,
    documentId: draft.documentId,
    unitId,
    title: titleOf(letter),
    reportDays: draft.reportDays ?? reportDaysOf(letter.reportDuty?.days),
    reportTo: letter.reportDuty?.to ?? null,
    reportThrough: letter.reportDuty?.through ?? null,
  };
  if (known?.documentId === draft.documentId) await correctDocument(ctx, document);
  else await createDocument(ctx, document);
  if (known !== undefined) await updateDraft(ctx.tx, facts);
  else if ((await insertDraft(ctx.tx, { ...facts, now: ctx.now, by: accountId(ctx) })) === 0) {
    throw new Problem("key-reused", 409);
  }
  await replaceInstructions(ctx.tx, draft.id, letter.instructions);
  await replaceDraftRecipients(ctx.tx, draft.id, recipients);
  await ctx.audit({
    subject: { kind: "directive", id: draft.id },
    unitId,
    detail: {
      campaign: campaignId,
      recipients: recipients.length,
      instructions: letter.instructions.length,
      again: known !== undefined,
    },
  });
  return { id: draft.id };
}

/** The chosen recipients, each once, with the first line that names it; all strictly below on the letter's day. */
async function chosen(ctx: WriteCtx, unitId: string, draft: DirectiveDraft) {
  const once = new Map<string, string>();
  for (const recipient of draft.recipients) {
    if (!once.has(recipient.unitId)) once.set(recipient.unitId, toNfc(recipient.addressee).trim());
  }
  if (once.size === 0) throw directiveProblem("no-recipients");
  const day = draft.letter.issuedOn ?? ctx.today;
  const outside = await listOutside(ctx.tx, unitId, [...once.keys()], day);
  if (outside.length > 0) {
    throw directiveProblem("recipient-outside-subtree", {
      count: outside.length,
      units: outside.slice(0, 50),
    });
  }
  return [...once].map(([recipient, addressee]) => ({ unitId: recipient, addressee }));
}

async function campaignOf(ctx: WriteCtx, unitId: string, { campaign }: DirectiveDraft): Promise<string> {
  if ("existingId" in campaign) {
    const existing = await getCampaignById(ctx.tx, campaign.existingId);
    if (existing.unitId !== unitId) throw directiveProblem("campaign-not-led");
    return existing.id;
  }
  await createCampaign(ctx, unitId, campaign);
  // Confirmed again with other words: right as long as nobody below has seen the campaign.
  if (!(await hasIssued(ctx.tx, campaign.id))) await correctCampaign(ctx, unitId, campaign);
  return campaign.id;
}

/** A letter may say any number; what the rule holds is at most three months. */
const reportDaysOf = (days: number | undefined): number | null =>
  days === undefined || days > 90 ? null : days;

/**
 * Issues a draft: its list is frozen, each unit on it is reached now and owes one task for each duty of the letter.
 * Only the sender's; asked again by who issued it, it answers as done, by anybody else `not-a-draft`.
 */
export async function issueDirective(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const draft = await lockDirective(ctx.tx, directiveId);
  if (draft?.unitId !== unitId) throw notFound("directive");
  const by = accountId(ctx);
  if (draft.state === "issued") {
    if (draft.issuedBy !== by) throw directiveProblem("not-a-draft");
    ctx.unchanged();
    return { id: directiveId };
  }
  await markIssued(ctx.tx, directiveId, ctx.now, by);
  const reached = await reachDraftRecipients(ctx.tx, directiveId, unitId, ctx.now, ctx.today);
  const tasks = await oweDuties(ctx, directiveId, reached);
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId,
    detail: { campaign: draft.campaignId, reached: reached.length, tasks },
  });
  return { id: directiveId };
}

/** Writes the tasks of units just reached; answers how many. */
export async function oweDuties(
  ctx: WriteCtx,
  directiveId: string,
  reached: readonly Reached[],
): Promise<number> {
  const duties = dutiesOf(await listInstructions(ctx.tx, directiveId));
  const tasks = reached.flatMap(({ unitId, kind }) =>
    dutiesFor(kind, duties).map(({ duty, ordinal }) => ({ id: ctx.newId(), unitId, ordinal, duty })),
  );
  if (tasks.length > 0) await insertTasks(ctx.tx, directiveId, tasks);
  return tasks.length;
}
