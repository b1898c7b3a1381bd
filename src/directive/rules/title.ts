// What a letter is called in lists: its subject, else its number, else the words it opens with. Pure.
import type { Letter } from "../../document/schema.ts";
import { toNfc } from "../../platform/pure/text-vi.ts";

const LONGEST = 300;

/** "610" and "LĐLĐ" → "610/LĐLĐ"; undefined for a letter without a number. */
export const numberOf = (letter: {
  readonly number?: string | null | undefined;
  readonly notation?: string | null | undefined;
}): string | undefined => {
  if (!letter.number) return undefined;
  return letter.notation ? `${letter.number}/${letter.notation}` : letter.number;
};

/** Never empty; at most 300 characters, on one line. */
export function titleOf(
  letter: Pick<Letter, "subject" | "number" | "notation" | "instructions" | "text">,
): string {
  const named = letter.subject ?? numberOf(letter) ?? letter.instructions[0]?.text ?? letter.text;
  const line = toNfc(named).replace(/\s+/g, " ").trim();
  return line.slice(0, LONGEST) || "…";
}
