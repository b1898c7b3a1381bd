// A Vietnamese phone number as people type it, in one form: 0 and nine digits. Old numbers get their new beginning.

/**
 * Mobile numbers of eleven digits that got ten, operator by operator, from 2018-09-15 to 2018-11-14; the old form stopped
 * working on 2018-11-15. Source: plan 798/QĐ-BTTTT (31/05/2018) as published by the operators.
 */
const SINCE_2018: Readonly<Record<string, string>> = {
  "0120": "070",
  "0121": "079",
  "0122": "077",
  "0126": "076",
  "0128": "078",
  "0123": "083",
  "0124": "084",
  "0125": "085",
  "0127": "081",
  "0129": "082",
  "0162": "032",
  "0163": "033",
  "0164": "034",
  "0165": "035",
  "0166": "036",
  "0167": "037",
  "0168": "038",
  "0169": "039",
  "0186": "056",
  "0188": "058",
  "0199": "059",
};

/**
 * `typed` in its one form; what is no number comes back as its digits, for `isPhone` to refuse. Spaces, dots, dashes,
 * brackets, +84 and 0084 are taken; so are nine digits whose 0 a spreadsheet dropped.
 */
export function normalPhone(typed: string): string {
  const bare = typed.normalize("NFKC").replace(/[\s.\-–()/'"]/g, "");
  const local = bare.replace(/^(\+84|0084|84(?=\d{9,10}$))0?/, "0");
  const whole = /^([35789]\d{8}|1[268]\d{8}|199\d{7})$/.test(local) ? `0${local}` : local;
  const now = whole.length === 11 ? SINCE_2018[whole.slice(0, 4)] : undefined;
  return now === undefined ? whole : `${now}${whole.slice(4)}`;
}

export const isPhone = (normal: string): boolean => /^0[1-9]\d{8}$/.test(normal);
