// What facilities have said they can take, and what is left of it on days that have a drive.
import { formatDay } from "../../../platform/pure/calendar.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { DriveCalendar } from "../../schema/capacity.ts";

export function FacilityRoom({ calendar }: { readonly calendar: DriveCalendar }) {
  const t = useT();
  const { capacities, loads } = calendar;
  return (
    <section aria-label={t("drive.capacity.title")}>
      <h2>{t("drive.capacity.title")}</h2>
      {capacities.length === 0 ? (
        <p className="soft">{t("drive.capacity.nothing-said")}</p>
      ) : (
        <ul className="capacity-said">
          {capacities.map((one) => (
            <li key={one.id}>
              <strong>{one.facility.name}</strong>
              <span>
                {t("drive.capacity.said", {
                  from: formatDay(one.from),
                  until: formatDay(one.until),
                  donors: one.mostDonors,
                  teams: one.teams,
                })}
              </span>
              {one.note !== "" && <span className="soft">{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {loads.length > 0 && (
        <div className="table-place">
          <table className="table card-table">
            <caption>{t("drive.capacity.busy")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("drive.capacity.day")}</th>
                <th scope="col">{t("drive.fact.facility")}</th>
                <th scope="col" className="number">
                  {t("drive.capacity.drives")}
                </th>
                <th scope="col" className="number">
                  {t("drive.capacity.places")}
                </th>
                <th scope="col">{t("drive.capacity.left")}</th>
              </tr>
            </thead>
            <tbody>
              {loads.map((load) => (
                <tr key={`${load.day} ${load.facility.id}`}>
                  <th scope="row">{formatDay(load.day)}</th>
                  <td data-label={t("drive.fact.facility")}>{load.facility.shortName}</td>
                  <td className="number" data-label={t("drive.capacity.drives")}>
                    {formatCount(load.drives)}
                  </td>
                  <td className="number" data-label={t("drive.capacity.places")}>
                    {formatCount(load.places)}
                  </td>
                  <td data-label={t("drive.capacity.left")}>
                    {load.left === null
                      ? t("drive.capacity.not-said")
                      : t("drive.capacity.left-of", { donors: load.left.donors, teams: load.left.teams })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
