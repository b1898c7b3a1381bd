// Words of the document capability in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "document.kind.cong-van": "Official letter",
  "document.kind.ke-hoach": "Plan",
  "document.kind.bao-cao": "Report",
  "document.kind.huong-dan": "Guideline",
  "document.kind.giay-moi": "Invitation",
  "document.kind.quyet-dinh": "Decision",
  "document.kind.to-trinh": "Submission",
  "document.kind.thong-bao": "Notice",
  "document.kind.khac": "Other document",

  "document.duty.disseminate": "Explain and spread the word",
  "document.duty.mobilise": "Mobilise donors",
  "document.duty.meet-target": "Meet the target",
  "document.duty.coordinate": "Work with the Red Cross and health facilities",
  "document.duty.epidemic-safety": "Epidemic safety",
  "document.duty.invite-others": "Invite colleagues and family",
  "document.duty.regular-donation": "Donate regularly",
  "document.duty.healthy-living": "Keep fit and live healthily",
  "document.duty.register-list": "Draw up the list of registrations",
  "document.duty.report-after-drive": "Report after the drive",
  "document.duty.attend": "Attend",

  "document.role.act": "To act on",
  "document.role.know": "For information",
  "document.role.report": "To report to",
  "document.role.archive": "Archive",

  "document.measure.blood-units": "units of blood",
  "document.measure.registrations": "people registered",

  "document.when.after-each-drive": "After each drive",
  "document.when.after-drive": "After the drive",
  "document.when.after-campaign": "At the end of the programme",
  "document.when.monthly": "Monthly",
  "document.when.quarterly": "Quarterly",
  "document.when.by-date": "By the day the letter names",

  "document.warning.kind-missing": "The type of document was not recognised.",
  "document.warning.number-blank":
    "The letter has no number yet. Fill it in once the clerk has assigned one.",
  "document.warning.number-missing": "No number was found. Fill it in from the original.",
  "document.warning.number-high-for-date":
    "Number {number} is too high for {day} (only day {dayOfYear} of the year). Either the series does not restart each year, or the number or date is wrong. Compare with the original.",
  "document.warning.notation-missing": "No notation was found (the part after the number).",
  "document.warning.place-missing": "The place of issue was not found.",
  "document.warning.issued-on-blank": "The day, month or year of issue is left blank.",
  "document.warning.issued-on-missing": "The date of issue was not found.",
  "document.warning.issued-on-impossible":
    "The date of issue “{found}” does not exist. Compare with the original.",
  "document.warning.subject-missing": "The subject (V/v) was not found.",
  "document.warning.kind-disagrees":
    "The type of document and the notation {notation} disagree. The type was taken from the title.",
  "document.warning.issuer-missing": "The issuing body was not found.",
  "document.warning.issuer-from-body":
    "The letterhead is lost. The name “{name}” was read from the body; please check it.",
  "document.warning.superior-missing": "The superior body was not found at the top of the page.",
  "document.warning.addressees-missing": "No addressees (Kính gửi) were found.",
  "document.warning.addressee-group-unknown":
    "It is unclear which units “{text}” means. Choose the receiving units.",
  "document.warning.bases-missing": "No bases (căn cứ) were found.",
  "document.warning.base-incomplete": "The base “{text}” lacks a number or a date.",
  "document.warning.instructions-missing": "No instructions were found.",
  "document.warning.paragraph-unclear":
    "It is unclear where a paragraph ends: this may be two instructions. Compare with the original.",
  "document.warning.report-duty-missing":
    "The letter does not say when and to whom to report. Set a due date if one is needed.",
  "document.warning.report-duty-incomplete": "The letter asks for a report but not clearly when or to whom.",
  "document.warning.report-date-without-year": "The due date “{found}” has no year. Fill in the whole date.",
  "document.warning.due-day-without-year":
    "The due day “{found}” has no year, and the letter is not dated. Fill in the whole date.",
  "document.warning.due-day-past":
    "The due day {day} is before the letter's own date {issuedOn}. Compare with the original.",
  "document.warning.due-day-unclear":
    "Several days stand here ({found}) and it is unclear which one is the due day. Choose it.",
  "document.warning.targets-missing":
    "The letter speaks of a target but gives no figure; it may be in the document it is based on.",
  "document.warning.targets-total-differs":
    "The letter states a total of {stated}, but the units add up to {sum}. Compare with the original.",
  "document.warning.target-columns-unclear":
    "The table has several columns of figures and it is unclear which is the target. Enter the targets by hand.",
  "document.warning.target-unit-missing": "The target {value} does not say whose it is.",
  "document.warning.target-measure-missing":
    "The target {value} does not say whether it counts units of blood or people.",
  "document.warning.recipients-missing": "No list of recipients (Nơi nhận) was found.",
  "document.warning.signature-missing": "The signer's capacity and title were not found.",
  "document.warning.signer-missing": "The signer's name was not found.",

  "document.not-a-letter.empty": "There is nothing here yet. Paste or upload the letter.",
  "document.not-a-letter.too-long": "This is too long for a letter. Paste only the letter itself.",
  "document.not-a-letter.not-text": "This file is not text. Copy the words of the letter and paste them.",
  "document.not-a-letter.not-a-letter":
    "This does not look like an official letter: no number, subject, addressees or recipients.",

  "document.open.empty": "The file holds no words. Choose the file with the letter's text.",
  "document.open.too-large":
    "The file is too large. Send the letter as Word (.docx) or as a PDF with a text layer.",
  "document.open.not-text": "This is not Unicode text. Open the file and save it as .docx or PDF.",
  "document.open.unknown-form":
    "This form of file cannot be read (such as .doc, .rtf, .xlsx). Open it and save it as .docx or PDF.",
  "document.open.encrypted": "The file has a password. Take the password off and send it again.",
  "document.open.damaged":
    "The file is damaged or was not downloaded whole. Download it again, or open it and save it as a new file.",
  "document.open.too-much-inside":
    "There is far more inside this file than a letter. Save the letter alone and send that.",
  "document.open.no-text-layer":
    "The file holds only pictures or a scan, without a text layer. Ask for the .docx, or type the words and paste them.",
  "document.open.took-too-long": "Reading the file took too long. Open it, copy the words and paste them.",

  "problem.letter-not-read": "{why}",
  "problem.file-form":
    "This file cannot be kept. Use PDF, Word (.docx), a JPEG or PNG picture, or plain text; evidence is a JPEG, PNG or PDF.",
  "problem.files-full":
    "The unit's files of this year come to nearly {megabytes, number} MB, and this one does not fit. Use a smaller one (compressed PDF, smaller photo).",
  "problem.series-backwards":
    "This series has come to number {last, number}. Enter one that is not smaller, so that no two documents bear one number.",
  "problem.number-taken":
    "Number {number, number}/{notation} is borne by another document of this union in the same period. Correct it, or leave it blank to be given the next one.",
  "problem.term-missing":
    "A series that begins again with each term needs the term's name, such as 2018-2023. Enter it and save again.",

  "document.print.sample": "SAMPLE DATA",
  "document.print.when": "When",
  "document.print.where": "Where",
  "document.print.scan": "Scan to read more",
  "document.print.call": "Scan to learn who can give and how to prepare",
  "document.print.tasks": "THINGS TO DO",
  "document.print.tasks-lead": "When something is done, tick its box and write the result below it.",
  "document.print.no-tasks": "There is nothing to do at present.",
  "document.print.printed-on": "Printed on {day}",
  "document.print.number-and-day": "No. {number} of {day}",
  "document.print.number": "No. {number}",
  "document.print.day": "Of {day}",
  "document.print.ordinal": "No.",
  "document.print.sentence": "What to do (the letter's words)",
  "document.print.due": "Due, state",
  "document.print.no-due": "no set day",
  "document.print.state-open": "not done",
  "document.print.state-late": "late",
  "document.print.state-settled": "done",
  "document.print.done": "Done",
  "document.print.result": "Result, notes:",
  "document.print.contact": "Questions? Please call:",
  "document.print.signature": "Officer in charge",
  "document.print.signature-how": "(sign, full name)",
  "document.print.page": "Page {page} of {pages}",
};
