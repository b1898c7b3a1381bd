// The reports of the units directly below for one drive: those to approve first, and who has not sent.
import { Button } from "@mantine/core";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { type Day, formatDay } from "../../platform/pure/calendar.ts";
import { AsOfControl, asOfQuery, PastNote, usePastDay } from "../../platform/ui/as-of.tsx";
import { CopyButton } from "../../platform/ui/copy-button.tsx";
import { DayText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../platform/ui/states.tsx";
import { listBelow } from "../contract.ts";
import type { OwedRow, ReportState } from "../schema.ts";
import { QuickState } from "./quick-figure.tsx";
import { isUnsent, ReportChips } from "./report-state.tsx";

const ORDER = { submitted: 0, returned: 1, none: 2, draft: 3, approved: 4 } as const satisfies Record<
  ReportState | "none",
  number
>;
const rank = ({ state }: OwedRow): number => ORDER[state ?? "none"];

export function BelowPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const past = usePastDay();
  const below = useReadPages(
    listBelow,
    {
      params: { unitId: placeId, driveId },
      query: { limit: 200, ...(past !== undefined && { asOf: past }) },
    },
    { keep: true },
  );
  const first = below.items?.[0];
  return (
    <Page
      title={t("report.below-title")}
      {...(first && {
        lead: t("report.below-lead", { day: formatDay(first.driveDay), drive: first.driveName }),
      })}
      back={{ to: atUnit(placeId, "bao-cao"), label: t("report.back") }}
      printable
    >
      <AsOfControl />
      {past !== undefined && <PastNote>{t("report.below-past", { day: formatDay(past) })}</PastNote>}
      <Shown read={{ data: below.items, error: below.error, refetch: below.retry }} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="report" title={t("report.below-empty-title")}>
              {t("report.below-empty")}
            </EmptyState>
          ) : (
            <>
              <Summary rows={items} past={past} />
              <ul className="report-rows">
                {[...items]
                  .sort((a, b) => rank(a) - rank(b))
                  .map((row) => (
                    <Row key={row.unit.id} row={row} past={past} />
                  ))}
              </ul>
              <LoadMore pages={below} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

/** `past`: the day gone by that is looked at; then there is nothing to do but look. */
interface Dated {
  readonly past: Day | undefined;
}

function Summary({ rows, past }: Dated & { readonly rows: readonly OwedRow[] }) {
  const t = useT();
  const unsent = rows.filter(({ state }) => isUnsent(state));
  const day = formatDay(rows[0]?.driveDay ?? "0001-01-01");
  const units = unsent.map(({ unit }) => t("report.below-remind-line", { unit: unit.name })).join("\n");
  return (
    <div className="below-sum">
      <p>
        <strong>
          {t("report.below-sum", {
            all: rows.length,
            approved: rows.filter(({ state }) => state === "approved").length,
            waiting: rows.filter(({ state }) => state === "submitted").length,
            missing: unsent.length,
          })}
        </strong>
      </p>
      {past === undefined && unsent.length > 0 && (
        <CopyButton text={t("report.below-remind", { day, units })} />
      )}
    </div>
  );
}

function Row({ row, past }: Dated & { readonly row: OwedRow }) {
  const t = useT();
  const { placeId } = useActing();
  const waiting = past === undefined && row.state === "submitted";
  return (
    <li className="card report-row">
      <div className="report-row-words">
        <strong>{row.unit.name}</strong>
        {row.dueOn !== null && isUnsent(row.state) && (
          <span>
            {t("report.due-word")}:{" "}
            {past === undefined ? <DayText day={row.dueOn} due /> : formatDay(row.dueOn)}
          </span>
        )}
        <ReportChips state={row.state} late={row.late} />
        {(row.quick.sent !== null || isUnsent(row.state)) && <QuickState quick={row.quick} />}
      </div>
      {row.reportId !== null && (
        <div className="report-row-acts no-print">
          <Button
            component={Link}
            to={atUnit(placeId, "bao-cao", row.reportId) + asOfQuery(past)}
            variant={waiting ? "filled" : "default"}
          >
            {t(waiting ? "report.below-review" : "report.view")}
          </Button>
        </div>
      )}
    </li>
  );
}
