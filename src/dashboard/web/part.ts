// The part of the overview shown stands in the address beside the day: a link shows others the same.
import { useSearchParams } from "react-router";
import type { Day } from "../../platform/pure/calendar.ts";
import { AS_OF } from "../../platform/ui/as-of.tsx";

const PART = "xem";

export const PARTS = ["progress", "league", "groupings"] as const;
export type Part = (typeof PARTS)[number];
const ADDRESS: Record<Part, string> = { progress: "", league: "xep-hang", groupings: "nhom" };

export function usePart(): Part {
  const [search] = useSearchParams();
  const asked = search.get(PART) ?? "";
  return PARTS.find((part) => ADDRESS[part] === asked) ?? "progress";
}

/** "?asOf=2021-06-05&xem=xep-hang", or nothing for today's progress: kept while going down the tree. */
export function queryOf(asOf: Day, today: Day, part: Part): string {
  const search = new URLSearchParams();
  if (asOf !== today) search.set(AS_OF, asOf);
  if (part !== "progress") search.set(PART, ADDRESS[part]);
  const written = search.toString();
  return written === "" ? "" : `?${written}`;
}
