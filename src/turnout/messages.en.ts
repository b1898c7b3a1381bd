// Words of the day's outcome.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.turnout-closed":
    "This drive is closed; its figures no longer change. If something is wrong, make an adjustment.",
  "problem.not-open":
    "This drive is not open or was cancelled, so nothing can be entered. Ask the host union.",
  "problem.not-confirmed": "This person has not confirmed and is not on the list. Reload the list.",
  "problem.before-the-day": "The drive's day ({dayText}) has not come. Enter outcomes from that day on.",
  "problem.does-not-reconcile":
    "The figures do not agree yet. See the lines that differ, correct them and close again.",
};
