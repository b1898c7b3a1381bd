// How long a place is held for a member who has not answered yet.
import type { OfferSetting } from "../schema/waiting.ts";
import type { HoldSetting } from "../schema.ts";

/** Three days to answer, and an answer by twelve hours before the slot, so that the place can still be given on. */
export const HOLD_DEFAULT: HoldSetting = { hours: 72, hoursBeforeStart: 12, leastHours: 2 };

const HOUR_MS = 3_600_000;

/**
 * Until when a place taken now is held, in ms since 1970 like what is given. A place taken late is held for
 * `leastHours` all the same, or until the slot begins.
 */
export function heldUntil(now: number, slotStart: number, setting: HoldSetting = HOLD_DEFAULT): number {
  const wished = Math.min(now + setting.hours * HOUR_MS, slotStart - setting.hoursBeforeStart * HOUR_MS);
  const least = Math.min(now + setting.leastHours * HOUR_MS, slotStart);
  return Math.max(wished, least);
}

/** A day to answer to a place that somebody else waits for too. */
export const OFFER_DEFAULT: OfferSetting = { hours: 24 };

/** Until when a place offered to who waited is theirs to take, in ms since 1970; never past the slot's beginning. */
export const offeredUntil = (now: number, slotStart: number, setting: OfferSetting = OFFER_DEFAULT): number =>
  Math.min(now + setting.hours * HOUR_MS, slotStart);
