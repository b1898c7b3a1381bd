// What may go wrong with targets, and what to do next.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.target-sum":
    "The shares and the reserve do not add up to the union's target. Correct the shares or the reserve.",
  "problem.target-changed":
    "Somebody has just changed this target. Reload the page to see the new number, then split it again.",
  "problem.share-outside-children":
    "One of the unions is neither directly below yours nor reached by a letter of this campaign. Remove it and save again.",
  "problem.not-leading-unit":
    "Only the union that leads the campaign records the number given from outside. Unions below split the number they were assigned.",
  "problem.nothing-assigned":
    "Your union has not been assigned a target yet, so there is nothing to split. Wait for the level above, or set your own target.",
  "problem.split-below-first":
    "A union below has already split its number and its reserve is too small for the reduction. Ask that union to split again first.",
  "problem.already-assigned":
    "One of the unions already holds a target of this campaign from elsewhere. Ask there to split again first.",
  "problem.reason-missing": "This target has been split before: say why it changes, then save again.",
  "problem.request-open":
    "Your union has a request that waits for an answer. Wait for it, or withdraw it and ask again.",
  "problem.request-answered":
    "This request has been answered or withdrawn. Reload the page to see the outcome.",
  "problem.request-same": "You are asking for the number you hold. Enter another number.",
  "problem.no-giver":
    "No union above gave your union its number in this campaign. The leading union records its own.",
  "problem.reserve-too-small":
    "The reserve holds {reserve, number}, and {needed, number} more is needed. Choose unions that give some up, or have the total raised first.",
};
