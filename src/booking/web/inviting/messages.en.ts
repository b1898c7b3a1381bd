// The same words in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "booking.inviting.title": "Invite members",
  "booking.inviting.lead":
    "One link for the whole union: whoever opens it sees whether, when and where they can give, and registers. No account.",
  "booking.inviting.none": "The union has no link yet",
  "booking.inviting.none-help":
    "Make it once, then paste it into the Zalo group or print the QR code for the board.",
  "booking.inviting.make": "Make the link",
  "booking.inviting.qr": "Scan to register",
  "booking.inviting.link": "The link",
  "booking.inviting.link-only": "Copy the link alone",
  "booking.inviting.no-drive":
    "No drive takes registrations yet. Who opens the link is told to wait; the link stays the same when one opens.",
  "booking.inviting.end": "End this link",
  "booking.inviting.end-why": "Who opens the old link is told that it has ended. Places already taken stay.",
  "booking.inviting.ended": "The link has ended. Make a new one at any time.",
  "booking.inviting.counts": "How many came?",
  "booking.inviting.by-unit": "Registered by the union's link",
  "booking.inviting.by-friends": "Registered because friends or family asked them",
  "booking.inviting.people": "{count, plural, one {# person} other {# people}}",
  "booking.inviting.gave": "at least {count, number} gave",
  "booking.inviting.counts-why":
    "Numbers only. How many gave is shown once a drive is closed, from 5 people up and rounded down, so that nobody can be guessed.",
};
