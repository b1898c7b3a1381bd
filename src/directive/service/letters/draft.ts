// A letter as an officer confirms it: kept as a draft with its campaign, instructions and whom it is going to reach.
import { correctCampaign, createCampaign, getCampaignById } from "../../../campaign/service.ts";
import { saveCitations } from "../../../document/service/external.ts";
import { attachFiles } from "../../../document/service/files.ts";
import { correctDocument, createDocument } from "../../../document/service.ts";
import { accountId, type WriteCtx } from "../../../platform/contract/context.ts";
import { invalidInput, Problem } from "../../../platform/contract/problem.ts";
import { toNfc } from "../../../platform/pure/text-vi.ts";
import { titleOf } from "../../rules/title.ts";
import { type DirectiveDraft, directiveProblem } from "../../schema.ts";
import { listCitable } from "../../store/family.ts";
import {
  hasIssued,
  insertDraft,
  lockDirective,
  replaceDraftRecipients,
  replaceInstructions,
  updateDraft,
} from "../../store/letters.ts";
import { countHeld } from "../../store/recipients.ts";
import { listOutside } from "../../store/tree.ts";
import { unitsOfLines } from "./addressees.ts";
import { type Place, placeOf } from "./place.ts";

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
  const ordinals = new Set(letter.instructions.map(({ ordinal }) => ordinal));
  if (ordinals.size !== letter.instructions.length)
    throw invalidInput("letter.instructions", "ordinal-twice");

  const known = await lockDirective(ctx.tx, draft.id);
  if (known !== undefined && known.unitId !== unitId) throw new Problem("key-reused", 409);
  if (known !== undefined && known.state !== "draft") throw directiveProblem("not-a-draft");

  const place = await placeOf(ctx, unitId, draft.id, draft.relation);
  const recipients = await chosen(ctx, unitId, draft, place);
  const campaignId = await campaignOf(ctx, unitId, draft, place);
  const document = { id: draft.documentId, unitId, letter };
  const facts = {
    id: draft.id,
    rootId: place.rootId,
    parentId: place.parentId,
    ofId: place.ofId,
    relation: draft.relation.kind,
    spreadAgain: "spreadAgain" in draft.relation ? draft.relation.spreadAgain : true,
    receiveDays: draft.receiveDays,
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
  const citedIds = await listCitable(ctx.tx, unitId, place.parentId ?? place.ofId);
  await saveCitations(ctx, draft.documentId, unitId, letter.bases, citedIds);
  await attachFiles(ctx, { documentId: draft.documentId, unitId, files: filesOf(draft), instead: true });
  await replaceInstructions(ctx.tx, draft.id, letter.instructions);
  await replaceDraftRecipients(ctx.tx, draft.id, recipients);
  await ctx.audit({
    subject: { kind: "directive", id: draft.id },
    unitId,
    detail: {
      campaign: campaignId,
      relation: draft.relation.kind,
      recipients: recipients.length,
      instructions: letter.instructions.length,
      again: known !== undefined,
    },
  });
  return { id: draft.id };
}

/**
 * The chosen recipients, each once, with the first line that names it; all strictly below on the letter's day. A letter
 * that changes another one reaches exactly whom that one holds for, so none are chosen for it.
 */
async function chosen(ctx: WriteCtx, unitId: string, draft: DirectiveDraft, place: Place) {
  if (place.changes) {
    if (place.ofId === null || (await countHeld(ctx.tx, place.ofId)) === 0)
      throw directiveProblem("no-recipients");
    return [];
  }
  const once = new Map<string, string>();
  for (const recipient of draft.recipients) {
    if (!once.has(recipient.unitId)) once.set(recipient.unitId, toNfc(recipient.addressee).trim());
  }
  const day = draft.letter.issuedOn ?? ctx.today;
  const whole =
    draft.whole.length === 0
      ? []
      : await unitsOfLines(ctx, unitId, draft.letter.addressees, draft.whole, day);
  if (once.size + whole.length === 0) throw directiveProblem("no-recipients");
  const outside = await listOutside(ctx.tx, unitId, [...once.keys()], day);
  if (outside.length > 0) {
    throw directiveProblem("recipient-outside-subtree", {
      count: outside.length,
      units: outside.slice(0, 50),
    });
  }
  return [
    ...[...once].map(([recipient, addressee]) => ({ unitId: recipient, addressee })),
    ...whole
      .filter((one) => !once.has(one.unitId))
      .map(({ unitId: recipient, addressee }) => ({
        unitId: recipient,
        addressee: toNfc(addressee).trim().slice(0, 300),
      })),
  ];
}

/** Only a first letter chooses its campaign, one its own unit leads; any other stays in that of its family. */
async function campaignOf(
  ctx: WriteCtx,
  unitId: string,
  { campaign }: DirectiveDraft,
  place: Place,
): Promise<string> {
  if (place.campaignId !== null) {
    if (!("existingId" in campaign) || campaign.existingId !== place.campaignId)
      throw directiveProblem("campaign-not-led");
    return place.campaignId;
  }
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

/** What the letter was read from, and what it carries. */
const filesOf = ({ originalFileId, annexFileIds }: DirectiveDraft) => [
  ...annexFileIds.map((fileId) => ({ fileId, role: "annex" as const })),
  ...(originalFileId === undefined ? [] : [{ fileId: originalFileId, role: "original" as const }]),
];

/** A letter may say any number; what the rule holds is at most three months. */
const reportDaysOf = (days: number | undefined): number | null =>
  days === undefined || days > 90 ? null : days;
