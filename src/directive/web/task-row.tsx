// One duty: what to do, until when, and the one button that settles it. Undone rather than asked about; what waits on
// the phone is said on the row at once.
import { Button } from "@mantine/core";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import type { TaskView } from "../schema.ts";
import { DISSEMINATE, letterPath, taskAnchor } from "./paths.ts";
import { presses } from "./task-order.ts";
import { EvidenceAdd, EvidenceList } from "./tasks/evidence.tsx";
import { HeldNote } from "./tasks/held-note.tsx";
import { MoreButton, MorePart, NoteArea, useMore } from "./tasks/note-field.tsx";
import { ChangedActions, OpenActions } from "./tasks/task-actions.tsx";
import type { TaskForm } from "./tasks/task-form.ts";
import { type Settle, useSettle, useWish } from "./tasks/use-settle.ts";
import { noteOf } from "./tasks/waiting.ts";
import { When } from "./tasks/when.tsx";

interface TaskRowProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly form: TaskForm | undefined;
}

export function TaskRow({ task, unitId, form }: TaskRowProps) {
  const t = useT();
  const today = useToday();
  const settling = useSettle(task, unitId);
  const said = useWish(task, unitId);
  // While the button turns, the answer may come at once: nothing waits yet.
  const wish = settling.busy ? undefined : said;
  const waits = wish !== undefined && wish.command.refused === undefined;
  const open = task.state === "open" || task.state === "late";
  const spread: TaskForm | undefined =
    task.duty === "disseminate"
      ? { to: letterPath(unitId, task.directiveId, DISSEMINATE), label: t("directive.to-disseminate") }
      : undefined;
  const changed = task.changedSince && task.state === "settled";
  const more = useMore(settling.note !== "");
  const moreLabel = moreLabelOf(t, mayOf(task, waits));
  const note = wish ? noteOf(wish.command) : task.note;
  return (
    <li className={open ? "duty-row" : "duty-row duty-done"} id={taskAnchor(task.id)}>
      <div className="duty-words">
        <h3>{t(`document.duty.${task.duty}`)}</h3>
        <p className="duty-when">
          <When task={task} />
        </p>
        {changed && (
          <p className="duty-changes">
            <Icon name="edit" size={18} />
            <strong>{t("directive.task.changed")}</strong>
          </p>
        )}
        {note !== "" && <p className="soft">{t("directive.task.note-said", { note })}</p>}
        {wish && <HeldNote wish={wish} />}
        <EvidenceList task={task} unitId={unitId} editing={more.open} />
        <ProblemNote problem={settling.problem} />
      </div>
      <div className="duty-actions no-print">
        {open && !waits && (
          <OpenActions task={task} form={spread ?? form} settling={settling} strong={presses(task, today)} />
        )}
        {changed && !waits && <ChangedActions task={task} unitId={unitId} settling={settling} />}
        {moreLabel !== undefined && <MoreButton more={more} label={moreLabel} />}
      </div>
      {moreLabel !== undefined && (
        <MorePart more={more}>
          <More task={task} unitId={unitId} settling={settling} waits={waits} withForm={form !== undefined} />
        </MorePart>
      )}
    </li>
  );
}

interface MoreProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly settling: Settle;
  readonly waits: boolean;
  /** Its button leads to a form: settling it by hand is the other way. */
  readonly withForm: boolean;
}

/** What the answer allows, and what may not be done while something waits to be sent. */
function mayOf({ allowedActions, changedSince }: TaskView, waits: boolean) {
  const may = (action: string): boolean => allowedActions.includes(action);
  return {
    settle: may("directive.settle-task") && !waits,
    // A duty whose letter was changed has its own button for it.
    reopen: may("directive.reopen-task") && !changedSince && !waits,
    show: may("directive.add-evidence"),
  };
}

/** undefined: there is nothing more to do here. */
function moreLabelOf(t: T, may: ReturnType<typeof mayOf>): string | undefined {
  if (may.settle) return t("directive.task.more");
  if (may.reopen) return t("directive.task.more-settled");
  return may.show ? t("directive.task.more-files") : undefined;
}

interface MoreProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly settling: Settle;
  readonly waits: boolean;
  /** Its button leads to a form: settling it by hand is the other way. */
  readonly withForm: boolean;
}

/** A note, photos, settling by hand what has a form, opening again. */
function More({ task, unitId, settling, waits, withForm }: MoreProps) {
  const t = useT();
  const may = mayOf(task, waits);
  return (
    <>
      {may.settle && (
        <NoteArea
          label={t("directive.task.note")}
          help={t("directive.task.note-help")}
          note={settling.note}
          onNote={settling.setNote}
        />
      )}
      <EvidenceAdd task={task} unitId={unitId} />
      {may.settle && withForm && (
        <div className="duty-other">
          <p>{t("directive.task.other-way")}</p>
          <Button
            variant="default"
            leftSection={<Icon name="check" size={18} />}
            loading={settling.busy}
            onClick={() => void settling.settle()}
          >
            {t("directive.mark-done")}
          </Button>
        </div>
      )}
      {may.reopen && (
        <Button
          variant="default"
          leftSection={<Icon name="undo" size={18} />}
          loading={settling.busy}
          onClick={() => void settling.reopen()}
        >
          {t("directive.reopen")}
        </Button>
      )}
    </>
  );
}
