// The figures of a report, a line for each union; a line without figures says chưa báo cáo.
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import type { Figures, ReportLine, ReportView } from "../schema.ts";
import { standingWords } from "./standing.ts";

const COLUMNS = ["registered", "donated", "bags250", "bags350", "bags450", "ml"] as const;
const BAGS = ["bags250", "bags350", "bags450"] as const;
type Column = (typeof COLUMNS)[number];
const isBag = (column: Column): boolean => (BAGS as readonly string[]).includes(column);

/** The own line of a unit with others below it is named apart from the unit as a whole. */
export function useLineName(): (line: Pick<ReportLine, "unit" | "source">, lines: number) => string {
  const t = useT();
  return ({ unit, source }, lines) =>
    source === "own" && lines > 1 ? t("report.direct", { unit: unit.shortName }) : unit.name;
}

export function ReportTable({ report }: { readonly report: ReportView }) {
  const t = useT();
  const nameOf = useLineName();
  // A unit without others below it is its own total.
  const alone = report.lines.length === 1 && report.lines[0]?.source === "own";
  const title = (column: Column | "units" | "assigned" | "own"): string =>
    t(`report.col.${column}` satisfies MessageKey);
  return (
    <div className="table-place">
      <table className="table card-table report-table">
        {alone ? null : <caption>{t("report.table-caption")}</caption>}
        <thead>
          <tr>
            <th scope="col">{t("report.col.unit")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="number">
                {title(column)}
              </th>
            ))}
            <th scope="col" className="number">
              {title("units")}
            </th>
            <th scope="col">{title("assigned")}</th>
            <th scope="col">{title("own")}</th>
          </tr>
        </thead>
        <tbody>
          {report.lines.map((line) => (
            <tr key={`${line.unit.id} ${line.source}`} className={line.figures ? undefined : "not-reported"}>
              <th scope="row">{nameOf(line, report.lines.length)}</th>
              {line.figures ? (
                <>
                  <FigureCells figures={line.figures} title={title} />
                  <Target
                    title={title("assigned")}
                    units={line.figures.unitsHundredths}
                    target={line.assigned}
                  />
                  <Target title={title("own")} units={line.figures.unitsHundredths} target={line.own} />
                </>
              ) : (
                <td colSpan={COLUMNS.length + 3}>
                  <StateChip state="missing" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {!alone && (
          <tfoot>
            <tr>
              <th scope="row">{t("report.total")}</th>
              <FigureCells figures={report.total} title={title} />
              <Target
                title={title("assigned")}
                units={report.total.unitsHundredths}
                target={report.assigned}
              />
              <Target title={title("own")} units={report.total.unitsHundredths} target={report.own} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

interface FigureCellsProps {
  readonly figures: Figures;
  readonly title: (column: Column | "units") => string;
}

function FigureCells({ figures, title }: FigureCellsProps) {
  const t = useT();
  return (
    <>
      {COLUMNS.map((column) => (
        <td key={column} className={isBag(column) ? "number wide-only" : "number"} data-label={title(column)}>
          <Count value={figures[column]} />
        </td>
      ))}
      <td className="narrow-only" data-label={t("report.col.bags")}>
        {BAGS.map((bag) => formatCount(figures[bag])).join(" / ")}
      </td>
      <td className="number" data-label={title("units")}>
        <strong className="figure">{formatHundredths(figures.unitsHundredths)}</strong>
      </td>
    </>
  );
}

interface TargetProps {
  readonly title: string;
  readonly units: number;
  readonly target: number | null;
}

function Target({ title, units, target }: TargetProps) {
  const t = useT();
  return (
    <td data-label={title}>
      {target === null ? (
        <Count value={null} />
      ) : (
        t("report.cell-target", {
          target: formatCount(target),
          words: standingWords(t, units, target, "brief"),
        })
      )}
    </td>
  );
}
