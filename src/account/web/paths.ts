// Addresses of signing in.
export const SIGN_IN = "/dang-nhap";
export const USE_CODE = "/ma-mot-lan";

/** Pages of somebody acting for a unit, e.g. `atUnit(id, "viec")`. */
export const atUnit = (unitId: string, ...parts: readonly string[]): string =>
  `/u/${[unitId, ...parts].join("/")}`;
