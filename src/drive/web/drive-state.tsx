// The state of a drive as a word with an icon.
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../platform/ui/state-chip.tsx";
import type { DriveState } from "../schema.ts";

const STATES = {
  planned: "missing",
  approved: "doing",
  open: "doing",
  closed: "done",
  cancelled: "error",
} as const satisfies Record<DriveState, State>;

export function DriveStateChip({ state }: { readonly state: DriveState }) {
  const t = useT();
  return <StateChip state={STATES[state]} word={t(`drive.state.${state}` satisfies MessageKey)} />;
}
