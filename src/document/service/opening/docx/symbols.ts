// Signs of symbol fonts (Wingdings, Symbol): Word keeps them at private places of Unicode, where they mean nothing.

const KNOWN: Readonly<Record<number, string>> = {
  45: "-",
  43: "+",
  183: "-",
  167: "-",
  216: "-",
  118: "-",
  252: "-",
  108: "-",
  110: "-",
  113: "-",
  179: "≥",
  163: "≤",
  177: "±",
  180: "×",
};

/** The sign that `code` (hexadecimal, with or without the private F0) stands for in a symbol font; "" if unknown. */
export function symbolOf(code: string): string {
  const value = Number.parseInt(code, 16);
  return Number.isNaN(value) ? "" : (KNOWN[value & 0xff] ?? "");
}

/** Text with its private signs put into plain ones; those unknown are dropped. */
export const unsymbol = (text: string): string =>
  text.replace(/[\uf000-\uf0ff]/g, (sign) => KNOWN[sign.charCodeAt(0) & 0xff] ?? "");
