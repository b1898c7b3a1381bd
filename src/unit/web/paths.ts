// Addresses of the tree, its decisions and its groupings, at the unit one acts for.
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
