// Settling and opening a duty again, signal or none: what the person said last holds, and can be taken back.
import type { KeptCommand } from "../../../platform/offline/command.ts";
import { useKeptWrite, usePending } from "../../../platform/offline/use-kept-write.ts";
import { useDraft } from "../../../platform/ui/draft.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { listTasks, recordDissemination, reopenTask, settleTask } from "../../contract.ts";
import type { TaskView } from "../../schema.ts";
import { taskPath } from "../paths.ts";
import { lastWish, type Wish } from "./waiting.ts";

/** What this phone holds for a duty; undefined: nothing. */
export function useWish(task: TaskView, unitId: string): Wish | undefined {
  const params = { unitId, taskId: task.id };
  const settled = usePending(settleTask, params);
  const reopened = usePending(reopenTask, params);
  const spread = usePending(recordDissemination, { unitId, directiveId: task.directiveId });
  const held: KeptCommand[] = [...settled, ...reopened];
  // Once it counts as spread, one more meeting on its way changes nothing here.
  if (task.duty === "disseminate" && task.state !== "settled") held.push(...spread);
  return lastWish(held);
}

export function useSettle(task: TaskView, unitId: string) {
  const t = useT();
  const tell = useNotice();
  const duty = t(`document.duty.${task.duty}`);
  const key = `settle.${unitId}.${task.id}`;
  const [note, setNote, forget] = useDraft(key, () => "");
  const params = { unitId, taskId: task.id };
  const to = taskPath(unitId, task.id);
  const reopening = useKeptWrite(reopenTask, { invalidates: [listTasks] });
  const settling = useKeptWrite(settleTask, { invalidates: [listTasks] });

  const reopen = async (): Promise<void> => {
    const state = await reopening.run({ params }, { words: t("directive.task.reopen-words", { duty }) });
    if (state) tell({ text: t(state === "sent" ? "directive.task.reopened" : "directive.task.kept") });
  };
  const send = (said: string) =>
    settling.run(
      { params, body: { note: said } },
      {
        words: t("directive.task.settle-words", { duty }),
        mend: { to, draft: { key, value: said } },
      },
    );
  const settle = async (): Promise<void> => {
    const state = await send(note);
    if (state === undefined) return;
    setNote("");
    forget();
    // What is kept is taken back on its row.
    if (state === "kept") tell({ text: t("directive.task.kept") });
    else tell({ text: t("directive.task-settled"), undo: () => void reopen() });
  };
  /** Looked at again under the changed letter: settled anew, as it was. */
  const stillHolds = async (): Promise<void> => {
    const first = await reopening.run({ params }, { words: t("directive.task.reopen-words", { duty }) });
    if (first === undefined) return;
    const then = await send(task.note);
    if (then)
      tell({ text: t(then === "sent" ? "directive.task.still-holds-notice" : "directive.task.kept") });
  };
  return {
    note,
    setNote,
    settle,
    reopen,
    stillHolds,
    busy: settling.busy || reopening.busy,
    problem: settling.problem ?? reopening.problem,
  };
}

export type Settle = ReturnType<typeof useSettle>;
