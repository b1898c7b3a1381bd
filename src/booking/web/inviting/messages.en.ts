// The same words in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "inviting.title": "Invite members",
  "inviting.lead":
    "One link for the whole union: whoever opens it sees whether, when and where they can give, and registers. No account.",
  "inviting.none": "The union has no link yet",
  "inviting.none-help": "Make it once, then paste it into the Zalo group or print the QR code for the board.",
  "inviting.make": "Make the link",
  "inviting.qr": "Scan to register",
  "inviting.link": "The link",
  "inviting.link-only": "Copy the link alone",
  "inviting.no-drive":
    "No drive takes registrations yet. Who opens the link is told to wait; the link stays the same when one opens.",
  "inviting.end": "End this link",
  "inviting.end-why": "Who opens the old link is told that it has ended. Places already taken stay.",
  "inviting.ended": "The link has ended. Make a new one at any time.",
  "inviting.counts": "How many came?",
  "inviting.by-unit": "Registered by the union's link",
  "inviting.by-friends": "Registered because friends or family asked them",
  "inviting.people": "{count, plural, one {# person} other {# people}}",
  "inviting.gave": "at least {count, number} gave",
  "inviting.counts-why":
    "Numbers only. How many gave is shown once a drive is closed, from 5 people up and rounded down, so that nobody can be guessed.",
};
