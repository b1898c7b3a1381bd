// Two members of a union exchange their times at once.
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { LoadMore, ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { swapPlaces } from "../contract/changes.ts";
import { listBookings } from "../contract.ts";
import type { BookingRow } from "../schema.ts";
import { PLACES_CHANGED } from "./reads.ts";

interface PlaceSwapProps {
  readonly driveId: string;
  readonly unitId: string;
  readonly booking: BookingRow;
  readonly onClose: () => void;
}

export function PlaceSwap({ driveId, unitId, booking, onClose }: PlaceSwapProps) {
  const t = useT();
  const tell = useNotice();
  const [withId, setWithId] = useState("");
  const bookings = useReadPages(listBookings, { params: { unitId, driveId } });
  const time = clockOf(booking.startsAt);
  const others = bookings.items?.filter(({ slotId }) => slotId !== booking.slotId);
  const other = others?.find(({ id }) => id === withId);
  const swap = useWrite(swapPlaces, {
    invalidates: PLACES_CHANGED,
    onDone: () => {
      if (other) {
        const words = { name: booking.fullName, other: other.fullName };
        tell({
          text: `${t("booking.place.swapped", { ...words, from: time, to: clockOf(other.startsAt) })} ${t("booking.place.tell-them")}`,
        });
      }
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("booking.place.swap-title", { name: booking.fullName })}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <div className="form">
        <p>{t("booking.place.swap-lead", { name: booking.fullName, time })}</p>
        <Shown read={{ data: others, error: bookings.error, refetch: bookings.retry }} rows={3}>
          {(rows) =>
            rows.length === 0 && !bookings.hasMore ? (
              <p className="soft">{t("booking.place.swap-none")}</p>
            ) : (
              <fieldset className="swap-choice">
                <legend className="visually-hidden">{t("booking.place.swap-pick")}</legend>
                {rows.map((row) => (
                  <label key={row.id}>
                    <input
                      type="radio"
                      name="swap"
                      checked={row.id === withId}
                      onChange={() => setWithId(row.id)}
                    />
                    <strong className="figure">{clockOf(row.startsAt)}</strong>
                    <span>{row.fullName}</span>
                  </label>
                ))}
                <LoadMore pages={bookings} />
              </fieldset>
            )
          }
        </Shown>
        <ProblemNote problem={swap.problem} />
        <Button
          loading={swap.busy}
          disabled={other === undefined}
          onClick={() => void swap.run({ params: { unitId, bookingId: booking.id }, body: { withId } })}
        >
          {other
            ? t("booking.place.swap-do", { time, other: clockOf(other.startsAt), name: other.fullName })
            : t("booking.place.swap-pick")}
        </Button>
      </div>
    </Modal>
  );
}
