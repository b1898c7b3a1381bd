// Counts of the same counter become one, nothing is added where nothing changed, and the order is always the same.
import type { Count } from "../schema.ts";

const keyOf = (count: Count): string =>
  [count.campaignId, count.unitId, count.measure, count.driveId, count.day].join(" ");

export function gathered(counts: readonly Count[]): Count[] {
  const byKey = new Map<string, Count>();
  for (const count of counts) {
    const key = keyOf(count);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? count : { ...known, by: known.by + count.by });
  }
  return [...byKey.entries()]
    .filter(([, count]) => count.by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, count]) => count);
}
