// Keeps places of one slot for one union, changes how many, or opens what is unused to everybody.
import { Button, Modal, NativeSelect, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { clockOf } from "../../../drive/web/words.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { releaseReserve, setReserve } from "../../contract/board.ts";
import type { BoardView, ReserveRow } from "../../schema/board.ts";
import { FindUnion } from "../find-union.tsx";
import { PLACES_CHANGED } from "../reads.ts";
import { CutOffInput, instantOf, useCutOff } from "./cut-off.tsx";

interface ReserveFormProps {
  readonly board: BoardView;
  readonly hostId: string;
  readonly driveDay: string;
  /** The reserve to change; absent: a new one. */
  readonly row?: ReserveRow;
  readonly unit?: UnitRef;
  readonly slotId?: string;
  readonly onClose: () => void;
}

export function ReserveForm({ board, hostId, driveDay, row, onClose, ...begun }: ReserveFormProps) {
  const t = useT();
  const tell = useNotice();
  const [reserveId] = useState(() => row?.id ?? newId());
  const [unit, setUnit] = useState<Pick<UnitRef, "id" | "name"> | undefined>(begun.unit);
  const [slotId, setSlotId] = useState(begun.slotId ?? "");
  const [places, setPlaces] = useState<number | string>(row?.places ?? "");
  const [cutOff, setCutOff] = useCutOff(driveDay, row?.cutOff);
  const [tried, setTried] = useState(false);
  const slot = board.slots.find((one) => one.slotId === slotId);
  const until = instantOf(cutOff);
  const wrong = {
    unit: unit === undefined,
    slot: slot === undefined,
    places: !(Number(places) >= Math.max(1, row?.used ?? 0)),
    cutOff: until === undefined,
  };
  const save = useWrite(setReserve, {
    invalidates: PLACES_CHANGED,
    onDone: (_, { body }) => {
      tell({
        text: t("booking.board.reserve-saved", {
          places: body.places,
          time: slot ? clockOf(slot.startsAt) : "",
          unit: unit?.name ?? "",
        }),
      });
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (unit === undefined || slot === undefined || wrong.places || until === undefined) return;
    void save.run({
      params: { driveId: board.driveId, reserveId },
      body: { unitId: unit.id, slotId: slot.slotId, places: Number(places), cutOff: until },
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        unit ? t("booking.board.reserve-title", { unit: unit.name }) : t("booking.board.reserve-new-title")
      }
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <form onSubmit={submit} noValidate className="form">
        {unit === undefined && (
          <FindUnion
            hostId={hostId}
            label={t("booking.board.reserve-find")}
            onChoose={setUnit}
            missing={tried}
          />
        )}
        {unit !== undefined && begun.unit === undefined && (
          <div className="person person-picked">
            <Icon name="check" />
            <strong className="person-words">{unit.name}</strong>
            <Button variant="default" size="sm" onClick={() => setUnit(undefined)}>
              {t("booking.board.change-unit")}
            </Button>
          </div>
        )}
        <NativeSelect
          label={t("booking.board.reserve-slot")}
          value={slotId}
          disabled={row !== undefined}
          onChange={(event) => setSlotId(event.currentTarget.value)}
          error={tried && wrong.slot ? t("booking.board.empty-slot") : undefined}
          data={[
            ...(slotId === "" ? [{ value: "", label: "" }] : []),
            ...board.slots.map((one) => ({
              value: one.slotId,
              label: t("booking.board.reserve-slot-free", { time: clockOf(one.startsAt), free: one.free }),
            })),
          ]}
        />
        <NumberInput
          data-autofocus={row !== undefined || undefined}
          label={t("booking.board.reserve-places")}
          description={row && row.used > 0 ? t("booking.board.reserve-used", { used: row.used }) : undefined}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
          value={places}
          onChange={setPlaces}
          error={tried && wrong.places ? t("booking.board.empty-places") : undefined}
        />
        <CutOffInput value={cutOff} onChange={setCutOff} />
        {tried && wrong.cutOff && <p className="field-error">{t("booking.board.empty-cut-off")}</p>}
        <ProblemNote problem={save.problem} />
        <Button type="submit" loading={save.busy}>
          {t(row ? "booking.board.reserve-change" : "booking.board.reserve-save")}
        </Button>
      </form>
      {row?.allowedActions.includes("booking.release-reserve") && row.used < row.places && (
        <Release driveId={board.driveId} row={row} onDone={onClose} />
      )}
    </Modal>
  );
}

interface ReleaseProps {
  readonly driveId: string;
  readonly row: ReserveRow;
  readonly onDone: () => void;
}

/** What is opened cannot be taken back, so it is said before it is done. */
function Release({ driveId, row, onDone }: ReleaseProps) {
  const t = useT();
  const tell = useNotice();
  const unused = row.places - row.used;
  const release = useWrite(releaseReserve, {
    invalidates: PLACES_CHANGED,
    onDone: () => {
      tell({ text: t("booking.board.reserve-released-done", { places: unused, unit: row.unit.name }) });
      onDone();
    },
  });
  return (
    <details className="inner-form board-release">
      <summary>{t("booking.board.reserve-release")}</summary>
      <div className="form">
        <p>{t("booking.board.reserve-release-note", { places: unused })}</p>
        <ProblemNote problem={release.problem} />
        <Button
          variant="default"
          loading={release.busy}
          onClick={() => void release.run({ params: { driveId, reserveId: row.id } })}
        >
          {t("booking.board.reserve-release-do", { places: unused })}
        </Button>
      </div>
    </details>
  );
}
