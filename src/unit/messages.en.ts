// Words of refusals of the tree: what a union officer does next.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.decision-refused":
    "This decision cannot be carried out in the tree as it stands. See the reasons at each act, change them and send again.",
  "problem.decision-not-draft":
    "The decision is approved and can no longer be changed. To change it, ask the signatory to take the approval back.",
  "problem.draft-changed":
    "Somebody else has just saved this draft; their words are kept. Open the newest draft, then add yours again.",
  "problem.decision-not-approved":
    "The decision is not approved, or has been applied already. Load the page again to see.",
  "problem.decision-not-applied":
    "The decision is not applied, or has been undone already. Load the page again to see.",
  "problem.decision-changed":
    "The decision, or what it touches, has changed since the dry run. Look at the dry run again, then approve.",
  "problem.decision-built-upon": "A decision applied later rests on this one. Undo the later ones first.",
  "problem.undo-blocked":
    "It cannot be undone: something has been settled or recorded since the hand-over. Look at it; if need be, make a new decision.",
  "problem.grouping-name-taken":
    "There is a grouping of this kind with this name. Choose another name, or change that grouping.",
  "problem.member-outside":
    "A union among the members does not stand below on the chosen day. Take it out or choose another day.",
};
