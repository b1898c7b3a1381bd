// Places kept for units: a grid of units and slots with its sums; each cell is changed where it stands.
import { Button } from "@mantine/core";
import { useState } from "react";
import { clockOf } from "../../../drive/web/words.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { Count } from "../../../platform/ui/figures.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { BoardSlot, BoardView, ReserveRow } from "../../schema/board.ts";
import { linesOf, type ReserveLine } from "./figures.ts";
import { ReserveForm } from "./reserve-form.tsx";
import { ShareForm } from "./share-form.tsx";

interface ReservesProps {
  readonly board: BoardView;
  readonly hostId: string;
  readonly driveDay: string;
  readonly campaignId: string;
  /** Something on the board is no longer as shown. */
  readonly onStale: () => void;
}

interface Edited {
  readonly row?: ReserveRow;
  readonly unit?: UnitRef;
  readonly slotId?: string;
}

export function Reserves({ board, hostId, driveDay, campaignId, onStale }: ReservesProps) {
  const t = useT();
  const [edited, setEdited] = useState<Edited>();
  const lines = linesOf(board.reserves);
  const released = board.reserves.filter(({ state }) => state === "released").length;
  const may = board.allowedActions.includes("booking.set-reserve");
  return (
    <section className="card" aria-labelledby="board-reserves">
      <h2 className="section-head" id="board-reserves">
        {t("booking.board.reserves")}
      </h2>
      <p className="soft">{t("booking.board.reserves-lead")}</p>
      {lines.length === 0 ? (
        <p className="board-none">{t("booking.board.reserves-none")}</p>
      ) : (
        <Grid slots={board.slots} lines={lines} onEdit={may ? setEdited : undefined} />
      )}
      {released > 0 && <p className="soft">{t("booking.board.reserve-released", { count: released })}</p>}
      {may && (
        <>
          <div className="button-row no-print board-acts">
            <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setEdited({})}>
              {t("booking.board.reserve-add")}
            </Button>
          </div>
          <ShareForm
            board={board}
            hostId={hostId}
            driveDay={driveDay}
            campaignId={campaignId}
            onStale={onStale}
          />
        </>
      )}
      {edited && (
        <ReserveForm
          board={board}
          hostId={hostId}
          driveDay={driveDay}
          {...edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

interface GridProps {
  readonly slots: readonly BoardSlot[];
  readonly lines: readonly ReserveLine[];
  readonly onEdit: ((edited: Edited) => void) | undefined;
}

function Grid({ slots, lines, onEdit }: GridProps) {
  const t = useT();
  const keptAt = (slotId: string): number =>
    lines.reduce((sum, { cells }) => sum + (cells.get(slotId)?.places ?? 0), 0);
  return (
    <div className="table-place">
      <table className="table card-table reserve-grid">
        {onEdit && <caption className="no-print">{t("booking.board.reserve-legend")}</caption>}
        <thead>
          <tr>
            <th scope="col">{t("booking.board.reserve-unit")}</th>
            {slots.map(({ slotId, startsAt }) => (
              <th scope="col" key={slotId} className="number">
                {clockOf(startsAt)}
              </th>
            ))}
            <th scope="col" className="number">
              {t("booking.board.reserve-sum")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.unit.id}>
              <th scope="row">{line.unit.name}</th>
              {slots.map((slot) => (
                <td
                  key={slot.slotId}
                  className={`number${line.cells.has(slot.slotId) ? "" : " says-nothing"}`}
                  data-label={clockOf(slot.startsAt)}
                >
                  <Cell t={t} line={line} slot={slot} onEdit={onEdit} />
                </td>
              ))}
              <td className="number" data-label={t("booking.board.reserve-sum")}>
                <strong>{t("booking.board.reserve-cell", { used: line.used, places: line.places })}</strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("booking.board.reserve-sum")}</th>
            {slots.map(({ slotId, startsAt }) => (
              <td
                key={slotId}
                className={`number${keptAt(slotId) === 0 ? " says-nothing" : ""}`}
                data-label={clockOf(startsAt)}
              >
                <Count value={keptAt(slotId)} />
              </td>
            ))}
            <td className="number" data-label={t("booking.board.reserve-sum")}>
              <Count value={lines.reduce((sum, { places }) => sum + places, 0)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface CellProps {
  readonly t: T;
  readonly line: ReserveLine;
  readonly slot: BoardSlot;
  readonly onEdit: GridProps["onEdit"];
}

function Cell({ t, line, slot, onEdit }: CellProps) {
  const row = line.cells.get(slot.slotId);
  const words = { unit: line.unit.name, time: clockOf(slot.startsAt) };
  if (row === undefined) {
    return onEdit && slot.free > 0 ? (
      <button
        type="button"
        className="reserve-cell reserve-cell-none no-print"
        aria-label={t("booking.board.reserve-add-at", words)}
        onClick={() => onEdit({ unit: line.unit, slotId: slot.slotId })}
      >
        <Icon name="plus" size={16} />
      </button>
    ) : null;
  }
  const figures = { used: row.used, places: row.places };
  if (!onEdit || row.allowedActions.length === 0) return t("booking.board.reserve-cell", figures);
  return (
    <button
      type="button"
      className="reserve-cell"
      aria-label={t("booking.board.reserve-cell-of", { ...words, ...figures })}
      onClick={() => onEdit({ row, unit: line.unit, slotId: slot.slotId })}
    >
      {t("booking.board.reserve-cell", figures)}
    </button>
  );
}
