// Beside the tree: the communes a unit covers and the groupings it is in, as of the shown day.
import { Link } from "react-router";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { UnitView } from "../../schema.ts";
import { groupingPath } from "../paths.ts";

interface CoveredProps {
  readonly view: UnitView;
  /** The unit one acts for: its own groupings can be opened. */
  readonly placeId: string;
  /** The shown day, when not today. */
  readonly day: string | undefined;
}

export function Covered({ view: { areas, groupings }, placeId, day }: CoveredProps) {
  const t = useT();
  if (areas.length === 0 && groupings.length === 0) return null;
  return (
    <section className="card covered">
      {areas.length > 0 && (
        <>
          <h2 className="section-head">{t("unit.areas")}</h2>
          <p>{areas.map(({ name }) => name).join(", ")}</p>
        </>
      )}
      {groupings.length > 0 && (
        <>
          <h2 className="section-head">{t("unit.in-groupings")}</h2>
          <ul className="plain-list">
            {groupings.map(({ id, unitId, name }) => (
              <li key={id}>
                {unitId === placeId ? <Link to={groupingPath(placeId, id, day)}>{name}</Link> : name}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
