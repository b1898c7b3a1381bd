// The table of a split with a box for each unit below, the reserve, and a running answer: does it add up?
import { TextInput } from "@mantine/core";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { Count } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import type { TargetView } from "../schema.ts";
import type { SplitSum } from "./split-sum.ts";

interface SplitRowsProps {
  readonly view: TargetView;
  readonly shares: Readonly<Record<string, string>>;
  readonly reserve: string;
  readonly total: number;
  readonly sum: SplitSum;
  readonly onShare: (unitId: string, typed: string) => void;
  readonly onReserve: (typed: string) => void;
}

export function SplitRows({ view, shares, reserve, total, sum, onShare, onReserve }: SplitRowsProps) {
  const t = useT();
  const box = (label: string, value: string, key: string, onChange: (typed: string) => void) => (
    <TextInput
      aria-label={label}
      className="number-input"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={sum.unreadable.includes(key) ? t("target.number-wrong") : undefined}
    />
  );
  return (
    <>
      <div className="table-place">
        <table className="table stack-table split-table">
          <thead>
            <tr>
              <th scope="col">{t("target.column-unit")}</th>
              <th scope="col" className="number">
                {t("target.column-members")}
              </th>
              <th scope="col" className="number">
                {t("target.column-own")}
              </th>
              <th scope="col" className="number">
                {t("target.column-assigned")}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.children.map(({ unit, own, members }) => (
              <tr key={unit.id}>
                <th scope="row">{unit.name}</th>
                <td className="number" data-label={t("target.column-members")}>
                  <Count value={members} />
                </td>
                <td className="number" data-label={t("target.column-own")}>
                  <Count value={own} />
                </td>
                <td className="number" data-label={t("target.column-assigned")}>
                  {box(t("target.share-of", { unit: unit.name }), shares[unit.id] ?? "", unit.id, (typed) =>
                    onShare(unit.id, typed),
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("target.reserve")}</th>
              <td colSpan={2} className="soft">
                {t("target.reserve-help")}
              </td>
              <td className="number" data-label={t("target.reserve")}>
                {box(t("target.reserve"), reserve, "reserve", onReserve)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="split-sum" aria-live="polite">
        <span>
          {t("target.sum-sentence", {
            given: formatCount(sum.given),
            reserve: formatCount(sum.reserve),
            total: formatCount(total),
          })}
        </span>
        {sum.left === 0 && <StateChip state="done" word={t("target.adds-up")} />}
        {sum.left > 0 && (
          <StateChip state="late" word={t("target.left-over", { left: formatCount(sum.left) })} />
        )}
        {sum.left < 0 && (
          <StateChip state="error" word={t("target.too-much", { over: formatCount(-sum.left) })} />
        )}
      </p>
    </>
  );
}
