// Four big buttons for one person; the one entered is pressed.
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Volume } from "../schema.ts";
import type { Donor } from "./outcomes.ts";
import { OUTCOMES, outcomeWord } from "./volumes.ts";

interface OutcomeButtonsProps {
  readonly donor: Donor;
  /** The pressed one, pressed again, is taken back: null. */
  readonly onChoose: (volume: Volume | null) => void;
  /** Show the digit that presses each. */
  readonly digits?: boolean;
}

export function OutcomeButtons({ donor, onChoose, digits = false }: OutcomeButtonsProps) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in older browsers
    <div
      className="outcome-buttons"
      role="group"
      aria-label={t("turnout.choice-of", { name: donor.fullName })}
    >
      {OUTCOMES.map(({ volume, digit }) => (
        <button
          key={volume}
          type="button"
          aria-pressed={donor.volume === volume}
          onClick={() => onChoose(donor.volume === volume ? null : volume)}
        >
          {digits && <kbd>{digit}</kbd>}
          {donor.volume === volume && <Icon name="check" size={18} />}
          <span>{outcomeWord(t, volume)}</span>
        </button>
      ))}
    </div>
  );
}
