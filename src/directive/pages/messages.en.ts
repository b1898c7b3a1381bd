// The same words in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "problem.kit-moved-on":
    "Somebody else has just published version {version, number} of the kit. Load that version, go on from it and publish again.",
  "problem.too-many-files":
    "A duty keeps at most {most, number} files of evidence. Take one away, then add the other.",

  "directive.page.product": "Giọt Hồng",
  "directive.page.demo": "SAMPLE DATA",
  "directive.page.when": "When",
  "directive.page.where": "Where",
  "directive.page.key": "Good to know",
  "directive.page.questions": "Questions and answers",
  "directive.page.more-questions":
    "There {count, plural, one {is # more question} other {are # more questions}}. Ask an officer of your union.",
  "directive.page.loudspeaker": "For the loudspeaker",
  "directive.page.loudspeaker-lead": "To be read aloud in the village or at a meeting.",
  "directive.page.language.vi": "Vietnamese",
  "directive.page.language.thai": "Thái",
  "directive.page.language.mong": "Mông",
  "directive.page.join": "See days and times, and register",
  "directive.page.free":
    "Giving blood is voluntary. Who can give is examined and decided by the doctor at the drive.",
  "directive.page.version": "Version {version, number}, published on {day}.",
  "directive.page.withdrawn-title": "This material was withdrawn",
  "directive.page.withdrawn":
    "{unit} has recalled its letter on “{campaign}”, so the material that was here is used no more.",
  "directive.page.withdrawn-what":
    "If a poster still hangs somewhere, please tell the union there to take it down. Ask your own union about new drives.",
  "directive.page.unknown-title": "This page was not found",
  "directive.page.unknown":
    "There is no material at this address. A sign of the code may be missing or wrong.",
  "directive.page.unknown-what":
    "Please scan the code on the poster again. It has 8 letters and figures, and no 0, 1, i, l or o.",
};
