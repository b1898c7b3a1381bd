// How many a slot takes, and how many of these are for people who come unbooked.
import { Button, Modal, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { clockOf } from "../../../drive/web/words.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { setSlot } from "../../contract/board.ts";
import { type BoardSlot, SlotEntry } from "../../schema/board.ts";
import { PLACES_CHANGED } from "../reads.ts";

interface SlotFormProps {
  readonly driveId: string;
  readonly slot: BoardSlot;
  readonly onClose: () => void;
}

export function SlotForm({ driveId, slot, onClose }: SlotFormProps) {
  const t = useT();
  const tell = useNotice();
  const time = clockOf(slot.startsAt);
  const [capacity, setCapacity] = useState<number | string>(slot.capacity);
  const [walkIn, setWalkIn] = useState<number | string>(slot.walkIn);
  const entry = SlotEntry.safeParse({ capacity, walkIn });
  const save = useWrite(setSlot, {
    invalidates: PLACES_CHANGED,
    onDone: (_, { body }) => {
      tell({ text: t("booking.board.slot-saved", { time, ...body }) });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (entry.success) void save.run({ params: { driveId, slotId: slot.slotId }, body: entry.data });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("booking.board.slot-title", { time })}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <form onSubmit={submit} noValidate className="form">
        <NumberInput
          data-autofocus
          label={t("booking.board.slot-capacity")}
          description={t("booking.board.slot-capacity-help", { least: slot.booked + slot.kept })}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          value={capacity}
          onChange={setCapacity}
        />
        <NumberInput
          label={t("booking.board.slot-walk-in")}
          min={0}
          max={1000}
          allowDecimal={false}
          hideControls
          value={walkIn}
          onChange={setWalkIn}
        />
        <ProblemNote problem={save.problem} />
        <Button type="submit" loading={save.busy} disabled={!entry.success}>
          {t("booking.board.slot-save")}
        </Button>
      </form>
    </Modal>
  );
}
