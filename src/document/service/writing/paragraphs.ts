// The paragraphs of an official document: text, headings, a drawn line, a paragraph of one style.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from "docx";
import { cleanLines } from "./clean.ts";
import { BODY_AFTER, END_MARK, POINT, SIZE } from "./legal-form.ts";
import type { Heading } from "./official.ts";

/** Style of the running text, known to every Word by this name (it shows it in the user's language). */
export const BODY_STYLE = "BodyText";

export type Look = { size: number; bold?: boolean; italics?: boolean };

/** Thickness of every drawn line, in eighths of a point. */
const LINE_WEIGHT = 6;

export const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Runs of one look, a line break between the lines. Sizes are points (docx counts half points). */
export const runs = (lines: readonly string[], look: Look): TextRun[] =>
  lines.map(
    (text, index) => new TextRun({ ...look, text, size: look.size * 2, ...(index > 0 ? { break: 1 } : {}) }),
  );

/** One paragraph of one look, single line spacing and no space around it unless `more` says so. */
export const line = (
  text: string | readonly string[],
  look: Look,
  more: Omit<IParagraphOptions, "children" | "text"> = {},
): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0 },
    ...more,
    children: runs(typeof text === "string" ? [text] : text, look),
  });

/** An empty paragraph of this height (DXA). */
export const gap = (
  height: number,
  more: Omit<IParagraphOptions, "children" | "text" | "spacing"> = {},
): Paragraph =>
  new Paragraph({
    ...more,
    spacing: { before: 0, after: 0, line: height, lineRule: LineRuleType.EXACT },
    children: [],
  });

/**
 * A drawn line of `length` in the middle of a column `within` (both DXA): the upper border of an empty paragraph
 * indented from both sides. Word and LibreOffice draw it alike, and no editor takes it for typed dashes.
 */
export function drawnLine(length: number, within: number): Paragraph {
  const side = Math.max(0, Math.round((within - length) / 2));
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: side, right: side, firstLine: 0 },
    spacing: { before: 2 * POINT, after: 0, line: 3 * POINT, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: LINE_WEIGHT, space: 0, color: "000000" } },
    children: [],
  });
}

/** The running text; every line end begins a new paragraph. */
export const bodyParagraphs = (
  text: string,
  options: { italic?: boolean; keepNext?: boolean } = {},
): Paragraph[] =>
  cleanLines(text).map(
    (words) =>
      new Paragraph({
        style: BODY_STYLE,
        ...(options.keepNext === undefined ? {} : { keepNext: options.keepNext }),
        children: [
          new TextRun({ text: words, ...(options.italic === undefined ? {} : { italics: options.italic }) }),
        ],
      }),
  );

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export const headingParagraph = (heading: Heading): Paragraph =>
  new Paragraph({
    heading: LEVELS[heading.level],
    children: [new TextRun(cleanLines(heading.text).join(" "))],
  });

/** The last paragraph's text with the end mark in place of its full stop. */
export const withEndMark = (text: string): string =>
  text.trimEnd().endsWith(END_MARK) ? text : `${text.trimEnd().replace(/[.;,]+$/u, "")}${END_MARK}`;

/** The end mark alone, for a text that ends with a table. */
export const endMarkAlone = (): Paragraph =>
  line(
    END_MARK,
    { size: SIZE.body },
    { alignment: AlignmentType.RIGHT, keepNext: true, spacing: { before: 0, after: BODY_AFTER } },
  );
