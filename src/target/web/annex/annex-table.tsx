// Rows of an annex with what became of each: matched, to be chosen, or left out.
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { Count } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../../platform/ui/state-chip.tsx";
import type { AnnexRow, AnnexView, RowFate } from "../../schema/annex.ts";
import type { TargetView } from "../../schema.ts";
import { STEP } from "../split/shown-rows.ts";
import { type Choices, unitOfRow } from "./annex-choice.ts";

const CHIPS = {
  matched: "done",
  ambiguous: "late",
  twice: "late",
  "not-below": "missing",
  unknown: "missing",
} as const satisfies Record<RowFate, State>;

interface AnnexTableProps {
  readonly annex: AnnexView;
  readonly below: TargetView["children"];
  readonly choices: Choices;
  /** "" leaves the row out. */
  readonly onChoose: (index: number, unitId: string) => void;
}

export function AnnexTable({ annex, below, choices, onChoose }: AnnexTableProps) {
  const t = useT();
  const [steps, setSteps] = useState(1);
  const rows = annex.rows.slice(0, steps * STEP);
  return (
    <>
      <div className="table-place">
        <table className="table stack-table annex-table">
          <thead>
            <tr>
              <th scope="col">{t("target.annex.column-text")}</th>
              <th scope="col" className="number">
                {t("target.annex.column-value")}
              </th>
              <th scope="col">{t("target.annex.column-unit")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a table read once is its place
              <tr key={index}>
                <th scope="row">{row.text}</th>
                <td className="number" data-label={t("target.annex.column-value")}>
                  <Count value={row.value} />
                </td>
                <td className="annex-fate">
                  <Fate
                    row={row}
                    unitId={unitOfRow(annex, choices, index)}
                    decided={choices[index] !== undefined}
                    below={below}
                    onChoose={(unitId) => onChoose(index, unitId)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < annex.rows.length && (
        <Button variant="default" fullWidth onClick={() => setSteps(steps + 1)}>
          {t("target.more-rows", { shown: rows.length, count: annex.rows.length })}
        </Button>
      )}
    </>
  );
}

interface FateProps {
  readonly row: AnnexRow;
  readonly unitId: string | undefined;
  readonly decided: boolean;
  readonly below: TargetView["children"];
  readonly onChoose: (unitId: string) => void;
}

function Fate({ row, unitId, decided, below, onChoose }: FateProps) {
  const t = useT();
  // Few names fit an unclear row; the whole list stands only where somebody asked for it.
  const [open, setOpen] = useState(row.fate === "ambiguous");
  const unit =
    below.find((child) => child.unit.id === unitId)?.unit ?? row.candidates.find(({ id }) => id === unitId);
  if (open) {
    const few = row.fate === "ambiguous" ? row.candidates : below.map((child) => child.unit);
    return (
      <NativeSelect
        aria-label={t("target.annex.choose-for", { text: row.text })}
        value={decided ? (unitId ?? "") : (unitId ?? "?")}
        onChange={(event) => {
          if (event.currentTarget.value !== "?") onChoose(event.currentTarget.value);
        }}
        data={[
          ...(decided || unitId !== undefined ? [] : [{ value: "?", label: t("target.annex.choose") }]),
          ...few.map(({ id, name }) => ({ value: id, label: name })),
          { value: "", label: t("target.annex.leave-out") },
        ]}
      />
    );
  }
  return (
    <span className="annex-fate-words">
      <StateChip
        state={unit ? "done" : CHIPS[row.fate]}
        word={decided && !unit ? t("target.annex.left-out") : t(`target.annex.fate.${row.fate}`)}
      />
      {unit && <span>{unit.name}</span>}
      <button type="button" className="text-button no-print" onClick={() => setOpen(true)}>
        {t(unit ? "target.annex.change" : "target.annex.choose")}
      </button>
    </span>
  );
}
