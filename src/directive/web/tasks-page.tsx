// "Việc cần làm": what the unit owes, said as the letters say it, each duty one press from the form that settles it.
import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { Link, useLocation } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { useOnline } from "../../platform/offline/use-reach.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { addressOf } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { taskSheet } from "../contract/family.ts";
import { listTasks } from "../contract.ts";
import { lettersPath, taskAnchor } from "./paths.ts";
import { SentLetters, useSentLetters } from "./sent-letters.tsx";
import { openFirst, settledLast, toLookAt, withdrawnOf } from "./task-order.ts";
import { FollowUps } from "./tasks/follow-ups.tsx";
import { type DutiesProps, OpenLetters, PlainLetters } from "./tasks/letter-duties.tsx";
import { Reminder } from "./tasks/reminder.tsx";
import { UnconfirmedLetters } from "./tasks/unconfirmed.tsx";

export interface TasksPageProps {
  /** What stands above the duties: how the running campaign goes. */
  readonly top: ReactNode;
  /** The form that settles a duty, where there is one beyond this capability. */
  readonly formOf: DutiesProps["formOf"];
}

export function TasksPage({ top, formOf }: TasksPageProps) {
  const t = useT();
  const { placeId, name } = useActing();
  const tasks = useRead(listTasks, { params: { unitId: placeId }, query: { settled: "with" } });
  const sent = useSentLetters(placeId);
  const open = tasks.data && openFirst(tasks.data.items).length;
  const onPaper = tasks.data !== undefined && tasks.data.items.length > 0;
  useShownTask(tasks.data !== undefined);
  return (
    <Page
      title={t("directive.tasks-title")}
      lead={open ? `${name} · ${t("directive.tasks-open", { count: open })}` : name}
      actions={onPaper ? <PrintButton unitId={placeId} className="tasks-print-first" /> : undefined}
    >
      {tasks.data?.reminder && <Reminder reminder={tasks.data.reminder} unitId={placeId} />}
      {top}
      <Shown read={tasks} rows={5}>
        {({ items, unconfirmed, followUps }) => (
          <>
            <UnconfirmedLetters letters={unconfirmed} unitId={placeId} />
            <FollowUps followUps={followUps} unitId={placeId} />
            <Duties
              tasks={items}
              unitId={placeId}
              formOf={formOf}
              quiet={sent.length > 0 || unconfirmed.length > 0 || followUps.length > 0}
            />
          </>
        )}
      </Shown>
      <SentLetters sent={sent} unitId={placeId} />
      {onPaper && <PrintButton unitId={placeId} className="tasks-print-last" />}
    </Page>
  );
}

/** Comes to the duty the address names, e.g. one whose settling was refused. */
function useShownTask(ready: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!ready || !hash.startsWith(`#${taskAnchor("")}`)) return;
    const row = document.getElementById(hash.slice(1));
    for (let at = row?.parentElement; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    row?.scrollIntoView({ block: "start" });
  }, [ready, hash]);
}

/** The sheet for those without a phone; without a signal this page itself is printed. */
function PrintButton({ unitId, className }: { readonly unitId: string; readonly className: string }) {
  const t = useT();
  const online = useOnline();
  const look = { className, variant: "default", leftSection: <Icon name="print" /> } as const;
  if (!online) {
    return (
      <Button {...look} onClick={() => window.print()}>
        {t("directive.task.print")}
      </Button>
    );
  }
  return (
    <Button {...look} component="a" download href={addressOf(taskSheet, { params: { unitId } })}>
      {t("directive.task.print")}
    </Button>
  );
}

interface AllDutiesProps extends DutiesProps {
  /** There is something else on the page: owing nothing is then nothing to explain. */
  readonly quiet: boolean;
}

function Duties({ tasks, unitId, formOf, quiet }: AllDutiesProps) {
  const open = openFirst(tasks);
  const lookAt = toLookAt(tasks);
  const nothing = open.length === 0 && lookAt.length === 0;
  return (
    <>
      {nothing && !(tasks.length === 0 && quiet) && (
        <NothingOpen everDone={settledLast(tasks).length > 0} unitId={unitId} />
      )}
      <LookAgain tasks={lookAt} unitId={unitId} formOf={formOf} />
      <OpenLetters key={unitId} tasks={open} unitId={unitId} formOf={formOf} />
      <Folded tasks={tasks} unitId={unitId} formOf={formOf} />
    </>
  );
}

function NothingOpen({ everDone, unitId }: { readonly everDone: boolean; readonly unitId: string }) {
  const t = useT();
  return (
    <EmptyState
      icon="check"
      title={everDone ? t("directive.tasks-all-done") : t("directive.tasks-none")}
      action={
        <Button component={Link} variant="default" to={lettersPath(unitId)}>
          {t("directive.see-letters")}
        </Button>
      }
    >
      {everDone ? t("directive.tasks-all-done-help") : t("directive.tasks-none-help")}
    </EmptyState>
  );
}

function LookAgain({ tasks, unitId, formOf }: DutiesProps) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="look-again">
      <h2 className="section-head" id="look-again">
        {t("directive.task.look-again")}
      </h2>
      <PlainLetters tasks={tasks} unitId={unitId} formOf={formOf} />
    </section>
  );
}

/** What needs nothing more: done, and no longer asked. */
function Folded({ tasks, unitId, formOf }: DutiesProps) {
  const t = useT();
  const settled = settledLast(tasks);
  const withdrawn = withdrawnOf(tasks);
  return (
    <>
      {settled.length > 0 && (
        <details className="settled">
          <summary>{t("directive.tasks-settled", { count: formatCount(settled.length) })}</summary>
          <PlainLetters tasks={settled} unitId={unitId} formOf={formOf} />
        </details>
      )}
      {withdrawn.length > 0 && (
        <details className="settled">
          <summary>{t("directive.task.withdrawn", { count: formatCount(withdrawn.length) })}</summary>
          <p className="soft">{t("directive.task.withdrawn-help")}</p>
          <PlainLetters tasks={withdrawn} unitId={unitId} formOf={formOf} />
        </details>
      )}
    </>
  );
}
