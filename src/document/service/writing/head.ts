// The head of an official document: the bodies on the left, the nation on the right, number and date below them,
// then the title with its subject (or "V/v" under the number of a công văn) and the addressees.
import {
  AlignmentType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { capitals, cleanLines, cleanText } from "./clean.ts";
import {
  ADDRESSEES_LABEL,
  BODY_AFTER,
  HEAD_SIZES,
  type HeadSize,
  mm,
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  POINT,
  SHORT_LINE_RATIO,
  SIZE,
  SUBJECT_PREFIX,
} from "./legal-form.ts";
import { balancedLines, type Face, textWidth } from "./metrics.ts";
import { formatNumberAndNotation, formatPlaceAndDate } from "./number.ts";
import type { OfficialDocument } from "./official.ts";
import { drawnLine, line } from "./paragraphs.ts";
import { noBorders } from "./table.ts";

/** Air beside quốc hiệu, so that no rounding of any program breaks it, and between the two columns. */
const NATION_SLACK = mm(2);
const COLUMN_GAP = mm(3);

type Name = { lines: string[]; face: Face };
/** What stands on the left, and how wide both columns are. */
export type HeadPlan = { size: HeadSize; names: Name[]; left: number; right: number };

const CENTRED = { alignment: AlignmentType.CENTER } as const;
const widest = (names: readonly Name[]): number =>
  Math.max(0, ...names.flatMap(({ lines, face }) => lines.map((text) => textWidth(text, face))));

/**
 * Chooses sizes and columns: quốc hiệu always on one line; the names whole when they fit at 13 points, then at 12,
 * else broken where a clerk would break them.
 * @param textArea width between the margins, DXA
 */
export function planHead(issuer: OfficialDocument["issuer"], textArea: number): HeadPlan {
  const columns = (size: HeadSize) => {
    const right = Math.ceil(textWidth(NATIONAL_NAME, { size: size.nation, bold: true })) + NATION_SLACK;
    return { right, left: textArea - right };
  };
  const namesAt = (size: HeadSize, limit: number): Name[] => {
    const wrap = (text: string, face: Face): Name => ({
      face,
      lines: cleanLines(text).flatMap((part) => balancedLines(capitals(part), face, limit)),
    });
    const superior = issuer.superior ? [wrap(issuer.superior, { size: size.body })] : [];
    return [...superior, wrap(issuer.name, { size: size.body, bold: true })];
  };
  for (const size of HEAD_SIZES) {
    const { left, right } = columns(size);
    const names = namesAt(size, Number.POSITIVE_INFINITY);
    if (widest(names) <= left - COLUMN_GAP) return { size, names, left, right };
  }
  const size = HEAD_SIZES[1];
  const { left, right } = columns(size);
  return { size, names: namesAt(size, left - COLUMN_GAP), left, right };
}

const cell = (width: number, children: Paragraph[], columnSpan = 1): TableCell =>
  new TableCell({
    ...(columnSpan > 1 ? { columnSpan } : {}),
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    verticalAlign: VerticalAlignTable.TOP,
    borders: noBorders.cell,
    children,
  });

/** The borderless table of two rows: names | nation, number (and V/v) | place and date. */
export function headTable(document: OfficialDocument, textArea: number): Table {
  const { size, names, left, right } = planHead(document.issuer, textArea);
  const issuer = names.at(-1);
  const lastLine = issuer?.lines.at(-1) ?? "";
  const shortLine = issuer ? textWidth(lastLine, issuer.face) * SHORT_LINE_RATIO : 0;
  const motto: Face = { size: size.motto, bold: true };
  const date = formatPlaceAndDate(document.place, document.issuedOn);
  const smallest = HEAD_SIZES[1].date;
  const dateSize = textWidth(date, { size: size.date }) <= right ? size.date : smallest;
  // A long place ("Thành phố Hồ Chí Minh") takes room from the number's side rather than a second line.
  const missing = Math.ceil(textWidth(date, { size: dateSize })) - right;
  const borrowed = missing > 0 ? Math.min(missing + COLUMN_GAP, Math.floor(left / 2)) : 0;
  const numberSide = left - borrowed;
  const spans = borrowed > 0 ? 2 : 1;
  const under = document.kindTitle === undefined ? subjectUnderNumber(document.subject, numberSide) : [];
  const numberLine = formatNumberAndNotation(document.number, document.notation);
  return new Table({
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: borrowed > 0 ? [numberSide, borrowed, right] : [left, right],
    indent: { size: 0, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noBorders.table,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(
            left,
            [
              ...names.map(({ lines, face }) => line(lines, { ...face }, CENTRED)),
              drawnLine(shortLine, left),
            ],
            spans,
          ),
          cell(right, [
            line(NATIONAL_NAME, { size: size.nation, bold: true }, CENTRED),
            line(NATIONAL_MOTTO, motto, CENTRED),
            drawnLine(textWidth(NATIONAL_MOTTO, motto), right),
          ]),
        ],
      }),
      new TableRow({
        cantSplit: true,
        children: [
          cell(numberSide, [line(numberLine, { size: SIZE.number }, ROW_TWO), ...under]),
          cell(right + borrowed, [line(date, { size: dateSize, italics: true }, ROW_TWO)], spans),
        ],
      }),
    ],
  });
}

const ROW_TWO = { ...CENTRED, spacing: { before: 6 * POINT, after: 0 } };

const subjectUnderNumber = (subject: string, width: number): Paragraph[] => {
  const face: Face = { size: SIZE.subjectUnderNumber };
  const parts = cleanLines(`${SUBJECT_PREFIX} ${subject.replace(/^\s*v\/v\s*[:.]?\s*/iu, "")}`);
  const lines = parts.flatMap((part) => balancedLines(part, face, width - COLUMN_GAP));
  return [line(lines, face, ROW_TWO)];
};

/** Title in bold capitals, subject in bold below it, a short drawn line; nothing for a công văn. */
export function titleParagraphs(document: OfficialDocument, textArea: number): Paragraph[] {
  if (document.kindTitle === undefined) return [];
  const face: Face = { size: SIZE.title, bold: true };
  const lines = cleanLines(document.subject).flatMap((part) => balancedLines(part, face, textArea * 0.85));
  return [
    line(capitals(document.kindTitle), face, {
      ...CENTRED,
      keepNext: true,
      spacing: { before: 18 * POINT, after: 0 },
    }),
    line(lines, face, { ...CENTRED, keepNext: true }),
    drawnLine(textWidth(lines.at(-1) ?? "", face) * SHORT_LINE_RATIO, textArea),
  ];
}

/**
 * One addressee on the line of "Kính gửi:"; several each on a line after a dash that stands under the colon,
 * closed by ";" and the last by "." (mục II.9).
 */
export function addresseeParagraphs(addressees: readonly string[], textArea: number): Paragraph[] {
  const names = addressees
    .map((name) =>
      cleanText(name)
        .replace(/^[-–•]\s*/u, "")
        .replace(/[.;,]+$/u, ""),
    )
    .filter(Boolean);
  const face: Face = { size: SIZE.body };
  const [only, second] = names;
  if (only === undefined) return [];
  const before = 18 * POINT;
  if (second === undefined) {
    return [
      line(`${ADDRESSEES_LABEL} ${only}.`, face, { ...CENTRED, spacing: { before, after: 2 * BODY_AFTER } }),
    ];
  }
  const dash = textWidth("- ", face);
  const longest = Math.max(...names.map((name) => textWidth(`${name};`, face))) + dash;
  const label = textWidth(ADDRESSEES_LABEL, face);
  // The block stands in the middle of the page when it is short, and never left of the first line of the text.
  const start = Math.max(mm(12.7), Math.round((textArea - label - longest) / 2));
  const left = Math.round(start + label - textWidth(":", face));
  return [
    line(ADDRESSEES_LABEL, face, { indent: { left: start }, keepNext: true, spacing: { before, after: 0 } }),
    ...names.map((name, index) => {
      const last = index === names.length - 1;
      return line(`- ${name}${last ? "." : ";"}`, face, {
        indent: { left: left + Math.round(dash), hanging: Math.round(dash) },
        spacing: { before: 0, after: last ? 2 * BODY_AFTER : 0 },
      });
    }),
  ];
}
