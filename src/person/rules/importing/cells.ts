// A list as a grid of plain cells, whatever file it came from.

/** A day of a spreadsheet comes as YYYY-MM-DD. */
export type ListCell = string | number | null;

export interface Sheet {
  readonly rows: readonly (readonly ListCell[])[];
  /** Zero-based, both ends included. */
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}

export const MOST_ROWS = 5000;
export const MOST_COLUMNS = 60;
/** Headings, the letterhead above them and signatures below do not count as people. */
export const MOST_OTHER_ROWS = 100;
export const MOST_BYTES = 5_000_000;
export const LONGEST_CELL = 300;

export const textOf = (cell: ListCell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).normalize("NFC").replace(/\s+/g, " ").trim();

/** 0 → "A", 27 → "AB": as the spreadsheet names its columns. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
