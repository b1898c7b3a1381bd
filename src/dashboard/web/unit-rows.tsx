// The tree one level down, a row a union: blood against both targets, registered to donated, letters, reports.
import { Title } from "@mantine/core";
import { Link } from "react-router";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { EmptyState } from "../../platform/ui/states.tsx";
import { standingWords } from "../../report/web/standing.ts";
import type { Overview, OverviewRow } from "../schema.ts";
import { Sparkline } from "./sparkline.tsx";
import { rateOf, whyWords } from "./words.ts";

interface UnitRowsProps {
  readonly overview: Overview;
  readonly hrefOf: (unitId: string) => string;
}

export function UnitRows({ overview, hrefOf }: UnitRowsProps) {
  const t = useT();
  const { children, ownRow, moreChildren } = overview;
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("dashboard.rows")}
      </Title>
      {children.length === 0 && ownRow !== null && <p className="soft">{t("dashboard.rows-empty")}</p>}
      {children.length === 0 && ownRow === null && (
        <EmptyState icon="units" title={t("dashboard.rows-empty-title")}>
          {t("dashboard.rows-empty")}
        </EmptyState>
      )}
      {(children.length > 0 || ownRow !== null) && (
        <div className="table-place">
          <table className="table card-table unit-rows">
            <thead>
              <tr>
                <th scope="col">{t("dashboard.col.unit")}</th>
                <th scope="col" className="number">
                  {t("dashboard.col.units")}
                </th>
                <th scope="col">{t("dashboard.col.assigned")}</th>
                <th scope="col">{t("dashboard.col.own")}</th>
                <th scope="col" className="number">
                  {t("dashboard.col.funnel")}
                </th>
                <th scope="col">{t("dashboard.col.receipt")}</th>
                <th scope="col">{t("dashboard.col.reports")}</th>
              </tr>
            </thead>
            <tbody>
              {children.map((row) => (
                <Row key={row.unit.id} row={row} to={hrefOf(row.unit.id)} name={shortOf(row)} />
              ))}
              {ownRow && (
                <Row
                  row={ownRow}
                  name={
                    children.length === 0
                      ? shortOf(ownRow)
                      : t("dashboard.rows-own", { unit: shortOf(ownRow) })
                  }
                />
              )}
            </tbody>
          </table>
        </div>
      )}
      {moreChildren > 0 && <p className="soft">{t("dashboard.rows-more", { count: moreChildren })}</p>}
    </section>
  );
}

/** The first reason; the list of those behind tells them all. */
const whyOf = (t: T, { why: [first] }: OverviewRow): string =>
  first === undefined ? "" : whyWords(t, first);

/** The short name: a column of full ones leaves no room for the figures. */
const shortOf = ({ unit }: OverviewRow): string => unit.shortName || unit.name;

interface RowProps {
  readonly row: OverviewRow;
  readonly name: string;
  /** Absent for a unit's own people: there is nothing below them. */
  readonly to?: string;
}

function Row({ row, name, to }: RowProps) {
  const t = useT();
  const { totals, assigned, own } = row;
  const rate = rateOf(totals);
  const target = assigned ?? own;
  const target100 = target === null || target === 0 ? undefined : totals.unitsHundredths / target;
  return (
    <tr>
      <th scope="row">
        {to === undefined ? name : <Link to={to}>{name}</Link>}
        {target100 !== undefined && (
          <span className="row-bar" aria-hidden="true">
            <span style={{ width: `${Math.min(100, target100)}%` }} />
          </span>
        )}
        {row.behind && (
          <span className="row-why">
            <Icon name="alarm" size={16} />
            {t("dashboard.row-behind", { why: whyOf(t, row) })}
          </span>
        )}
      </th>
      <td className="number" data-label={t("dashboard.col.units")}>
        {row.spark.length > 1 && (
          <Sparkline
            points={row.spark}
            label={t("dashboard.spark", { units: formatHundredths(row.spark.at(-1) ?? 0) })}
          />
        )}{" "}
        <strong className="figure">{formatHundredths(totals.unitsHundredths)}</strong>
      </td>
      <Target label={t("dashboard.col.assigned")} row={row} target={assigned} />
      <Target label={t("dashboard.col.own")} row={row} target={own} />
      <td className="number" data-label={t("dashboard.col.funnel")}>
        <span className="figure">
          {t("dashboard.cell-funnel", {
            registered: formatCount(totals.registered),
            donated: formatCount(totals.donated),
          })}
          {rate !== undefined && (
            <span className="soft"> {t("dashboard.cell-funnel-rate", { percent: rate })}</span>
          )}
        </span>
      </td>
      <td
        data-label={t("dashboard.col.receipt")}
        className={row.receipt === null ? "says-nothing" : undefined}
      >
        <Receipt receipt={row.receipt} />
      </td>
      <td
        data-label={t("dashboard.col.reports")}
        className={(row.reportsOwed ?? 0) === 0 ? "says-nothing" : undefined}
      >
        <Reports row={row} />
      </td>
    </tr>
  );
}

interface TargetProps {
  readonly label: string;
  readonly row: OverviewRow;
  readonly target: number | null;
}

function Target({ label, row, target }: TargetProps) {
  const t = useT();
  return (
    <td data-label={label} className={target === null ? "says-nothing" : undefined}>
      {target === null ? (
        <Count value={null} />
      ) : (
        t("dashboard.cell-target", {
          target: formatCount(target),
          words: standingWords(t, row.totals.unitsHundredths, target, "brief"),
        })
      )}
    </td>
  );
}

const RECEIPTS = { "not-received": "missing", received: "doing", disseminated: "done" } as const;

function Receipt({ receipt }: Pick<OverviewRow, "receipt">) {
  const t = useT();
  if (receipt === null) return <Count value={null} />;
  return <StateChip state={RECEIPTS[receipt]} word={t(`dashboard.receipt.${receipt}`)} />;
}

function Reports({ row }: { readonly row: OverviewRow }) {
  const t = useT();
  const { reportsOwed: owed, reportsLate: late } = row;
  if (owed === null || late === null) return <Count value={null} />;
  if (late > 0) return <StateChip state="late" word={t("dashboard.reports.late", { late })} />;
  if (owed > 0) return <StateChip state="missing" word={t("dashboard.reports.owed", { owed })} />;
  return <span className="soft">{t("dashboard.reports.none")}</span>;
}
