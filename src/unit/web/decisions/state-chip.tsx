// How far a decision has come, as a word with an icon.
import { useT } from "../../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../../platform/ui/state-chip.tsx";
import type { DecisionState } from "../../schema/acts.ts";

const CHIP = {
  draft: "missing",
  approved: "doing",
  applied: "done",
  undone: "late",
} as const satisfies Record<DecisionState, State>;

export function DecisionChip({ state }: { readonly state: DecisionState }) {
  const t = useT();
  return <StateChip state={CHIP[state]} word={t(`unit.decision-state.${state}`)} />;
}
