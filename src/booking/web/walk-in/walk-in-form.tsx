// Somebody who came unbooked, as they wrote it on the sheet they signed.
import { Button, Checkbox, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { DriveView } from "../../../drive/schema.ts";
import { clockOf } from "../../../drive/web/words.ts";
import type { AnyContract } from "../../../platform/contract/contract.ts";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { searchKey } from "../../../platform/pure/text-vi.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { bookWalkIn } from "../../contract/walk-in.ts";
import { PlaceRelation } from "../../schema/self.ts";
import { WalkInEntry } from "../../schema/walk-in.ts";
import type { BookingSummary } from "../../schema.ts";
import { FindUnion } from "../find-union.tsx";
import { PLACES_CHANGED } from "../reads.ts";

/** Somebody on the list: enough to see that it may be the very person. */
export interface Listed {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly unit: Pick<UnitRef, "shortName">;
}

interface WalkInFormProps {
  readonly drive: DriveView;
  readonly places: BookingSummary;
  readonly listed?: readonly Listed[];
  readonly invalidates?: readonly AnyContract[];
  readonly onAdded?: (bookingId: string) => void;
  readonly onClose: () => void;
}

const BLANK = { fullName: "", birthDate: "", sex: "", phone: "", relation: "", signed: false };

export function WalkInForm({ drive, places, listed = [], invalidates = [], ...on }: WalkInFormProps) {
  const t = useT();
  const tell = useNotice();
  const [ids] = useState(() => ({ id: newId(), personId: newId() }));
  const [fields, setFields] = useState(BLANK);
  const [unit, setUnit] = useState<Pick<UnitRef, "id" | "name">>();
  const [slotId, setSlotId] = useState(places.walkInSlotId ?? "");
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof BLANK>): void => setFields((before) => ({ ...before, ...change }));
  const { fullName, birthDate, sex, phone, relation, signed } = fields;
  const outside = relation === "outside";
  const entry = WalkInEntry.safeParse({
    ...ids,
    slotId,
    fullName,
    birthDate,
    sex,
    phone,
    relation,
    unitId: outside ? null : unit?.id,
  });
  const wrong = (field: string): boolean =>
    tried && (entry.error?.issues.some(({ path }) => path[0] === field) ?? false);
  const known = listed.find(
    (one) =>
      one.birthYear === Number(birthDate.slice(0, 4)) && searchKey(one.fullName) === searchKey(fullName),
  );
  const save = useWrite(bookWalkIn, {
    invalidates: [...PLACES_CHANGED, ...invalidates],
    onDone: ({ id }) => {
      const slot = places.slots.find((one) => one.slotId === slotId);
      const time = slot === undefined ? "" : clockOf(slot.startsAt);
      tell({ text: t("booking.walk-in.saved", { name: fullName.trim(), time }) });
      on.onAdded?.(id);
      on.onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const form = event.currentTarget;
    // What is wrong is marked only after this render.
    setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    // As it was typed: what is read twice must still read the same.
    if (entry.success && signed)
      void save.run({ params: { driveId: drive.id }, body: { ...entry.data, phone } });
  };
  return (
    <Modal
      opened
      onClose={on.onClose}
      closeOnClickOutside={false}
      title={t("booking.walk-in.title")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
    >
      <form onSubmit={submit} noValidate className="form">
        <TextInput
          data-autofocus
          label={t("booking.walk-in.name")}
          value={fullName}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => set({ fullName: event.currentTarget.value })}
          error={wrong("fullName") ? t("booking.walk-in.name-empty") : undefined}
        />
        <DayInput
          label={t("booking.walk-in.birth")}
          value={birthDate}
          onChange={(day) => set({ birthDate: day })}
          error={wrong("birthDate") ? t("booking.walk-in.birth-empty") : undefined}
        />
        {known !== undefined && (
          <p className="note" role="status">
            <Icon name="alarm" />
            {t("booking.walk-in.known", {
              name: known.fullName,
              year: String(known.birthYear),
              unit: known.unit.shortName,
            })}
          </p>
        )}
        <NativeSelect
          label={t("booking.walk-in.sex")}
          value={sex}
          onChange={(event) => set({ sex: event.currentTarget.value })}
          error={wrong("sex") ? t("booking.walk-in.sex-empty") : undefined}
          data={[
            ...(sex === "" ? [{ value: "", label: "" }] : []),
            { value: "female", label: t("booking.walk-in.female") },
            { value: "male", label: t("booking.walk-in.male") },
          ]}
        />
        <TextInput
          type="tel"
          label={t("booking.walk-in.phone")}
          value={phone}
          autoComplete="off"
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={wrong("phone") ? t("booking.walk-in.phone-wrong") : undefined}
        />
        <NativeSelect
          label={t("booking.walk-in.relation")}
          value={relation}
          onChange={(event) => set({ relation: event.currentTarget.value })}
          error={tried && relation === "" ? t("booking.walk-in.relation-empty") : undefined}
          data={[
            ...(relation === "" ? [{ value: "", label: "" }] : []),
            ...PlaceRelation.options.map((value) => ({
              value,
              label: t(`booking.walk-in.relation.${value}`),
            })),
          ]}
        />
        {relation !== "" && !outside && unit === undefined && (
          <FindUnion
            hostId={drive.host.id}
            label={t("booking.walk-in.unit")}
            onChoose={setUnit}
            missing={tried}
          />
        )}
        {relation !== "" && !outside && unit !== undefined && (
          <div className="person person-picked">
            <Icon name="check" />
            <strong className="person-words">{unit.name}</strong>
            <Button variant="default" size="sm" onClick={() => setUnit(undefined)}>
              {t("booking.walk-in.unit-change")}
            </Button>
          </div>
        )}
        <NativeSelect
          label={t("booking.walk-in.slot")}
          description={t("booking.walk-in.slot-now")}
          value={slotId}
          onChange={(event) => setSlotId(event.currentTarget.value)}
          error={wrong("slotId") ? t("booking.walk-in.slot-empty") : undefined}
          data={[
            ...(slotId === "" ? [{ value: "", label: "" }] : []),
            ...places.slots.map((slot) => ({
              value: slot.slotId,
              label: t(slot.walkIns > 0 ? "booking.walk-in.slot-free" : "booking.walk-in.slot-full", {
                time: clockOf(slot.startsAt),
                free: slot.walkIns,
              }),
            })),
          ]}
        />
        <Checkbox
          size="md"
          label={t("booking.walk-in.signed")}
          description={t("booking.walk-in.signed-help")}
          checked={signed}
          onChange={(event) => set({ signed: event.currentTarget.checked })}
          error={tried && !signed ? t("booking.walk-in.signed-empty") : undefined}
        />
        <ProblemNote problem={save.problem} />
        <Button type="submit" loading={save.busy}>
          {t("booking.walk-in.save")}
        </Button>
      </form>
    </Modal>
  );
}
