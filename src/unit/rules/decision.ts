// The states of a decision: what may follow what. Buttons and the API read this one table.
import type { DecisionState } from "../schema/acts.ts";

/** By state: operations that lead on from it. */
export const STEPS = {
  draft: ["unit.draft-decision", "unit.drop-decision", "unit.dry-run", "unit.approve-decision"],
  approved: ["unit.dry-run", "unit.reopen-decision", "unit.apply-decision"],
  applied: ["unit.undo-decision"],
  undone: [],
} as const satisfies Record<DecisionState, readonly string[]>;
