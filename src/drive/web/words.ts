// Days and hours of a drive in the reader's words.
import { type Day, daysBetween, formatDay } from "../../platform/pure/calendar.ts";
import { formatInstant, relativeDay } from "../../platform/ui/figures.tsx";
import type { MessageKey, T } from "../../platform/ui/i18n.tsx";

const A_SUNDAY = "2021-01-03";
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** "Thứ tư". */
export function weekdayOf(t: T, day: Day): string {
  const weekday = WEEKDAYS[((daysBetween(A_SUNDAY, day) % 7) + 7) % 7] ?? 0;
  return t(`drive.weekday.${weekday}` satisfies MessageKey);
}

/** "Thứ tư, 09/06/2021 (còn 2 ngày)". */
export const dayWords = (t: T, day: Day, today: Day): string =>
  t("drive.day-words", {
    weekday: weekdayOf(t, day),
    day: formatDay(day),
    relative: relativeDay(t, day, today),
  });

/** An instant's local hour: "07:30". */
export const clockOf = (at: string): string => formatInstant(at).slice(0, 5);
