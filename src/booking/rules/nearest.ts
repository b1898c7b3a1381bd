// The time of another day that is nearest to the one somebody had.

const DAY_MS = 24 * 3_600_000;

/** Milliseconds between two instants' times of day, whichever way round the clock is shorter. */
function apart(one: string, other: string): number {
  const gap = Math.abs(Date.parse(one) - Date.parse(other)) % DAY_MS;
  return Math.min(gap, DAY_MS - gap);
}

/** The slot whose hour is nearest to `startsAt`'s; the earlier of two as near. Undefined: there is none. */
export const nearestSlot = <Slot extends { readonly startsAt: string }>(
  slots: readonly Slot[],
  startsAt: string,
): Slot | undefined =>
  [...slots].sort(
    (a, b) =>
      apart(a.startsAt, startsAt) - apart(b.startsAt, startsAt) || a.startsAt.localeCompare(b.startsAt),
  )[0];
