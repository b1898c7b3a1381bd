// A month as a sheet on the wall: solar day large, lunar day small, feasts, drives. On a phone the list says the same.
import { Link } from "react-router";
import { atUnit } from "../../../account/web/paths.ts";
import { useActing } from "../../../account/web/session.tsx";
import type { Day } from "../../../platform/pure/calendar.ts";
import { type MessageKey, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { type DatedOccasion, occasionsBetween } from "../../rules/occasions.ts";
import type { DriveCalendar } from "../../schema/capacity.ts";
import { firstOf, lastOf, type Month, weeksOf } from "./months.ts";
import { lunarMark, lunarWords } from "./words.ts";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

interface MonthGridProps {
  readonly calendar: DriveCalendar;
  readonly month: Month;
}

export function MonthGrid({ calendar, month }: MonthGridProps) {
  const t = useT();
  const occasions = occasionsBetween(firstOf(month), lastOf(month));
  return (
    <div className="table-place month-place">
      <table className="month">
        <caption className="off-screen">
          {t("drive.calendar.month", { month: Number(month.slice(5)), year: month.slice(0, 4) })}
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col">
                {t(`drive.weekday.${weekday}` satisfies MessageKey)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={week.find((day) => day !== undefined) ?? index}>
              {week.map((day, at) =>
                day === undefined ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a blank before or after the month
                  <td key={at} className="month-blank" />
                ) : (
                  <Cell key={day} day={day} calendar={calendar} occasions={occasions} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly day: Day;
  readonly calendar: DriveCalendar;
  readonly occasions: readonly DatedOccasion[];
}

function Cell({ day, calendar, occasions }: CellProps) {
  const t = useT();
  const { placeId } = useActing();
  const today = useToday();
  const drives = calendar.drives.filter((drive) => drive.day === day && drive.state !== "cancelled");
  return (
    <td className={day === today ? "month-today" : undefined}>
      <time dateTime={day} className="month-day">
        <strong>{Number(day.slice(8))}</strong>
        <span aria-hidden="true">{lunarMark(day)}</span>
        <span className="off-screen">{lunarWords(t, day)}</span>
      </time>
      {occasions
        .filter(({ from, until }) => from <= day && day <= until)
        .map(({ occasion, calls }) => (
          <span key={occasion} className={calls ? "month-calls" : "month-feast"}>
            {t(`drive.occasion.${occasion}`)}
          </span>
        ))}
      {drives.map((drive) => (
        <Link key={drive.id} className="month-drive" to={atUnit(placeId, "dot", drive.id)}>
          {drive.clashes.length > 0 && <Icon name="alarm" size={14} />}
          {drive.name}
        </Link>
      ))}
    </td>
  );
}
