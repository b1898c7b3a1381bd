// Numbers as Word prints them before a paragraph: 1, 01, a, A, i, I.

const ROMAN: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** `format` is a value of ST_NumberFormat (ECMA-376 part 1, 17.18.59); those not known here count in digits. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > 30_000 || !Number.isInteger(value)) return "";
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** a … z, then aa, bb, … as Word does. */
function letters(value: number): string {
  if (value < 1) return "";
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(value / 26)));
}

function roman(value: number): string {
  let out = "";
  let left = value;
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      out += sign;
      left -= worth;
    }
  }
  return out;
}
