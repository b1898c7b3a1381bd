// Why a country is not seeded: said in one line to whoever runs the command.
import { translator } from "../../platform/i18n/translate.ts";
import { language } from "../cli/words.ts";
import { en } from "./messages.en.ts";
import { vi } from "./messages.vi.ts";

export const seedWords = translator(language === "en" ? en : vi, language);

type Reason = "seed.not-empty" | "seed.other-begun" | "seed.law-broken" | "seed.unfinished";

export class SeedProblem extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, values: object = {}) {
    super(seedWords(reason, { ...values } as Record<string, string | number>));
    this.name = "SeedProblem";
    this.reason = reason;
  }
}
