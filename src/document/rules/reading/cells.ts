// A header or tail line cut into its columns: merged lines of a two-column page are taken apart again.

import type { Span } from "../../schema.ts";
import { type Source, trimSpan } from "./source.ts";

/** One column's part of a line. "motto" is quốc hiệu or tiêu ngữ. */
export type Cell = Span & { what: "motto" | "dateline" | "number" | "words" };

// Only short lines have columns; this also bounds the work on a hostile line.
const LONGEST = 400;

const CAPITAL_WORD = String.raw`\p{Lu}\p{L}*\.?`;
const PLACE = `(?<place>${CAPITAL_WORD}(?: ${CAPITAL_WORD}){0,4})`;
const BLANKS = String.raw`[\d.…_\s]`;

/** "Lai Châu, ngày 18 tháng 01 năm 2021", its blanks, or "Lai Châu, (ngày) 18/01/2021". */
export const DATELINE = new RegExp(
  String.raw`(?:${PLACE}\s?,?\s{1,3})?[Nn]gày(?<date>${BLANKS}{0,24})tháng(?<month>${BLANKS}{0,24})năm(?<year>\s{0,6}\d{4}|${BLANKS}{0,12})`,
  "u",
);
export const DATELINE_DIGITS = new RegExp(
  String.raw`${PLACE}\s?,\s{1,3}(?:ngày\s{1,3})?(?<date>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})`,
  "u",
);

const NOTATION_PART = String.raw`\p{Lu}[\p{L}&\d]{0,14}`;

/** "Số: 610/LĐLĐ", "Số 132-CV/BCTCĐ", "Số:    /LĐLĐ", "Số: 12". Capital S: a cited number has a small one. */
export const NUMBER = new RegExp(
  String.raw`(?<=^|\s{2}|\t|\|\s?)S[ốỐ]\s{0,4}:?(?:(?<number>\s{0,6}\d{1,6}\p{L}?)?[\s.…_]{0,40}[-–/]\s{0,3}(?<notation>${NOTATION_PART}(?:\s?[-–/]\s?${NOTATION_PART}){0,4})|\s{0,6}(?<alone>\d{1,6})(?=\s*$|\s{3}))`,
  "u",
);

const MOTTOS = /cong hoa xa hoi chu nghia viet nam|doc lap\W{1,5}tu do\W{1,5}hanh phuc/;

const TITLED = /^(?:TP|TX|TT)\.?$/;

/**
 * How much of the capital words before a date is no place: of a line of one column with the other behind it,
 * "TỈNH LAI CHÂU Lai Châu, ngày …" or "… tỉnh Lai Châu Lai Châu, ngày …".
 */
function beforePlace(place: string): number {
  const words = place.split(" ");
  const isShouted = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word) && !TITLED.test(word);
  let from = words.every(isShouted) ? 0 : words.findLastIndex(isShouted) + 1;
  const left = words.slice(from);
  const half = left.length / 2;
  if (left.length % 2 === 0 && half > 0 && left.slice(0, half).join(" ") === left.slice(half).join(" "))
    from += half;
  return words.slice(0, from).join(" ").length + (from > 0 ? 1 : 0);
}

function cutOut(source: Source, cell: Cell, pattern: RegExp, what: Cell["what"], inFold = false): Cell[] {
  if (cell.what !== "words") return [cell];
  const match = pattern.exec((inFold ? source.fold : source.work).slice(cell.start, cell.end));
  if (!match) return [cell];
  const end = cell.start + match.index + match[0].length;
  const start = cell.start + match.index + beforePlace(match.groups?.place ?? "");
  return [
    { start: cell.start, end: start, what: "words" },
    { ...trimSpan(source, { start, end }), what },
    { start: end, end: cell.end, what: "words" },
  ];
}

function byWideGaps(source: Source, cell: Cell): Cell[] {
  if (cell.what !== "words") return [cell];
  const out: Cell[] = [];
  let start = cell.start;
  for (const gap of source.work.slice(cell.start, cell.end).matchAll(/\t|\||\s{3,}/g)) {
    const at = cell.start + gap.index;
    out.push({ start, end: at, what: "words" });
    start = at + gap[0].length;
  }
  out.push({ start, end: cell.end, what: "words" });
  return out;
}

/** The columns of one line, left to right, trimmed; a line too long to have columns is one cell. */
export function cellsOf(source: Source, line: Span): Cell[] {
  let cells: Cell[] = [{ start: line.start, end: line.end, what: "words" }];
  if (line.end - line.start <= LONGEST) {
    cells = cells
      .flatMap((cell) => cutOut(source, cell, NUMBER, "number"))
      .flatMap((cell) => cutOut(source, cell, MOTTOS, "motto", true))
      .flatMap((cell) => cutOut(source, cell, DATELINE, "dateline"))
      .flatMap((cell) => cutOut(source, cell, DATELINE_DIGITS, "dateline"))
      .flatMap((cell) => byWideGaps(source, cell));
  }
  return cells
    .map((cell) => ({ ...trimSpan(source, cell), what: cell.what }))
    .filter((cell) => cell.end > cell.start);
}
