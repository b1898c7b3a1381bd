// The server's words: titles of problems for programs and the command line, in both languages.
import { en as accountEn } from "../account/messages.en.ts";
import { vi as accountVi } from "../account/messages.vi.ts";
import { type Translate, translator } from "../platform/i18n/translate.ts";

export const translate: Record<"vi" | "en", Translate> = {
  vi: translator({ ...accountVi }, "vi"),
  en: translator({ ...accountEn }, "en"),
};
