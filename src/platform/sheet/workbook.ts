// Tables → an Excel file: a title, a frozen header, number formats, A4 pages with the header on each.
import { writeXlsx } from "hucre/xlsx";
import type { CellForm, SheetTable } from "./sheet.ts";
import { inertText } from "./sheet.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const FORMATS: Record<CellForm, string | undefined> = {
  text: undefined,
  count: "#,##0",
  decimal: "#,##0.00",
  percent: "0.0%",
};
const THIN = { style: "thin", color: { rgb: "8A8A8A" } } as const;
const LINES = { top: THIN, bottom: THIN, left: THIN, right: THIN } as const;

/**
 * @param mark printed at the foot of every page, e.g. that the data are a demo's; "" for none
 * @param now when it is written, an ISO instant: the file's own date
 */
export async function writeWorkbook(
  tables: readonly SheetTable[],
  mark: string,
  now: string,
): Promise<Uint8Array> {
  const written = new Date(now);
  return writeXlsx({
    properties: { created: written, modified: written },
    defaultFont: { name: "Times New Roman", size: 12 },
    sheets: tables.map((table) => sheetOf(table, mark)),
    // Said here and not by the sheet: the library leaves a name with a space in it bare there, which Excel calls broken.
    namedRanges: tables.map(({ name, head }) => ({
      name: "_xlnm.Print_Titles",
      range: `'${name.replaceAll("'", "''")}'!$${head.length + 1}:$${head.length + 1}`,
      scope: name,
    })),
  });
}

/** Points a line of 12 pt takes, and how many characters a column is wide on average in Times New Roman. */
const LINE = 16.5;
const linesIn = (text: string, width: number): number => Math.ceil((text.length * 0.9) / width);

/** Rows as high as their longest cell: programs differ in whether they work this out when a file is opened. */
function heights({ columns, rows }: SheetTable, headerRow: number) {
  const tallest = (cells: readonly unknown[]): number =>
    Math.max(
      1,
      ...cells.map((cell, i) => (typeof cell === "string" ? linesIn(cell, columns[i]?.width ?? 10) : 1)),
    ) * LINE;
  return new Map([
    [headerRow, { height: tallest(columns.map(({ title }) => title)) + 4 }],
    ...rows.map((row, i) => [headerRow + 1 + i, { height: tallest(row) }] as const),
  ]);
}

function sheetOf(table: SheetTable, mark: string) {
  const { head, columns, rows, foot } = table;
  const headerRow = head.length;
  const grid = [
    ...head.map((line) => [inertText(line)]),
    columns.map(({ title }) => inertText(title)),
    ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? inertText(cell) : cell))),
    ...foot.map((line) => [inertText(line)]),
  ];
  const cells = new Map<string, object>();
  const styled = (row: number, column: number, style: object): void => {
    const value = grid[row]?.[column] ?? null;
    const type = value === null ? "empty" : typeof value === "number" ? "number" : "string";
    cells.set(`${row},${column}`, { value, type, style });
  };
  for (let line = 0; line < head.length; line++) {
    styled(line, 0, { font: { bold: true, size: line === 0 ? 14 : 12 } });
  }
  for (const [column, { form }] of columns.entries()) {
    styled(headerRow, column, {
      font: { bold: true },
      border: LINES,
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
      alignment: { wrapText: true, vertical: "center", horizontal: "center" },
    });
    const format = FORMATS[form];
    for (let row = 0; row < rows.length; row++) {
      styled(headerRow + 1 + row, column, {
        border: LINES,
        alignment: { wrapText: form === "text", vertical: "top" },
        ...(format !== undefined && { numFmt: format }),
        ...(table.total && row === rows.length - 1 && { font: { bold: true } }),
      });
    }
  }
  return {
    name: table.name,
    rows: grid,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    rowDefs: heights(table, headerRow),
    freezePane: { rows: headerRow + 1, columns: 1 },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: `&L${mark}&R&P/&N` },
  } as const;
}
