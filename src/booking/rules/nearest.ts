// The time of another day that is nearest to the one somebody had.
import { wallTimeIn } from "../../drive/rules/slots.ts";

const DAY_MINUTES = 24 * 60;

/** Minutes of an instant (ISO in UTC, as rows bring it) since local midnight. */
function minutesIn(instant: string): number {
  const [hours = "0", minutes = "0"] = wallTimeIn(instant).split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes between two instants' times of day, whichever way round the clock is shorter. */
function apart(one: string, other: string): number {
  const gap = Math.abs(minutesIn(one) - minutesIn(other));
  return Math.min(gap, DAY_MINUTES - gap);
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
