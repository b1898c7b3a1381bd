// The day a screen is asked as of. It stands in the address: a link shows others the same.
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { addDays, type Day, isDay } from "../pure/calendar.ts";
import { DayInput } from "./day-input.tsx";
import { useT } from "./i18n.tsx";
import { Icon } from "./icons.tsx";
import { useToday } from "./today.tsx";

/** Its name in the address. */
export const AS_OF = "asOf";
/** What it was called in links sent before. */
const OLD_NAME = "ngay";

/** The day of the address, today where it names none (or one that does not exist, or is still to come). */
export function useAsOf(): Day {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get(AS_OF) ?? search.get(OLD_NAME) ?? "";
  return isDay(asked) && asked < today ? asked : today;
}

/** The same where it is a day gone by; undefined for today: what is asked of the server, and kept in links. */
export function usePastDay(): Day | undefined {
  const today = useToday();
  const asOf = useAsOf();
  return asOf === today ? undefined : asOf;
}

/** "?asOf=2021-06-05", or nothing for today. */
export const asOfQuery = (past: Day | undefined): string => (past === undefined ? "" : `?${AS_OF}=${past}`);

/** What a reader of a day gone by must know first. */
export function PastNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="note note-plain as-of-note" role="status">
      <Icon name="clock" />
      <span>{children}</span>
    </p>
  );
}

/** Keeps whatever else the address says. */
export function AsOfControl() {
  const t = useT();
  const today = useToday();
  const asOf = useAsOf();
  const [, setSearch] = useSearchParams();
  const go = (day: Day): void =>
    setSearch(
      (search) => {
        const next = new URLSearchParams(search);
        next.delete(OLD_NAME);
        if (day >= today) next.delete(AS_OF);
        else next.set(AS_OF, day);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <div className="as-of-control no-print">
      <Button
        variant="default"
        aria-label={t("common.as-of-before")}
        title={t("common.as-of-before")}
        onClick={() => go(addDays(asOf, -1))}
      >
        <Icon name="left" />
      </Button>
      <DayInput
        label={t("common.as-of")}
        value={asOf}
        onChange={(day) => {
          if (isDay(day)) go(day);
        }}
      />
      <Button
        variant="default"
        aria-label={t("common.as-of-after")}
        title={t("common.as-of-after")}
        disabled={asOf >= today}
        onClick={() => go(addDays(asOf, 1))}
      >
        <Icon name="right" />
      </Button>
      {asOf < today && (
        <Button variant="default" onClick={() => go(today)}>
          {t("common.as-of-today")}
        </Button>
      )}
    </div>
  );
}
