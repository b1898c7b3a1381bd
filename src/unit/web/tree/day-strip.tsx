// The trees one after another on a line: a stop for each day on which a decision took effect, one press away.
import { useEffect, useRef } from "react";
import { addDays, type Day, formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { dayBack, dayOn, type Stop, stopInForce, wayToStop } from "./stops.ts";

interface DayStripProps {
  readonly stops: readonly Stop[];
  readonly asOf: Day;
  readonly today: Day;
  readonly onGo: (day: Day) => void;
}

/** Nothing where the tree never changed: then every day shows the same one. */
export function DayStrip({ stops, asOf, today, onGo }: DayStripProps) {
  const t = useT();
  const line = useRef<HTMLOListElement>(null);
  const current = stopInForce(stops, asOf);
  const before = useRef<Parameters<typeof wayToStop>[0]>(undefined);
  useEffect(() => {
    const here = line.current?.querySelector<HTMLElement>('[aria-current="date"]');
    const way = wayToStop(before.current, { stops, asOf });
    // A line taken away and drawn again begins at its left end.
    before.current = here ? { stops, asOf } : undefined;
    if (!here || !line.current || way === undefined) return;
    const left = here.offsetLeft + (here.offsetWidth - line.current.clientWidth) / 2;
    // "auto": as the style sheet says, without motion where none is wanted.
    line.current.scrollTo({ left, behavior: way === "along" ? "auto" : "instant" });
  });
  const first = stops[0];
  if (first === undefined) return null;
  const back = dayBack(stops, asOf);
  const on = dayOn(stops, asOf);
  return (
    <nav className="day-strip no-print" aria-label={t("unit.strip")}>
      <button
        type="button"
        className="icon-button"
        disabled={back === undefined}
        aria-label={
          back === undefined ? t("unit.strip-first") : t("unit.strip-back", { day: formatDay(back) })
        }
        onClick={() => back !== undefined && onGo(back)}
      >
        <Icon name="left" />
      </button>
      <ol ref={line}>
        <li>
          <button
            type="button"
            aria-current={current === undefined ? "date" : undefined}
            onClick={() => onGo(addDays(first.day, -1))}
          >
            <span className="day-stop-dot" aria-hidden="true" />
            <strong>{t("unit.strip-before")}</strong>
            <span>{t("unit.strip-until", { day: formatDay(addDays(first.day, -1)) })}</span>
          </button>
        </li>
        {stops.map((stop) => (
          <li key={stop.day} data-ahead={stop.day > today || undefined}>
            <button
              type="button"
              aria-current={stop === current ? "date" : undefined}
              onClick={() => onGo(stop.day)}
            >
              <span className="day-stop-dot" aria-hidden="true" />
              <strong>
                {formatDay(stop.day)}
                {stop.day > today && ` · ${t("unit.strip-ahead")}`}
              </strong>
              <span>{stop.titles.join("; ")}</span>
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="icon-button"
        disabled={on === undefined}
        aria-label={on === undefined ? t("unit.strip-last") : t("unit.strip-on", { day: formatDay(on) })}
        onClick={() => on !== undefined && onGo(on)}
      >
        <Icon name="right" />
      </button>
    </nav>
  );
}
