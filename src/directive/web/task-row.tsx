// One duty: what to do, until when, and the one button that settles it. Undone rather than asked about.
import { Button } from "@mantine/core";
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

interface TaskRowProps {
  readonly task: TaskView;
  readonly unitId: string;
  readonly form: TaskForm | undefined;
}

const PRESSING_DAYS = 7;

export function TaskRow({ task, unitId, form }: TaskRowProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
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
  const maySettle = !settled && task.allowedActions.includes("directive.settle-task");
  const mayReopen = settled && task.allowedActions.includes("directive.reopen-task");
  return (
    <li className="duty-row">
      <div className="duty-words">
        <h3>{t(`document.duty.${task.duty}`)}</h3>
        <p className="duty-when">
          <When task={task} />
        </p>
        {task.note !== "" && <p className="soft">{task.note}</p>}
        <ProblemNote problem={settle.problem ?? reopen.problem} />
      </div>
      <div className="duty-actions no-print">
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
        {maySettle && (
          <Button
            variant={presses && !own ? "filled" : "default"}
            leftSection={<Icon name="check" size={18} />}
            loading={settle.busy}
            onClick={() => void settle.run({ params, body: {} })}
          >
            {t("directive.mark-done")}
          </Button>
        )}
        {mayReopen && (
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

function When({ task }: { readonly task: TaskView }) {
  const t = useT();
  if (task.state === "settled") {
    return (
      <>
        <StateChip state="done" /> {task.settledAt && <DayText day={dayIn(task.settledAt)} />}
      </>
    );
  }
  if (task.dueOn === null) return <span className="soft">{t("directive.no-due-day")}</span>;
  return (
    <>
      {task.state === "late" ? <StateChip state="late" /> : <Icon name="clock" size={18} />}{" "}
      <span>
        {t("directive.due")} <DayText day={task.dueOn} due />
      </span>
    </>
  );
}
