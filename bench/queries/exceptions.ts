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
    statement: "left join (select distinct t.unit_id from",
    what: " unit.",
    because:
      "units of each kind below whoever sent an order: at the root all there are, and no sum of kinds is kept",
  },
  {
    statement: "from told left join below using",
    what: "directive.dissemination",
    because: "how an order was spread, at its sender: of a few orders one is half the table",
  },
  {
    statement: "from spread left join below using",
    what: "directive.dissemination",
    because: "the same without branches",
  },
  {
    statement: "(select coalesce(sum(entries), 0) from platform.audit_count) as expected",
    what: "platform.audit_entry",
    because: "whoever verifies the audit trail reads all of it",
  },
  {
    statement: "select 1 from unit.unit where side <> 'outside' limit 1",
    what: "unit.unit",
    because: "whether there is anybody: the first row says so",
  },
  {
    statement: "select count(*)::int as places from booking.booking where credited_unit_id",
    what: "booking.booking",
    because:
      "asked when a decision is to be undone, some times in a decade; an index for it would be paid by every booking",
  },
  {
    statement: "u.name, u.short_name, u.central from unit.v_unit top join unit.v_unit u",
    what: " unit.",
    because: "whom a letter is addressed to, told of all below its sender: at the root all there are",
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
  "directive.cascade": "a picture of at most 2,000 units; as many again tell that a level is hidden",
  "dashboard.overview": "a row of sums for each union directly below, of which a province has 591",
};

/** Operations for which a synthetic country has no row: their statements are looked at for any values. */
export const NOT_ASKED: Readonly<Record<string, string>> = {
  "unit.dry-run": "every decision of a synthetic country has been applied",
  "account.handover": "no office changed hands",
  "person.get-import": "people are written in bulk, not by lists of officers",
  "person.request-data": "nobody has asked for their data",
  "document.get-file": "letters and reports are without scans",
  "directive.changes": "no letter was amended",
  "report.adjustment": "no report was adjusted",
  "report.period": "only reports of drives were made; `reports` makes those of campaigns",
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
