// One place of a unit's list. On a phone its acts wait behind a press: a list is read more often than acted on.
import { Button } from "@mantine/core";
import { useState } from "react";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import type { BookingRow } from "../schema.ts";

interface BookingItemProps {
  readonly row: BookingRow;
  /** The unit one acts for: its own name need not be repeated. */
  readonly unitId: string;
  readonly busy: boolean;
  readonly onLink: () => void;
  readonly onMove: () => void;
  readonly onSwap: () => void;
  readonly onRelease: () => void;
}

export function BookingItem({ row, unitId, busy, onLink, onMove, onSwap, onRelease }: BookingItemProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const may = (action: string): boolean => row.allowedActions.includes(action);
  const acts = row.allowedActions.length > 0;
  return (
    <li className="booking">
      <span className="booking-time figure">{clockOf(row.startsAt)}</span>
      <span className="person-words">
        <strong>{row.fullName}</strong>
        {row.creditedUnit.id !== unitId && <span>{row.creditedUnit.name}</span>}
      </span>
      <StateChip
        state={row.state === "confirmed" ? "done" : "doing"}
        word={t(`booking.state.${row.state}`)}
      />
      {acts && (
        <button
          type="button"
          className="icon-button booking-more no-print"
          aria-expanded={open}
          aria-label={t("booking.acts", { name: row.fullName })}
          onClick={() => setOpen(!open)}
        >
          <Icon name="more" />
        </button>
      )}
      {acts && (
        <span className={`booking-acts no-print${open ? " booking-acts-open" : ""}`}>
          {may("booking.renew-link") && (
            <Button variant="default" size="sm" onClick={onLink}>
              {t("booking.renew")}
            </Button>
          )}
          {may("booking.move") && (
            <Button variant="default" size="sm" onClick={onMove}>
              {t("booking.place.move")}
            </Button>
          )}
          {may("booking.swap") && (
            <Button variant="default" size="sm" onClick={onSwap}>
              {t("booking.place.swap")}
            </Button>
          )}
          {may("booking.release") && (
            <Button
              variant="default"
              size="sm"
              leftSection={<Icon name="undo" size={16} />}
              disabled={busy}
              onClick={onRelease}
            >
              {t("booking.release")}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}
