// One period report: by drive and by union below, how complete it is, and the same period's reports from below.
import { Title } from "@mantine/core";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { getPeriod, listPeriodsBelow } from "../contract/period.ts";
import type { PeriodReport } from "../schema/period.ts";
import { ChangedNote } from "./changed.tsx";
import { Comments } from "./comments.tsx";
import { PeriodTable } from "./period-table.tsx";
import { periodSpan, periodTitle } from "./period-words.ts";
import { Remarks, useRemarks } from "./remarks.tsx";
import { ReportActs, ReportPaper } from "./report-acts.tsx";
import { ReportChips } from "./report-state.tsx";
import { useLineName } from "./report-table.tsx";
import { useSentence, WholeEvent } from "./sentence.tsx";
import { standingWords } from "./standing.ts";
import { StateNote } from "./state-note.tsx";

export function PeriodPage() {
  const t = useT();
  const { placeId } = useActing();
  const { reportId = "" } = useParams();
  const read = useRead(getPeriod, { params: { reportId } });
  const { data } = read;
  return (
    <Page
      title={data ? periodTitle(t, data) : t("report.title")}
      {...(data && { lead: `${data.unit.name}. ${periodSpan(t, data)}` })}
      back={{ to: atUnit(placeId, "bao-cao"), label: t("report.back") }}
      printable
    >
      <Shown read={read} rows={5}>
        {(found) => <Period key={found.id} report={found} />}
      </Shown>
    </Page>
  );
}

function Period({ report }: { readonly report: PeriodReport }) {
  const t = useT();
  const { placeId } = useActing();
  const remarks = useRemarks(report);
  const sentence = useSentence();
  const nameOf = useLineName();
  const { total, assigned, own, completeness } = report;
  const target = (value: number) => ({
    target: formatCount(value),
    words: standingWords(t, total.unitsHundredths, value),
  });
  return (
    <div className="report">
      <ReportChips state={report.state} late={report.late} />
      <StateNote report={report} ours={report.unit.id === placeId} />
      {report.changed && <ChangedNote changed={report.changed} />}
      <section className="card report-result">
        <Title order={2} size="h3">
          {t("report.result")}
        </Title>
        <p className="report-sentence">{sentence(total)}</p>
        {report.kind === "campaign" && (
          <ul className="plain-list">
            <li>
              {assigned === null ? t("report.no-assigned") : t("report.target-assigned", target(assigned))}
            </li>
            <li>{own === null ? t("report.no-own") : t("report.target-own", target(own))}</li>
          </ul>
        )}
        {completeness.owed > 0 && <p>{t("report.period-complete", completeness)}</p>}
        {report.openDrives > 0 && <p>{t("report.period-open", { count: report.openDrives })}</p>}
        <p className="soft">
          {t("report.figures-as-of")}:{" "}
          {report.figuresAsOf === null ? t("report.figures-live") : formatInstant(report.figuresAsOf)}
        </p>
      </section>
      <section className="card">
        <Title order={2} size="h3">
          {t("report.period-drives")}
        </Title>
        <PeriodTable
          first={t("report.col.drive")}
          total={total}
          rows={report.drives.map((drive) => ({
            ...drive,
            key: drive.driveId,
            name: `${drive.name}, ${formatDay(drive.day)}`,
          }))}
        />
      </section>
      <section className="card">
        <Title order={2} size="h3">
          {t("report.period-lines")}
        </Title>
        <PeriodTable
          first={t("report.col.unit")}
          total={total}
          rows={report.lines.map((line) => ({
            ...line,
            key: `${line.unit.id} ${line.source}`,
            name: nameOf(line, report.lines.length),
          }))}
        />
      </section>
      <Missing report={report} />
      {report.event && <WholeEvent figures={report.event} />}
      {report.unit.id === placeId && <Below report={report} />}
      <Remarks report={report} draft={remarks} />
      <Comments report={report} />
      <ReportPaper report={report} />
      <ReportActs report={report} remarks={remarks} />
    </div>
  );
}

/** A long list says how many more there are: the table of completeness has them all. */
const NAMED = 20;

function Missing({ report }: { readonly report: PeriodReport }) {
  const t = useT();
  const { missing } = report;
  if (missing.length === 0) return null;
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("report.period-missing")}
      </Title>
      <ul className="plain-list">
        {missing.slice(0, NAMED).map(({ unit, driveId, driveDay }) => (
          <li key={`${unit.id} ${driveId}`}>
            {t("report.period-missing-row", { unit: unit.name, day: formatDay(driveDay) })}
          </li>
        ))}
      </ul>
      {missing.length > NAMED && <p>{t("report.period-missing-more", { count: missing.length - NAMED })}</p>}
    </section>
  );
}

function Below({ report }: { readonly report: PeriodReport }) {
  const t = useT();
  const { kind, from, campaign, unit } = report;
  const { data } = useRead(listPeriodsBelow, {
    params: { unitId: unit.id },
    query: { kind, from, ...(campaign !== null && { campaignId: campaign.id }) },
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <details className="fold no-print">
      <summary>{t("report.period-below")}</summary>
      <ul className="plain-list">
        {data.items.map((row) => (
          <li key={row.unit.id} className="period-below-row">
            {row.reportId === null ? (
              row.unit.name
            ) : (
              <Link to={atUnit(unit.id, "bao-cao", "ky", row.reportId)}>{row.unit.name}</Link>
            )}{" "}
            <ReportChips state={row.state} late={row.late} />
          </li>
        ))}
      </ul>
    </details>
  );
}
