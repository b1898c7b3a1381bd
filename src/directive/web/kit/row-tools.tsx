// Up, down and away beside a row of a list; the buttons keep the focus on the row that moved.
import { useRef } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";

interface RowToolsProps {
  /** The row in words: "Ý chính 2". */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function RowTools({ name, first, last, onMove, onRemove }: RowToolsProps) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const move = (by: -1 | 1): void => {
    onMove(by);
    // The row has a key, so its buttons move with it; a browser may drop the focus on the way.
    requestAnimationFrame(() => {
      const buttons = place.current?.querySelectorAll("button");
      const wanted = buttons?.[by === -1 ? 0 : 1];
      (wanted?.disabled ? buttons?.[by === -1 ? 1 : 0] : wanted)?.focus();
    });
  };
  return (
    <div className="row-tools" ref={place}>
      <button
        type="button"
        className="icon-button row-up"
        disabled={first}
        aria-label={t("directive.kit.row-up", { row: name })}
        onClick={() => move(-1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={last}
        aria-label={t("directive.kit.row-down", { row: name })}
        onClick={() => move(1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t("directive.kit.row-remove", { row: name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
