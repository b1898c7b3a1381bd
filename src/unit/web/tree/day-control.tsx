// The day whose tree is shown: kept in the address, so that any link to a page says it too.
import { Button } from "@mantine/core";
import { useSearchParams } from "react-router";
import type { Day } from "../../../platform/pure/calendar.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { dayIn } from "../paths.ts";

interface AsOf {
  readonly asOf: Day;
  readonly today: Day;
  /** The day when it is not today's: what is asked of the server, and kept in links. */
  readonly day: Day | undefined;
  readonly goTo: (day: string) => void;
}

/** Reads `?asOf=`; what is no day is today. */
export function useAsOf(): AsOf {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const day = dayIn(search, today);
  return {
    asOf: day ?? today,
    today,
    day,
    goTo: (to) => setSearch(to === "" || to === today ? {} : { asOf: to }),
  };
}

interface DayControlProps {
  readonly label: string;
  readonly at: AsOf;
}

export function DayControl({ label, at: { asOf, today, day, goTo } }: DayControlProps) {
  const t = useT();
  return (
    <div className="as-of no-print">
      <DayInput key={asOf} label={label} value={asOf} onChange={(chosen) => chosen !== "" && goTo(chosen)} />
      {day !== undefined && (
        <Button variant="default" onClick={() => goTo(today)}>
          {t("unit.back-to-today")}
        </Button>
      )}
    </div>
  );
}
