// Text that goes on paper: what the typefaces cannot set is taken out before its length is judged.
import { z } from "zod";

// Officers paste from chats, where lines end in hearts and drops. ©, ® and ™ count as pictures too but have glyphs.
const PICTURES = /(?![©®™])\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu;
// Controls, joiners, signs that turn the writing round, private and broken ones, and variants of pictures.
const UNSEEN = /[\p{C}]|\p{Variation_Selector}/gu;

/** NFC, one line, single spaces, without emoji or invisible signs. */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(PICTURES, "")
    .replace(UNSEEN, "")
    .normalize("NFC")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Words to print: 1 to `max` characters once `printable`. */
export const words = (max: number) => z.string().transform(printable).pipe(z.string().min(1).max(max));

/** Words to print or nothing: "" is the same as absent. */
export const wordsIfAny = (max: number) =>
  z
    .string()
    .transform(printable)
    .pipe(z.string().max(max))
    .transform((text) => (text === "" ? undefined : text))
    .optional();
