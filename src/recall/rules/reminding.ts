// When somebody with a place is reminded: on the second day before, and on the eve. Pure; local time is UTC+7.
import { addDays } from "../../platform/pure/calendar.ts";

export const REMINDERS = ["two-days", "eve"] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** Days before the drive and local hours: after `from` one is due, after `until` it would come too late to help. */
const WINDOWS: Readonly<
  Record<ReminderKind, { daysBefore: number; from: number; until: number; untilDaysBefore: number }>
> = {
  // A day and a half, so that a server that was off in the morning still reminds.
  "two-days": { daysBefore: 2, from: 8, until: 12, untilDaysBefore: 1 },
  eve: { daysBefore: 1, from: 18, until: 21, untilDaysBefore: 1 },
};

const atHour = (day: string, hour: number): string =>
  `${day}T${String(hour - 7).padStart(2, "0")}:00:00.000Z`;

export interface DueReminder {
  readonly kind: ReminderKind;
  /** Drives of this day. */
  readonly day: string;
  /** Who got their place after this instant knows the day well enough. */
  readonly confirmedBefore: string;
}

/** Reminders that are due at an instant (ISO, UTC) of the local day `today`. */
export function remindersDue(now: string, today: string): DueReminder[] {
  return REMINDERS.flatMap((kind) => {
    const window = WINDOWS[kind];
    return [today, addDays(today, 1), addDays(today, 2)]
      .map((day) => ({
        kind,
        day,
        confirmedBefore: atHour(addDays(day, -window.daysBefore), window.from),
        until: atHour(addDays(day, -window.untilDaysBefore), window.until),
      }))
      .filter(({ confirmedBefore, until }) => confirmedBefore <= now && now < until)
      .map(({ until: _until, ...due }) => due);
  });
}
