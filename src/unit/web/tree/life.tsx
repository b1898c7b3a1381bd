// A unit's life: the names, kinds and places it had by date, whom it succeeded and who succeeded it.
import { Link } from "react-router";
import { addDays, formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { UnitHistory } from "../../schema/acts.ts";
import { letterheadTurn } from "./letterhead.ts";

interface LifeProps {
  readonly history: UnitHistory;
  readonly asOf: string;
  /** A unit's page as of a day. */
  readonly on: (unitId: string, day: string) => string;
  /** Where a decision can be read; undefined: not by this office. */
  readonly decisionHref: (decisionId: string) => string | undefined;
}

export function Life({ history, asOf, on, decisionHref }: LifeProps) {
  const t = useT();
  const { entries, heir, predecessors } = history;
  if (entries.length === 0) return null;
  const last = entries.at(-1)?.until ?? null;
  const ended = last === null ? null : addDays(last, 1);
  const endedBy = entries.at(-1)?.endedBy ?? null;
  const titled = ({ id, title }: { id: string; title: string }) => {
    const href = decisionHref(id);
    return href === undefined ? title : <Link to={href}>{title}</Link>;
  };
  return (
    <section className="card" aria-labelledby="life">
      <h2 className="section-head" id="life">
        {t("unit.life")}
      </h2>
      <ol className="life">
        {entries.map((entry, index) => {
          const { from, until, name, kind, parent, decision } = entry;
          const head = letterheadTurn(entries[index - 1], entry);
          const here = from <= asOf && (until === null || asOf <= until);
          return (
            <li key={from} aria-current={here ? "date" : undefined}>
              <strong>
                {until === null
                  ? t("unit.life-since", { from: formatDay(from) })
                  : t("unit.life-span", { from: formatDay(from), until: formatDay(until) })}
              </strong>
              <span>
                {name} · {t(`unit.kind.${kind}`)}
              </span>
              {parent && (
                <span>
                  {t("unit.life-parent")} <Link to={on(parent.id, from)}>{parent.shortName}</Link>
                </span>
              )}
              {head !== undefined && <span>{t("unit.life-letterhead", { head })}</span>}
              {decision && (
                <span className="soft">
                  {t("unit.life-decision")} {titled(decision)}
                </span>
              )}
            </li>
          );
        })}
        {ended !== null && (
          <li>
            <strong>{t("unit.life-ended", { day: formatDay(ended) })}</strong>
            {heir && (
              <span>
                {t("unit.life-heir")} <Link to={on(heir.id, ended)}>{heir.name}</Link>
              </span>
            )}
            {endedBy && (
              <span className="soft">
                {t("unit.life-ended-by")} {titled(endedBy)}
              </span>
            )}
          </li>
        )}
      </ol>
      {predecessors.length > 0 && (
        <>
          <h3>{t("unit.predecessors")}</h3>
          <ul className="plain-list">
            {predecessors.map(({ id, name }) => (
              <li key={id}>
                <Link to={on(id, asOf)}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
