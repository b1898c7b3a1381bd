// A state as a word with an icon, then a colour: never colour alone.

import { type MessageKey, useT } from "./i18n.tsx";
import { Icon, type IconName } from "./icons.tsx";

export type State = "done" | "doing" | "late" | "missing" | "error";

const ICONS = {
  done: "check",
  doing: "clock",
  late: "alarm",
  missing: "hollow",
  error: "error",
} as const satisfies Record<State, IconName>;

interface StateChipProps {
  readonly state: State;
  /** A nearer word than the usual one, e.g. "đã duyệt" for done. Already translated. */
  readonly word?: string;
}

export function StateChip({ state, word }: StateChipProps) {
  const t = useT();
  return (
    <span className={`state-chip state-${state}`}>
      <Icon name={ICONS[state]} size={16} />
      {word ?? t(`state.${state}` satisfies MessageKey)}
    </span>
  );
}
