// Printed serials of certificates: letters and a number of fixed width, and ranges of them.

export interface SerialRange {
  readonly prefix: string;
  /** Width of the number as printed, with noughts in front. */
  readonly digits: number;
  /** First and last, both counted in. */
  readonly first: number;
  readonly last: number;
}

/** More at once is a slip of the keyboard. */
const MOST_AT_ONCE = 100_000;

/** "AB000123", "AB000150" → the range; undefined where they are not of one series, turned round, or far too many. */
export function rangeOf(first: string, last: string): SerialRange | undefined {
  const [a, b] = [partsOf(first), partsOf(last)];
  if (a === undefined || b === undefined || a.prefix !== b.prefix || a.digits !== b.digits) return undefined;
  if (b.number < a.number || b.number - a.number >= MOST_AT_ONCE) return undefined;
  return { prefix: a.prefix, digits: a.digits, first: a.number, last: b.number };
}

function partsOf(serial: string): { prefix: string; digits: number; number: number } | undefined {
  const parts = /^(.*?)(\d{1,12})$/.exec(serial);
  if (parts === null) return undefined;
  const [, prefix = "", digits = ""] = parts;
  return { prefix, digits: digits.length, number: Number(digits) };
}

/** As it is printed. */
export const serialAt = ({ prefix, digits }: Pick<SerialRange, "prefix" | "digits">, at: number): string =>
  `${prefix}${String(at).padStart(digits, "0")}`;

/** What is left of `received` when `gone` is taken out, in order; ranges of other series are left as they are. */
export function without(received: readonly SerialRange[], gone: readonly SerialRange[]): SerialRange[] {
  return received
    .flatMap((range) => {
      let parts = [range];
      for (const taken of gone) {
        if (taken.prefix !== range.prefix || taken.digits !== range.digits) continue;
        parts = parts.flatMap((part) =>
          taken.last < part.first || taken.first > part.last
            ? [part]
            : [
                { ...part, last: taken.first - 1 },
                { ...part, first: taken.last + 1 },
              ].filter(({ first, last }) => first <= last),
        );
      }
      return parts;
    })
    .sort((a, b) => (a.prefix === b.prefix ? a.first - b.first : a.prefix < b.prefix ? -1 : 1));
}
