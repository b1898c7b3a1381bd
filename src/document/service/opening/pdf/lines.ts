// Pieces of text at places on a page into the lines a reader sees: by baseline, then from left to right.

import { unsymbol } from "../docx/symbols.ts";

/** One piece as pdf.js gives it, in points from the page's top left corner. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };
/** Part of a line with a wide gap on either side. */
export type Run = { text: string; x: number; end: number };
/** `row`: a row of a table, already as text. */
export type PageLine = { y: number; size: number; runs: Run[]; row?: true };

/** Of the size of the letters: more is another line, a gap of more than that is another column. */
const SAME_LINE = 0.45;
const COLUMN_GAP = 1.15;
const WORD_GAP = 0.12;

/** The lines of one page, top to bottom. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== "").sort((a, b) => a.y - b.y || a.x - b.x);
  const groups: Piece[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    const group = groups.at(-1);
    if (group && piece.y - base <= SAME_LINE * Math.max(piece.size, group[0]?.size ?? 0)) group.push(piece);
    else {
      groups.push([piece]);
      base = piece.y;
    }
  }
  return groups.map(lineOf);
}

function lineOf(pieces: Piece[]): PageLine {
  const runs: Run[] = [];
  const size = Math.max(...pieces.map((piece) => piece.size));
  let before: Piece | undefined;
  for (const piece of pieces.sort((a, b) => a.x - b.x)) {
    const run = runs.at(-1);
    // Bold is sometimes the same words printed twice, a hair's breadth apart.
    if (before && before.text === piece.text && Math.abs(before.x - piece.x) < 0.1 * size) continue;
    before = piece;
    const gap = run ? piece.x - run.end : 0;
    if (!run || gap > COLUMN_GAP * size) {
      runs.push({ text: piece.text, x: piece.x, end: piece.x + piece.width });
      continue;
    }
    const joint = gap > WORD_GAP * size && !/\s$/.test(run.text) && !/^\s/.test(piece.text) ? " " : "";
    run.text += joint + piece.text;
    run.end = Math.max(run.end, piece.x + piece.width);
  }
  return {
    y: Math.min(...pieces.map((piece) => piece.y)),
    size,
    runs: runs.map((run) => ({ ...run, text: clean(run.text) })).filter(({ text }) => text !== ""),
  };
}

// Signs put together from letter and accent may stand apart in the file; two letters as one sign are two again.
function clean(text: string): string {
  return unsymbol(text)
    .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"))
    .replace(/\u00ad/g, "")
    .replace(/\s+(?=\p{M})/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}
