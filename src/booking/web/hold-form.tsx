// The two questions of a hold, person and slot. The slot stands in the address, so that a board can lead here. Where
// the slot is full, the same two answers put the person on the waiting list.
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
import { getUnitPlaces } from "../contract/unit-places.ts";
import { joinWaiting } from "../contract/waiting.ts";
import { holdPlace } from "../contract.ts";
import { PersonPicker } from "./person-picker.tsx";
import { FullAdvice } from "./places-board.tsx";
import { PLACES_CHANGED } from "./reads.ts";
import { ANY_SLOT, SlotChoice } from "./slot-choice.tsx";

/** A place that was held, or a turn on the waiting list: then `until` is null, and `startsAt` too for any slot. */
export interface Held {
  readonly name: string;
  readonly startsAt: string | null;
  readonly link: string;
  readonly until: string | null;
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
  const places = useRead(getUnitPlaces, { params: { unitId, driveId: drive.id } });
  const slots = places.data?.slots ?? [];
  const full = slots.length > 0 && slots.every(({ free }) => free === 0);
  const slot = slots.find((one) => one.slotId === slotId);
  const waits = slot === undefined ? full && slotId === ANY_SLOT : slot.free === 0;
  const done = (link: string, until: string | null): void => {
    setId(newId());
    if (person) onHeld({ name: person.fullName, startsAt: slot?.startsAt ?? null, link, until });
  };
  const after = { invalidates: PLACES_CHANGED, onProblem: () => void places.refetch() };
  const hold = useWrite(holdPlace, { ...after, onDone: ({ link, heldUntil }) => done(link, heldUntil) });
  const wait = useWrite(joinWaiting, { ...after, onDone: ({ link }) => done(link, null) });
  const ready = person !== undefined && (slot !== undefined || waits);
  const submit = (): void => {
    if (person === undefined) return;
    const params = { unitId, driveId: drive.id };
    if (waits) void wait.run({ params, body: { id, personId: person.id, slotId: slot?.slotId ?? null } });
    else if (slot) void hold.run({ params, body: { id, personId: person.id, slotId: slot.slotId } });
  };
  const forget = (): void => {
    hold.clear();
    wait.clear();
  };
  const choose = (chosen: string): void => {
    forget();
    // At once: a choice that waits for a transition would jump back under the thumb.
    setSearch({ [SLOT]: chosen }, { replace: true, preventScrollReset: true, flushSync: true });
  };
  const act = (): string => {
    if (!ready) return t("booking.hold-pick-first");
    if (slot === undefined) return t("booking.queue.join-any");
    return t(waits ? "booking.queue.join-slot" : "booking.hold-submit", { time: clockOf(slot.startsAt) });
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
            forget();
            setPerson(picked);
          }}
        />
      </section>
      <section className="card hold-part">
        <Title order={2} size="h3" id="hold-when">
          {t("booking.hold-when")}
        </Title>
        <Shown read={places} rows={2}>
          {() => (
            <>
              {full && <p className="note note-plain">{t("booking.queue.join-full")}</p>}
              <SlotChoice
                slots={slots}
                chosen={slotId}
                onChoose={choose}
                labelledBy="hold-when"
                orAny={full}
              />
            </>
          )}
        </Shown>
        <div role="status">
          {!full && <FullAdvice slots={slots} slotId={slotId} hrefOf={(near) => `?${SLOT}=${near}`} />}
        </div>
      </section>
      <ProblemNote problem={hold.problem ?? wait.problem} onRetry={submit} />
      <div className="act-bar">
        <Button loading={hold.busy || wait.busy} disabled={!ready} onClick={submit}>
          {act()}
        </Button>
      </div>
    </>
  );
}
