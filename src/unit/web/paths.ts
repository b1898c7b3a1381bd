// Addresses of the tree, its decisions and its groupings, at the unit one acts for.
import { type Day, isDay } from "../../platform/pure/calendar.ts";

const at = (placeId: string, ...parts: readonly string[]): string =>
  `/u/${[placeId, "cong-doan", ...parts].join("/")}`;

/** A unit's page; `day` when not today. */
export const unitPath = (placeId: string, unitId: string, day?: string): string =>
  `${unitId === placeId ? at(placeId) : at(placeId, unitId)}${day === undefined ? "" : `?asOf=${day}`}`;
export const decisionsPath = (placeId: string): string => at(placeId, "quyet-dinh");
export const decisionPath = (placeId: string, decisionId: string): string =>
  at(placeId, "quyet-dinh", decisionId);
export const composePath = (placeId: string, decisionId: string): string =>
  at(placeId, "quyet-dinh", decisionId, "soan");
export const groupingsPath = (placeId: string, day?: string): string =>
  `${at(placeId, "nhom")}${day === undefined ? "" : `?asOf=${day}`}`;
export const groupingPath = (placeId: string, groupingId: string, day?: string): string =>
  `${at(placeId, "nhom", groupingId)}${day === undefined ? "" : `?asOf=${day}`}`;

/** The day a query (`?asOf=…`) asks for when it is not today's; what is no day is today. */
export function dayIn(search: URLSearchParams, today: Day): Day | undefined {
  const wanted = search.get("asOf") ?? "";
  return isDay(wanted) && wanted !== today ? wanted : undefined;
}

/** The other day whose tree (or grouping) the page at an address shows; undefined: today's, or no such page. */
export function dayShownAt(
  placeId: string,
  { pathname, search }: { readonly pathname: string; readonly search: string },
  today: Day,
): Day | undefined {
  const tree = at(placeId);
  if (pathname !== tree && !pathname.startsWith(`${tree}/`)) return undefined;
  const parts = pathname.slice(tree.length + 1).split("/");
  const shows = parts[0] === "nhom" ? parts.length <= 2 : parts[0] !== "quyet-dinh" && parts.length === 1;
  return shows ? dayIn(new URLSearchParams(search), today) : undefined;
}
