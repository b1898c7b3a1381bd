// A book seen past the rule that changes it: what is wrong with it, who holds what, and writing new versions over it.
import type { Book, BookSplit } from "./redistribute.ts";

export const writtenOver = ({ rootId, total, splits }: Book, written: readonly BookSplit[]): Book => {
  const next = new Map(splits.map((split) => [split.unitId, split]));
  for (const split of written) next.set(split.unitId, split);
  return { rootId, total, splits: [...next.values()] };
};
/** What is wrong with a book, told past the rule: by the same words as the database's own check. */
export function faults({ rootId, total, splits }: Book): string[] {
  const given = new Map<string, number[]>([[rootId, [total]]]);
  for (const { shares } of splits) {
    for (const { unitId, value } of shares) given.set(unitId, [...(given.get(unitId) ?? []), value]);
  }
  const out: string[] = [];
  for (const [unit, numbers] of given) if (numbers.length > 1) out.push(`${unit} holds two numbers`);
  for (const { unitId, total: of, reserve, shares } of splits) {
    const sum = shares.reduce((a, { value }) => a + value, reserve);
    if (sum !== of) out.push(`${unitId} splits ${of} into ${sum}`);
    if (reserve < 0 || shares.some(({ value }) => value < 0)) out.push(`${unitId} has a number below 0`);
    if (of !== (given.get(unitId)?.[0] ?? 0))
      out.push(`${unitId} splits ${of} and holds ${given.get(unitId)}`);
    if (new Set(shares.map((share) => share.unitId)).size < shares.length) out.push(`${unitId} gives twice`);
  }
  return out;
}

/** Who holds how much from whom, and keeps how much, without those who hold nothing. */
export function facts({ rootId, total, splits }: Book): Record<string, string> {
  const reserve = new Map(splits.map((split) => [split.unitId, split.reserve]));
  const out: Record<string, string> = { [rootId]: `${total}, keeps ${reserve.get(rootId) ?? total}` };
  for (const { unitId: giver, shares } of splits) {
    for (const { unitId, value } of shares) {
      if (value > 0) out[unitId] = `${value} of ${giver}, keeps ${reserve.get(unitId) ?? value}`;
    }
  }
  return out;
}
