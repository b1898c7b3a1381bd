// Issuing: the letter is numbered and frozen, reaches its units, and they owe its duties, all in one transaction.
import { composeText } from "../../../document/rules/composing/compose.ts";
import { takeNumber } from "../../../document/service/numbering/take.ts";
import { getDocument, issueDocument } from "../../../document/service.ts";
import { accountId, type WriteCtx } from "../../../platform/contract/context.ts";
import { notFound } from "../../../platform/contract/problem.ts";
import type { Db } from "../../../platform/db/sql.ts";
import { getUnitNode } from "../../../unit/service.ts";
import { directiveProblem } from "../../schema.ts";
import {
  countDraftRecipients,
  type DirectiveFacts,
  findDirective,
  lockDirective,
  markIssued,
} from "../../store/letters.ts";
import { markPassedOn, markReceived, reachAgain, reachDraftRecipients } from "../../store/recipients.ts";
import { releaseTasks } from "../../store/tasks.ts";
import { oweDuties, reachingNow } from "../reach.ts";
import { MOST_RECIPIENTS } from "./addressees.ts";
import { type Place, placeOfDraft } from "./place.ts";
import { hasSeries } from "./suggest.ts";
import { headOf } from "./words.ts";

/** Takes a letter with a long list to its units, part by part. Payload: directiveId. */
export const DELIVER_JOB = "directive.deliver";

/**
 * Issues a draft: its list is frozen, each unit on it is reached now and owes one task for each duty of the letter.
 * A list too long for one transaction goes out in parts by a job (`deliverPart`), in the order of ids; whoever asks sees
 * how many are left. Only the sender's; asked again by who issued it, it answers as done, by anybody else `not-a-draft`.
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
  if (draft.state !== "draft") {
    if (draft.issuedBy !== by) throw directiveProblem("not-a-draft");
    ctx.unchanged();
    return { id: directiveId };
  }
  const place = await placeOfDraft(ctx, draft);
  const number = await numberAndFreeze(ctx, draft);
  await markIssued(ctx.tx, directiveId, ctx.now, by);
  const long = !place.changes && (await countDraftRecipients(ctx.tx, directiveId)) > MOST_RECIPIENTS;
  if (long) await ctx.enqueue(DELIVER_JOB, { directiveId });
  const reached = long ? [] : await reach(ctx, draft, place);
  const urging = await isUrging(ctx.tx, draft);
  const tasks = await oweDuties(ctx, draft, ctx.now, reached, { urging, by });
  if (place.changes && draft.ofId !== null) {
    await releaseTasks(ctx.tx, { rootId: draft.rootId, directiveId: draft.ofId, now: ctx.now, by });
  }
  if (draft.relation === "reissue" && draft.parentId !== null) {
    await markReceived(ctx.tx, draft.parentId, unitId, ctx.now, by);
    await markPassedOn(ctx.tx, draft.parentId, unitId, ctx.now);
  }
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId,
    detail: {
      ...{ campaign: draft.campaignId, relation: draft.relation, number },
      ...(long ? { inParts: true } : { reached: reached.length, tasks }),
    },
  });
  return { id: directiveId };
}

/**
 * Numbers the letter in its unit's series (a section or group has none), dates one left without a day today, and
 * freezes it with the words it has from now on.
 */
async function numberAndFreeze(ctx: WriteCtx, draft: DirectiveFacts): Promise<string | null> {
  const { unitId, documentId } = draft;
  const document = await getDocument(ctx.tx, documentId);
  const issuedOn = document.issuedOn ?? ctx.today;
  const head = await headOf(ctx.tx, unitId, issuedOn);
  const numbered = hasSeries((await getUnitNode(ctx.tx, unitId, issuedOn)).kind);
  const notation = document.notation ?? (numbered ? head.notation : null);
  const number =
    numbered && notation !== null
      ? await takeNumber(ctx, {
          unitId,
          notation,
          day: issuedOn,
          documentId,
          ...(document.number !== null && { printed: document.number }),
        })
      : document.number;
  const given = { issuedOn, ...(number !== null && { number }), ...(notation !== null && { notation }) };
  const body = composeText({ ...document.letter, ...given }, head);
  await issueDocument(ctx, { document, number, notation, issuedOn, body });
  return number;
}

function reach(ctx: WriteCtx, draft: DirectiveFacts, place: Place) {
  const letter = reachingNow(ctx.now, draft);
  return place.changes && draft.ofId !== null
    ? reachAgain(ctx.tx, letter, draft.ofId, draft.spreadAgain)
    : reachDraftRecipients(ctx.tx, letter, draft.unitId);
}

/** A letter of a family that only urges: the duties it speaks of are owed to the letter it urges an answer to. */
export async function isUrging(db: Db, letter: DirectiveFacts): Promise<boolean> {
  if (letter.rootId === letter.id) return letter.relation === "urge";
  return (await findDirective(db, letter.rootId))?.relation === "urge";
}
