// What a unit owes (Việc cần làm), and settling it: by hand here, or by the capability whose form did the work.
import type { Duty } from "../document/schema.ts";
import { accountId, type Ctx, type WriteCtx } from "../platform/contract/context.ts";
import { notFound } from "../platform/contract/problem.ts";
import { settledByForm } from "./rules/duties.ts";
import { inOrder, taskState } from "./rules/states.ts";
import { directiveProblem, type TaskView } from "./schema.ts";
import { listTaskRows, lockTask, markOpen, markSettled, settleOpen } from "./store/tasks.ts";

export async function listTasks(
  ctx: Ctx,
  unitId: string,
  settled: "with" | "without",
): Promise<{ items: TaskView[] }> {
  await ctx.allow({ unit: unitId });
  const found = await listTaskRows(ctx.db, unitId, settled === "with");
  const maySettle = await ctx.may("directive.settle-task", { unit: unitId });
  const mayReopen = await ctx.may("directive.reopen-task", { unit: unitId });
  const maySpread = await ctx.may("directive.disseminate", { unit: unitId });
  const actions = (duty: Duty, done: boolean): string[] => {
    if (settledByForm(duty)) return !done && maySpread ? ["directive.disseminate"] : [];
    if (done) return mayReopen ? ["directive.reopen-task"] : [];
    return maySettle ? ["directive.settle-task"] : [];
  };
  const items = found.map(({ unitId: _unit, ...task }) => ({
    ...task,
    state: taskState(task, ctx.today),
    allowedActions: actions(task.duty, task.settledAt !== null),
  }));
  return { items: items.sort(inOrder) };
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
  if ((await markOpen(ctx.tx, task.id)) === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "task", id: task.id }, unitId, detail: { duty: task.duty } });
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
