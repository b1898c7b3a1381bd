// What becomes of every row, the ones that need a look first.
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import type { ImportPreview, ListRow, RowFate } from "../../schema/importing.ts";

/** Errors first: they are what somebody has to do something about. */
const ORDER: readonly RowFate[] = ["error", "similar", "new", "twice", "known"];
const CHIP = { new: "done", known: "missing", twice: "missing", similar: "late", error: "error" } as const;
const FIRST = 20;

interface FatesProps {
  readonly preview: ImportPreview;
  readonly others: ReadonlySet<number>;
  readonly onOthers: (rows: ReadonlySet<number>) => void;
}

export function Fates({ preview, others, onOthers }: FatesProps) {
  const t = useT();
  const toggle = (row: number): void => {
    const next = new Set(others);
    if (!next.delete(row)) next.add(row);
    onOthers(next);
  };
  return ORDER.filter((fate) => preview.counts[fate] > 0).map((fate) => (
    <section key={fate} className="fate">
      <h3>
        <StateChip state={CHIP[fate]} word={t(`person.fate.${fate}`, { count: preview.counts[fate] })} />
      </h3>
      <p className="soft">{t(`person.fate-help.${fate}`)}</p>
      <FateRows
        rows={preview.rows.filter((row) => row.fate === fate)}
        others={others}
        {...(fate === "similar" && { onToggle: toggle })}
      />
    </section>
  ));
}

interface RowsProps {
  readonly rows: readonly ListRow[];
  readonly others: ReadonlySet<number>;
  readonly onToggle?: (row: number) => void;
}

function FateRows({ rows, others, onToggle }: RowsProps) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <div className="table-place">
      <table className="table stack-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("person.column-row")}
            </th>
            <th scope="col">{t("person.column-name")}</th>
            <th scope="col">{t("person.column-note")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.row}>
              <td className="number" data-label={t("person.column-row")}>
                <span className="figure">{row.row}</span>
              </td>
              <th scope="row">{row.entry === null ? row.name || "–" : personWords(t, row.entry)}</th>
              <td>
                <div>
                  {row.errors.map((error) => (
                    <p key={`${error.column}${error.code}`}>
                      {t("person.row-error", {
                        column: error.column,
                        heading: error.heading,
                        what: t(`person.row-error.${error.code}`),
                      })}
                      {error.value !== "" && ` ${t("person.row-error-says", { value: error.value })}`}
                    </p>
                  ))}
                  {row.like && <p>{likeWords(t, row.like)}</p>}
                  {onToggle && (
                    <Checkbox
                      label={t("person.fate-other-person")}
                      checked={others.has(row.row)}
                      onChange={() => onToggle(row.row)}
                    />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {t("person.fate-all", { count: rows.length })}
        </button>
      )}
    </div>
  );
}

function personWords(t: T, entry: NonNullable<ListRow["entry"]>): string {
  const born = entry.birthDate === null ? entry.birthYear : formatDay(entry.birthDate);
  return [
    entry.fullName,
    born,
    entry.phone,
    entry.email,
    entry.relation === "member" ? null : t(`person.relation.${entry.relation}`),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

const likeWords = (t: T, like: NonNullable<ListRow["like"]>): string =>
  like.row === null
    ? t("person.like-known", {
        name: like.fullName,
        year: String(like.birthYear ?? "–"),
        unit: like.unitName,
      })
    : t("person.like-row", { row: like.row, name: like.fullName });
