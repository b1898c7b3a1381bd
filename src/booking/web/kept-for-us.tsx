// Places kept for the union one acts for, for those above or below it: how many are left, and until when. Nothing
// where nothing is kept.
import { clockOf } from "../../drive/web/words.ts";
import { formatInstant } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { UnitPlaces, UnitReserve } from "../schema/unit-places.ts";

/** Reserves of one union with one cut-off are told in one line. */
function groupsOf(reserves: readonly UnitReserve[]): readonly (readonly [UnitReserve, ...UnitReserve[]])[] {
  const groups = new Map<string, [UnitReserve, ...UnitReserve[]]>();
  for (const row of reserves) {
    const key = `${row.unit.id} ${row.cutOff}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function KeptForUs({ places }: { readonly places: UnitPlaces }) {
  const t = useT();
  const perSlot = places.cap?.perSlot ?? null;
  return (
    <>
      {perSlot !== null && (
        <p className="note">
          <Icon name="alarm" />
          {t("booking.kept.cap", { perSlot, reason: places.cap?.reason ?? "" })}
        </p>
      )}
      {places.reserves.length > 0 && (
        <section className="note note-plain" aria-labelledby="kept-for-us">
          <Icon name="lock" />
          <div className="kept-for-us">
            <h3 id="kept-for-us">{t("booking.kept.title")}</h3>
            {groupsOf(places.reserves).map((group) => (
              <div key={group[0].id}>
                <p>
                  {t("booking.kept.line", {
                    unit: group[0].unit.name,
                    used: group.reduce((sum, { used }) => sum + used, 0),
                    places: group.reduce((sum, row) => sum + row.places, 0),
                    until: formatInstant(group[0].cutOff),
                  })}
                </p>
                <ul className="slot-chips">
                  {group.map(({ id, startsAt, places: kept, used }) => (
                    <li key={id}>{t("booking.kept.slot", { time: clockOf(startsAt), left: kept - used })}</li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
