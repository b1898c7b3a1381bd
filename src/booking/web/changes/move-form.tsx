// A drive's new day, first hour and place. People keep their places and are asked anew.
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { instantAt, wallTimeIn } from "../../../drive/rules/slots.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { TimeInput } from "../../../drive/web/time-input.tsx";
import { clockOf } from "../../../drive/web/words.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { moveDriveDay } from "../../contract/changes.ts";
import type { BookingSummary, SlotPlaces } from "../../schema.ts";
import { DRIVE_CHANGED } from "../reads.ts";
import { After } from "./after.tsx";
import { NO_REASON, ReasonFields } from "./reason-fields.tsx";

interface MoveFormProps {
  readonly drive: DriveView;
  readonly totals: BookingSummary["totals"];
  readonly slots: readonly SlotPlaces[];
  readonly onDone: () => void;
}

export function MoveForm({ drive, totals, slots, onDone }: MoveFormProps) {
  const t = useT();
  const tell = useNotice();
  // One id for one intention: pressed again after a lost answer, it is the same move.
  const [id] = useState(newId);
  const starts = slots.map(({ startsAt }) => startsAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [starts[0], starts.at(-1)];
  const [day, setDay] = useState(drive.day);
  const [firstAt, setFirstAt] = useState(first === undefined ? "" : clockOf(first));
  const [place, setPlace] = useState(drive.place);
  const [why, setWhy] = useState(NO_REASON);
  const [tried, setTried] = useState(false);
  const same =
    day === drive.day && place.trim() === drive.place && first !== undefined && firstAt === clockOf(first);
  const move = useWrite(moveDriveDay, {
    invalidates: DRIVE_CHANGED,
    onDone: ({ asked }) => {
      tell({ text: t("booking.change.moved", { asked }) });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (same || day === "" || firstAt === "" || place.trim() === "" || why.reason === undefined) return;
    void move.run({
      params: { driveId: drive.id },
      body: { id, day, firstAt, place, reason: why.reason, note: why.note },
    });
  };
  const hours =
    first !== undefined && last !== undefined && day !== "" && firstAt !== "" && firstAt !== clockOf(first)
      ? {
          first: clockOf(first),
          newFirst: firstAt,
          last: clockOf(last),
          newLast: wallTimeIn(
            new Date(
              Date.parse(instantAt(day, firstAt)) + Date.parse(last) - Date.parse(first),
            ).toISOString(),
          ),
        }
      : undefined;
  return (
    <form className="change-form" onSubmit={submit} noValidate>
      <div className="form">
        <div className="form-pair">
          <DayInput
            label={t("booking.change.day")}
            value={day}
            onChange={setDay}
            error={tried && day === "" ? t("booking.change.day-empty") : undefined}
          />
          <TimeInput label={t("booking.change.first-at")} value={firstAt} onChange={setFirstAt} />
        </div>
        {tried && firstAt === "" && <p className="field-error">{t("booking.change.time-empty")}</p>}
        <TextInput
          label={t("booking.change.place")}
          value={place}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setPlace(event.currentTarget.value)}
          error={tried && place.trim() === "" ? t("booking.change.place-empty") : undefined}
        />
        <ReasonFields value={why} onChange={setWhy} tried={tried} />
      </div>
      <After
        lines={[
          ...(hours ? [t("booking.change.hours", hours)] : []),
          ...(totals.booked > 0
            ? [
                t("booking.change.move-asked", totals),
                t("booking.change.move-keeps"),
                t("booking.change.move-runs-out"),
              ]
            : [t("booking.change.move-asked-none")]),
        ]}
      />
      <div className="form change-end">
        {tried && same && <p className="field-error">{t("booking.change.same")}</p>}
        <ProblemNote problem={move.problem} />
        <div className="act-bar">
          <Button type="submit" loading={move.busy}>
            {totals.booked > 0 ? t("booking.change.move-do", totals) : t("booking.change.move-do-none")}
          </Button>
        </div>
      </div>
    </form>
  );
}
