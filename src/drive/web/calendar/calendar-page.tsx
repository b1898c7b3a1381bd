// Lịch hiến máu: a month of drives, lunar days beside solar ones, what stands in their way, what facilities can take.
import { Button } from "@mantine/core";
import { Link, useSearchParams } from "react-router";
import { atUnit } from "../../../account/web/paths.ts";
import { useActing } from "../../../account/web/session.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { EmptyState, Shown } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { driveCalendar } from "../../contract/capacity.ts";
import "./calendar.css";
import { DayList } from "./day-list.tsx";
import { FacilityRoom } from "./facility-room.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { firstOf, isMonth, lastOf, type Month, monthAfter } from "./months.ts";

const MONTH = "thang";

export function CalendarPage() {
  const t = useT();
  const { placeId } = useActing();
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get(MONTH) ?? "";
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  const read = useRead(
    driveCalendar,
    { params: { unitId: placeId }, query: { from: firstOf(month), until: lastOf(month) } },
    { keep: true },
  );
  return (
    <Page
      title={t("drive.calendar.title", { month: Number(month.slice(5)), year: month.slice(0, 4) })}
      lead={t("drive.calendar.lead")}
      back={{ to: atUnit(placeId, "dot"), label: t("drive.back-to-list") }}
      printable
    >
      <nav className="button-row no-print" aria-label={t("drive.calendar.months")}>
        <ToMonth month={monthAfter(month, -1)} icon="left" />
        <ToMonth month={monthAfter(month, 1)} icon="right" />
        {month !== today.slice(0, 7) && (
          <Button component={Link} variant="default" to="?">
            {t("drive.calendar.this-month")}
          </Button>
        )}
      </nav>
      <Shown read={read} rows={6}>
        {(calendar) => (
          <div className="drive-calendar">
            {calendar.circle !== null && (
              <p className="soft">
                {t("drive.calendar.circle", { unit: calendar.circle.name, elsewhere: calendar.elsewhere })}
              </p>
            )}
            <MonthGrid calendar={calendar} month={month} />
            {calendar.drives.length === 0 ? (
              <EmptyState icon="drive" title={t("drive.calendar.empty-title")}>
                {t("drive.calendar.empty")}
              </EmptyState>
            ) : (
              <DayList calendar={calendar} />
            )}
            <FacilityRoom calendar={calendar} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function ToMonth({ month, icon }: { readonly month: Month; readonly icon: "left" | "right" }) {
  const t = useT();
  return (
    <Button
      component={Link}
      variant="default"
      to={`?${MONTH}=${month}`}
      {...(icon === "left" ? { leftSection: <Icon name="left" /> } : { rightSection: <Icon name="right" /> })}
    >
      {t("drive.calendar.month", { month: Number(month.slice(5)), year: month.slice(0, 4) })}
    </Button>
  );
}
