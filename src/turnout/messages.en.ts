// Words of the day's outcome.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.turnout-closed":
    "This drive is closed; nothing more is entered. If something is wrong, the facility corrects it on the drive's page.",
  "problem.not-open":
    "This drive is not open or was cancelled, so nothing can be entered. Ask the host union.",
  "problem.not-confirmed": "This person has not confirmed and is not on the list. Reload the list.",
  "problem.before-the-day": "The drive's day ({dayText}) has not come. Enter outcomes from that day on.",
  "problem.does-not-reconcile":
    "The figures do not agree yet. See the lines that differ, correct them and close again.",
  "problem.sessions-running":
    "The sessions are not over. Enter who did not give after the last one, so that nobody can guess who came and left.",
  "problem.nothing-to-correct": "The new outcome is the one that stands; there is nothing to correct.",
  "problem.corrected-meanwhile": "This outcome has just been corrected. Reload and see what stands now.",
  "turnout.held": "Did not give",
  "turnout.held-line": "drive of {day}",
};
