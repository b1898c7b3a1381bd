// vi-data: decrees are cited by their own name.
// The night in which no message goes out by itself. Pure; the hours are data with the day they hold from.
import { addDays, dayIn } from "../../platform/pure/calendar.ts";
import type { Template } from "../schema.ts";

interface QuietHours {
  readonly from: string;
  /** Local hours, from the evening over midnight to the morning; neither before 7. */
  readonly begins: number;
  readonly ends: number;
  readonly source: string;
}

/** The latest first. */
export const QUIET_HOURS: readonly QuietHours[] = [
  {
    from: "1976-01-01",
    begins: 21,
    ends: 7,
    source:
      "ours; [K] Nghị định 91/2020/NĐ-CP lets advertising messages go out from 7 to 22 h: these are none, and keep within",
  },
];

/** What the program sends of its own accord waits for the morning; an answer that somebody waits for does not. */
const WAITS: Readonly<Record<Template, boolean>> = {
  "booking-link": false,
  reminder: true,
  "report-adjusted": true,
  "place-offered": true,
  // Somebody would set out in the morning for a day that is not held.
  "drive-moved": false,
  "drive-cancelled": false,
  "recall-invitation": true,
  "place-reminder": true,
  thanks: true,
};

/** Local time is UTC+7, as everywhere here (platform/pure/calendar.ts). */
const atHour = (day: string, hour: number): string =>
  `${day}T${String(hour - 7).padStart(2, "0")}:00:00.000Z`;

/**
 * The instant at which the quiet hours end in which `instant` (ISO, UTC, as of the clock) falls; undefined by day. The
 * end itself is day.
 */
export function quietUntil(instant: string): string | undefined {
  const day = dayIn(instant);
  const hours = QUIET_HOURS.find(({ from }) => from <= day);
  if (hours === undefined) return undefined;
  if (instant < atHour(day, hours.ends)) return atHour(day, hours.ends);
  return instant >= atHour(day, hours.begins) ? atHour(addDays(day, 1), hours.ends) : undefined;
}

/** The first instant from `now` on at which a message of this template may go out. */
export const mayLeaveAt = (template: Template, now: string): string =>
  (WAITS[template] ? quietUntil(now) : undefined) ?? now;
