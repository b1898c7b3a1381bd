// Figures and days as the field writes them: 1.803; 116,4%; 09/06/2021 (còn 2 ngày).
import { type Day, dayIn, daysBetween, formatDay } from "../pure/calendar.ts";
import { formatCount } from "../pure/text-vi.ts";
import { type T, useT } from "./i18n.tsx";
import { useToday } from "./today.tsx";

/** A whole number in tabular figures. `null`: nothing is known, shown as a dash, never as 0. */
export function Count({ value }: { readonly value: number | null | undefined }) {
  return <span className="figure">{value === null || value === undefined ? "–" : formatCount(value)}</span>;
}

/** Đơn vị máu kept in hundredths: 116400 → "1.164", 140 → "1,4". */
export function formatHundredths(hundredths: number): string {
  const whole = formatCount(Math.trunc(hundredths / 100));
  const rest = Math.abs(hundredths % 100);
  if (rest === 0) return whole;
  return `${whole},${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** "hôm nay", "còn 2 ngày", "3 ngày trước"; with `due`, a day gone by is "trễ 3 ngày". */
export function relativeDay(t: T, day: Day, today: Day, due = false): string {
  const days = daysBetween(today, day);
  if (days === 0) return t("common.today");
  if (days === 1) return t("common.tomorrow");
  if (days > 1) return t("common.in-days", { days });
  if (due) return t("common.late-days", { days: -days });
  return days === -1 ? t("common.yesterday") : t("common.days-ago", { days: -days });
}

interface DayTextProps {
  readonly day: Day;
  /** A due day: one gone by is late rather than past. */
  readonly due?: boolean;
}

/** "09/06/2021 (còn 2 ngày)". */
export function DayText({ day, due = false }: DayTextProps) {
  const t = useT();
  const today = useToday();
  return (
    <time dateTime={day}>
      {t("common.day-relative", { day: formatDay(day), relative: relativeDay(t, day, today, due) })}
    </time>
  );
}

/** An instant as its local time and day: "15:30 09/06/2021". */
export function InstantText({ at }: { readonly at: string }) {
  return <time dateTime={at}>{formatInstant(at)}</time>;
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** ISO instant → "15:30 09/06/2021" in Việt Nam. */
export function formatInstant(at: string): string {
  const local = new Date(Date.parse(at) + VIETNAM_OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ${formatDay(dayIn(at))}`;
}
