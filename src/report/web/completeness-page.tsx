// Who sends their reports, and when: a table of the units below, over the days chosen, as of a day.
import { Button, NativeSelect } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { AsOfControl, usePastDay } from "../../platform/ui/as-of.tsx";
import { addressOf } from "../../platform/ui/client.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { Count } from "../../platform/ui/figures.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { exportCompleteness, listCompleteness } from "../contract/period.ts";

const FIGURES = ["owed", "sent", "onTime", "daysLate", "returned"] as const;
const FROM = "tu";
const UNTIL = "den";
const LEVEL = "cap";

export function CompletenessPage() {
  const t = useT();
  const { placeId } = useActing();
  const today = useToday();
  const past = usePastDay();
  const [search, setSearch] = useSearchParams();
  const dayOf = (name: string, otherwise: string): string => {
    const asked = search.get(name) ?? "";
    return isDay(asked) ? asked : otherwise;
  };
  const from = dayOf(FROM, `${today.slice(0, 4)}-01-01`);
  const until = dayOf(UNTIL, today);
  const level = search.get(LEVEL) === "all" ? "all" : "direct";
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true });
  };
  const params = { unitId: placeId };
  const query = { from, until, level, ...(past !== undefined && { asOf: past }) } as const;
  const pages = useReadPages(listCompleteness, { params, query }, { keep: true });
  return (
    <Page
      title={t("report.completeness-title")}
      lead={t("report.completeness-lead", { from: formatDay(from), until: formatDay(until) })}
      back={{ to: atUnit(placeId, "bao-cao"), label: t("report.back") }}
      printable
      actions={
        <Button
          component="a"
          variant="default"
          href={addressOf(exportCompleteness, { params, query })}
          download
          leftSection={<Icon name="down" />}
        >
          {t("report.completeness-xlsx")}
        </Button>
      }
    >
      <AsOfControl />
      <div className="completeness-asked no-print">
        <DayInput
          label={t("report.completeness-from")}
          value={from}
          onChange={(day) => day !== "" && day <= until && set(FROM, day)}
        />
        <DayInput
          label={t("report.completeness-until")}
          value={until}
          onChange={(day) => day !== "" && day >= from && set(UNTIL, day)}
        />
        <NativeSelect
          label={t("report.completeness-level")}
          value={level}
          onChange={(event) => set(LEVEL, event.currentTarget.value)}
          data={[
            { value: "direct", label: t("report.completeness-direct") },
            { value: "all", label: t("report.completeness-all") },
          ]}
        />
      </div>
      <Shown read={{ data: pages.items, error: pages.error, refetch: pages.retry }} rows={5}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="report" title={t("report.completeness-title")}>
              {t("report.completeness-empty")}
            </EmptyState>
          ) : (
            <>
              <div className="table-place">
                <table className="table card-table completeness">
                  <thead>
                    <tr>
                      <th scope="col">{t("report.col.unit")}</th>
                      {FIGURES.map((figure) => (
                        <th key={figure} scope="col" className="number">
                          {t(`report.completeness.${figure}` satisfies MessageKey)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((row) => (
                      <tr key={row.unit.id}>
                        <th scope="row">
                          <Link to={atUnit(placeId, "cong-doan", row.unit.id)}>{row.unit.name}</Link>
                        </th>
                        {FIGURES.map((figure) => (
                          <td
                            key={figure}
                            className="number"
                            data-label={t(`report.completeness.${figure}` satisfies MessageKey)}
                          >
                            <Count value={row[figure]} />
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <LoadMore pages={pages} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}
