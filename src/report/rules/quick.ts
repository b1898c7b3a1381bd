// When the quick figure of a drive is due. Pure; the hour is data with the day it holds from.
import type { Day } from "../../platform/pure/calendar.ts";

/** The latest first. */
export const QUICK_DUE: readonly { readonly from: Day; readonly hour: number; readonly source: string }[] = [
  {
    from: "1976-01-01",
    hour: 20,
    source:
      "ours [K]: domain 7.2 asks for a quick wave the same day and names no hour; eight in the evening is before the quiet hours",
  },
];

/** The instant of the drive's evening by which its quick figure is due. Local time is UTC+7. */
export function quickDueAt(driveDay: Day): string {
  const hour = QUICK_DUE.find(({ from }) => from <= driveDay)?.hour ?? 20;
  return `${driveDay}T${String(hour - 7).padStart(2, "0")}:00:00.000Z`;
}
