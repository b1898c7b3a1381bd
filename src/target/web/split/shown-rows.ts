// Which rows of a long split are drawn: found by name, a hundred at a time. Pure.
import { searchKey } from "../../../platform/pure/text-vi.ts";
import type { TargetView } from "../../schema.ts";
import { typedCount } from "./split-sum.ts";

export type Child = TargetView["children"][number];

/** More rows than this are found by name and drawn in steps: thousands of boxes at once stall a phone. */
export const STEP = 100;

/** The children whose full or short name holds the words asked for, without accents; all of them for no words. */
export function foundByName(children: readonly Child[], words: string): readonly Child[] {
  const key = searchKey(words);
  if (key === "") return children;
  return children.filter(({ unit }) =>
    [unit.name, unit.shortName].some((name) => searchKey(name).includes(key)),
  );
}

/**
 * A column copied from a spreadsheet, put into the box of `from` and those below it in the order shown: unit id → text.
 * Empty for a single number, which a box takes by itself. A line's last cell counts, so that "name ⇥ number" may be
 * pasted too; lines beyond the last unit are left out.
 */
export function pasteDown(
  shown: readonly string[],
  from: string,
  pasted: string,
): Readonly<Record<string, string>> {
  const lines = pasted.replace(/\r?\n$/, "").split(/\r?\n/);
  if (lines.length < 2) return {};
  const start = shown.indexOf(from);
  if (start < 0) return {};
  return Object.fromEntries(
    lines.flatMap((line, index) => {
      const unitId = shown[start + index];
      return unitId === undefined ? [] : [[unitId, (line.split("\t").at(-1) ?? "").trim()]];
    }),
  );
}

/** The greatest number that a bar of the split has to show, so that all bars share one scale; 1 at least. */
export function greatest(children: readonly Child[], shares: Readonly<Record<string, string>>): number {
  return children.reduce(
    (most, { unit, lastResultHundredths }) =>
      Math.max(most, typedCount(shares[unit.id] ?? "") ?? 0, (lastResultHundredths ?? 0) / 100),
    1,
  );
}
