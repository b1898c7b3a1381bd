// What letters of thanks say: one a page, of the union, in words the caller has chosen. Drawn by templates/thanks.typ.
import { z } from "zod";
import { words } from "./printed-text.ts";

/** Half a second's printing for each hundred; more is another file. */
const MOST_LETTERS = 500;

const ThanksLetter = z.object({
  unit: words(200),
  committee: words(100),
  dear: words(200),
  body: words(1000),
  meaning: words(300),
  wish: words(400),
  tipsTitle: words(60),
  tips: z.array(words(300)).max(4),
});

export const ThanksLetters = z.object({
  title: words(60),
  sign: words(100),
  /** Says that this is no certificate of anybody. */
  notCertificate: words(300),
  letters: z.array(ThanksLetter).min(1).max(MOST_LETTERS),
  /** Prints a band on every page that says so. */
  sample: z.boolean(),
});
export type ThanksLetters = z.output<typeof ThanksLetters>;
