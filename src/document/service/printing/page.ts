// What a template is given: the data as it is printed, and the catalogue's words around it.
import { type Translate, translator } from "../../../platform/i18n/translate.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { en } from "../../messages.en.ts";
import { vi } from "../../messages.vi.ts";
import { codeOf } from "./code.ts";
import type { Poster } from "./poster.ts";
import type { TableSheet } from "./table-sheet.ts";
import type { PrintedLetter, TaskSheet } from "./task-sheet.ts";
import type { ThanksLetters } from "./thanks.ts";

type Key = keyof typeof vi;
export type Language = "vi" | "en";
const WORDS: Readonly<Record<Language, Translate<Key>>> = {
  vi: translator(vi, "vi"),
  en: translator(en, "en"),
};

/** Plain data for templates/poster.typ. */
export function posterPage(data: Poster, language: Language) {
  const t = WORDS[language];
  const words = {
    sample: t("document.print.sample"),
    when: t("document.print.when"),
    where: t("document.print.where"),
    scan: t("document.print.scan"),
    call: t("document.print.call"),
  };
  return { data, words, qr: codeOf(data.url) };
}

/** Plain data for templates/task-sheet.typ. */
export function taskSheetPage(data: TaskSheet, language: Language) {
  const t = WORDS[language];
  const words = {
    sample: t("document.print.sample"),
    title: t("document.print.tasks"),
    lead: data.letters.length === 0 ? t("document.print.no-tasks") : t("document.print.tasks-lead"),
    printedOn: t("document.print.printed-on", { day: formatDay(data.printedOn) }),
    ordinal: t("document.print.ordinal"),
    sentence: t("document.print.sentence"),
    due: t("document.print.due"),
    noDue: t("document.print.no-due"),
    open: t("document.print.state-open"),
    late: t("document.print.state-late"),
    settled: t("document.print.state-settled"),
    done: t("document.print.done"),
    result: t("document.print.result"),
    contact: t("document.print.contact"),
    signature: t("document.print.signature"),
    signatureHow: t("document.print.signature-how"),
    // Only the template knows the page it is on.
    page: t("document.print.page", { page: "{page}", pages: "{pages}" }),
  };
  const letters = data.letters.map((letter) => ({
    title: letter.title,
    source: sourceOf(letter, t),
    tasks: letter.tasks.map(({ dueOn, ...task }) => ({
      ...task,
      ...(dueOn === undefined ? {} : { dueOn: formatDay(dueOn) }),
    })),
  }));
  return { data: { ...data, letters }, words };
}

/** Plain data for templates/thanks.typ; its words are the caller's. */
export const thanksPage = (data: ThanksLetters, language: Language) => ({
  data,
  words: { sample: WORDS[language]("document.print.sample") },
});

/** Plain data for templates/table-sheet.typ. */
export function tableSheetPage(data: TableSheet, language: Language) {
  const t = WORDS[language];
  const words = {
    sample: t("document.print.sample"),
    printedOn: t("document.print.printed-on", { day: formatDay(data.printedOn) }),
    signatureHow: t("document.print.signature-how"),
    page: t("document.print.page", { page: "{page}", pages: "{pages}" }),
  };
  // An empty cell is null: what is absent would shift the row.
  const sections = data.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => row.map((cell) => cell ?? null)),
  }));
  return { data: { ...data, sections }, words };
}

function sourceOf({ number, issuedOn }: PrintedLetter, t: Translate<Key>): string | undefined {
  const day = issuedOn === undefined ? undefined : formatDay(issuedOn);
  if (number !== undefined && day !== undefined) return t("document.print.number-and-day", { number, day });
  if (number !== undefined) return t("document.print.number", { number });
  return day === undefined ? undefined : t("document.print.day", { day });
}
