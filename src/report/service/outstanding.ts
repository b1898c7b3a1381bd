// Reports owed and not sent below a unit, for the overview.
import type { Db } from "../../platform/db/sql.ts";
import { type BelowRow, lookBelow } from "../store/below.ts";
import type { LateRow, Within } from "../store/lists.ts";

export interface Outstanding {
  /** By the unit directly below (its short number in the tree's paths; "" is the unit itself), with its whole subtree. */
  readonly byBranch: ReadonlyMap<string, Pick<BelowRow, "owed" | "late">>;
  /** Those past due, longest first, at most `limit`; `lateCount` counts them all. */
  readonly late: readonly Omit<LateRow, "total">[];
  readonly lateCount: number;
}

/** How many reports of a campaign's closed drives are owed and not sent, and how many of those are past due. */
export async function outstandingBelow(
  db: Db,
  within: Within & { readonly path: string },
  limit: number,
): Promise<Outstanding> {
  const { branches, late } = await lookBelow(db, within, limit);
  return {
    byBranch: new Map(branches.map(({ branch, owed, late: due }) => [branch ?? "", { owed, late: due }])),
    late,
    lateCount: branches.reduce((sum, row) => sum + row.late, 0),
  };
}
