// Figures of a period, a line for each drive or union; a line that goes without some reports says so.
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import type { Figures } from "../schema.ts";

const COLUMNS = ["registered", "donated", "ml"] as const;
const BAGS = ["bags250", "bags350", "bags450"] as const;

interface PeriodTableProps {
  readonly first: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly figures: Figures | null;
    readonly lacking: number;
  }[];
  readonly total: Figures;
}

export function PeriodTable({ first, rows, total }: PeriodTableProps) {
  const t = useT();
  const cells = (figures: Figures) => (
    <>
      {COLUMNS.map((column) => (
        <td key={column} className="number" data-label={t(`report.col.${column}`)}>
          <Count value={figures[column]} />
        </td>
      ))}
      <td className="number" data-label={t("report.col.bags")}>
        {BAGS.map((bag) => formatCount(figures[bag])).join(" / ")}
      </td>
      <td className="number" data-label={t("report.col.units")}>
        <strong className="figure">{formatHundredths(figures.unitsHundredths)}</strong>
      </td>
    </>
  );
  return (
    <div className="table-place">
      <table className="table card-table report-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`report.col.${column}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t("report.col.bags")}
            </th>
            <th scope="col" className="number">
              {t("report.col.units")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures, lacking }) => (
            <tr key={key} className={figures ? undefined : "not-reported"}>
              <th scope="row">
                {name}
                {figures !== null && lacking > 0 && (
                  <span className="soft"> ({t("report.period-lacking", { count: lacking })})</span>
                )}
              </th>
              {figures ? (
                cells(figures)
              ) : (
                <td colSpan={COLUMNS.length + 2}>
                  <StateChip state="missing" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t("report.total")}</th>
              {cells(total)}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
