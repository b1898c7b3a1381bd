// The life of a donation day. The API and the buttons read this one table.
import type { DriveState } from "../schema.ts";

export const TRANSITIONS = {
  planned: ["approved", "cancelled"],
  approved: ["open", "cancelled"],
  open: ["closed", "cancelled"],
  closed: [],
  cancelled: [],
} as const satisfies Record<DriveState, readonly DriveState[]>;

/** States from which a drive may come to `to`. */
export const statesBefore = (to: DriveState): DriveState[] =>
  (Object.keys(TRANSITIONS) as DriveState[]).filter((from) =>
    (TRANSITIONS[from] as readonly DriveState[]).includes(to),
  );
