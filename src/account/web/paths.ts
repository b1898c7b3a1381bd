// Addresses of signing in.
export const SIGN_IN = "/dang-nhap";
export const USE_CODE = "/ma-mot-lan";

/** Pages of somebody acting for a unit, e.g. `atUnit(id, "viec")`. */
export const atUnit = (unitId: string, ...parts: readonly string[]): string =>
  `/u/${[unitId, ...parts].join("/")}`;

/** Offices of a unit: terms, delegations, handovers. */
export const officersPath = (placeId: string, unitId: string): string =>
  atUnit(placeId, "cong-doan", unitId, "can-bo");
export const handoverPath = (placeId: string, unitId: string, handoverId: string): string =>
  `${officersPath(placeId, unitId)}/ban-giao/${handoverId}`;
