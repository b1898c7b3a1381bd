// The running answer of a split: how much is given, what is left, and the one press that makes it add up.
import { Button } from "@mantine/core";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import type { SplitSum } from "./split-sum.ts";

interface SumBarProps {
  readonly total: number;
  readonly sum: SplitSum;
  /** Puts what is left into the reserve, or takes what is too much out of it. */
  readonly onReserve: (reserve: number) => void;
}

export function SumBar({ total, sum, onReserve }: SumBarProps) {
  const t = useT();
  const { given, reserve, left } = sum;
  const fix = left > 0 || (left < 0 && reserve + left >= 0) ? reserve + left : undefined;
  return (
    <div className="split-sum-words">
      <p aria-live="polite">
        <strong>
          {t("target.sum-sentence", { given: formatCount(given + reserve), total: formatCount(total) })}
        </strong>{" "}
        {reserve > 0 && (
          <span className="soft">{t("target.sum-reserve", { reserve: formatCount(reserve) })} </span>
        )}
        {total === 0 && given + reserve === 0 && <StateChip state="missing" word={t("target.no-total")} />}
        {left === 0 && total > 0 && <StateChip state="done" word={t("target.adds-up")} />}
        {left > 0 && <StateChip state="late" word={t("target.left-over", { left: formatCount(left) })} />}
        {left < 0 && <StateChip state="error" word={t("target.too-much", { over: formatCount(-left) })} />}
      </p>
      <div
        className="sum-track"
        aria-hidden="true"
        style={
          { "--given": given, "--kept": reserve, "--whole": Math.max(total, given + reserve, 1) } as object
        }
      >
        <span className="sum-given" />
        <span className="sum-kept" />
      </div>
      {left !== 0 && fix !== undefined && (
        <Button variant="default" size="sm" className="no-print" onClick={() => onReserve(fix)}>
          {left > 0
            ? t("target.into-reserve", { left: formatCount(left) })
            : t("target.out-of-reserve", { over: formatCount(-left) })}
        </Button>
      )}
    </div>
  );
}
