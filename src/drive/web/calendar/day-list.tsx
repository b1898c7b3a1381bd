// The drives of a month one below the other, each with its lunar day and what stands in its way.
import { Link } from "react-router";
import { atUnit } from "../../../account/web/paths.ts";
import { useActing } from "../../../account/web/session.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import type { CalendarDrive, DriveCalendar } from "../../schema/capacity.ts";
import { DriveStateChip } from "../drive-state.tsx";
import { dayWords } from "../words.ts";
import { clashWords, lunarWords } from "./words.ts";

export function DayList({ calendar }: { readonly calendar: DriveCalendar }) {
  const t = useT();
  return (
    <section aria-label={t("drive.calendar.list")}>
      <h2>{t("drive.calendar.list")}</h2>
      <ul className="calendar-list">
        {calendar.drives.map((drive) => (
          <Entry key={drive.id} drive={drive} calendar={calendar} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ drive, calendar }: { readonly drive: CalendarDrive; readonly calendar: DriveCalendar }) {
  const t = useT();
  const { placeId } = useActing();
  const today = useToday();
  return (
    <li className="card">
      <p className="calendar-day">
        <strong>{dayWords(t, drive.day, today)}</strong>{" "}
        <span className="soft">{lunarWords(t, drive.day)}</span>
      </p>
      <p>
        <Link to={atUnit(placeId, "dot", drive.id)}>{drive.name}</Link> <DriveStateChip state={drive.state} />
      </p>
      <p>{drive.place}</p>
      <p className="soft">
        {t("drive.calendar.who", {
          host: drive.host.name,
          facility: drive.facility.name,
          places: drive.places,
        })}
      </p>
      {drive.clashes.map((clash) => (
        <p key={`${clash.kind} ${"otherId" in clash ? clash.otherId : ""}`} className="note">
          <Icon name="alarm" />
          {clashWords(t, clash, calendar)}
        </p>
      ))}
    </li>
  );
}
