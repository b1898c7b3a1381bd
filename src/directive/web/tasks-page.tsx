// "Việc cần làm": what the unit owes, said as the letters say it, each one press from the form that settles it.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { listTasks } from "../contract.ts";
import type { TaskView } from "../schema.ts";
import { letterPath, lettersPath } from "./paths.ts";
import { TaskCard, type TaskForm } from "./task-card.tsx";
import { openFirst, settledLast } from "./task-order.ts";
import { UnreceivedLetters } from "./unreceived-letters.tsx";

export interface TasksPageProps {
  /** What stands above the duties: how the running campaign goes. */
  readonly top: ReactNode;
  /** The form that settles a duty, where there is one beyond this capability. */
  readonly formOf: (task: TaskView, unitId: string) => TaskForm | undefined;
}

export function TasksPage({ top, formOf }: TasksPageProps) {
  const t = useT();
  const { placeId, name } = useActing();
  const tasks = useRead(listTasks, { params: { unitId: placeId }, query: { settled: "with" } });
  return (
    <Page title={t("directive.tasks-title")} lead={name} printable>
      {top}
      <UnreceivedLetters unitId={placeId} />
      <Shown read={tasks} rows={5}>
        {({ items }) => <Duties tasks={items} unitId={placeId} formOf={formOf} />}
      </Shown>
    </Page>
  );
}

interface DutiesProps {
  readonly tasks: readonly TaskView[];
  readonly unitId: string;
  readonly formOf: TasksPageProps["formOf"];
}

function Duties({ tasks, unitId, formOf }: DutiesProps) {
  const t = useT();
  const open = openFirst(tasks);
  const settled = settledLast(tasks);
  const several = new Set(tasks.map(({ directiveId }) => directiveId)).size > 1;
  const only = several ? undefined : tasks[0];
  const card = (task: TaskView) => (
    <TaskCard key={task.id} task={task} unitId={unitId} form={formOf(task, unitId)} named={several} />
  );
  return (
    <>
      {open.length === 0 ? (
        <EmptyState
          icon="check"
          title={settled.length > 0 ? t("directive.tasks-all-done") : t("directive.tasks-none")}
          action={
            <Button component={Link} variant="default" to={lettersPath(unitId)}>
              {t("directive.see-letters")}
            </Button>
          }
        >
          {settled.length > 0 ? t("directive.tasks-all-done-help") : t("directive.tasks-none-help")}
        </EmptyState>
      ) : (
        <section aria-labelledby="open-duties">
          <h2 className="section-head" id="open-duties">
            {t("directive.tasks-open", { count: open.length })}
          </h2>
          {only && (
            <p className="task-letter">
              {t("directive.tasks-from")}{" "}
              <Link to={letterPath(unitId, only.directiveId)}>{only.letterTitle}</Link>
            </p>
          )}
          <ul className="task-list">{open.map(card)}</ul>
        </section>
      )}
      {settled.length > 0 && (
        <details className="settled">
          <summary>{t("directive.tasks-settled", { count: formatCount(settled.length) })}</summary>
          <ul className="task-list">{settled.map(card)}</ul>
        </details>
      )}
    </>
  );
}
