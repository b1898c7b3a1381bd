// The slots of a drive as bars with their figures beside: the same table on a screen, on a phone and on paper.
import { Button } from "@mantine/core";
import { clockOf } from "../../../drive/web/words.ts";
import { Count } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { BoardSlot } from "../../schema/board.ts";
import { PARTS, type Parts, partsOf, sumOf } from "./figures.ts";

interface SlotTableProps {
  readonly slots: readonly BoardSlot[];
  /** Absent where the asker may only read. */
  readonly onEdit: ((slot: BoardSlot) => void) | undefined;
}

export function SlotTable({ slots, onEdit }: SlotTableProps) {
  const t = useT();
  const sum = sumOf(slots);
  const sums = partsOf(sum);
  // A drive without an epidemic has no column for one.
  const shown = PARTS.filter((part) => part !== "shut" || sums.shut > 0);
  const most = Math.max(1, ...slots.map(({ capacity, booked }) => Math.max(capacity, booked)));
  const figures = (slot: Parameters<typeof partsOf>[0] & { waiting: number }) => {
    const parts = partsOf(slot);
    return (
      <>
        {shown.map((part) => (
          <td
            key={part}
            className={`number${parts[part] === 0 ? " says-nothing" : ""}`}
            data-label={t(`booking.board.col.${part}`)}
          >
            <Count value={parts[part]} />
          </td>
        ))}
        <td className="number" data-label={t("booking.board.col.capacity")}>
          <Count value={slot.capacity} />
        </td>
        <td
          className={`number${slot.waiting === 0 ? " says-nothing" : ""}`}
          data-label={t("booking.board.col.waiting")}
        >
          <Count value={slot.waiting} />
        </td>
      </>
    );
  };
  return (
    <>
      <ul className="board-legend" aria-hidden="true">
        {shown.map((part) => (
          <li key={part}>
            <span className={`board-part board-${part}`} />
            {t(`booking.board.part.${part}`)}
          </li>
        ))}
      </ul>
      <div className="table-place">
        <table className="table stack-table board-table">
          <thead>
            <tr>
              <th scope="col">{t("booking.board.col.time")}</th>
              <th scope="col" className="board-picture-head">
                {t("booking.board.col.picture")}
              </th>
              {shown.map((part) => (
                <th scope="col" key={part} className="number">
                  {t(`booking.board.col.${part}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t("booking.board.col.capacity")}
              </th>
              <th scope="col" className="number">
                {t("booking.board.col.waiting")}
              </th>
              {onEdit && (
                <th scope="col" className="no-print">
                  <span className="visually-hidden">{t("booking.board.slot-edit")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {slots.map((slot) => {
              const time = clockOf(slot.startsAt);
              return (
                <tr key={slot.slotId}>
                  <th scope="row" className="figure">
                    {time}
                  </th>
                  <td className="board-picture">
                    <Bar time={time} parts={partsOf(slot)} of={most} />
                  </td>
                  {figures(slot)}
                  {onEdit && (
                    <td className="no-print board-edit">
                      <Button
                        variant="default"
                        size="sm"
                        aria-label={t("booking.board.slot-edit-of", { time })}
                        onClick={() => onEdit(slot)}
                      >
                        {t("booking.board.slot-edit")}
                      </Button>
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("booking.board.col.sum")}</th>
              <td className="board-picture says-nothing" />
              {figures(sum)}
              {onEdit && <td className="no-print says-nothing" />}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

/** All bars of a board have one scale: `of` places are the whole width. */
function Bar({ time, parts, of }: { readonly time: string; readonly parts: Parts; readonly of: number }) {
  const t = useT();
  return (
    <div
      className="board-bar"
      role="img"
      aria-label={t("booking.board.picture", { time, ...parts, walkIn: parts["walk-in"] })}
    >
      {PARTS.filter((part) => parts[part] > 0).map((part) => (
        <span
          key={part}
          className={`board-part board-${part}`}
          style={{ width: `${(parts[part] / of) * 100}%` }}
        />
      ))}
    </div>
  );
}
