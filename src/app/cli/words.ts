// The command line's words: Vietnamese, or English where the system speaks it (GIOTHONG_LANG=en).
import { type Translate, translator } from "../../platform/i18n/translate.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";

export const language: "vi" | "en" = process.env.GIOTHONG_LANG === "en" ? "en" : "vi";

export const words: Translate<keyof typeof vi> = translator(language === "en" ? en : vi, language);
