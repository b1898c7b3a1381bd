// Words of a calendar: lunar days, feasts, clashes.
import type { Day } from "../../../platform/pure/calendar.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { lunarOf } from "../../../platform/pure/lunar.ts";
import type { T } from "../../../platform/ui/i18n.tsx";
import type { Clash, DriveCalendar } from "../../schema/capacity.ts";

/** "29/4 âm lịch". */
export function lunarWords(t: T, day: Day): string {
  const { date, month, leap } = lunarOf(day);
  return t(leap ? "drive.calendar.lunar-leap" : "drive.calendar.lunar", { date, month });
}

/** Under a solar day: the date alone, with its month where one begins. */
export function lunarMark(day: Day): string {
  const { date, month } = lunarOf(day);
  return date === 1 || day.endsWith("-01") ? `${date}/${month}` : String(date);
}

/** What stands in the way, and of which drive. */
export function clashWords(t: T, clash: Clash, calendar: DriveCalendar): string {
  const other = (id: string): { name: string; day: string } => {
    const found = [...calendar.drives, ...calendar.earlier].find((drive) => drive.id === id);
    return { name: found?.name ?? "", day: found === undefined ? "" : formatDay(found.day) };
  };
  switch (clash.kind) {
    case "facility-teams":
      return t("drive.clash.facility-teams", { drives: clash.drives, teams: clash.teams });
    case "facility-donors":
      return t("drive.clash.facility-donors", { places: clash.places, most: clash.most });
    case "same-place":
      return t("drive.clash.same-place", other(clash.otherId));
    case "interval":
      return t("drive.clash.interval", { ...other(clash.otherId), days: clash.days });
    case "occasion":
      return t("drive.clash.occasion", { occasion: t(`drive.occasion.${clash.occasion}`) });
  }
}
