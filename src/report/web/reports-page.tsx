// Reports a unit owes and made: what is still to do on top, each with its due day and one button.
import { Button, Title } from "@mantine/core";
import { Link, useNavigate } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DayText } from "../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { getUnit } from "../../unit/contract.ts";
import { listBelow, listOwed, openReport, reportNil } from "../contract.ts";
import type { OwedRow, ReportState } from "../schema.ts";
import { AdjustmentList } from "./adjustment-list.tsx";
import { PeriodList } from "./period-list.tsx";
import { QuickFigure, QuickState } from "./quick-figure.tsx";
import { isUnsent, ReportChips } from "./report-state.tsx";
import { READS } from "./reported.ts";

export function ReportsPage() {
  const t = useT();
  const { placeId } = useActing();
  const owed = useReadPages(listOwed, { params: { unitId: placeId } });
  const unit = useRead(getUnit, { params: { unitId: placeId } });
  const hasBelow = unit.data?.unit.hasChildren ?? false;
  return (
    <Page
      title={t("report.title")}
      lead={t("report.lead")}
      actions={
        hasBelow && (
          <Button component={Link} to={atUnit(placeId, "bao-cao", "tinh-hinh-nop")} variant="default">
            {t("report.completeness-link")}
          </Button>
        )
      }
    >
      <AdjustmentList unitId={placeId} over={false} />
      <Shown read={{ data: owed.items, error: owed.error, refetch: owed.retry }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="report" title={t("report.empty-title")}>
              {t("report.empty")}
            </EmptyState>
          ) : (
            <>
              <Group
                title={t("report.todo")}
                rows={items.filter(({ state }) => isUnsent(state))}
                below={hasBelow}
              />
              <Group
                title={t("report.sent")}
                rows={items.filter(({ state }) => !isUnsent(state))}
                below={hasBelow}
              />
              <LoadMore pages={owed} />
            </>
          )
        }
      </Shown>
      <PeriodList unitId={placeId} />
      <AdjustmentList unitId={placeId} over />
    </Page>
  );
}

interface GroupProps {
  readonly title: string;
  readonly rows: readonly OwedRow[];
  readonly below: boolean;
}

function Group({ title, rows, below }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className="report-group">
      <Title order={2} size="h3">
        {title}
      </Title>
      <ul className="report-rows">
        {rows.map((row) => (
          <Row key={row.driveId} row={row} below={below} />
        ))}
      </ul>
    </section>
  );
}

const ACTS = {
  none: "report.open",
  draft: "report.continue",
  returned: "report.mend",
  submitted: "report.view",
  approved: "report.view",
} as const satisfies Record<ReportState | "none", MessageKey>;

function Row({ row, below }: { readonly row: OwedRow; readonly below: boolean }) {
  const t = useT();
  const { placeId } = useActing();
  const navigate = useNavigate();
  const open = useWrite(openReport, {
    invalidates: [listOwed, listBelow],
    onDone: ({ id }) => void navigate(atUnit(placeId, "bao-cao", id)),
  });
  const nil = useWrite(reportNil, { invalidates: READS });
  const word = t(ACTS[row.state ?? "none"]);
  const variant = isUnsent(row.state) ? "filled" : "default";
  return (
    <li className="card report-row">
      <div className="report-row-words">
        <strong>{t("report.of-drive", { day: formatDay(row.driveDay) })}</strong>
        <span>{row.driveName}</span>
        <span>
          {row.dueOn === null ? t("report.due-none") : <DueText day={row.dueOn} due={isUnsent(row.state)} />}
        </span>
        <ReportChips state={row.state} late={row.late} />
        {(row.quick.sent !== null || isUnsent(row.state)) && <QuickState quick={row.quick} />}
      </div>
      <div className="report-row-acts no-print">
        {row.nil && (
          <Button
            loading={nil.busy}
            onClick={() =>
              void nil.run({ params: { unitId: placeId, driveId: row.driveId }, body: { id: newId() } })
            }
          >
            {t("report.nil")}
          </Button>
        )}
        {row.reportId === null ? (
          <Button
            variant={row.nil ? "default" : "filled"}
            loading={open.busy}
            onClick={() =>
              void open.run({ params: { unitId: placeId, driveId: row.driveId }, body: { id: newId() } })
            }
          >
            {word}
          </Button>
        ) : (
          <Button
            component={Link}
            to={atUnit(placeId, "bao-cao", row.reportId)}
            variant={row.nil ? "default" : variant}
          >
            {word}
          </Button>
        )}
        {below && (
          <Button component={Link} to={atUnit(placeId, "bao-cao", "dot", row.driveId)} variant="default">
            {t("report.below-link")}
          </Button>
        )}
      </div>
      <ProblemNote problem={open.problem ?? nil.problem} />
      <QuickFigure unitId={placeId} driveId={row.driveId} quick={row.quick} />
    </li>
  );
}

/** "Hạn nộp: 12/06/2021 (còn 3 ngày)"; a sent report's due day is no longer counted down. */
function DueText({ day, due }: { readonly day: string; readonly due: boolean }) {
  const t = useT();
  if (!due) return t("report.due", { due: formatDay(day) });
  return (
    <>
      {t("report.due-word")}: <DayText day={day} due />
    </>
  );
}
