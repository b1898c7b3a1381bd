// Paragraphs of the body: lines broken in mid-sentence are joined again, numbered and listed items told apart.

import type { Span } from "../../schema.ts";
import { cellsOf } from "./cells.ts";
import { folded, type Line, type Source } from "./source.ts";

/** What a paragraph is numbered with; "article" is "Điều 1.", "row" a line of a table. */
export type Mark = "article" | "roman" | "number" | "ordinal-word" | "letter" | "bullet" | "row";

/**
 * `content` is where the words after the mark begin; `value` the number printed (1 for "Một là"). `unclear`: two
 * sentences were joined where, by the length of the lines, a paragraph may as well have ended.
 */
export type Paragraph = Span & { content: number; mark?: Mark; value?: number; unclear?: true };

const ORDINAL_WORDS = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];
const ORDINAL = new RegExp(`^(?:thu )?(${ORDINAL_WORDS.join("|")}) la[,:]? `);
const ARTICLE = /^dieu (\d{1,2})[.:] {0,4}(?=\S)/;
const ROMAN = /^([ivx]{1,5})[.)/-] {0,3}(?=\S)/;
const NUMBERED = /^(\d{1,2})(?:\.-|[.)]|\/(?= )) {0,4}(?=\S)/;
const LETTERED = /^([a-h]|đ)[.)/] {0,3}(?=\S)/;
const BULLET = /^[-+•*–●▪·] {0,4}(?=\S)/;

const ENDED = /[.;:!?…]["”')\]]*$/;

type Marked = { mark: Mark; length: number; value?: number };

function markOf(source: Source, line: Span): Marked | undefined {
  const head = folded(source, { start: line.start, end: Math.min(line.end, line.start + 40) });
  const printed = source.work.slice(line.start, line.start + 40);
  const ordinal = ORDINAL.exec(head);
  if (ordinal)
    return {
      mark: "ordinal-word",
      length: ordinal[0].length,
      value: ORDINAL_WORDS.indexOf(ordinal[1] ?? "") + 1,
    };
  const article = ARTICLE.exec(head);
  if (article) return { mark: "article", length: article[0].length, value: Number(article[1]) };
  const roman = ROMAN.exec(head);
  if (roman && /^[IVX]/.test(printed)) return { mark: "roman", length: roman[0].length };
  const numbered = NUMBERED.exec(head);
  // "2.1." and "1.200 đơn vị" are no first-level numbers.
  if (numbered && !/^\d{1,2}[./]\d/.test(head)) {
    return { mark: "number", length: numbered[0].length, value: Number(numbered[1]) };
  }
  const deeper = /^\d{1,2}\.\d{1,2}\.? {1,3}(?=\S)/.exec(head);
  if (deeper) return { mark: "letter", length: deeper[0].length };
  const lettered = LETTERED.exec(head);
  if (lettered) return { mark: "letter", length: lettered[0].length };
  const bullet = BULLET.exec(head);
  return bullet ? { mark: "bullet", length: bullet[0].length } : undefined;
}

/** A line of a table: columns, at least one of them a plain figure or a head cell beside others. */
export function isRow(source: Source, line: Line): boolean {
  if (line.end - line.start > 300) return false;
  // Word puts a tab between an item's number and its words.
  const marked = markOf(source, line);
  const rest = { start: line.start + (marked?.length ?? 0), end: line.end };
  if (/[|\t]/.test(source.work.slice(rest.start, rest.end))) return true;
  const cells = cellsOf(source, marked ? rest : line);
  return cells.length > 1 && cells.some((cell) => /^[\d.]+$/.test(source.work.slice(cell.start, cell.end)));
}

function startsLikeSentence(source: Source, at: number): boolean {
  return /^[\p{Lu}\d“"(]/u.test(source.work.slice(at, at + 2));
}

/** How the letter parts its paragraphs: by blank lines, by full lines of a page, or each on one line. */
type Layout = { spaced: boolean; width: number };

function layoutOf(source: Source, lines: Line[]): Layout {
  const gaps = lines.filter((line, i) => i > 0 && line.gap > 0 && startsParagraph(source, line)).length;
  const running = lines.slice(0, 2000).filter((line) => !isRow(source, line));
  const width = Math.max(0, ...running.map((line) => line.end - line.start));
  return { spaced: gaps >= 2, width };
}

function startsParagraph(source: Source, line: Line): boolean {
  return markOf(source, line) !== undefined || /^\p{Lu}/u.test(source.work.slice(line.start, line.start + 2));
}

// In a letter without blank lines a sentence that opens with the letter's own voice opens a paragraph.
const SPEAKER = /^(?:ban thuong vu|ban chap hanh|lien doan lao dong|ldld|cong doan nganh|tran trong)\b/;
const OPENING = /^(?:(?:can cu|kinh gui|noi nhan|phu luc|tren day la) |tong cong\b|tong so\b|cong ?:)/;

/** Whether `line` begins a paragraph when `last` (whose last line is `above`) stands before it. */
function begins(
  source: Source,
  line: Line,
  last: Paragraph,
  above: Line,
  layout: Layout,
  nextNumber: number,
): Marked | boolean | "unclear" {
  const tailWords = source.work.slice(Math.max(above.start, above.end - 4), above.end);
  const ended = ENDED.test(tailWords);
  const marked = markOf(source, line);
  // "(qua Ban Chính sách" / "- Pháp luật)": nothing begins inside a bracket.
  const open = /\([^()]*$/.test(source.work.slice(Math.max(last.start, above.end - 80), above.end));
  if (open && line.gap === 0) return false;
  if (marked) {
    const content = line.start + marked.length;
    const capital = startsLikeSentence(source, content);
    // A wrapped "- lần thứ IV" or "15. Đề nghị" (of "trước ngày 15.") is not an item; a list goes on by itself.
    if (capital && marked.mark === "number" && marked.value === nextNumber) return marked;
    if (marked.mark === "article" && (ended || marked.value === (last.value ?? 0) + 1)) return marked;
    if (capital && startsLetters(source, line, last)) return marked;
    if (capital && (ended || line.gap > 0 || (last.mark === marked.mark && marked.mark !== "number")))
      return marked;
    if (ended && marked.mark !== "roman") return marked;
    if (line.gap > 0 && /,$/.test(tailWords)) return marked;
  }
  const lower = /^\p{Ll}/u.test(source.work.slice(line.start, line.start + 2));
  if (line.gap > 0) return !(lower && !ended);
  if (isHead(source, line, last, above, layout)) return true;
  if (!ended || lower) return false;
  const opening = folded(source, { start: line.start, end: Math.min(line.end, line.start + 40) });
  if (OPENING.test(opening)) return true;
  if (layout.spaced && !line.page) return false;
  if (SPEAKER.test(opening)) return true;
  if (layout.width > 160) return true;
  const firstWord = /^\S{0,30}/.exec(source.work.slice(line.start, line.start + 30))?.[0].length ?? 0;
  const full = (above.end - above.start + 1 + firstWord) / layout.width;
  return full < 0.85 || "unclear";
}

// "a) …" under "1. Trước ngày hiến máu": the head of a list does not end with a full stop.
function startsLetters(source: Source, line: Line, last: Paragraph): boolean {
  if (last.mark !== "number" && last.mark !== "ordinal-word" && last.mark !== "article") return false;
  return /^a[)/]/.test(source.work.slice(line.start, line.start + 2));
}

// "1. Hội Chữ thập đỏ tỉnh" alone on its short line is the head of what follows.
function isHead(source: Source, line: Line, last: Paragraph, above: Line, layout: Layout): boolean {
  if (last.mark === undefined || last.mark === "bullet" || last.start !== above.start) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(source.work.slice(line.start, line.start + 2))) return false;
  return above.end - above.start < Math.min(layout.width * 0.5, 60);
}

/** The paragraphs made of `lines`, in order. */
export function paragraphsOf(source: Source, lines: Line[]): Paragraph[] {
  const layout = layoutOf(source, lines);
  const out: Paragraph[] = [];
  let above: Line | undefined;
  let nextNumber = 1;
  for (const line of lines) {
    const last = out.at(-1);
    if (isRow(source, line)) {
      out.push({ start: line.start, end: line.end, content: line.start, mark: "row" });
    } else if (!last || !above || last.mark === "row") {
      out.push(paragraph(line, markOf(source, line)));
    } else {
      const start = begins(source, line, last, above, layout, nextNumber);
      if (start === false || start === "unclear") last.end = line.end;
      else out.push(paragraph(line, start === true ? undefined : start));
      if (start === "unclear") last.unclear = true;
    }
    above = line;
    const now = out.at(-1);
    if (now?.mark === "number") nextNumber = (now.value ?? 0) + 1;
    else if (now?.mark === "roman") nextNumber = 1;
  }
  return out;
}

function paragraph(line: Line, marked: Marked | undefined): Paragraph {
  const { start, end } = line;
  if (!marked) return { start, end, content: start };
  const { mark, length, value } = marked;
  return { start, end, content: start + length, mark, ...(value === undefined ? {} : { value }) };
}
