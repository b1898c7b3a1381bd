// The day the overview is read as of. It stands in the address: a link shows others the same day.
import { Button } from "@mantine/core";
import { useSearchParams } from "react-router";
import { addDays, type Day, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useToday } from "../../platform/ui/today.tsx";

const DAY = "ngay";

/** The day of the address, today where it names none (or one that does not exist, or is still to come). */
export function useAsOf(): Day {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get(DAY) ?? "";
  return isDay(asked) && asked < today ? asked : today;
}

/** "?ngay=2021-06-05", or nothing for today: kept while going down the tree. */
export const asOfQuery = (asOf: Day, today: Day): string => (asOf === today ? "" : `?${DAY}=${asOf}`);

export function AsOfControl() {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const [, setSearch] = useSearchParams();
  const go = (day: Day): void =>
    setSearch(day >= today ? {} : { [DAY]: day }, { replace: true, preventScrollReset: true });
  return (
    <div className="as-of no-print">
      <Button
        variant="default"
        aria-label={t("dashboard.as-of-before")}
        title={t("dashboard.as-of-before")}
        onClick={() => go(addDays(asOf, -1))}
      >
        <Icon name="left" />
      </Button>
      <DayInput
        label={t("dashboard.as-of")}
        value={asOf}
        onChange={(day) => {
          if (isDay(day)) go(day);
        }}
      />
      <Button
        variant="default"
        aria-label={t("dashboard.as-of-after")}
        title={t("dashboard.as-of-after")}
        disabled={asOf >= today}
        onClick={() => go(addDays(asOf, 1))}
      >
        <Icon name="right" />
      </Button>
      {asOf < today && (
        <Button variant="default" onClick={() => go(today)}>
          {t("dashboard.as-of-today")}
        </Button>
      )}
    </div>
  );
}
