// Progress as one bar with the assigned and the own target marked on it, and the same said in words.
import { formatCount } from "../pure/text-vi.ts";
import { formatHundredths } from "./figures.tsx";
import { useT } from "./i18n.tsx";

interface TargetBarProps {
  /** What is counted, e.g. "1.164 đơn vị máu", without the percentage. */
  readonly words: string;
  /** Done so far, in hundredths of what the targets count. */
  readonly doneHundredths: number;
  readonly assigned: number | null;
  readonly own: number | null;
  /** How far that is: "đạt 116,4%, vượt 16,4%", by the one arithmetic of results. */
  readonly reached: string;
}

export function TargetBar({ words, doneHundredths, assigned, own, reached }: TargetBarProps) {
  const t = useT();
  const done = doneHundredths / 100;
  // A little room beyond the greatest, so that a mark at the end can be seen.
  const scale = Math.max(done, assigned ?? 0, own ?? 0, 1) * 1.04;
  const at = (value: number): string => `${((value / scale) * 100).toFixed(2)}%`;
  const marks = [
    { key: "assigned", value: assigned, text: t("progress.assigned", { value: formatCount(assigned ?? 0) }) },
    { key: "own", value: own, text: t("progress.own", { value: formatCount(own ?? 0) }) },
  ].filter((mark) => mark.value !== null);
  return (
    <div className="target-bar">
      <p className="target-bar-words">
        <strong>{words}</strong>
        <span>{reached}</span>
      </p>
      <div
        className="target-bar-track"
        role="img"
        aria-label={[
          `${formatHundredths(doneHundredths)}: ${reached}`,
          ...marks.map(({ text }) => text),
        ].join("; ")}
      >
        <div className="target-bar-fill" style={{ width: at(done) }} />
        {marks.map(({ key, value }) => (
          <div key={key} className={`target-bar-mark mark-${key}`} style={{ left: at(value ?? 0) }} />
        ))}
      </div>
      <ul className="target-bar-legend">
        {marks.map(({ key, text }) => (
          <li key={key} className={`mark-${key}`}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
