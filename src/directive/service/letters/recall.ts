// Recalling a letter: it holds nowhere any more, and what it alone asked is owed no more.
import { accountId, type WriteCtx } from "../../../platform/contract/context.ts";
import { notFound } from "../../../platform/contract/problem.ts";
import { directiveProblem } from "../../schema.ts";
import { findRecall, insertRecall } from "../../store/family.ts";
import { clearDraftRecipients, lockDirective } from "../../store/letters.ts";
import { endRows } from "../../store/recipients.ts";
import { releaseTasks } from "../../store/tasks.ts";

/**
 * Recalls (thu hồi) the unit's own letter. Its rows end; duties that another letter in force of the family asks of a
 * unit stay, worded by that one, the others are withdrawn. One still going out to a long list goes no further. Letters below that carry it stay in force until their own
 * senders follow. Asked again by who recalled it, it answers as done.
 */
export async function recallLetter(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  reason: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const letter = await lockDirective(ctx.tx, directiveId);
  if (letter?.unitId !== unitId) throw notFound("directive");
  const by = accountId(ctx);
  if (letter.state === "recalled" && (await findRecall(ctx.tx, directiveId))?.byId === by) {
    ctx.unchanged();
    return { id: directiveId };
  }
  if (letter.state !== "issued") throw directiveProblem("letter-not-held");
  await insertRecall(ctx.tx, directiveId, reason, ctx.now, by);
  const notReached = await clearDraftRecipients(ctx.tx, directiveId);
  const ended = await endRows(ctx.tx, directiveId, ctx.now);
  const { rootId } = letter;
  const tasks = await releaseTasks(ctx.tx, { rootId, directiveId, now: ctx.now, by });
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId,
    detail: { ended, tasks, notReached },
  });
  return { id: directiveId };
}
