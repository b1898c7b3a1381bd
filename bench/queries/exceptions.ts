// Where a law does not hold and why that is right. A line here is read by whoever changes the statement next.

/** `statement`: words only that statement has; `what`: words of what was found. */
export const EXCEPTIONS: readonly {
  readonly statement: string;
  readonly what: string;
  readonly because: string;
}[] = [];

/** Operations that answer with everything by design: files, whole exports, printed lists. */
export const UNBOUNDED: Readonly<Record<string, string>> = {
  "dashboard.export": "a file of all rows of the overview",
  "report.completeness-export": "a file of all rows of the list",
  "directive.docx": "a letter with its list of receivers",
  "report.docx": "a report with its tables",
  "report.get": "a report's own frozen rows",
  "recall.print-thanks": "a printed part of the day's letters of thanks",
  "drive.rota-sheet": "a printed list",
  "drive.supplies-record": "a printed list",
};

/** Operations that no row of a database can make sense for here. */
export const NOT_ASKED: Readonly<Record<string, string>> = {};
