// The text a letter is read from: normalised once, seen three ways that share every offset, cut into lines.
import { foldKeepingLength, toNfc } from "../../../platform/pure/text-vi.ts";
import type { Span } from "../../schema.ts";
import { closeSpacing } from "./spacing.ts";

/**
 * A line that is not blank. `gap` counts the blank lines before it. After a page break (`page`) it is 0: what
 * stood between is no sign of a paragraph.
 */
export type Line = Span & { gap: number; page?: true };

/**
 * `text`: what the result carries. `work`: the same with emphasis marks and page numbers blanked out.
 * `fold`: `work` in lower case without accents. All three have the same length.
 */
export type Source = { text: string; work: string; fold: string; lines: Line[] };

// Zero-width characters, soft hyphens, byte order marks and controls other than tab and line ends.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is being removed
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;

function normalise(input: string): string {
  return closeSpacing(
    toNfc(input)
      .replace(/\r\n?|[\v\u0085]/g, "\n")
      .replace(/\f/g, "\n\f\n")
      .replace(INVISIBLE, "")
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ")
      .replace(/\u00d0/g, "Đ")
      .replace(/\u00f0/g, "đ"),
  );
}

const blank = (match: string): string => " ".repeat(match.length);

function withoutEmphasis(text: string): string {
  return text
    .replace(/\*{2,}/g, blank)
    .replace(/(?<=\S)\*|\*(?=\S)/g, " ")
    .replace(/^#{1,6} |^> /gm, blank)
    .replace(/\\(?=[-.*_)(#])/g, " ");
}

// A drawn rule, a row of dots or the |---|---| under a table's head says nothing.
const RULE_LINE = /^[-–—_=*.…~|:+\s]+$/;

/** Normalised source of a letter. `input` may be in any Unicode form with any line ends. */
export function makeSource(input: string): Source {
  const text = normalise(input);
  const { work, breaks } = withoutPageBreaks(withoutEmphasis(text));
  const source: Source = { text, work, fold: foldKeepingLength(work), lines: [] };
  let gap = 0;
  let page = false;
  for (const raw of rawLines(work)) {
    const line = trimSpan(source, raw);
    if (breaks.has(raw.start)) page = true;
    else if (line.start === line.end || RULE_LINE.test(work.slice(line.start, line.end))) gap++;
    else {
      source.lines.push(page ? { ...line, gap: 0, page } : { ...line, gap });
      gap = 0;
      page = false;
    }
  }
  return source;
}

function rawLines(work: string): Span[] {
  const out: Span[] = [];
  for (let start = 0; start <= work.length; ) {
    const newline = work.indexOf("\n", start);
    const end = newline < 0 ? work.length : newline;
    out.push({ start, end });
    start = end + 1;
  }
  return out;
}

const PAGE_NUMBER = /^(?:[-–] ?\d{1,3} ?[-–]|[Tt]rang:? ?\d{1,3}(?: ?[/|] ?\d{1,3})?)$/;

// A page break leaves a form feed, "- 2 -", "Trang 2/3", or its number alone beside at least one blank line.
function withoutPageBreaks(work: string): { work: string; breaks: Set<number> } {
  const lines = rawLines(work);
  const words = lines.map(({ start, end }) => (end - start > 300 ? "…" : work.slice(start, end).trim()));
  const breaks = new Set<number>();
  const isBlank = (at: number): boolean => words[at] === "" || words[at] === "\f";
  let begun = false;
  words.forEach((text, i) => {
    const { start = 0 } = lines[i] ?? {};
    if (work.charAt(start) === "\f") breaks.add(start);
    else if (begun && PAGE_NUMBER.test(text)) breaks.add(start);
    else if (begun && /^\d{1,3}$/.test(text) && (isBlank(i - 1) || isBlank(i + 1))) {
      // Rows that begin with their number on a line of its own are no pages; a torn sentence goes on, even with a figure.
      let next = i + 1;
      while (isBlank(next) && next < i + 10) next++;
      let above = i - 1;
      while (isBlank(above) && above > i - 10) above--;
      const fed =
        work.charAt(lines[i - 1]?.start ?? 0) === "\f" || work.charAt(lines[i + 1]?.start ?? 0) === "\f";
      const torn = isBlank(i - 1) && isBlank(i + 1) && /.{40}[^.;:!?…]$/.test(words[above] ?? "");
      if (fed || torn || !/^\d/.test(words[next] ?? "")) breaks.add(start);
    }
    begun ||= text !== "" && text !== "\f";
  });
  if (breaks.size === 0) return { work, breaks };
  const blanked = lines.map(({ start, end }) =>
    breaks.has(start) ? " ".repeat(end - start) : work.slice(start, end),
  );
  return { work: blanked.join("\n"), breaks };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

/** The span without white space at its ends. */
export function trimSpan(source: Source, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(source.work.charCodeAt(start))) start++;
  while (end > start && isSpace(source.work.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The span without white space and without any of `chars` at its end (and white space at its start). */
export function trimEndChars(source: Source, span: Span, chars: string): Span {
  let trimmed = trimSpan(source, span);
  while (trimmed.end > trimmed.start && chars.includes(source.work.charAt(trimmed.end - 1))) {
    trimmed = trimSpan(source, { start: trimmed.start, end: trimmed.end - 1 });
  }
  return trimmed;
}

/** The words of a span on one line with single spaces. */
export function words(source: Source, span: Span): string {
  return source.work.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}

/** The folded characters of a span, every offset kept (line breaks become spaces). */
export function folded(source: Source, span: Span): string {
  return source.fold.slice(span.start, span.end).replace(/[\n\t]/g, " ");
}

/** `folded` with single spaces, for tests that need no offsets. */
export function foldedWords(source: Source, span: Span): string {
  return source.fold.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}

/** The words of a span on one line: `text` and `fold` share offsets, `at` leads back into the source. */
export type View = { text: string; fold: string; at: number[] };

/** A span seen as one line with single spaces, so that patterns need not know how the letter was wrapped. */
export function viewOf(source: Source, span: Span): View {
  const { start, end } = trimSpan(source, span);
  const at: number[] = [];
  let text = "";
  let fold = "";
  for (let from = start; from < end; ) {
    let to = from;
    while (to < end && !isSpace(source.work.charCodeAt(to))) at.push(to++);
    text += source.work.slice(from, to);
    fold += source.fold.slice(from, to);
    if (to >= end) break;
    text += " ";
    fold += " ";
    at.push(to);
    while (to < end && isSpace(source.work.charCodeAt(to))) to++;
    from = to;
  }
  return { text, fold, at };
}

/** Where characters `from` to `to` (exclusive) of a view stand in the source. */
export function spanIn(view: View, from: number, to: number): Span {
  const start = view.at[from] ?? 0;
  return { start, end: to > from ? (view.at[to - 1] ?? start) + 1 : start };
}
