// Addresses of a unit's people, at the unit one acts for.

const at = (placeId: string, ...parts: readonly string[]): string =>
  `/u/${[placeId, "doan-vien", ...parts].join("/")}`;

export const peoplePath = (placeId: string): string => at(placeId);
export const personPath = (placeId: string, personId: string): string => at(placeId, personId);
export const importPath = (placeId: string): string => at(placeId, "nhap-tu-tep");
export const alikePath = (placeId: string): string => at(placeId, "co-the-trung");
