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
