// Tables given out as Excel files, as rows of cells: numbers stay numbers, nothing is 0 that is not known, and no text can be
// taken for a formula.

export type Cell = string | number | null;

/** Excel's format of a column. */
export type CellForm = "text" | "count" | "decimal" | "percent";

export interface SheetColumn {
  readonly title: string;
  readonly form: CellForm;
  /** In characters. */
  readonly width: number;
}

export interface SheetTable {
  readonly name: string;
  /** Lines above the table. */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row adds the others up. */
  readonly total: boolean;
  /** Lines below the table. */
  readonly foot: readonly string[];
}

/**
 * Text as a spreadsheet must not run it: a name beginning like a formula gets an apostrophe before it. The cells are
 * written as text anyway; this also holds when somebody saves the sheet as CSV and opens that.
 */
export const inertText = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** Hundredths as the number they are; null stays unknown. */
export const fromHundredths = (value: number | null): number | null => (value === null ? null : value / 100);

/** Percent × 10 as the fraction Excel formats: 1164 → 1.164, shown 116,4%. */
export const fromTenths = (value: number | null): number | null => (value === null ? null : value / 1000);
