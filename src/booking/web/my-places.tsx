// The places of a unit and the units below it: held or confirmed; a link for each, and giving back with a way to undo.
import { Title } from "@mantine/core";
import { useState } from "react";
import type { DriveView } from "../../drive/schema.ts";
import { clockOf } from "../../drive/web/words.ts";
import { newId } from "../../platform/pure/ids.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { EmptyState, LoadMore, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { movePlace } from "../contract/changes.ts";
import { holdPlace, listBookings, releasePlace } from "../contract.ts";
import type { BookingRow } from "../schema.ts";
import { BookingItem } from "./booking-item.tsx";
import { PlaceMove } from "./place-move.tsx";
import { PlaceSwap } from "./place-swap.tsx";
import { PLACES_CHANGED } from "./reads.ts";
import { RenewLink } from "./renew-link.tsx";

interface MyPlacesProps {
  readonly drive: DriveView;
  readonly unitId: string;
}

export function MyPlaces({ drive, unitId }: MyPlacesProps) {
  const t = useT();
  const tell = useNotice();
  const [asked, setAsked] = useState<{ readonly what: "link" | "move" | "swap"; readonly row: BookingRow }>();
  const bookings = useReadPages(listBookings, { params: { unitId, driveId: drive.id } });
  const changed = { invalidates: PLACES_CHANGED };
  const hold = useWrite(holdPlace, changed);
  const release = useWrite(releasePlace, changed);
  const move = useWrite(movePlace, changed);
  const close = (): void => setAsked(undefined);
  const ask = (what: "link" | "move" | "swap", row: BookingRow) => (): void => {
    move.clear();
    setAsked({ what, row });
  };
  const moveTo = async (row: BookingRow, slotId: string, to: string): Promise<void> => {
    const params = { unitId, bookingId: row.id };
    if ((await move.run({ params, body: { slotId } })) === undefined) return;
    close();
    tell({
      text: t("booking.place.moved", { name: row.fullName, from: clockOf(row.startsAt), to }),
      undo: () => void move.run({ params, body: { slotId: row.slotId } }),
    });
  };
  const holdBack = async (row: BookingRow): Promise<void> => {
    const held = await hold.run({
      params: { unitId, driveId: drive.id },
      body: { id: newId(), personId: row.personId, slotId: row.slotId },
    });
    if (held) tell({ text: t("booking.held-back", { name: row.fullName }) });
  };
  const giveBack = async (row: BookingRow): Promise<void> => {
    const done = await release.run({ params: { unitId, bookingId: row.id } });
    if (done === undefined) return;
    tell({
      text: t("booking.released", { time: clockOf(row.startsAt), name: row.fullName }),
      ...(drive.allowedActions.includes("booking.hold") && { undo: () => void holdBack(row) }),
    });
  };
  return (
    <section className="my-places">
      <Title order={2} size="h3">
        {t("booking.mine")}
      </Title>
      <ProblemNote problem={release.problem ?? hold.problem ?? (asked === undefined ? move.problem : null)} />
      <Shown read={{ data: bookings.items, error: bookings.error, refetch: bookings.retry }} rows={3}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon="people" title={t("booking.mine-empty-title")}>
              {t("booking.mine-empty")}
            </EmptyState>
          ) : (
            <>
              <ul className="bookings">
                {items.map((row) => (
                  <BookingItem
                    key={row.id}
                    row={row}
                    unitId={unitId}
                    busy={release.busy}
                    onLink={ask("link", row)}
                    onMove={ask("move", row)}
                    onSwap={ask("swap", row)}
                    onRelease={() => void giveBack(row)}
                  />
                ))}
              </ul>
              <LoadMore pages={bookings} />
              <p className="soft">{t("booking.release-all-note")}</p>
            </>
          )
        }
      </Shown>
      {asked?.what === "link" && (
        <RenewLink drive={drive} unitId={unitId} booking={asked.row} onClose={close} />
      )}
      {asked?.what === "move" && (
        <PlaceMove
          driveId={drive.id}
          unitId={unitId}
          booking={asked.row}
          write={move}
          onMove={(slotId, to) => void moveTo(asked.row, slotId, to)}
          onClose={close}
        />
      )}
      {asked?.what === "swap" && (
        <PlaceSwap driveId={drive.id} unitId={unitId} booking={asked.row} onClose={close} />
      )}
    </section>
  );
}
