// The propaganda kit (bộ tài liệu tuyên truyền): what helps a unit spread the letter, in versions; and its reach.
import { z } from "zod";
import { allowedActions, count, id, instant, line, note, UnitRef } from "../../platform/contract/shapes.ts";
import { Channel } from "../schema.ts";
import { LetterLink } from "./family.ts";

export const LoudspeakerLanguage = z.enum(["vi", "thai", "mong"]);
export type LoudspeakerLanguage = z.output<typeof LoudspeakerLanguage>;

export const KitContent = z.object({
  keyMessages: z.array(line(300)).max(12),
  questions: z.array(z.object({ question: line(300), answer: line(1500) })).max(40),
  poster: z.object({
    headline: line(90),
    lines: z.array(line(160)).max(6),
    when: note(160).default(""),
    where: note(160).default(""),
  }),
  /** Read aloud in the village; a language is there once. */
  loudspeaker: z.array(z.object({ language: LoudspeakerLanguage, text: line(3000) })).max(3),
  /** To paste into a chat group. */
  chat: note(1500).default(""),
});
export type KitContent = z.output<typeof KitContent>;

/** The same as it is answered: kept as it was written, nothing is tidied on the way out. */
const PublishedContent = z.object({
  keyMessages: z.array(z.string()),
  questions: z.array(z.object({ question: z.string(), answer: z.string() })),
  poster: z.object({
    headline: z.string(),
    lines: z.array(z.string()),
    when: z.string(),
    where: z.string(),
  }),
  loudspeaker: z.array(z.object({ language: LoudspeakerLanguage, text: z.string() })),
  chat: z.string(),
});

export const KitVersion = z.object({
  id,
  version: z.number().int().min(1),
  note: z.string(),
  publishedAt: instant,
});
export type KitVersion = z.output<typeof KitVersion>;

export const Reach = z.object({ channel: Channel, times: count, people: count });
export type Reach = z.output<typeof Reach>;

/** The kit a unit works with: of the letter asked about, else of the nearest letter above it that has one. */
export const KitView = z.object({
  /** The letter whose kit it is; null when there is none yet. */
  of: LetterLink.nullable(),
  current: KitVersion.extend({ content: PublishedContent }).nullable(),
  versions: z.array(KitVersion),
  /** The open page behind the poster's QR code. */
  pageUrl: z.string().nullable(),
  /** Reach in the asking unit and everything below it, by channel, over the letters of the family. */
  reach: z.array(Reach),
  allowedActions,
});
export type KitView = z.output<typeof KitView>;

export const ReachRow = z.object({ unit: UnitRef, reach: z.array(Reach), people: count });
export type ReachRow = z.output<typeof ReachRow>;
