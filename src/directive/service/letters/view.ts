// One letter as a unit sees it: its words, where it stands in its family, what the unit did, and what it may do next.
import { citationsOf } from "../../../document/service/external.ts";
import { filesOf } from "../../../document/service/files.ts";
import { getDocument } from "../../../document/service.ts";
import type { Ctx } from "../../../platform/contract/context.ts";
import { unitRefs } from "../../../unit/service.ts";
import { RECEIPT_TRANSITIONS, receiptState, TRANSITIONS } from "../../rules/states.ts";
import type { DirectiveView } from "../../schema.ts";
import { findCarriedBy, findChangedBy, findRecall, listFollowUps } from "../../store/family.ts";
import { countDraftRecipients, type DirectiveFacts, listInstructions } from "../../store/letters.ts";
import { countBelow } from "../../store/receipts.ts";
import { countHeld, hasUnreachedChild, type RecipientRow } from "../../store/recipients.ts";
import { hasChild } from "../../store/tree.ts";
import { getSeen, reachFrom } from "../read.ts";
import { linkIn, linksOf, refIn } from "./links.ts";
import { wordsOf } from "./words.ts";

export async function viewDirective(ctx: Ctx, unitId: string, directiveId: string): Promise<DirectiveView> {
  await ctx.allow({ unit: unitId });
  const { db, today } = ctx;
  const { directive, mine } = await getSeen(db, directiveId, unitId, today);
  const own = directive.unitId === unitId;
  const document = await getDocument(db, directive.documentId);
  const refs = await unitRefs(db, [directive.unitId, ...(mine ? [mine.fromUnitId] : [])], today);
  const changedById = await findChangedBy(db, directiveId);
  const carriedById = own ? undefined : await findCarriedBy(db, directiveId, unitId);
  const because = own ? (await listFollowUps(db, unitId, directiveId))[0]?.becauseId : undefined;
  const links = await linksOf(
    db,
    [directive.parentId, directive.ofId, changedById, carriedById, because],
    today,
  );
  const recall = await findRecall(db, directiveId);
  const attachments = await filesOf(db, directive.documentId);
  return {
    id: directive.id,
    campaignId: directive.campaignId,
    title: directive.title,
    number: document.number,
    notation: document.notation,
    issuedOn: document.issuedOn,
    subject: document.subject,
    sender: refIn(refs, directive.unitId),
    state: directive.state,
    relation: directive.relation,
    issuedAt: directive.issuedAt,
    reportDays: directive.reportDays,
    reportTo: directive.reportTo,
    reportThrough: directive.reportThrough,
    receiveDays: directive.receiveDays,
    text: await wordsOf(db, document, today),
    letter: document.letter,
    parent: linkIn(links, directive.parentId),
    of: linkIn(links, directive.ofId),
    changedBy: linkIn(links, changedById),
    recall: recall ? { at: recall.at, by: recall.by, reason: recall.reason } : null,
    carriedBy: linkIn(links, carriedById),
    parentChanged: linkIn(links, because),
    bases: await citationsOf(db, directive.documentId),
    files: attachments,
    signed: attachments.some(({ role }) => role === "signed"),
    instructions: await listInstructions(db, directiveId),
    mine: mine
      ? {
          fromUnit: refIn(refs, mine.fromUnitId),
          reachedAt: mine.reachedAt,
          receiveBy: mine.receiveBy,
          receivedAt: mine.receivedAt,
          receivedBy: mine.receivedBy,
          receiveNote: mine.receiveNote,
          disseminatedAt: mine.disseminatedAt,
          passedOnAt: mine.passedOnAt,
          endedAt: mine.endedAt,
        }
      : null,
    counts: await countsOf(ctx, unitId, directive),
    onItsWay: own && directive.state === "issued" ? await countDraftRecipients(db, directiveId) : 0,
    allowedActions: await actionsOn(ctx, unitId, directive, mine),
  };
}

/** Of a draft, how many units it is going to reach; then how far the order got below, through all its letters. */
async function countsOf(ctx: Ctx, unitId: string, directive: DirectiveFacts) {
  if (directive.state !== "draft") {
    const from = await reachFrom(ctx.db, directive, unitId, ctx.today);
    return countBelow(ctx.db, { ...from, day: ctx.today, at: ctx.now });
  }
  const changes = directive.relation === "amend" || directive.relation === "replace";
  const notYetReached =
    changes && directive.ofId !== null
      ? await countHeld(ctx.db, directive.ofId)
      : await countDraftRecipients(ctx.db, directive.id);
  return { reached: 0, received: 0, disseminated: 0, notYetReached };
}

/** What may be done next: by the state's table, then by the asker's own office at this very unit. */
async function actionsOn(
  ctx: Ctx,
  unitId: string,
  directive: DirectiveFacts,
  mine: RecipientRow | undefined,
): Promise<string[]> {
  const possible =
    mine === undefined
      ? directive.unitId === unitId
        ? Object.keys(TRANSITIONS[directive.state])
        : []
      : mine.endedAt === null
        ? Object.keys(RECEIPT_TRANSITIONS[receiptState(mine)])
        : [];
  const allowed: string[] = [];
  for (const operation of possible) {
    if (!(await ctx.may(operation, { unit: unitId }))) continue;
    if (
      operation === "directive.pass-on" &&
      !(await hasUnreachedChild(ctx.db, directive.id, unitId, ctx.today))
    )
      continue;
    // Whoever has nobody below carries nothing further.
    if (
      operation === "directive.suggest" &&
      mine !== undefined &&
      !(await hasChild(ctx.db, unitId, ctx.today))
    )
      continue;
    allowed.push(operation);
  }
  return allowed;
}
