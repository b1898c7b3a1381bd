// Where a law does not hold and why that is right. A line here is read by whoever changes the statement next.

/** `statement`: words only that statement has; `what`: words of what was found. */
export const EXCEPTIONS: readonly {
  readonly statement: string;
  readonly what: string;
  readonly because: string;
}[] = [
  {
    statement: "group by r.unit_id",
    what: "directive.recipient",
    because:
      "a nation's order read at its sender: of a few orders one is half the table, of many the index is taken",
  },
  {
    statement: "left join overdue o on o.unit_id = b.unit_id",
    what: " unit.",
    because:
      "units of each kind below whoever sent an order: at the root all there are, and no sum of kinds is kept",
  },
  {
    statement: "t.unit_id in (select h.unit_id from held h)",
    what: " unit.",
    because:
      "all that is late below whoever sent an order, for its total and its order: a tenth of the country",
  },
];

/** Operations that answer with everything by design: files, whole exports, printed lists. */
export const UNBOUNDED: Readonly<Record<string, string>> = {
  "dashboard.export": "a file of all rows of the overview",
  "report.completeness-export": "a file of all rows of the list",
  "directive.docx": "a letter with its list of receivers",
  "report.docx": "a report with its tables",
  "report.get": "a report's own frozen rows",
  "unit.decision": "a decision with all its acts, which its contract bounds",
  "unit.decision-units": "a page of what a decision did, worked out from all it touched",
  "target.propose": "a whole split, of 2,000 shares at most: each depends on all others",
  "target.annex": "rows of a letter are matched to all who may have a share, 2,000 at most",
  "recall.print-thanks": "a printed part of the day's letters of thanks",
  "drive.calendar":
    "a nation's own month with the twelve weeks before it; below a circle of at most 500 drives",
  "drive.rota-sheet": "a printed list",
  "drive.supplies-record": "a printed list",
};

/** Operations for which a synthetic country has no row: their statements are looked at for any values. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  "unit.dry-run": "every decision of a synthetic country has been applied",
  "account.handover": "no office changed hands",
  "person.get-import": "people are written in bulk, not by lists of officers",
  "person.request-data": "nobody has asked for their data",
  "document.get-file": "letters and reports are without scans",
  "directive.file": "letters are without scans",
  "directive.evidence": "duties are settled without papers",
  "directive.kit": "no kit was published",
  "directive.poster": "no kit was published",
  "directive.kit-page": "no kit was published",
  "booking.invited": "nobody came by a link of an invitation",
  "booking.form": "nobody came by a link of an invitation",
  "recall.page": "links of recalls are stored by their hash alone",
  "recall.thanks-page": "links of thanks are stored by their hash alone",
  "recall.thanks-letter": "links of thanks are stored by their hash alone",
};
