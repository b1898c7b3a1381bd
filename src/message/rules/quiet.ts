// The night in which no message goes out by itself. Pure; the hours are data with the day they hold from.
import { addDays, dayIn } from "../../platform/pure/calendar.ts";
import type { Template } from "../schema.ts";

interface QuietHours {
  readonly from: string;
  /** Local, HH:MM; from the evening over midnight to the morning. */
  readonly begins: string;
  readonly ends: string;
  readonly source: string;
}

/** The latest first. */
export const QUIET_HOURS: readonly QuietHours[] = [
  {
    from: "1976-01-01",
    begins: "21:00",
    ends: "07:00",
    source:
      "ours; [K] Nghị định 91/2020/NĐ-CP lets advertising messages go out from 7 to 22 h: these are none, and keep within",
  },
];

/** What the program sends of its own accord waits for the morning; an answer that somebody waits for does not. */
const WAITS: Readonly<Record<Template, boolean>> = { "booking-link": false, reminder: true };

const local = (day: string, time: string): string => new Date(`${day}T${time}:00+07:00`).toISOString();

/** The instant at which the quiet hours end in which `instant` falls; undefined by day. The end itself is day. */
export function quietUntil(instant: string): string | undefined {
  const at = new Date(instant).toISOString();
  const day = dayIn(at);
  const hours = QUIET_HOURS.find(({ from }) => from <= day);
  if (hours === undefined) return undefined;
  if (at < local(day, hours.ends)) return local(day, hours.ends);
  return at >= local(day, hours.begins) ? local(addDays(day, 1), hours.ends) : undefined;
}

/** The first instant from `now` on at which a message of this template may go out. */
export const mayLeaveAt = (template: Template, now: string): string =>
  (WAITS[template] ? quietUntil(now) : undefined) ?? now;
