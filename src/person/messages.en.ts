// Words of the server about people, in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "person.held.name": "Full name",
  "person.held.erased": "Deleted at their request, on",
  "person.held.born": "Date of birth",
  "person.held.sex": "Sex",
  "person.held.sex.female": "Female",
  "person.held.sex.male": "Male",
  "person.held.phone": "Phone",
  "person.held.email": "E-mail",
  "person.held.since": "On the list",
  "person.held.source.officer": "written by a union officer, since {day}",
  "person.held.source.import": "from the union's list, since {day}",
  "person.held.source.self": "registered by yourself on {day}",
  "person.held.restricted": "Use restricted since",
  "person.held.relation.member": "Member of",
  "person.held.relation.worker": "Worker at",
  "person.held.relation.relative": "Relative of a member at",
  "person.held.from": "{unit}, since {from}",
  "person.held.from-until": "{unit}, from {from} until before {until}",
  "person.held.consent.take-part": "Agreed to take part in giving blood",
  "person.held.consent.reminder": "Agreed to reminders",
  "person.held.consent.invitation": "Agreed to be invited again",
  "person.held.agreed": "since {day}, {how}",
  "person.held.agreed-until": "from {day} to {until}, {how}; taken back since",
  "person.held.evidence.link": "by their own link",
  "person.held.evidence.paper": "signed on a paper list",
  "person.held.evidence.code": "by their own code",
  "person.held.request.access": "Asked to see their data, on",
  "person.held.request.correct": "Asked for a correction, on",
  "person.held.request.delete": "Asked for deletion, on",
  "person.held.request.restrict": "Asked for restricted use, on",

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
  "problem.answer-missing": "Write why it is refused: the person who asked is told.",
};
