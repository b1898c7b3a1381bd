// Another time for a member's place: the old one is given back only when there is a new one.
import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead, type Write } from "../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../platform/ui/states.tsx";
import type { movePlace } from "../contract/changes.ts";
import { getUnitPlaces } from "../contract/unit-places.ts";
import type { BookingRow } from "../schema.ts";
import { SlotChoice } from "./slot-choice.tsx";

interface PlaceMoveProps {
  readonly driveId: string;
  readonly unitId: string;
  readonly booking: BookingRow;
  readonly write: Write<typeof movePlace>;
  readonly onMove: (slotId: string, to: string) => void;
  readonly onClose: () => void;
}

export function PlaceMove({ driveId, unitId, booking, write, onMove, onClose }: PlaceMoveProps) {
  const t = useT();
  const [slotId, setSlotId] = useState("");
  const places = useRead(getUnitPlaces, { params: { unitId, driveId } });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("booking.place.move-title", { name: booking.fullName })}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <div className="form">
        <p>{t("booking.place.move-now", { time: clockOf(booking.startsAt) })}</p>
        <Shown read={places} rows={2}>
          {({ slots }) => {
            const others = slots.filter((slot) => slot.slotId !== booking.slotId);
            const chosen = others.find((slot) => slot.slotId === slotId);
            return (
              <>
                <h3 id="move-when">{t("booking.place.move-when")}</h3>
                <SlotChoice slots={others} chosen={slotId} onChoose={setSlotId} labelledBy="move-when" />
                {others.every(({ free }) => free === 0) && (
                  <p className="soft">{t("booking.place.move-none")}</p>
                )}
                <ProblemNote problem={write.problem} />
                <Button
                  loading={write.busy}
                  disabled={chosen === undefined || chosen.free === 0}
                  onClick={() => chosen && onMove(chosen.slotId, clockOf(chosen.startsAt))}
                >
                  {chosen
                    ? t("booking.place.move-do", { time: clockOf(chosen.startsAt) })
                    : t("booking.place.move-pick")}
                </Button>
              </>
            );
          }}
        </Shown>
      </div>
    </Modal>
  );
}
