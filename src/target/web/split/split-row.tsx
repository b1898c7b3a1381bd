// One unit below in a split: what is known of it, its share (a box while splitting), its lock, and both as small bars.
import { type ClipboardEvent, type CSSProperties, memo } from "react";
import { Link } from "react-router";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { Count, formatHundredths } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { Child } from "./shown-rows.ts";
import { typedCount } from "./split-sum.ts";

/** What a row may do while splitting. The same functions for all rows and all the time: a row is drawn anew only for its own change. */
export interface RowActs {
  readonly onShare: (unitId: string, typed: string) => void;
  readonly onLock: (unitId: string) => void;
  /** true: the pasted text was a column and has been taken. */
  readonly onPaste: (unitId: string, pasted: string) => boolean;
}

interface SplitRowProps {
  readonly child: Child;
  readonly href: string;
  /** What the box holds, or the share in force as it is written. */
  readonly share: string;
  readonly locked: boolean;
  readonly changed: boolean;
  /** Named by the server as the unit that stands in the way. */
  readonly refused: boolean;
  /** Absent: to be read only. */
  readonly acts: RowActs | undefined;
}

/** Where rows are cards, nothing known is not told. */
const cell = (value: number | null): string => `number${value === null ? " says-nothing" : ""}`;

export const SplitRow = memo(function SplitRow(props: SplitRowProps) {
  const { child, href, share, locked, changed, refused, acts } = props;
  const t = useT();
  const { unit, members, own, value, asked, heldElsewhere, lastResultHundredths: last } = child;
  const number = typedCount(share);
  const wrong = number === undefined;
  const paste = (event: ClipboardEvent): void => {
    if (acts?.onPaste(unit.id, event.clipboardData.getData("text"))) event.preventDefault();
  };
  return (
    <tr className={changed ? "share-changed" : undefined}>
      <th scope="row">
        <Link to={href}>{unit.name}</Link>
        {asked !== null && (
          <span className="asks-word">{t("target.asks", { asked: formatCount(asked) })}</span>
        )}
        <span
          className="share-bars"
          aria-hidden="true"
          style={{ "--share": number ?? 0, "--last": (last ?? 0) / 100 } as CSSProperties}
        >
          <span className="share-bar" />
          <span className="last-bar" />
        </span>
      </th>
      <td className="number" data-label={t("target.column-members")}>
        <Count value={members} />
      </td>
      <td className={cell(last)} data-label={t("target.column-last")}>
        <span className="figure">{last === null ? "–" : formatHundredths(last)}</span>
      </td>
      <td className={cell(own)} data-label={t("target.column-own")}>
        <Count value={own} />
      </td>
      <td className="number share-cell" data-label={t("target.column-assigned")}>
        {acts === undefined || heldElsewhere ? (
          <>
            <strong>
              <Count value={value} />
            </strong>
            {heldElsewhere && <small className="soft">{t("target.held-elsewhere")}</small>}
          </>
        ) : (
          <>
            <span className="share-edit">
              <button
                type="button"
                className="icon-button lock-button no-print"
                aria-pressed={locked}
                aria-label={t("target.lock", { unit: unit.name })}
                title={t(locked ? "target.locked" : "target.unlocked")}
                onClick={() => acts.onLock(unit.id)}
              >
                <Icon name={locked ? "lock" : "unlock"} />
              </button>
              <input
                className="share-input"
                aria-label={t("target.share-of", { unit: unit.name })}
                aria-invalid={wrong || refused}
                inputMode="numeric"
                autoComplete="off"
                enterKeyHint="next"
                value={share}
                onChange={(event) => acts.onShare(unit.id, event.currentTarget.value)}
                onFocus={(event) => event.currentTarget.select()}
                onPaste={paste}
              />
            </span>
            {wrong && <small className="field-error">{t("target.number-wrong")}</small>}
            {refused && <small className="field-error">{t("target.stands-in-way")}</small>}
            {changed && !wrong && (
              <small className="soft">
                {value === null
                  ? t("target.new-share")
                  : t("target.was", {
                      before: formatCount(value),
                      change: `${number > value ? "+" : "−"}${formatCount(Math.abs(number - value))}`,
                    })}
              </small>
            )}
          </>
        )}
      </td>
    </tr>
  );
});
