// The state of a report as a word with an icon; chưa báo cáo is hollow, never a zero.
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { type State, StateChip } from "../../platform/ui/state-chip.tsx";
import type { ReportState } from "../schema.ts";

const CHIPS = {
  none: "missing",
  draft: "doing",
  submitted: "doing",
  returned: "late",
  approved: "done",
} as const satisfies Record<ReportState | "none", State>;

/** Whether the unit itself still has to do something about it. */
export const isUnsent = (state: ReportState | null): boolean =>
  state === null || state === "draft" || state === "returned";

interface ReportChipsProps {
  readonly state: ReportState | null;
  readonly late: boolean;
}

export function ReportChips({ state, late }: ReportChipsProps) {
  const t = useT();
  const known = state ?? "none";
  return (
    <span className="report-chips">
      <StateChip state={CHIPS[known]} word={t(`report.state.${known}` satisfies MessageKey)} />
      {late && <StateChip state="late" word={t("report.late")} />}
    </span>
  );
}
