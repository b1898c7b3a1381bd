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
  "problem.capacity-days": "The last day must not be before the first, and not more than a year after it.",
  "problem.capacity-overlaps":
    "Some of these days are stated already. Change that span, or choose other days.",
  "problem.calendar-span": "The calendar shows about a year at most. Choose a shorter span.",
  "problem.not-a-session": "This session is no longer in the plan. Reload the page and choose again.",
  "problem.serial-range":
    "The serials {first} to {last} are not right: same letters, same number of digits, the last not below the first.",
  "problem.serials-twice": "One of these serials is on another line of this drive. Look at that line first.",
  "problem.serials-used-elsewhere":
    "One of these serials was issued or spoiled at another drive. A certificate is used once; check the printed number.",
  "problem.supply-exceeds":
    "More goes out than was received. Write down what was received first, or correct quantity or serials.",
  "problem.supply-settled":
    "The books of this day are closed, so supplies take no more lines. Put a slip down in minutes and in the report.",
  "problem.drive-state": "The drive is no longer at this step. Reload the page to see where it stands.",
};
