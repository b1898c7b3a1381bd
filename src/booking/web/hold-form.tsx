// The two questions of a hold, person and slot. The slot stands in the address, so that a board can lead here.
import { Button, Title } from "@mantine/core";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { DriveView } from "../../drive/schema.ts";
import { clockOf } from "../../drive/web/words.ts";
import type { PersonRow } from "../../person/schema.ts";
import { newId } from "../../platform/pure/ids.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote, Shown } from "../../platform/ui/states.tsx";
import { getPlaces, holdPlace, listBookings } from "../contract.ts";
import type { SlotPlaces } from "../schema.ts";
import { freeIn } from "./free-places.ts";
import { PersonPicker } from "./person-picker.tsx";
import { FullAdvice } from "./places-board.tsx";

export interface Held {
  readonly name: string;
  readonly startsAt: string;
  readonly link: string;
  readonly until: string;
}

interface HoldFormProps {
  readonly drive: DriveView;
  readonly unitId: string;
  readonly onHeld: (held: Held) => void;
}

/** The slot in the address of this page. */
export const SLOT = "khung";

export function HoldForm({ drive, unitId, onHeld }: HoldFormProps) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const slotId = search.get(SLOT) ?? "";
  const [id, setId] = useState(newId);
  const [person, setPerson] = useState<PersonRow>();
  const places = useRead(getPlaces, { params: { driveId: drive.id } });
  const slots = [...(places.data?.slots ?? [])].sort(
    (a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
  const slot = slots.find((one) => one.slotId === slotId);
  const hold = useWrite(holdPlace, {
    invalidates: [getPlaces, listBookings],
    onDone: ({ link, heldUntil }) => {
      setId(newId());
      if (person && slot) onHeld({ name: person.fullName, startsAt: slot.startsAt, link, until: heldUntil });
    },
    onProblem: () => void places.refetch(),
  });
  const ready = person !== undefined && slot !== undefined && freeIn(slot) > 0;
  const submit = (): void => {
    if (!ready) return;
    void hold.run({
      params: { unitId, driveId: drive.id },
      body: { id, personId: person.id, slotId: slot.slotId },
    });
  };
  const choose = (chosen: string): void => {
    hold.clear();
    // At once: a choice that waits for a transition would jump back under the thumb.
    setSearch({ [SLOT]: chosen }, { replace: true, preventScrollReset: true, flushSync: true });
  };
  return (
    <>
      <section className="card hold-part">
        <Title order={2} size="h3">
          {t("booking.hold-who")}
        </Title>
        <PersonPicker
          unitId={unitId}
          picked={person}
          onPick={(picked) => {
            hold.clear();
            setPerson(picked);
          }}
        />
      </section>
      <section className="card hold-part">
        <Title order={2} size="h3" id="hold-when">
          {t("booking.hold-when")}
        </Title>
        <Shown read={places} rows={2}>
          {() => <SlotChoice slots={slots} chosen={slotId} onChoose={choose} />}
        </Shown>
        <div role="status">
          <FullAdvice slots={slots} slotId={slotId} hrefOf={(near) => `?${SLOT}=${near}`} />
        </div>
      </section>
      <ProblemNote problem={hold.problem} onRetry={submit} />
      <div className="act-bar">
        <Button loading={hold.busy} disabled={!ready} onClick={submit}>
          {ready ? t("booking.hold-submit", { time: clockOf(slot.startsAt) }) : t("booking.hold-pick-first")}
        </Button>
      </div>
    </>
  );
}

interface SlotChoiceProps {
  readonly slots: readonly SlotPlaces[];
  readonly chosen: string;
  readonly onChoose: (slotId: string) => void;
}

function SlotChoice({ slots, chosen, onChoose }: SlotChoiceProps) {
  const t = useT();
  return (
    <div className="slot-choice" role="radiogroup" aria-labelledby="hold-when">
      {slots.map((slot) => {
        const free = freeIn(slot);
        return (
          <label key={slot.slotId} className={free === 0 ? "slot-full" : undefined}>
            <input
              type="radio"
              name="slot"
              checked={chosen === slot.slotId}
              onChange={() => onChoose(slot.slotId)}
            />
            <strong>{clockOf(slot.startsAt)}</strong>
            <span>{free > 0 ? t("booking.free", { free }) : t("booking.full")}</span>
          </label>
        );
      })}
    </div>
  );
}
