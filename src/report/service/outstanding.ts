// Reports owed and not sent below a unit, for the overview.
import type { Db } from "../../platform/db/sql.ts";
import { countOutstanding, type LateRow, listLate, type Within } from "../store/lists.ts";

/**
 * How many reports of a campaign's closed drives are owed and not sent, and how many of those are past due, by the unit
 * directly below (its short number in the tree's paths; "" is the unit itself), each with its whole subtree.
 */
export const countOutstandingBelow = (
  db: Db,
  within: Within,
): Promise<readonly { branch: string; owed: number; late: number }[]> => countOutstanding(db, within);

/** Those past due, longest first, at most `limit`; `total` counts them all. */
export async function listLateBelow(
  db: Db,
  within: Within,
  limit: number,
): Promise<{ items: readonly LateRow[]; total: number }> {
  const items = await listLate(db, within, limit);
  return { items, total: items[0]?.total ?? 0 };
}
