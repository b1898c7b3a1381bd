// The life of a handover (bàn giao), and what may be done with it when: one table for the server and the buttons.
import { addDays, type Day } from "../../platform/pure/calendar.ts";
import type { HandoverMove, HandoverState } from "../schema/handover.ts";

export const TRANSITIONS = {
  planned: { receive: "received", cancel: "cancelled", lapse: "lapsed" },
  received: {},
  cancelled: {},
  lapsed: {},
} as const satisfies Record<HandoverState, Partial<Record<HandoverMove, HandoverState>>>;

/** The state after a move, or undefined where there is no such move. */
export const after = (state: HandoverState, move: HandoverMove): HandoverState | undefined =>
  (TRANSITIONS[state] as Partial<Record<HandoverMove, HandoverState>>)[move];

export type HandoverRefusal = "handover-settled" | "handover-not-yet" | "handover-day-come";

/** Why the move cannot be made today: it is received from the day on, and taken back before it. */
export function moveRefusal(
  handover: { readonly state: HandoverState; readonly effectiveOn: Day },
  move: HandoverMove,
  today: Day,
): HandoverRefusal | undefined {
  if (after(handover.state, move) === undefined) return "handover-settled";
  const come = handover.effectiveOn <= today;
  if (move === "receive" && !come) return "handover-not-yet";
  if (move === "cancel" && come) return "handover-day-come";
  return undefined;
}

export type StartRefusal = "handover-day-past" | "term-in-past" | "holder-not-there";

/**
 * Why a handover cannot begin: authority is never given or taken for days that are past, the predecessor must still
 * hold the office on the eve, and the successor's last day comes no earlier than the first.
 */
export function startRefusal(asked: {
  readonly effectiveOn: Day;
  readonly until: Day | null;
  readonly today: Day;
  /** The predecessor's term; undefined: holds no such office. */
  readonly held: { readonly from: Day; readonly until: Day | null } | undefined;
}): StartRefusal | undefined {
  const { effectiveOn, until, today, held } = asked;
  if (effectiveOn < today) return "handover-day-past";
  if (until !== null && until < effectiveOn) return "term-in-past";
  const eve = addDays(effectiveOn, -1);
  if (held === undefined || eve < held.from || (held.until !== null && held.until < eve)) {
    return "holder-not-there";
  }
  return undefined;
}

/** The successor's last day where nobody says otherwise: the predecessor's, unless that is over by then. */
export const inheritedUntil = (held: Day | null, effectiveOn: Day): Day | null =>
  held !== null && held >= effectiveOn ? held : null;
