// Words of donation days.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.session-times":
    "The times of session {sessions} are not right: it must end after it begins, hold at least one slot and overlap no other.",
  "problem.day-outside-campaign":
    "This day is outside the campaign ({firstDay} to {lastDay}). Choose another day.",
  "problem.not-a-facility": "This is not a facility that takes blood. Choose one from the list.",
  "problem.desk-days": "The days of the role must include the drive's day, {dayText}.",
  "problem.plan-changed": "The plan has just been changed. Reload the page, look at it and go on.",
  "problem.drive-state": "The drive is no longer at this step. Reload the page to see where it stands.",
};
