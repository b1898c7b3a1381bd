// One slot out of a drive's, each with how many may still take it.
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import type { UnitSlot } from "../schema/unit-places.ts";

/** Chosen where any slot will do. */
export const ANY_SLOT = "bat-ky";

interface SlotChoiceProps {
  readonly slots: readonly UnitSlot[];
  readonly chosen: string;
  readonly onChoose: (slotId: string) => void;
  /** The id of the heading that asks for it. */
  readonly labelledBy: string;
  /** Offer to take any slot, for who waits. */
  readonly orAny?: boolean;
}

export function SlotChoice({ slots, chosen, onChoose, labelledBy, orAny = false }: SlotChoiceProps) {
  const t = useT();
  const choices = [
    ...(orAny
      ? [
          {
            value: ANY_SLOT,
            word: t("booking.queue.any"),
            help: t("booking.queue.any-help"),
            full: false,
          },
        ]
      : []),
    ...slots.map(({ slotId, startsAt, free }) => ({
      value: slotId,
      word: clockOf(startsAt),
      help: free > 0 ? t("booking.free", { free }) : t("booking.full"),
      full: free === 0,
    })),
  ];
  return (
    <div className="slot-choice" role="radiogroup" aria-labelledby={labelledBy}>
      {choices.map(({ value, word, help, full }) => (
        <label key={value} className={value === ANY_SLOT ? "slot-any" : full ? "slot-full" : undefined}>
          <input type="radio" name="slot" checked={chosen === value} onChange={() => onChoose(value)} />
          <strong>{word}</strong>
          <span>{help}</span>
        </label>
      ))}
    </div>
  );
}
