// The day and the part of the overview shown. Both stand in the address: a link shows others the same.
import { Button } from "@mantine/core";
import { useSearchParams } from "react-router";
import { addDays, type Day, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useToday } from "../../platform/ui/today.tsx";

const DAY = "asOf";
/** What the day was called in links sent before. */
const OLD_DAY = "ngay";
const PART = "xem";

export const PARTS = ["progress", "league", "groupings"] as const;
export type Part = (typeof PARTS)[number];
const ADDRESS: Record<Part, string> = { progress: "", league: "xep-hang", groupings: "nhom" };

/** The day of the address, today where it names none (or one that does not exist, or is still to come). */
export function useAsOf(): Day {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get(DAY) ?? search.get(OLD_DAY) ?? "";
  return isDay(asked) && asked < today ? asked : today;
}

export function usePart(): Part {
  const [search] = useSearchParams();
  const asked = search.get(PART) ?? "";
  return PARTS.find((part) => ADDRESS[part] === asked) ?? "progress";
}

/** "?asOf=2021-06-05&xem=xep-hang", or nothing for today's progress: kept while going down the tree. */
export function queryOf(asOf: Day, today: Day, part: Part): string {
  const search = new URLSearchParams();
  if (asOf !== today) search.set(DAY, asOf);
  if (part !== "progress") search.set(PART, ADDRESS[part]);
  const written = search.toString();
  return written === "" ? "" : `?${written}`;
}

export function AsOfControl() {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const part = usePart();
  const [, setSearch] = useSearchParams();
  const go = (day: Day): void =>
    setSearch(queryOf(day >= today ? today : day, today, part), { replace: true, preventScrollReset: true });
  return (
    <div className="overview-day no-print">
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
