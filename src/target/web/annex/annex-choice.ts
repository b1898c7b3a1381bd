// What an officer makes of the rows of an annex: which unit each row is for, and the shares that come out. Pure.
import { formatCount } from "../../../platform/pure/text-vi.ts";
import type { AnnexView } from "../../schema/annex.ts";

/** Row index → unit id, or "" for a row left out. Only rows decided by hand are in it. */
export type Choices = Readonly<Record<number, string>>;

/** The unit a row is for: the officer's choice, else the match. A row that repeats a unit counts only when chosen. */
export function unitOfRow(view: AnnexView, choices: Choices, index: number): string | undefined {
  const chosen = choices[index];
  if (chosen !== undefined) return chosen === "" ? undefined : chosen;
  const row = view.rows[index];
  return row?.fate === "matched" && row.unitId !== null ? row.unitId : undefined;
}

export interface Filled {
  /** Unit id → number; rows for the same unit are added. */
  readonly shares: ReadonlyMap<string, number>;
  readonly sum: number;
  /** Rows that nobody has decided about and that will be left out unless somebody does. */
  readonly undecided: number;
  /** Units that more than one row is for. */
  readonly added: ReadonlySet<string>;
}

export function filledBy(view: AnnexView, choices: Choices): Filled {
  const shares = new Map<string, number>();
  const added = new Set<string>();
  let undecided = 0;
  for (const [index, { value }] of view.rows.entries()) {
    const unitId = unitOfRow(view, choices, index);
    if (unitId === undefined) {
      if (choices[index] === undefined) undecided += 1;
      continue;
    }
    const before = shares.get(unitId);
    if (before !== undefined) added.add(unitId);
    shares.set(unitId, (before ?? 0) + value);
  }
  return { shares, sum: [...shares.values()].reduce((sum, value) => sum + value, 0), undecided, added };
}

/** The boxes of a split with the annex put in; `clear`: units it does not name become empty. */
export function boxesFilled(
  boxes: Readonly<Record<string, string>>,
  filled: Filled,
  clear: boolean,
): Readonly<Record<string, string>> {
  const named = Object.fromEntries([...filled.shares].map(([id, value]) => [id, formatCount(value)]));
  const rest = clear ? Object.fromEntries(Object.keys(boxes).map((id) => [id, ""])) : boxes;
  return { ...rest, ...named };
}
