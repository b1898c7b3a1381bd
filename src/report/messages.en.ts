// Words of reports in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.drive-not-closed":
    "The facility has not closed this drive yet, so there is nothing to report. Try again once it is closed.",
  "problem.owes-no-report":
    "Nobody credited to this union registered or gave at this drive, so it owes no report. If that is wrong, ask the union above.",
  "problem.report-not-open":
    "The report has been sent and can no longer be changed. Ask the union above to return it.",
  "problem.report-not-submitted":
    "The report has not been sent up, or somebody has approved or returned it. Reload the page to see where it stands.",
  "problem.report-frozen":
    "An approved report never changes. If a figure is wrong, make an adjustment report.",

  "problem.not-nil":
    "The figures of this day are not 0, or unions below have not reported. Open the report, look it over and send it.",
  "problem.period-not-over":
    "The period is not over. Save your remarks; send the report from its last day on.",
  "problem.no-such-period": "There is no such period. Choose one from the list under Reports.",
  "problem.nothing-to-report":
    "No closed donation day of this period had people of the union, so there is nothing to report.",
  "problem.nothing-to-adjust": "The facts are as the approved report says; there is nothing to adjust.",

  "report.sheet.name": "Reports sent",
  "report.sheet.title": "REPORTS OF DONATION DAYS: SENT AND ON TIME",
  "report.sheet.of": "{unit}, {over}, as of {day}",
  "report.sheet.span": "days from {from} to {until}",
  "report.sheet.demo": "DEMO DATA",
  "report.sheet.unit": "Union",
  "report.sheet.owed": "Owed",
  "report.sheet.sent": "Sent",
  "report.sheet.on-time": "On time",
  "report.sheet.days-late": "Days late",
  "report.sheet.returned": "Returned",
  "report.sheet.total": "Total",

  "report.quick.title": "QUICK FIGURES of the blood drive of {day} ({drive})\n{unit}:",
  "report.quick.registered": "- Registered: {people, number}",
  "report.quick.donated":
    "- Donated: {people, number} people, {units, number} units of blood ({ml, number} ml)",
  "report.quick.event":
    "The whole event with people outside the union: {people, number} donors, {units, number} units of blood ({ml, number} ml); not added to the union's figures.",
  "report.quick.not-official": "Quick figures, not the official report.",
  "report.quick.not-closed":
    "Blood drive of {day} ({drive}): the facility has not closed it yet. {unit} will tell the result.",
  "report.quick.cancelled": "The blood drive of {day} ({drive}) is cancelled. {unit} will tell the new day.",
};
