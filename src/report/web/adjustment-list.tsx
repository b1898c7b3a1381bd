// Adjusting reports on the page of reports: one's own to send, those to decide on, and what units below changed.
import { Button, Title } from "@mantine/core";
import { Link } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { formatDay } from "../../platform/pure/calendar.ts";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { type State, StateChip } from "../../platform/ui/state-chip.tsx";
import { listAdjustments } from "../contract/adjustment.ts";
import type { AdjustmentRow } from "../schema/adjustment.ts";

const CHIPS = {
  "to-make": "late",
  "to-decide": "late",
  told: "doing",
  done: "done",
} as const satisfies Record<AdjustmentRow["stands"], State>;
const ORDER = ["to-make", "to-decide", "told", "done"] as const satisfies readonly AdjustmentRow["stands"][];

interface AdjustmentListProps {
  readonly unitId: string;
  /** Those that are over, or those that still go up. */
  readonly over: boolean;
}

/** Nothing at all where there are none. */
export function AdjustmentList({ unitId, over }: AdjustmentListProps) {
  const t = useT();
  const { data } = useRead(listAdjustments, { params: { unitId } });
  const rows = (data?.items ?? [])
    .filter(({ stands }) => (stands === "done") === over)
    .sort((a, b) => ORDER.indexOf(a.stands) - ORDER.indexOf(b.stands));
  if (rows.length === 0) return null;
  return (
    <section className="report-group">
      <Title order={2} size="h3">
        {t("report.adjustments")}
      </Title>
      <p className="soft">{t("report.adjustments-lead")}</p>
      <ul className="report-rows">
        {rows.map((row) => (
          <li key={row.id} className="card report-row">
            <div className="report-row-words">
              <strong>{row.unit.name}</strong>
              <span>
                {t("report.adjustment-title", { number: row.number, day: formatDay(row.driveDay) })}
              </span>
              <StateChip
                state={CHIPS[row.stands]}
                word={t(`report.stands.${row.stands}` satisfies MessageKey)}
              />
            </div>
            <div className="report-row-acts no-print">
              <Button
                component={Link}
                to={atUnit(unitId, "bao-cao", "dieu-chinh", row.id)}
                variant={row.stands === "to-make" || row.stands === "to-decide" ? "filled" : "default"}
              >
                {t("report.view")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
