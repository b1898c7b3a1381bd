// The moment a list is asked as of. It stands in the address, in Việt Nam's time: a link shows others the same.
import { type Day, isDay } from "../../../platform/pure/calendar.ts";

/** "2021-06-05" and "15:30" → an instant; undefined where that is no moment. */
export function instantOf(day: Day, time: string): string | undefined {
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? `${day}T${time}:00+07:00` : undefined;
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
