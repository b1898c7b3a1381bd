// The foot of an official document: Nơi nhận on the left, the signature on the right, on one page together.
import { AlignmentType, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import { capitals, cleanText } from "./clean.ts";
import { POINT, RECIPIENTS_LABEL, SIGNING_ROOM, SIZE } from "./legal-form.ts";
import type { OfficialDocument } from "./official.ts";
import { line } from "./paragraphs.ts";
import { noBorders } from "./table.ts";

/** The signature takes the right half, as in the pattern of phần V. */
const LEFT_SHARE = 0.48;

/** Each recipient after a dash, closed by ";" and the last ("Lưu: …") by "." (NĐ 30/2020, Phụ lục I, mục II.9). */
export const recipientLines = (recipients: readonly string[]): string[] => {
  const names = recipients
    .map((text) =>
      cleanText(text)
        .replace(/^[-–•]\s*/u, "")
        .replace(/[.;,]+$/u, ""),
    )
    .filter((text) => text !== "");
  return names.map((text, index) => `- ${text}${index === names.length - 1 ? "." : ";"}`);
};

/** @param textArea width between the margins, DXA */
export function footTable(document: OfficialDocument, textArea: number): Table {
  const left = Math.round(textArea * LEFT_SHARE);
  const right = textArea - left;
  const dash = 7 * POINT;
  const cell = (width: number, children: Paragraph[]): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      borders: noBorders.cell,
      children,
    });
  const centred = { alignment: AlignmentType.CENTER } as const;
  const bold = { size: SIZE.signature, bold: true };
  const name = cleanText(document.signature.name);
  return new Table({
    width: { size: textArea, type: WidthType.DXA },
    columnWidths: [left, right],
    indent: { size: 0, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: noBorders.table,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(left, [
            line(RECIPIENTS_LABEL, { size: SIZE.recipientsLabel, bold: true, italics: true }),
            ...recipientLines(document.recipients).map((text) =>
              line(text, { size: SIZE.recipients }, { indent: { left: dash, hanging: dash } }),
            ),
          ]),
          cell(right, [
            ...document.signature.lines.map((text) => line(capitals(text), bold, centred)),
            line(name, bold, { ...centred, spacing: { before: SIGNING_ROOM, after: 0 } }),
          ]),
        ],
      }),
    ],
  });
}
