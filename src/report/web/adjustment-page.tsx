// One adjusting report: what the approved one said, what it is now, the difference; sent and approved like it.
import { Title } from "@mantine/core";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { formatDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { Shown } from "../../platform/ui/states.tsx";
import { getAdjustment } from "../contract/adjustment.ts";
import { formatDifference, formatHundredthsDifference } from "../rules/difference.ts";
import { differenceOf, NO_FIGURES } from "../rules/figures.ts";
import type { Adjustment } from "../schema/adjustment.ts";
import type { Difference, Figures } from "../schema.ts";
import { Comments } from "./comments.tsx";
import { Remarks, useRemarks } from "./remarks.tsx";
import { ReportActs, ReportPaper } from "./report-acts.tsx";
import { ReportChips } from "./report-state.tsx";
import { StateNote } from "./state-note.tsx";

export function AdjustmentPage() {
  const t = useT();
  const { placeId } = useActing();
  const { reportId = "" } = useParams();
  const read = useRead(getAdjustment, { params: { reportId } });
  const { data } = read;
  return (
    <Page
      title={
        data
          ? t("report.adjustment-title", { number: data.number, day: formatDay(data.driveDay) })
          : t("report.title")
      }
      {...(data && { lead: data.unit.name })}
      back={{ to: atUnit(placeId, "bao-cao"), label: t("report.back") }}
      printable
    >
      <Shown read={read} rows={4}>
        {(found) => <Adjusted key={found.id} adjustment={found} />}
      </Shown>
    </Page>
  );
}

function Adjusted({ adjustment }: { readonly adjustment: Adjustment }) {
  const t = useT();
  const { placeId } = useActing();
  const report = { ...adjustment, missing: [] };
  const remarks = useRemarks(report);
  return (
    <div className="report">
      <ReportChips state={report.state} late={false} />
      <StateNote report={report} ours={report.unit.id === placeId} />
      <p>
        {adjustment.driveName}.{" "}
        <Link to={atUnit(placeId, "bao-cao", adjustment.ofId)}>{t("report.adjustment-of")}</Link>
      </p>
      <section className="card">
        <Title order={2} size="h3">
          {t("report.adjustment-table")}
        </Title>
        {adjustment.lines.map((line) => (
          <Compared key={`${line.unit.id} ${line.source}`} name={line.unit.name} {...line} />
        ))}
        <Compared name={t("report.adjustment-whole")} before={adjustment.before} after={adjustment.after} />
      </section>
      <Remarks report={report} draft={remarks} />
      <Comments report={report} />
      <ReportPaper report={report} />
      <ReportActs report={report} remarks={remarks} />
    </div>
  );
}

const ROWS = ["registered", "donated", "bags250", "bags350", "bags450", "units", "ml"] as const;

interface ComparedProps {
  readonly name: string;
  readonly before: Figures | null;
  readonly after: Figures;
}

/** Figure by figure, one below the other: it fits a phone. What stayed the same is left out but for who gave. */
function Compared({ name, before, after }: ComparedProps) {
  const t = useT();
  const difference = differenceOf(before ?? NO_FIGURES, after);
  const of = (figures: Figures | Difference, row: (typeof ROWS)[number]): number =>
    row === "units" ? figures.unitsHundredths : figures[row];
  const said = (value: number, row: (typeof ROWS)[number]): string =>
    row === "units" ? formatHundredths(value) : formatCount(value);
  return (
    <div className="table-place">
      <table className="table">
        <caption>{name}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t("report.adjustment-before")}
            </th>
            <th scope="col" className="number">
              {t("report.adjustment-after")}
            </th>
            <th scope="col" className="number">
              {t("report.adjustment-difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.filter((row) => row === "donated" || of(difference, row) !== 0).map((row) => (
            <tr key={row}>
              <th scope="row">{t(`report.col.${row}`)}</th>
              <td className="number">
                {before === null ? <StateChip state="missing" /> : said(of(before, row), row)}
              </td>
              <td className="number">{said(of(after, row), row)}</td>
              <td className="number">
                <strong>
                  {row === "units"
                    ? formatHundredthsDifference(difference.unitsHundredths)
                    : formatDifference(difference[row])}
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
