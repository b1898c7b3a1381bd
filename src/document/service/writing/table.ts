// A table of figures: header rows repeated on every page, rows never cut, figures to the right, columns in DXA
// (Word and LibreOffice both obey those) and none narrower than its longest word.
import {
  AlignmentType,
  BorderStyle,
  TableCell as Cell,
  Table as DocxTable,
  type Paragraph,
  TableRow as Row,
  TableLayoutType,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import { cleanLines } from "./clean.ts";
import { CELL_SIDE, layOutColumns, spanOf, textOf } from "./columns.ts";
import { POINT, SIZE } from "./legal-form.ts";
import type { Align, Table, TableRow } from "./official.ts";
import { ALIGN, gap, line } from "./paragraphs.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const sides = { top: none, bottom: none, left: none, right: none } as const;

/** Borders of the tables that only place text (head, signature). */
export const noBorders = {
  cell: sides,
  table: { ...sides, insideHorizontal: none, insideVertical: none },
} as const;

type CellLook = { align: Align; bold: boolean; size: number; keepNext: boolean };

const cellParagraph = (text: string, look: CellLook): Paragraph =>
  line(
    cleanLines(text),
    { size: look.size, bold: look.bold },
    { alignment: ALIGN[look.align], keepNext: look.keepNext, spacing: { before: 30, after: 30 } },
  );

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

function checkShape(table: Table): void {
  if (table.columns.length === 0) throw new RangeError("a table needs a column");
  for (const [index, row] of table.rows.entries()) {
    const covered = row.cells.reduce((total, cell) => total + spanOf(cell), 0);
    if (covered !== table.columns.length) {
      throw new RangeError(`row ${index + 1} covers ${covered} of ${table.columns.length} columns`);
    }
  }
  let end = 0;
  for (const group of [...(table.groups ?? [])].sort((a, b) => a.from - b.from)) {
    if (group.span < 1 || group.from < end || group.from + group.span > table.columns.length) {
      throw new RangeError(`group "${group.title}" overlaps another or leaves the table`);
    }
    end = group.from + group.span;
  }
}

function headerRows(table: Table, widths: readonly number[], size: number): Row[] {
  const cell = (
    text: string,
    width: number,
    more: { columnSpan?: number; verticalMerge?: "restart" | "continue" } = {},
  ): Cell =>
    new Cell({
      ...more,
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [cellParagraph(text, { align: "center", bold: true, size, keepNext: true })],
    });
  const single = table.columns.map((column, index) => cell(column.title, widths[index] ?? 0));
  const groups = table.groups ?? [];
  if (groups.length === 0) return [new Row({ tableHeader: true, cantSplit: true, children: single })];
  const inGroup = (index: number) =>
    groups.find((group) => index >= group.from && index < group.from + group.span);
  const upper = table.columns.flatMap((column, index) => {
    const group = inGroup(index);
    if (!group) return [cell(column.title, widths[index] ?? 0, { verticalMerge: VerticalMergeType.RESTART })];
    if (index !== group.from) return [];
    return [cell(group.title, sum(widths.slice(index, index + group.span)), { columnSpan: group.span })];
  });
  const lower = table.columns.map((column, index) =>
    inGroup(index)
      ? cell(column.title, widths[index] ?? 0)
      : cell("", widths[index] ?? 0, { verticalMerge: VerticalMergeType.CONTINUE }),
  );
  return [upper, lower].map((children) => new Row({ tableHeader: true, cantSplit: true, children }));
}

/**
 * The caption, the table and a little air below it.
 * @param total width of the text area, DXA
 * @param last the table ends the document: its last row stays with the signature
 * @throws RangeError when a row or a header group does not match the columns
 */
export function tableBlock(table: Table, total: number, last: boolean): (Paragraph | DocxTable)[] {
  checkShape(table);
  const { size, widths } = layOutColumns(table, total);
  const bodyRow = (row: TableRow, index: number): Row => {
    const next = table.rows[index + 1];
    const keepNext = row.emphasis === "group" || next?.emphasis === "total" || (last && next === undefined);
    let start = 0;
    const children = row.cells.map((cell) => {
      const from = start;
      start += spanOf(cell);
      const own = typeof cell === "string" ? table.columns[from]?.align : (cell.align ?? "center");
      // Words in a column of figures ("chưa báo cáo", "–") stand in its middle, so that no eye adds them up.
      const align = own === "right" && !/\d/u.test(textOf(cell)) ? "center" : (own ?? "left");
      return new Cell({
        ...(spanOf(cell) > 1 ? { columnSpan: spanOf(cell) } : {}),
        width: { size: sum(widths.slice(from, start)), type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [cellParagraph(textOf(cell), { align, bold: row.emphasis !== undefined, size, keepNext })],
      });
    });
    return new Row({ cantSplit: true, children });
  };
  const caption = cleanLines(table.caption ?? "");
  return [
    ...(caption.length > 0
      ? [
          line(
            caption,
            { size: SIZE.caption, bold: true },
            {
              alignment: AlignmentType.CENTER,
              keepNext: true,
              spacing: { before: 4 * POINT, after: 4 * POINT },
            },
          ),
        ]
      : []),
    new DocxTable({
      width: { size: total, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { top: 0, bottom: 0, left: CELL_SIDE, right: CELL_SIDE },
      borders: {
        top: thin,
        bottom: thin,
        left: thin,
        right: thin,
        insideHorizontal: thin,
        insideVertical: thin,
      },
      rows: [...headerRows(table, widths, size), ...table.rows.map(bodyRow)],
    }),
    gap(6 * POINT, { keepNext: last }),
  ];
}
