// One report: filled by itself, looked over, worded and sent by its unit; approved or returned by the level above.
import { Title } from "@mantine/core";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { asOfQuery, PastNote, usePastDay } from "../../platform/ui/as-of.tsx";
import { DayText, formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getReport } from "../contract.ts";
import type { ReportView } from "../schema.ts";
import { Changed } from "./changed.tsx";
import { Comments } from "./comments.tsx";
import { QuickFigure } from "./quick-figure.tsx";
import { Remarks, useRemarks } from "./remarks.tsx";
import { ReportActs, ReportPaper } from "./report-acts.tsx";
import { isUnsent, ReportChips } from "./report-state.tsx";
import { ReportTable } from "./report-table.tsx";
import { useSentence, WholeEvent } from "./sentence.tsx";
import { standingWords } from "./standing.ts";
import { StateNote } from "./state-note.tsx";

export function ReportPage() {
  const t = useT();
  const { placeId } = useActing();
  const { reportId = "" } = useParams();
  const report = useRead(getReport, { params: { reportId } });
  // Come from the list of a day gone by: there is nothing to do but look, and the way back keeps the day.
  const past = usePastDay();
  const ours = report.data === undefined || report.data.unit.id === placeId;
  return (
    <Page
      title={
        report.data ? t("report.one-title", { day: formatDay(report.data.driveDay) }) : t("report.title")
      }
      {...(report.data && { lead: report.data.unit.name })}
      back={
        ours
          ? { to: atUnit(placeId, "bao-cao"), label: t("report.back") }
          : {
              to: atUnit(placeId, "bao-cao", "dot", report.data?.driveId ?? "") + asOfQuery(past),
              label: t("report.back-below"),
            }
      }
      printable
    >
      {past !== undefined && (
        <PastNote>
          {t("report.past", { day: formatDay(past) })}{" "}
          <Link to={atUnit(placeId, "bao-cao", reportId)}>{t("common.as-of-today")}</Link>
        </PastNote>
      )}
      <Shown read={report} rows={5}>
        {(found) => (
          <Report
            key={found.id}
            report={past === undefined ? found : toRead(found)}
            ours={found.unit.id === placeId}
          />
        )}
      </Shown>
    </Page>
  );
}

const toRead = (report: ReportView): ReportView => ({
  ...report,
  allowedActions: report.allowedActions.filter((action) => action === "report.docx"),
});

function Report({ report, ours }: { readonly report: ReportView; readonly ours: boolean }) {
  const t = useT();
  const remarks = useRemarks(report);
  const direct = new Set(report.lines.map(({ unit }) => unit.id));
  // Those directly below stand in the table already.
  const deeper = report.missing.filter(({ id }) => !direct.has(id));
  return (
    <div className="report">
      <ReportChips state={report.state} late={report.late} />
      <StateNote report={report} ours={ours} />
      <Changed report={report} />
      <Result report={report} />
      <Facts report={report} />
      <section className="card">
        <Title order={2} size="h3">
          {t("report.table")}
        </Title>
        <ReportTable report={report} />
      </section>
      {deeper.length > 0 && (
        <section className="card">
          <Title order={2} size="h3">
            {t("report.missing")}
          </Title>
          <p>{t("report.missing-lead", { count: deeper.length })}</p>
          <ul className="plain-list">
            {deeper.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {report.event && <WholeEvent figures={report.event} />}
      <Remarks report={report} draft={remarks} />
      <Comments report={report} />
      <ReportPaper report={report} />
      <QuickFigure unitId={report.unit.id} driveId={report.driveId} />
      <ReportActs report={report} remarks={remarks} />
    </div>
  );
}

function Facts({ report }: { readonly report: ReportView }) {
  const t = useT();
  const facts = [
    { word: t("report.drive"), value: `${report.driveName}, ${formatDay(report.driveDay)}` },
    { word: t("report.to"), value: report.to?.name ?? t("report.to-none") },
    {
      word: t("report.due-word"),
      value:
        report.dueOn === null ? (
          t("report.due-none")
        ) : isUnsent(report.state) ? (
          <DayText day={report.dueOn} due />
        ) : (
          formatDay(report.dueOn)
        ),
    },
    {
      word: t("report.figures-as-of"),
      value: report.figuresAsOf === null ? t("report.figures-live") : formatInstant(report.figuresAsOf),
    },
    {
      word: t("report.version"),
      value:
        report.version === 0
          ? t("report.version-none")
          : t("report.version-number", { version: report.version }),
    },
  ];
  return (
    <div className="drive-facts">
      <dl>
        {facts.map(({ word, value }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Result({ report }: { readonly report: ReportView }) {
  const t = useT();
  const sentence = useSentence();
  const { assigned, own, total } = report;
  const words = (target: number) => ({
    target: formatCount(target),
    words: standingWords(t, total.unitsHundredths, target),
  });
  return (
    <section className="card report-result">
      <Title order={2} size="h3">
        {t("report.result")}
      </Title>
      <p className="report-sentence">{sentence(total)}</p>
      <ul className="plain-list">
        <li>{assigned === null ? t("report.no-assigned") : t("report.target-assigned", words(assigned))}</li>
        <li>{own === null ? t("report.no-own") : t("report.target-own", words(own))}</li>
      </ul>
      <p className="soft">{t("report.target-whole")}</p>
    </section>
  );
}
