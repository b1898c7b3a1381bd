// The life of a report: drafted, submitted, returned with a comment or approved. Buttons and API read this one table.
import type { Day } from "../../platform/pure/calendar.ts";
import type { ReportState } from "../schema.ts";

export type ReportMove = "submit" | "return" | "approve";

/** Where each move leads; a move not named is refused. Approved is the end: what changes later is a new document. */
export const TRANSITIONS = {
  draft: { submit: "submitted" },
  submitted: { return: "returned", approve: "approved" },
  returned: { submit: "submitted" },
  approved: {},
} as const satisfies Record<ReportState, Partial<Record<ReportMove, ReportState>>>;

/** The state after `move`, or undefined when the move is not open. */
export function after(state: ReportState, move: ReportMove): ReportState | undefined {
  const moves: Partial<Record<ReportMove, ReportState>> = TRANSITIONS[state];
  return moves[move];
}

/** Whether the unit still works on it: its figures are live and its words may change. */
export const isOpen = (state: ReportState): boolean => after(state, "submit") !== undefined;

/**
 * Late: sent after its due day, or not sent and the due day is over. A returned report counts as not sent.
 * The due day itself is in time. Without a due day nothing is late.
 */
export function isLate(
  report: {
    readonly state: ReportState | null;
    readonly dueOn: Day | null;
    readonly submittedOn: Day | null;
  },
  today: Day,
): boolean {
  if (report.dueOn === null) return false;
  const sent = report.state === "submitted" || report.state === "approved";
  return (sent ? (report.submittedOn ?? today) : today) > report.dueOn;
}
