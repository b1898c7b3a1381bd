// Names and phones to call, as a table on a desk and on paper, as cards with one press to call on a phone.
import { Button } from "@mantine/core";
import { clockOf } from "../../../drive/web/words.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { CallRow } from "../../schema/changes.ts";

interface CallTableProps {
  readonly rows: readonly CallRow[];
  readonly unitId: string;
  /** Makes a new link for a row; absent where there is nothing left to answer. */
  readonly onLink?: (row: CallRow) => void;
}

export function CallTable({ rows, unitId, onLink }: CallTableProps) {
  const t = useT();
  return (
    <div className="table-place">
      <table className="table card-table">
        <thead>
          <tr>
            <th scope="col">{t("booking.call.col.name")}</th>
            <th scope="col">{t("booking.call.col.time")}</th>
            <th scope="col">{t("booking.call.col.phone")}</th>
            <th scope="col">{t("booking.call.col.written")}</th>
            {onLink && (
              <th scope="col" className="no-print">
                {t("booking.call.col.link")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.bookingId}>
              <th scope="row">
                {row.fullName}
                {row.unit.id !== unitId && <span className="soft call-unit">{row.unit.name}</span>}
              </th>
              <td data-label={t("booking.call.col.time")} className="figure">
                {clockOf(row.startsAt)}
              </td>
              <td data-label={t("booking.call.col.phone")}>
                {row.phone === null ? (
                  <span className="soft">{t("booking.call.no-phone")}</span>
                ) : (
                  <a
                    className="call-phone figure"
                    href={`tel:${row.phone}`}
                    aria-label={t("booking.call.call", { name: row.fullName, phone: row.phone })}
                  >
                    {row.phone}
                  </a>
                )}
              </td>
              <td data-label={t("booking.call.col.written")}>
                {t(row.written ? "booking.call.written" : "booking.call.not-written")}
              </td>
              {onLink && (
                <td className="no-print">
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={t("booking.call.link-of", { name: row.fullName })}
                    onClick={() => onLink(row)}
                  >
                    {t("booking.call.col.link")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
