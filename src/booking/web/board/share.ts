// A proposal of how many places to keep for each unit, slot by slot: never more in a slot than it has free.
import { largestRemainder } from "../../../target/rules/largest-remainder.ts";

export interface Wanted {
  readonly unitId: string;
  readonly places: number;
}

export interface Kept {
  readonly unitId: string;
  readonly slotId: string;
  readonly places: number;
}

/** `total` places over units by their weights; equal where nobody has any. Adds up to the total exactly. */
export function shareOut(
  total: number,
  units: readonly { readonly unitId: string; readonly weight: number }[],
): readonly Wanted[] {
  const shares = largestRemainder(
    total,
    units.map(({ weight }) => weight),
  );
  return units.map(({ unitId }, at) => ({ unitId, places: shares[at] ?? 0 }));
}

/**
 * Puts each unit's places into slots, spread as evenly as their free places allow. What does not fit is left out:
 * the sum of what is kept in a slot is never more than `free` there.
 */
export function spread(
  wanted: readonly Wanted[],
  slots: readonly { readonly slotId: string; readonly free: number }[],
): readonly Kept[] {
  const left = slots.map(({ free }) => free);
  const kept: Kept[] = [];
  for (const { unitId, places } of wanted) {
    const room = left.reduce((sum, free) => sum + free, 0);
    const parts = largestRemainder(Math.min(places, room), left);
    for (const [at, { slotId }] of slots.entries()) {
      const part = parts[at] ?? 0;
      if (part === 0) continue;
      left[at] = (left[at] ?? 0) - part;
      kept.push({ unitId, slotId, places: part });
    }
  }
  return kept;
}
