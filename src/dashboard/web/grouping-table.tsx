// Totals of groupings beside the tree: marked so that nobody adds them to the unions' figures.
import { Title } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useAsOf } from "../../platform/ui/as-of.tsx";
import { Count, formatHundredths } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { standingWords } from "../../report/web/standing.ts";
import { listGroupingTotals } from "../contract/league.ts";
import type { Overview } from "../schema.ts";
import { rateOf } from "./words.ts";

interface GroupingTableProps {
  readonly unitId: string;
  readonly overview: Overview;
}

export function GroupingTable({ unitId, overview }: GroupingTableProps) {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const groupings = useRead(
    listGroupingTotals,
    { params: { unitId, campaignId: overview.campaign.id }, query: asOf === today ? {} : { asOf } },
    { keep: true },
  );
  return (
    <section className="card">
      <Title order={2} size="h3">
        {t("dashboard.groupings")}
      </Title>
      <Shown read={groupings} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="units" title={t("dashboard.groupings-none")}>
              {t("dashboard.groupings-none-help")}
            </EmptyState>
          ) : (
            <>
              <p className="note note-plain">
                <Icon name="hollow" />
                {t("dashboard.groupings-not-in-tree")}
              </p>
              <div className="table-place">
                <table className="table card-table unit-rows">
                  <thead>
                    <tr>
                      <th scope="col">{t("dashboard.grouping")}</th>
                      <th scope="col" className="number">
                        {t("dashboard.grouping-members")}
                      </th>
                      <th scope="col" className="number">
                        {t("dashboard.col.units")}
                      </th>
                      <th scope="col">{t("dashboard.col.assigned")}</th>
                      <th scope="col" className="number">
                        {t("dashboard.col.funnel")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map(({ id, kind, name, members, assigned, totals }) => (
                      <tr key={id}>
                        <th scope="row">
                          {name}
                          <span className="soft grouping-kind">{t(`dashboard.grouping-kind.${kind}`)}</span>
                        </th>
                        <td className="number" data-label={t("dashboard.grouping-members")}>
                          <Count value={members} />
                        </td>
                        <td className="number" data-label={t("dashboard.col.units")}>
                          <strong className="figure">{formatHundredths(totals.unitsHundredths)}</strong>
                        </td>
                        <td
                          data-label={t("dashboard.col.assigned")}
                          className={assigned === null ? "says-nothing" : undefined}
                        >
                          {assigned === null ? (
                            <Count value={null} />
                          ) : (
                            t("dashboard.cell-target", {
                              target: formatCount(assigned),
                              words: standingWords(t, totals.unitsHundredths, assigned, "brief"),
                            })
                          )}
                        </td>
                        <td className="number" data-label={t("dashboard.col.funnel")}>
                          <span className="figure">
                            {t("dashboard.cell-funnel", {
                              registered: formatCount(totals.registered),
                              donated: formatCount(totals.donated),
                            })}
                          </span>
                          {rateOf(totals) !== undefined && (
                            <span className="soft">
                              {" "}
                              {t("dashboard.cell-funnel-rate", { percent: rateOf(totals) ?? "" })}
                            </span>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Shown>
    </section>
  );
}
