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
import { getPlaces, holdPlace, listBookings, releasePlace } from "../contract.ts";
import type { BookingRow } from "../schema.ts";
import { BookingItem } from "./booking-item.tsx";
import { RenewLink } from "./renew-link.tsx";

interface MyPlacesProps {
  readonly drive: DriveView;
  readonly unitId: string;
}

export function MyPlaces({ drive, unitId }: MyPlacesProps) {
  const t = useT();
  const tell = useNotice();
  const [asked, setAsked] = useState<BookingRow>();
  const bookings = useReadPages(listBookings, { params: { unitId, driveId: drive.id } });
  const invalidates = [getPlaces, listBookings];
  const hold = useWrite(holdPlace, { invalidates });
  const release = useWrite(releasePlace, { invalidates });
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
      <ProblemNote problem={release.problem ?? hold.problem} />
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
                    onLink={() => setAsked(row)}
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
      {asked && (
        <RenewLink drive={drive} unitId={unitId} booking={asked} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}
