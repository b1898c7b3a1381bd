// Reports: drafted from the facts, submitted, returned with a comment or approved, and printed.
import { z } from "zod";
import { endpoint } from "../platform/contract/contract.ts";
import { day, done, file, id, note, page, pageQuery } from "../platform/contract/shapes.ts";
import { OwedRow, RemarkParts, ReportView, ReturnEntry } from "./schema.ts";

const ofUnit = z.object({ unitId: id });
const one = z.object({ reportId: id });

export const listOwed = endpoint({
  id: "report.owed",
  method: "GET",
  path: "/api/units/:unitId/reports",
  summary: "Reports a unit owes or made, one for each closed drive that has donors credited to its subtree.",
  params: ofUnit,
  query: pageQuery,
  output: page(OwedRow),
});

export const listBelow = endpoint({
  id: "report.below",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/reports",
  summary:
    "The reports of the units directly below that owe one for a drive, as of a day; state null is chưa báo cáo.",
  params: z.object({ unitId: id, driveId: id }),
  /** The tree of this day, and what was sent and approved by its end. Absent, or still to come: today. */
  query: pageQuery.extend({ asOf: day.optional() }),
  output: page(OwedRow),
});

export const openReport = endpoint({
  id: "report.open",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/report",
  summary: "Open the unit's report of a closed drive; it fills itself from the facts.",
  params: z.object({ unitId: id, driveId: id }),
  body: z.object({ id }),
  output: done,
  problems: ["drive-not-closed", "owes-no-report"],
});

export const getReport = endpoint({
  id: "report.get",
  method: "GET",
  path: "/api/reports/:reportId",
  summary: "A report: live figures while it is a draft, frozen rows after.",
  params: one,
  output: ReportView,
});

export const writeRemarks = endpoint({
  id: "report.remarks",
  method: "PUT",
  path: "/api/reports/:reportId/remarks",
  summary: "The words beside the figures: strengths, limits, causes, requests.",
  params: one,
  body: z.object({ remarks: note(4000), parts: RemarkParts.optional() }),
  output: done,
  problems: ["report-not-open", "report-frozen"],
});

export const submitReport = endpoint({
  id: "report.submit",
  method: "POST",
  path: "/api/reports/:reportId/submit",
  summary:
    "Send the report up with its figures as of now. Units below that have not reported stand as chưa báo cáo.",
  params: one,
  output: done,
  problems: ["report-not-open", "report-frozen", "period-not-over", "nothing-to-adjust"],
});

export const reportNil = endpoint({
  id: "report.nil",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/nil",
  summary: "Report in one act that nobody of the unit gave; refused unless the facts say so.",
  params: z.object({ unitId: id, driveId: id }),
  body: z.object({ id }),
  output: done,
  problems: ["drive-not-closed", "owes-no-report", "not-nil", "report-not-open", "report-frozen"],
});

export const returnReport = endpoint({
  id: "report.return",
  method: "POST",
  path: "/api/reports/:reportId/return",
  summary: "Send a submitted report back with a comment on a figure.",
  params: one,
  body: ReturnEntry,
  output: done,
  problems: ["report-not-submitted", "report-frozen"],
});

export const approveReport = endpoint({
  id: "report.approve",
  method: "POST",
  path: "/api/reports/:reportId/approve",
  summary: "Approve a submitted report: it is frozen for good.",
  params: one,
  output: done,
  problems: ["report-not-submitted", "report-frozen"],
});

export const downloadReport = endpoint({
  id: "report.docx",
  method: "GET",
  path: "/api/reports/:reportId/docx",
  summary:
    "The report as an official document (NĐ 30/2020), ready to sign once approved; marked DỰ THẢO before.",
  params: one,
  output: file,
  produces: "docx",
});

export const sendQuick = endpoint({
  id: "report.send-quick",
  method: "POST",
  path: "/api/units/:unitId/drives/:driveId/quick",
  summary: "Mark the day's quick figure as sent, with what it said.",
  params: z.object({ unitId: id, driveId: id }),
  output: done,
  problems: ["drive-not-closed"],
});

export const quickFigure = endpoint({
  id: "report.quick-text",
  method: "GET",
  path: "/api/units/:unitId/drives/:driveId/quick-text",
  summary: "The day's figure in words to paste into Zalo, without personal data.",
  params: z.object({ unitId: id, driveId: id }),
  output: z.object({ text: z.string() }),
});
