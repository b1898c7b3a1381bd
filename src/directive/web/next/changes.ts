// What the letter being written says differently from the one it changes, as the receiver will see it. Pure.
import type { LetterFields } from "../../../document/schema.ts";
import { compareText } from "../../../platform/pure/word-diff.ts";
import { compareOrders } from "../../rules/comparing.ts";
import type { LetterChanges } from "../../schema/family.ts";

export interface Compared {
  readonly letter: LetterFields;
  readonly reportDays: string;
}

const orders = ({ instructions }: LetterFields) =>
  instructions.map(({ ordinal, text, dueOn = null }) => ({ ordinal, text, dueOn }));

export function changesBetween(
  before: Compared,
  after: Compared,
): Pick<LetterChanges, "fields" | "instructions"> {
  const fields = [
    ["subject", before.letter.subject, after.letter.subject],
    ["reportDays", before.reportDays, after.reportDays],
    ["reportTo", before.letter.reportDuty?.to, after.letter.reportDuty?.to],
    ["reportThrough", before.letter.reportDuty?.through, after.letter.reportDuty?.through],
  ] as const;
  return {
    fields: fields
      .filter(([, old = "", now = ""]) => old !== now)
      .map(([field, old = "", now = ""]) => ({ field, parts: compareText(old, now) })),
    instructions: compareOrders(orders(before.letter), orders(after.letter)),
  };
}
