// One page of the late list as a table: who, with what, since when, and when last reminded.
import { Checkbox } from "@mantine/core";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import type { LateRow } from "../../schema/chasing.ts";
import { pageTicked, tick, unitsOf } from "./choice.ts";
import { whatWords } from "./what.ts";

interface LateRowsProps {
  readonly rows: readonly LateRow[];
  readonly caption: string;
  /** Absent: nobody may be reminded from here. */
  readonly choice?: {
    readonly chosen: ReadonlySet<string>;
    readonly onChange: (chosen: ReadonlySet<string>) => void;
  };
}

export function LateRows({ rows, caption, choice }: LateRowsProps) {
  const t = useT();
  const all = choice && pageTicked(choice.chosen, rows);
  return (
    <>
      {choice && (
        <Checkbox
          className="late-all no-print"
          label={t("directive.late.all-of-page")}
          checked={all === "all"}
          indeterminate={all === "some"}
          onChange={() => choice.onChange(tick(choice.chosen, unitsOf(rows), all !== "all"))}
        />
      )}
      <div className="table-place">
        <table className="table stack-table late-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {choice && (
                <th scope="col" className="no-print" aria-label={t("directive.late.column-choose")} />
              )}
              <th scope="col">{t("directive.column-unit")}</th>
              <th scope="col">{t("directive.late.column-what")}</th>
              <th scope="col">{t("directive.late.column-due")}</th>
              <th scope="col">{t("directive.late.column-days")}</th>
              <th scope="col">{t("directive.late.column-reminded")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.unit.id} ${row.what} ${row.directiveId}`}>
                {choice && (
                  <td className="late-tick no-print">
                    <Checkbox
                      aria-label={t("directive.late.choose", { unit: row.unit.name })}
                      checked={choice.chosen.has(row.unit.id)}
                      onChange={(event) =>
                        choice.onChange(tick(choice.chosen, [row.unit.id], event.currentTarget.checked))
                      }
                    />
                  </td>
                )}
                <th scope="row">
                  {row.unit.name}
                  <small>{t("directive.late.from", { unit: row.from.name })}</small>
                </th>
                <td data-label={t("directive.late.column-what")}>{whatWords(t, row.what)}</td>
                <td data-label={t("directive.late.column-due")}>
                  <time dateTime={row.dueOn}>{formatDay(row.dueOn)}</time>
                </td>
                <td>
                  <StateChip state="late" word={t("common.late-days", { days: row.daysLate })} />
                </td>
                <td data-label={t("directive.late.column-reminded")}>
                  {row.remindedOn === null ? (
                    <span className="soft">{t("directive.late.never")}</span>
                  ) : (
                    <time dateTime={row.remindedOn}>{formatDay(row.remindedOn)}</time>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
