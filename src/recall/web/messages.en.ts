// Words of the screens of asking again and thanking.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "recall.title": "Invite to give again",
  "recall.lead": "Invite people of the union who gave before, may give again and agreed to be invited.",
  "recall.closed":
    "This drive takes no invitations any more. When another drive opens, invite on its own page.",
  "recall.due": "{due, plural, one {# person} other {# people}} may be invited again",
  "recall.due-few": "Fewer than 5 people may be invited again",
  "recall.due-who":
    "They gave before; by the day {days} days will have passed and they are of age (clause {clause}, circular {instrument}); they agreed to be invited, have no place at this drive, and were invited to none in the last {rest} days.",
  "recall.due-why":
    "The program tells numbers only, from 5 people up: nobody can see who was not invited, or why. A doctor examines and decides on the day.",
  "recall.room": "{room, plural, one {# place} other {# places}} left to suggest.",
  "recall.no-room": "All times are taken, or wait for the answer of somebody who was invited.",
  "recall.wanted": "How many people to invite",
  "recall.per-wave": "At most in one wave",
  "recall.per-wave-note":
    "The next wave goes only when everybody of the last has a place, or after {days} days. It stops when the drive is full.",
  "recall.wrong-number": "Enter a number from {min, number} to {max, number}.",
  "recall.send": "Invite at most {people, plural, one {# person} other {# people}}",
  "recall.send-note":
    "Who is near the place is invited first, then who gave longest ago. E-mails leave between 7:00 and 21:00; who has none appears on the call list below.",
  "recall.sent": "The invitations have begun. Numbers and waves are shown below.",

  "recall.picture": "What the next wave suggests",
  "recall.picture-note":
    "Each invitation suggests a quiet hour, so that the day fills evenly. People may choose another.",
  "recall.part.taken": "taken",
  "recall.part.asked": "waiting for an answer",
  "recall.part.proposed": "to be suggested",
  "recall.part.free": "free",
  "recall.col.time": "Time",
  "recall.col.picture": "Before and after the wave",
  "recall.col.taken": "Taken",
  "recall.col.asked": "Waiting",
  "recall.col.proposed": "To suggest",
  "recall.col.capacity": "Places",
  "recall.bar":
    "{time}: {taken, number} places taken, {asked, number} waiting for an answer, {proposed, number} more to be suggested, of {capacity, number}",

  "recall.rounds": "Rounds of invitations",
  "recall.round.wanted": "{wanted, plural, one {# person} other {# people}} to invite, {day}",
  "recall.round.state.running": "inviting",
  "recall.round.state.ended": "done",
  "recall.round.sent":
    "{sent, plural, one {# person} other {# people}} invited; {came, plural, one {# has} other {# have}} a place now.",
  "recall.round.sent-few": "Fewer than 5 people invited.",
  "recall.round.next": "The next wave no earlier than {time}, {day}.",
  "recall.round.morning": "The first wave leaves at 7 in the morning.",
  "recall.round.reason.reached": "As many as wanted were invited.",
  "recall.round.reason.full": "Ended because all times are taken.",
  "recall.round.reason.nobody-left": "Ended because nobody is left to invite.",
  "recall.round.reason.drive-over": "Ended because the drive's day has come, or it does not take place.",
  "recall.round.reason.stopped": "Stopped by an officer.",
  "recall.wave": "Wave {no}: {time}, {day}, {sent, plural, one {# person} other {# people}}",
  "recall.wave-few": "Wave {no}: {time}, {day}, fewer than 5 people",
  "recall.stop": "Stop, invite nobody more",
  "recall.stopped": "Stopped. Whoever was invited can still take a place.",

  "recall.calls": "To call or write on Zalo",
  "recall.calls-lead":
    "People of the union who agreed to be invited and have no e-mail. Each has a link of their own: please send it to the right person. Who took a place, was told, or was invited too long ago is no longer here.",
  "recall.calls-empty-title": "Nobody to call",
  "recall.calls-empty": "The program writes to those who have an e-mail.",
  "recall.call.suggested": "suggested {time}",
  "recall.call.phone": "Call {phone}",
  "recall.call.no-phone": "no phone number",
  "recall.call.told": "Told",
  "recall.call.told-of": "{name} was told",
  "recall.call.told-done": "{name} was taken off the list.",

  "recall.thanks-title": "Letters of thanks",
  "recall.thanks-lead":
    "After the drive is closed, whoever gave and has an e-mail is thanked by the program. The letters printed here are for handing over.",
  "recall.thanks-count":
    "{letters, plural, one {# person} other {# people}} of the union gave at this drive.",
  "recall.thanks-print": "Print letters of thanks (PDF)",
  "recall.thanks-print-part": "Print part {part} of {parts} (PDF)",
  "recall.thanks-none-title": "No letters to print yet",
  "recall.thanks-none": "The drive is not closed yet, or nobody who gave is credited to the union.",
  "recall.thanks-note":
    "A letter of thanks is the union's and does not replace the certificate of voluntary blood donation. Hand each over in person and read no list aloud: whoever has no letter owes no explanation.",
};
