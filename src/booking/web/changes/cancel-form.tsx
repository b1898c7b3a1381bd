// Cancels a drive; those with a place are told, and invited to another drive where there is one.
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { listDrives } from "../../../drive/contract.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useRead, useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { cancelDrive } from "../../contract/changes.ts";
import type { BookingSummary } from "../../schema.ts";
import { DRIVE_CHANGED } from "../reads.ts";
import { After } from "./after.tsx";
import { NO_REASON, ReasonFields } from "./reason-fields.tsx";

interface CancelFormProps {
  readonly drive: DriveView;
  readonly totals: BookingSummary["totals"];
  readonly onDone: () => void;
}

const MANY = 200;

export function CancelForm({ drive, totals, onDone }: CancelFormProps) {
  const t = useT();
  const tell = useNotice();
  const today = useToday();
  const [id] = useState(newId);
  const [why, setWhy] = useState(NO_REASON);
  const [insteadId, setInsteadId] = useState("");
  const [tried, setTried] = useState(false);
  const drives = useRead(listDrives, {
    params: { unitId: drive.host.id },
    query: { campaignId: drive.campaignId, limit: MANY },
  });
  const others = (drives.data?.items ?? [])
    .filter((one) => one.state === "open" && one.day >= today && one.id !== drive.id)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const instead = others.find((one) => one.id === insteadId);
  const cancel = useWrite(cancelDrive, {
    invalidates: DRIVE_CHANGED,
    onDone: ({ asked }) => {
      tell({ text: t("booking.change.cancelled", { asked }) });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (why.reason === undefined) return;
    void cancel.run({
      params: { driveId: drive.id },
      body: { id, reason: why.reason, note: why.note, insteadId: instead?.id ?? null },
    });
  };
  return (
    <form className="change-form" onSubmit={submit} noValidate>
      <div className="form">
        <ReasonFields value={why} onChange={setWhy} tried={tried} />
        <NativeSelect
          label={t("booking.change.instead")}
          description={t("booking.change.instead-help")}
          value={insteadId}
          onChange={(event) => setInsteadId(event.currentTarget.value)}
          data={[
            { value: "", label: t("booking.change.instead-none") },
            ...others.map(({ id: value, name, day }) => ({
              value,
              label: t("booking.change.instead-row", { name, day: formatDay(day) }),
            })),
          ]}
        />
      </div>
      <After
        lines={[
          totals.booked > 0 ? t("booking.change.cancel-told", totals) : t("booking.change.cancel-told-none"),
          ...(instead ? [t("booking.change.cancel-instead", { name: instead.name })] : []),
          t("booking.change.cancel-final"),
        ]}
      />
      <div className="form change-end">
        <ProblemNote problem={cancel.problem ?? drives.error} />
        <div className="act-bar">
          <Button type="submit" loading={cancel.busy}>
            {totals.booked > 0 ? t("booking.change.cancel-do", totals) : t("booking.change.cancel-do-none")}
          </Button>
        </div>
      </div>
    </form>
  );
}
