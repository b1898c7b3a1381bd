// "Việc cần làm": what the unit owes, said as the letters say it, each duty one press from the form that settles it.
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
import { SentLetters, useSentLetters } from "./sent-letters.tsx";
import { SentenceCard } from "./sentence-card.tsx";
import { byLetter, openFirst, settledLast } from "./task-order.ts";
import type { TaskForm } from "./task-row.tsx";
import { titled } from "./titled.ts";
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
  const sent = useSentLetters(placeId);
  const open = tasks.data && openFirst(tasks.data.items).length;
  return (
    <Page
      title={t("directive.tasks-title")}
      lead={open ? `${name} · ${t("directive.tasks-open", { count: open })}` : name}
      printable
    >
      {top}
      <UnreceivedLetters unitId={placeId} />
      <Shown read={tasks} rows={5}>
        {({ items }) => <Duties tasks={items} unitId={placeId} formOf={formOf} leads={sent.length > 0} />}
      </Shown>
      <SentLetters sent={sent} unitId={placeId} />
    </Page>
  );
}

interface DutiesProps {
  readonly tasks: readonly TaskView[];
  readonly unitId: string;
  readonly formOf: TasksPageProps["formOf"];
}

interface AllDutiesProps extends DutiesProps {
  /** The unit sends letters itself: owing nothing is then nothing to explain. */
  readonly leads: boolean;
}

function Duties({ tasks, unitId, formOf, leads }: AllDutiesProps) {
  const t = useT();
  const open = openFirst(tasks);
  const settled = settledLast(tasks);
  if (tasks.length === 0 && leads) return null;
  return (
    <>
      {open.length === 0 && (
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
      )}
      <Letters tasks={open} unitId={unitId} formOf={formOf} />
      {settled.length > 0 && (
        <details className="settled">
          <summary>{t("directive.tasks-settled", { count: formatCount(settled.length) })}</summary>
          <Letters tasks={settled} unitId={unitId} formOf={formOf} />
        </details>
      )}
    </>
  );
}

function Letters({ tasks, unitId, formOf }: DutiesProps) {
  return byLetter(tasks).map(({ directiveId, title, sentences }) => (
    <section key={directiveId} className="letter-duties" aria-label={titled(title)}>
      <h2>
        <Link to={letterPath(unitId, directiveId)}>{titled(title)}</Link>
      </h2>
      <ul className="task-list">
        {sentences.map((group) => (
          <SentenceCard key={group.ordinal} group={group} unitId={unitId} formOf={formOf} />
        ))}
      </ul>
    </section>
  ));
}
