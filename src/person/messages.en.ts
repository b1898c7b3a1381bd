// Words of the server about people, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "held.name": "Full name",
  "held.erased": "Deleted at their request, on",
  "held.born": "Date of birth",
  "held.sex": "Sex",
  "held.sex.female": "Female",
  "held.sex.male": "Male",
  "held.phone": "Phone",
  "held.email": "E-mail",
  "held.since": "On the list",
  "held.source.officer": "written by a union officer, since {day}",
  "held.source.import": "from the union's list, since {day}",
  "held.source.self": "registered by yourself on {day}",
  "held.restricted": "Use restricted since",
  "held.relation.member": "Member of",
  "held.relation.worker": "Worker at",
  "held.relation.relative": "Relative of a member at",
  "held.from": "{unit}, since {from}",
  "held.from-until": "{unit}, from {from} until before {until}",
  "held.consent.take-part": "Agreed to take part in giving blood",
  "held.consent.reminder": "Agreed to reminders",
  "held.consent.invitation": "Agreed to be invited again",
  "held.agreed": "since {day}, {how}",
  "held.agreed-until": "from {day} to {until}, {how}; taken back since",
  "held.evidence.link": "by their own link",
  "held.evidence.paper": "signed on a paper list",
  "held.evidence.code": "by their own code",
  "held.request.access": "Asked to see their data, on",
  "held.request.correct": "Asked for a correction, on",
  "held.request.delete": "Asked for deletion, on",
  "held.request.restrict": "Asked for restricted use, on",

  "problem.list-not-read": "The list could not be read. {why}",
  "person.list-not-read.empty": "The file has no rows. Choose a file with a list.",
  "person.list-not-read.too-large":
    "The file is larger than 5 MB. Remove pictures and other sheets, or split it.",
  "person.list-not-read.too-many-rows": "The list is longer than 5,000 people. Split it into several files.",
  "person.list-not-read.encrypted": "The file has a password. Remove it in Excel and choose the file again.",
  "person.list-not-read.unknown-form":
    "This is not a spreadsheet. Save the list as Excel (.xlsx) or CSV and choose it again.",
  "person.list-not-read.damaged":
    "The file is damaged. Open it in Excel, save it as .xlsx and choose it again.",
  "person.list-not-read.too-much-inside":
    "There is too much inside the file. Copy the list alone into a new file and choose that.",
  "person.list-not-read.no-headings":
    "No row of column headings was found. Write headings above the list, at least “Họ và tên”.",
  "problem.nothing-to-import": "Everybody in the file is on the list already. There is nobody to add.",
  "problem.import-in-use":
    "It cannot be undone yet: something is recorded for {people, number} people of the file. See below for whom.",
  "problem.not-alike": "These two entries have different names. Only entries of one name can be merged.",
  "problem.merged-since": "Somebody has just decided about these entries. Reload the page to see.",
  "problem.request-ended": "This request has been answered. Reload the page to see.",
  "problem.places-running":
    "This person still has {places, number} places at drives. Give them back first, or choose “Give back and delete”.",
  "problem.reason-missing": "Write why it is refused: the person who asked is told.",
};
