// One duty: what to do, until when, the words of the letter, and the one button that settles it.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { dayIn, daysBetween } from "../../platform/pure/calendar.ts";
import { DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { listTasks, reopenTask, settleTask } from "../contract.ts";
import type { TaskView } from "../schema.ts";
import { DISSEMINATE, letterPath } from "./paths.ts";

/** Where a duty is settled, in words of a button. */
export interface TaskForm {
  readonly to: string;
  readonly label: string;
}

interface TaskCardProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly form: TaskForm | undefined;
  /** Name the letter: where the duties shown come from several. */
  readonly named: boolean;
}

/** A sentence of a letter may run to half a page; this much of it is shown at first. */
const SHORT_SENTENCE = 140;
const PRESSING_DAYS = 7;

export function TaskCard({ task, unitId, form, named }: TaskCardProps) {
  const t = useT();
  const today = useToday();
  const tell = useNotice();
  const params = { unitId, taskId: task.id };
  const reopen = useWrite(reopenTask, { invalidates: [listTasks] });
  const settle = useWrite(settleTask, {
    invalidates: [listTasks],
    onDone: () => tell({ text: t("directive.task-settled"), undo: () => void reopen.run({ params }) }),
  });
  const settled = task.state === "settled";
  const own: TaskForm | undefined =
    task.duty === "disseminate"
      ? { to: letterPath(unitId, task.directiveId, DISSEMINATE), label: t("directive.to-disseminate") }
      : form;
  // The strong colour is for what presses: late, or due within the week.
  const presses = task.dueOn !== null && daysBetween(today, task.dueOn) <= PRESSING_DAYS;
  const maySettle = task.allowedActions.includes("directive.settle-task");
  const mayReopen = task.allowedActions.includes("directive.reopen-task");
  return (
    <li className={`card task task-${task.state}`}>
      <div className="task-body">
        <h3>{t(`document.duty.${task.duty}`)}</h3>
        <p className="task-when">
          {settled && task.settledAt ? (
            <>
              <StateChip state="done" /> <DayText day={dayIn(task.settledAt)} />
            </>
          ) : (
            <Due task={task} />
          )}
        </p>
        <Sentence text={task.sentence} />
        {named && (
          <p className="task-letter">
            <Link to={letterPath(unitId, task.directiveId)}>{task.letterTitle}</Link>
          </p>
        )}
        {task.note !== "" && <p className="task-note">{task.note}</p>}
        <ProblemNote problem={settle.problem ?? reopen.problem} />
      </div>
      <div className="task-actions no-print">
        {!settled && own && (
          <Button
            component={Link}
            to={own.to}
            variant={presses ? "filled" : "light"}
            rightSection={<Icon name="right" size={18} />}
          >
            {own.label}
          </Button>
        )}
        {!settled && maySettle && (
          <Button
            variant={presses && !own ? "filled" : "default"}
            leftSection={<Icon name="check" size={18} />}
            loading={settle.busy}
            onClick={() => void settle.run({ params, body: {} })}
          >
            {t("directive.mark-done")}
          </Button>
        )}
        {settled && mayReopen && (
          <Button
            variant="default"
            leftSection={<Icon name="undo" size={18} />}
            loading={reopen.busy}
            onClick={() => void reopen.run({ params })}
          >
            {t("directive.reopen")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Due({ task }: { readonly task: TaskView }) {
  const t = useT();
  if (task.dueOn === null) return <span className="task-undated">{t("directive.no-due-day")}</span>;
  return (
    <>
      {task.state === "late" ? <StateChip state="late" /> : <Icon name="clock" size={18} />}{" "}
      <span>
        {t("directive.due")} <DayText day={task.dueOn} due />
      </span>
    </>
  );
}

function Sentence({ text }: { readonly text: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  const long = text.length > SHORT_SENTENCE;
  return (
    <blockquote className="task-sentence">
      <span className={long && !whole ? "clamped" : undefined}>{text}</span>
      {long && (
        <button
          type="button"
          className="text-button no-print"
          onClick={() => setWhole(!whole)}
          aria-expanded={whole}
        >
          {whole ? t("directive.sentence-less") : t("directive.sentence-more")}
        </button>
      )}
    </blockquote>
  );
}
