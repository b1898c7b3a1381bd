// What a unit owes (Việc cần làm), and settling it: by hand here, or by the capability whose form did the work.
import type { Duty } from "../document/schema.ts";
import { accountId, type Ctx, type WriteCtx } from "../platform/contract/context.ts";
import type { Answer } from "../platform/contract/contract.ts";
import { notFound } from "../platform/contract/problem.ts";
import type { listTasks as listTasksContract } from "./contract.ts";
import { settledByForm } from "./rules/duties.ts";
import { inOrder, taskState } from "./rules/states.ts";
import { directiveProblem } from "./schema.ts";
import { latestReminder } from "./service/chasing/reminders.ts";
import { linksOf } from "./service/letters/links.ts";
import { evidenceOf } from "./store/evidence.ts";
import { listFollowUps, listUnconfirmed } from "./store/family.ts";
import {
  listTaskRows,
  lockTask,
  markOpen,
  markSettled,
  releaseTasks,
  settleOpen,
  type TaskRow,
} from "./store/tasks.ts";

export async function listTasks(
  ctx: Ctx,
  unitId: string,
  settled: "with" | "without",
): Promise<Answer<typeof listTasksContract>> {
  await ctx.allow({ unit: unitId });
  const found = await listTaskRows(ctx.db, unitId, settled === "with");
  const evidence = await evidenceOf(
    ctx.db,
    found.map(({ id }) => id),
  );
  const maySettle = await ctx.may("directive.settle-task", { unit: unitId });
  const mayReopen = await ctx.may("directive.reopen-task", { unit: unitId });
  const maySpread = await ctx.may("directive.disseminate", { unit: unitId });
  const mayShow = await ctx.may("directive.add-evidence", { unit: unitId });
  const settling = (duty: Duty, done: boolean): string[] => {
    if (settledByForm(duty)) return !done && maySpread ? ["directive.disseminate"] : [];
    if (done) return mayReopen ? ["directive.reopen-task"] : [];
    return maySettle ? ["directive.settle-task"] : [];
  };
  const actions = ({ duty, withdrawnAt, ...task }: TaskRow): string[] => {
    const done = task.settledAt !== null;
    if (withdrawnAt !== null && !done) return [];
    return [...settling(duty, done), ...(mayShow ? ["directive.add-evidence"] : [])];
  };
  const items = found.map(({ withdrawnAt, ...task }) => ({
    ...task,
    state: taskState({ ...task, withdrawnAt }, ctx.today),
    evidence: [...(evidence.get(task.id) ?? [])],
    allowedActions: actions({ ...task, withdrawnAt }),
  }));
  const { unconfirmed, followUps } = await waitingLetters(ctx, unitId);
  const reminder = await latestReminder(ctx.db, unitId);
  return { items: items.sort(inOrder), unconfirmed, followUps, reminder };
}

/** Letters to confirm, and own letters that should follow a change above. */
async function waitingLetters(ctx: Ctx, unitId: string) {
  const { db, today } = ctx;
  const unconfirmed = await listUnconfirmed(db, unitId);
  const followUps = await listFollowUps(db, unitId);
  const ids = [
    ...unconfirmed.map(({ directiveId }) => directiveId),
    ...followUps.flatMap(({ letterId, becauseId }) => [letterId, becauseId]),
  ];
  const links = await linksOf(db, ids, today);
  return {
    unconfirmed: unconfirmed.flatMap(({ directiveId, reachedAt, receiveBy }) => {
      const letter = links.get(directiveId);
      return letter ? [{ letter, reachedAt, receiveBy }] : [];
    }),
    followUps: followUps.flatMap(({ letterId, becauseId }) => {
      const [letter, because] = [links.get(letterId), links.get(becauseId)];
      return letter && because ? [{ letter, because }] : [];
    }),
  };
}

/** Marks a duty as done by hand. One settled already stays as it was settled. */
export async function settleTask(
  ctx: WriteCtx,
  unitId: string,
  taskId: string,
  note: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const task = await getTask(ctx, unitId, taskId);
  if ((await markSettled(ctx.tx, task.id, ctx.now, accountId(ctx), note)) === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "task", id: task.id }, unitId, detail: { duty: task.duty } });
  return { id: task.id };
}

/** Undoes a duty marked as done, by hand or by another capability's form. */
export async function reopenTask(ctx: WriteCtx, unitId: string, taskId: string): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const task = await getTask(ctx, unitId, taskId);
  const by = accountId(ctx);
  if ((await markOpen(ctx.tx, task.id, ctx.now, by)) === 0) {
    ctx.unchanged();
    return { id: task.id };
  }
  // Settled for a letter that holds no more: it is owed in the words of the one that does, or not at all.
  await releaseTasks(ctx.tx, { ...task, taskId: task.id, now: ctx.now, by });
  await ctx.audit({ subject: { kind: "task", id: task.id }, unitId, detail: { duty: task.duty } });
  return { id: task.id };
}

async function getTask(ctx: WriteCtx, unitId: string, taskId: string) {
  const task = await lockTask(ctx.tx, taskId, unitId);
  if (task === undefined) throw notFound("task");
  if (settledByForm(task.duty)) throw directiveProblem("task-has-form");
  return task;
}

/**
 * Settles what a unit still owes of one duty in a campaign, when another capability's form did it. Harmless where
 * nothing is owed. Asks nobody's authority: the caller has, and writes an audit row of its own.
 */
export async function settleDuty(
  ctx: WriteCtx,
  {
    campaignId,
    unitId,
    duty,
    note,
  }: { readonly campaignId: string; readonly unitId: string; readonly duty: Duty; readonly note: string },
): Promise<void> {
  const by = ctx.principal.kind === "account" ? ctx.principal.accountId : null;
  const settled = await settleOpen(ctx.tx, { campaignId, unitId, duty, now: ctx.now, by, note });
  for (const id of settled) await ctx.audit({ subject: { kind: "task", id }, unitId, detail: { duty } });
}
