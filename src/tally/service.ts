// Counting in the transaction of the fact: a counter and what it counts are true together or not at all.
import type { Tx } from "../platform/db/sql.ts";
import { gathered } from "./rules/gathered.ts";
import type { Count } from "./schema.ts";
import { upsertCounts } from "./store.ts";

/**
 * Adds to counters (negative `by` takes away). `day` is the day the fact became true: a place confirmed on the
 * 5th and given back on the 7th counts +1 on the 5th and -1 on the 7th, so a sum up to any day is what was true then.
 * `units` are hundredths of đơn vị máu.
 */
export async function addCounts(tx: Tx, counts: readonly Count[]): Promise<void> {
  const gatheredCounts = gathered(counts);
  if (gatheredCounts.length > 0) upsertCounts(tx, gatheredCounts);
}
