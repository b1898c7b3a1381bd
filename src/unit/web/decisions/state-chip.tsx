// How far a decision has come, as a word with an icon.
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../../platform/ui/icons.tsx";
import type { DecisionState } from "../../schema/acts.ts";

const CHIP = {
  draft: ["missing", "edit"],
  approved: ["doing", "clock"],
  applied: ["done", "check"],
  undone: ["missing", "undo"],
} as const satisfies Record<DecisionState, readonly [colour: string, icon: IconName]>;

export function DecisionChip({ state }: { readonly state: DecisionState }) {
  const t = useT();
  const [colour, icon] = CHIP[state];
  return (
    <span className={`state-chip state-${colour}`}>
      <Icon name={icon} size={16} />
      {t(`unit.decision-state.${state}`)}
    </span>
  );
}
