// A unit that did not stand on the asked day, said in words, with the ways on: its days, who came before and after.
import { Link } from "react-router";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { EmptyState } from "../../../platform/ui/states.tsx";
import type { UnitHistory } from "../../schema/acts.ts";
import { absenceOn } from "./standing.ts";

interface AbsentProps {
  readonly unitId: string;
  readonly asOf: string;
  readonly history: UnitHistory | undefined;
  readonly on: (unitId: string, day: string) => string;
}

export function Absent({ unitId, asOf, history, on }: AbsentProps) {
  const t = useT();
  const absence = history && absenceOn(history.entries, asOf);
  const name = history?.entries.at(absence?.why === "not-yet" ? 0 : -1)?.name;
  if (history === undefined || absence === undefined || name === undefined) {
    return (
      <EmptyState icon="clock" title={t("unit.not-then")}>
        {t("unit.not-then-help")}
      </EmptyState>
    );
  }
  const day = formatDay(absence.day);
  const others = absence.why === "ended" ? (history.heir ? [history.heir] : []) : history.predecessors;
  return (
    <EmptyState
      icon="clock"
      title={t(absence.why === "ended" ? "unit.ended-title" : "unit.not-yet-title", { unit: name, day })}
      action={
        <div className="absent-ways">
          {others.length > 0 && (
            <p>
              {t(absence.why === "ended" ? "unit.ended-heir" : "unit.not-yet-predecessors")}{" "}
              {others.map((other, index) => (
                <span key={other.id}>
                  {index > 0 && ", "}
                  <Link to={on(other.id, asOf)}>{other.name}</Link>
                </span>
              ))}
            </p>
          )}
          <Link to={on(unitId, absence.why === "ended" ? absence.last : absence.day)}>
            {absence.why === "ended"
              ? t("unit.see-last-day", { day: formatDay(absence.last) })
              : t("unit.see-first-day", { day })}
          </Link>
        </div>
      }
    >
      {t(absence.why === "ended" ? "unit.ended-help" : "unit.not-yet-help", { asOf: formatDay(asOf) })}
    </EmptyState>
  );
}
