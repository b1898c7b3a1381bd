// The states of a decision: what may follow what. Buttons and the API read this one table. And two writing one draft.
import type { DecisionState } from "../schema/acts.ts";

/** By state: operations that lead on from it. */
export const STEPS = {
  draft: ["unit.draft-decision", "unit.drop-decision", "unit.dry-run", "unit.approve-decision"],
  approved: ["unit.dry-run", "unit.reopen-decision", "unit.apply-decision"],
  applied: ["unit.undo-decision"],
  undone: [],
} as const satisfies Record<DecisionState, readonly string[]>;

/** How far a draft has come: times saved, by whom last, and up to which time by somebody else (0: never). */
interface Revised {
  readonly revision: number;
  readonly revisedBy: string | null;
  readonly othersRevision: number;
}

/**
 * Would `by`, who last saw the draft as of its revision `basedOn`, write over what somebody else saved since? Own saves
 * do not count: the answer to one may have been lost. Nobody asks where `basedOn` is not said.
 */
export const losesOthersWords = (kept: Revised, by: string, basedOn: number | undefined): boolean =>
  basedOn !== undefined && basedOn < (kept.revisedBy === by ? kept.othersRevision : kept.revision);
