// The sheet members sign: what they agree to on top, then names, hours and room for a signature. On paper only.
import { useActing } from "../../../account/web/session.tsx";
import type { DriveRow } from "../../../drive/schema.ts";
import { clockOf, weekdayOf } from "../../../drive/web/words.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { BookingRow } from "../../schema.ts";

interface SignSheetProps {
  readonly drive: DriveRow;
  readonly rows: readonly BookingRow[];
}

export function SignSheet({ drive, rows }: SignSheetProps) {
  const t = useT();
  const acting = useActing();
  // A list of one union needs no column to name it.
  const several = rows.some(({ creditedUnit }) => creditedUnit.id !== acting.placeId);
  return (
    <section className="only-print sign-sheet">
      <h2>{t("booking.sign.sheet-title")}</h2>
      <p>
        {t("booking.sign.sheet-drive", {
          drive: drive.name,
          day: `${weekdayOf(t, drive.day)}, ${formatDay(drive.day)}`,
          place: drive.place,
        })}
      </p>
      <p>{t("booking.sign.sheet-unit", { unit: acting.name })}</p>
      <p className="sign-consent">{t("booking.sign.sheet-consent")}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t("booking.sign.col.number")}
            </th>
            <th scope="col">{t("booking.sign.col.name")}</th>
            {several && <th scope="col">{t("booking.sign.col.unit")}</th>}
            <th scope="col">{t("booking.sign.col.time")}</th>
            <th scope="col" className="sign-room">
              {t("booking.sign.col.sign")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <td className="number">{at + 1}</td>
              <td className="sign-name">{row.fullName}</td>
              {several && <td>{row.creditedUnit.name}</td>}
              <td>{clockOf(row.startsAt)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
