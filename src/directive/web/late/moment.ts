// The moment a list is asked as of. It stands in the address, in Việt Nam's time: a link shows others the same.
import { type Day, isDay } from "../../../platform/pure/calendar.ts";

/** "2021-06-05" and "15:30" → an instant; undefined where that is no moment. */
export function instantOf(day: Day, time: string): string | undefined {
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${day}T${time}:00+07:00` : undefined;
}

/** "15:30", "15h30", "1530", "9h" → "15:30", "09:00"; undefined when there is no such time. */
export function parseTypedTime(typed: string): string | undefined {
  const parts =
    /^(\d{1,2})\s*(?:[:.hg]\s*(\d{2})?)?$/i.exec(typed.trim()) ?? /^(\d{2})(\d{2})$/.exec(typed.trim());
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  if (!parts || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** What the address says ("2021-06-05T15:30"), as its parts; undefined for now, and for what is no moment. */
export function momentOf(said: string | null): { readonly day: Day; readonly time: string } | undefined {
  const [day = "", time = ""] = (said ?? "").split("T");
  return instantOf(day, time) === undefined ? undefined : { day, time };
}

/** How long something took: whole hours up to two days, then days and the hours left over. */
export function spanOf(hours: number): { readonly days: number; readonly hours: number } {
  const whole = Math.round(hours);
  return whole < 48 ? { days: 0, hours: whole } : { days: Math.floor(whole / 24), hours: whole % 24 };
}

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;
const INTERVALS = [1, 3, 6, 12, 24, 48, 96, 7 * 24, 14 * 24, 28 * 24].map((hours) => hours * HOUR_MS);

/** An axis of time from `from` to `until` (milliseconds) with `most` steps or so, at round hours or days in Việt Nam. */
export function axisOf(from: number, until: number, most: number) {
  const interval = INTERVALS.find((one) => (until - from) / one <= most) ?? 112 * DAY_MS;
  const min = Math.floor((from + VIETNAM_OFFSET_MS) / interval) * interval - VIETNAM_OFFSET_MS;
  return { min, max: Math.max(until, min + interval), interval };
}
