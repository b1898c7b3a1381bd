// Two texts as one run of words kept, added and removed.
import { diffWordsWithSpace } from "diff";

export interface Part {
  readonly text: string;
  readonly change: "same" | "added" | "removed";
}

/** Beyond this many characters a text is said to be new as a whole: word by word would take too long to be of use. */
const LONGEST = 20_000;

/** Joined without the parts added it is the text before, without those removed the text after. Empty parts are left out. */
export function compareText(before: string, after: string): Part[] {
  if (before === after) return before === "" ? [] : [{ text: before, change: "same" }];
  if (before.length + after.length > LONGEST) return wholes(before, after);
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? "added" : removed ? "removed" : "same",
  }));
}

const wholes = (before: string, after: string): Part[] => [
  ...(before === "" ? [] : [{ text: before, change: "removed" as const }]),
  ...(after === "" ? [] : [{ text: after, change: "added" as const }]),
];
