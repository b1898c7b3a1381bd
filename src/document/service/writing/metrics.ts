// How wide words are in Times New Roman, so that drawn lines have the length the decree asks for, names break where a
// clerk would break them, and no table column is narrower than its longest word. Advance widths in 1/2048 em;
// Liberation Serif and Tinos share them by design. Italic is measured as upright (a little too wide, never too narrow).
import { BREAK_BEFORE, POINT } from "./legal-form.ts";

// biome-ignore format: one value per character from space (32) to tilde (126)
const REGULAR = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
  1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
  1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569,
  569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410,
  983, 1108,
];
// biome-ignore format: as above
const BOLD = [
  512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479,
  1366, 1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479,
  1479, 2048, 1479, 1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024,
  1139, 569, 682, 1139, 569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024,
  909, 807, 451, 807, 1065,
];
const EM = 2048;

// Letters whose width is not that of their base letter, and the punctuation Vietnamese letters use.
const OTHER: Record<string, readonly [regular: number, bold: number]> = {
  đ: [1024, 1139],
  Đ: [1479, 1479],
  ơ: [1083, 1134],
  Ơ: [1479, 1593],
  ư: [1110, 1229],
  Ư: [1589, 1630],
  "–": [1024, 1024],
  "“": [909, 1024],
  "”": [909, 1024],
  "‘": [682, 682],
  "’": [682, 682],
  "\u00A0": [512, 512],
};

const TONES = /[\u0300\u0301\u0302\u0303\u0306\u0309\u0323]/g;

/** Size in points. */
export type Face = { readonly size: number; readonly bold?: boolean };

/** Width of one line of text in DXA. Characters it does not know count one em. */
export function textWidth(text: string, face: Face): number {
  const bold = face.bold === true;
  let units = 0;
  // ơ and ư keep their horn (wider than o, u); every other accent sits above or below its letter.
  for (const letter of text.normalize("NFD").replace(TONES, "").normalize("NFC")) {
    const other = OTHER[letter];
    units += other ? other[bold ? 1 : 0] : ((bold ? BOLD : REGULAR)[letter.charCodeAt(0) - 32] ?? EM);
  }
  return (units / EM) * face.size * POINT;
}

/** Width of the longest word, in DXA. */
export const longestWord = (text: string, face: Face): number =>
  Math.max(0, ...text.split(" ").map((word) => textWidth(word, face)));

const mayBreakBefore = (words: readonly string[], index: number): boolean => {
  const rest = `${words
    .slice(index, index + 3)
    .join(" ")
    .toLocaleUpperCase("vi-VN")} `;
  return BREAK_BEFORE.some((phrase) => rest.startsWith(`${phrase} `));
};

/** A bad break costs as much as a line that is 40% empty. */
const BAD_BREAK = 0.16;

/**
 * The text in as few lines as fit `limit` (DXA), of even length, broken before the name of a kind of body or place
 * when one is near. A word wider than the limit stands alone.
 */
export function balancedLines(text: string, face: Face, limit: number): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  type Plan = { lines: string[]; cost: number };
  const best: Plan[] = [{ lines: [], cost: 0 }];
  for (let end = 1; end <= words.length; end++) {
    let chosen: Plan | undefined;
    for (let start = end - 1; start >= 0; start--) {
      const line = words.slice(start, end).join(" ");
      const width = textWidth(line, face);
      const before = best[start];
      if (!before || (width > limit && start < end - 1)) break;
      const empty = Math.max(0, 1 - width / limit);
      const broken = start > 0 && !mayBreakBefore(words, start) ? BAD_BREAK : 0;
      // One more line costs more than any raggedness, so the number of lines stays the smallest.
      const cost = before.cost + 10 + empty * empty + broken;
      if (!chosen || cost < chosen.cost) chosen = { lines: [...before.lines, line], cost };
    }
    best.push(chosen ?? { lines: [...words.slice(0, end)], cost: 0 });
  }
  return best[words.length]?.lines ?? [];
}
