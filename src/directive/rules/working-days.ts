// Working days as receipts and lead times count them: Monday to Friday. Public holidays are not known here, so a day so
// counted may fall on one; Tết above all. Whoever is asked to answer by then has at most that many days fewer.
import { addDays, type Day, daysBetween } from "../../platform/pure/calendar.ts";

// A Monday.
const MONDAY = "2021-01-04";

/** Monday to Friday. */
export const isWorkingDay = (day: Day): boolean => ((daysBetween(MONDAY, day) % 7) + 7) % 7 < 5;

/** The day `count` working days after (negative: before) `day`; 0 is the day itself. */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left--;
  }
  return reached;
}
