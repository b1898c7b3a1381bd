// What a campaign's poster says. Drawn by templates/poster.typ.
import { z } from "zod";
import { words, wordsIfAny } from "./printed-text.ts";

/** Longer addresses make a code too dense to scan from a wall. */
const LONGEST_ADDRESS = 200;

/** The code beside the words is made from `url`, so the two cannot disagree. */
export const Poster = z.object({
  size: z.enum(["a4", "a3"]),
  headline: words(90),
  lines: z.array(words(160)).max(6),
  /** As people say it: "7:30–11:00, Thứ Bảy 12/09/2026". */
  when: wordsIfAny(160),
  where: wordsIfAny(160),
  unitName: words(200),
  campaignName: words(200),
  url: z.url({ protocol: /^https?$/ }).max(LONGEST_ADDRESS),
  /** Prints a band that says so. */
  sample: z.boolean(),
});
export type Poster = z.output<typeof Poster>;
