// Reads one list of people in a thread of its own: a workbook may unfold to anything, and ends with this thread.
import { detectDelimiter, parseCsv } from "hucre/csv";
import { readXls, readXlsx } from "hucre/xlsx";
import { answerOnce } from "../../../platform/worker/inside.ts";
import {
  type ListCell,
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_OTHER_ROWS,
  MOST_ROWS,
  type Sheet,
} from "../../rules/importing/cells.ts";

export type ListFile =
  | { readonly form: "xlsx" | "xls"; readonly bytes: Uint8Array }
  | { readonly form: "csv"; readonly text: string };

/** One more than is taken: that there are too many must be seen. */
const READ_ROWS = MOST_ROWS + MOST_OTHER_ROWS + 1;
const MOST_SHEETS = 5;

const cellOf = (value: unknown): ListCell => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  // Workbooks know days without a zone; the reader gives them as midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  return typeof value === "string" ? value.slice(0, LONGEST_CELL) : null;
};
const gridOf = (rows: readonly (readonly unknown[])[]): ListCell[][] =>
  rows.slice(0, READ_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(cellOf));

await answerOnce(async (file: ListFile): Promise<Sheet[]> => {
  if (file.form === "csv") {
    const delimiter = detectDelimiter(file.text);
    return [{ rows: gridOf(parseCsv(file.text, { delimiter, maxRows: READ_ROWS })), merges: [] }];
  }
  const read = file.form === "xlsx" ? readXlsx : readXls;
  const book = await read(file.bytes, {
    maxRows: READ_ROWS,
    sheets: (info, index) => index < MOST_SHEETS && !info.hidden && !info.veryHidden,
  });
  return book.sheets.map((sheet) => ({
    rows: gridOf(sheet.rows),
    merges: (sheet.merges ?? []).slice(0, READ_ROWS).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  }));
});
