// Period reports on the page of reports: those still to make first, the latest period on top.
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { listPeriods, openPeriod } from "../contract/period.ts";
import type { PeriodRow } from "../schema/period.ts";
import { periodSpan, periodTitle } from "./period-words.ts";
import { isUnsent, ReportChips } from "./report-state.tsx";
import { READS } from "./reported.ts";

/** As many as fit one look; the rest on request. */
const FIRST = 5;

export function PeriodList({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const today = useToday();
  const [all, setAll] = useState(false);
  const read = useRead(listPeriods, { params: { unitId } });
  return (
    <section className="report-group">
      <Title order={2} size="h3">
        {t("report.periods")}
      </Title>
      <p className="soft">{t("report.periods-lead")}</p>
      <Shown read={read} rows={2}>
        {({ items }) => {
          // First what is over and not sent, then what still runs, then what was sent.
          const rank = ({ state, until }: PeriodRow) => (isUnsent(state) ? (until < today ? 0 : 1) : 2);
          const rows = [...items].sort((a, b) => rank(a) - rank(b));
          return items.length === 0 ? (
            <p className="soft">{t("report.periods-empty")}</p>
          ) : (
            <>
              <ul className="report-rows">
                {(all ? rows : rows.slice(0, FIRST)).map((row) => (
                  <Row key={`${row.kind} ${row.from} ${row.campaign?.id ?? ""}`} row={row} unitId={unitId} />
                ))}
              </ul>
              {!all && rows.length > FIRST && (
                <Button variant="default" mt="sm" onClick={() => setAll(true)}>
                  {t("report.periods-more")}
                </Button>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function Row({ row, unitId }: { readonly row: PeriodRow; readonly unitId: string }) {
  const t = useT();
  const today = useToday();
  const navigate = useNavigate();
  const open = useWrite(openPeriod, {
    invalidates: READS,
    onDone: ({ id }) => void navigate(atUnit(unitId, "bao-cao", "ky", id)),
  });
  const entry = row.campaign === null ? { from: row.from } : { campaignId: row.campaign.id };
  return (
    <li className="card report-row">
      <div className="report-row-words">
        <strong>{periodTitle(t, row)}</strong>
        <span>{periodSpan(t, row)}</span>
        {row.dueOn !== null && isUnsent(row.state) && (
          <span>
            {t("report.due-word")}: <DayText day={row.dueOn} due />
          </span>
        )}
        <ReportChips state={row.state} late={row.late} />
      </div>
      <div className="report-row-acts no-print">
        {row.reportId === null ? (
          <Button
            variant={row.until < today ? "filled" : "default"}
            loading={open.busy}
            onClick={() =>
              void open.run({ params: { unitId }, body: { id: newId(), kind: row.kind, ...entry } })
            }
          >
            {t("report.open")}
          </Button>
        ) : (
          <Button
            component={Link}
            to={atUnit(unitId, "bao-cao", "ky", row.reportId)}
            variant={isUnsent(row.state) ? "filled" : "default"}
          >
            {t(isUnsent(row.state) ? "report.continue" : "report.view")}
          </Button>
        )}
      </div>
      <ProblemNote problem={open.problem} />
    </li>
  );
}
