// A letter's file into fields. Nothing is kept: the file is read and forgotten.
import type { Locale, WriteCtx } from "../../../platform/contract/context.ts";
import type { FileBody } from "../../../platform/contract/shapes.ts";
import { type Translate, translator } from "../../../platform/i18n/translate.ts";
import { en } from "../../messages.en.ts";
import { vi } from "../../messages.vi.ts";
import { readLetter } from "../../rules/reading/read.ts";
import { documentProblem, type Letter } from "../../schema.ts";
import { openLetterFile } from "../opening/open.ts";

type Key = keyof typeof vi;
const words: Readonly<Record<Locale, Translate<Key>>> = {
  vi: translator(vi, "vi"),
  en: translator(en, "en"),
};

export interface ReadFile {
  readonly form: "text" | "docx" | "pdf";
  /** Of a PDF. */
  readonly pages: number | null;
  readonly letter: Letter;
}

/** For anybody signed in. Throws `letter-not-read` with the reason, and a sentence on what to do. */
export async function readLetterFile(ctx: WriteCtx, { name, bytes }: FileBody): Promise<ReadFile> {
  ctx.unchanged();
  const t = words[ctx.locale];
  const opened = await openLetterFile({ name, bytes });
  if (!opened.ok) {
    throw documentProblem("letter-not-read", {
      reason: opened.reason,
      why: t(`document.open.${opened.reason}`),
    });
  }
  const read = readLetter(opened.text);
  if (!read.ok) {
    throw documentProblem("letter-not-read", {
      reason: read.reason,
      why: t(`document.not-a-letter.${read.reason}`),
    });
  }
  return { form: opened.form, pages: opened.pages ?? null, letter: read.letter };
}
