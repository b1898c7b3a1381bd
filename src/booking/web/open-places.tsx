// A drive that is not open yet: once approved its host opens it; everybody else is told to wait.
import { Button, Title } from "@mantine/core";
import { getDrive, listDrives } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
import { clockOf } from "../../drive/web/words.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { getPlaces, openPlaces } from "../contract.ts";

export function OpenPlaces({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const tell = useNotice();
  const open = useWrite(openPlaces, {
    invalidates: [getDrive, listDrives, getPlaces],
    onDone: () => tell({ text: t("booking.opened") }),
  });
  const may = drive.allowedActions.includes("booking.open");
  return (
    <>
      {drive.state === "approved" && (
        <p className="note note-plain">
          <Icon name="clock" />
          {t(may ? "booking.open-lead" : "booking.not-open-yet")}
        </p>
      )}
      <section className="card">
        <Title order={2} size="h3">
          {t("booking.places")}
        </Title>
        <p>
          {t("drive.plan.preview-total", {
            places: drive.slots.reduce((sum, { capacity }) => sum + capacity, 0),
            slots: drive.slots.length,
          })}
        </p>
        <ul className="slot-chips">
          {[...drive.slots]
            .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
            .map(({ id, startsAt, capacity }) => (
              <li key={id}>{t("booking.slot-capacity", { time: clockOf(startsAt), places: capacity })}</li>
            ))}
        </ul>
      </section>
      <ProblemNote problem={open.problem} />
      {may && (
        <div className="act-bar no-print">
          <Button loading={open.busy} onClick={() => void open.run({ params: { driveId: drive.id } })}>
            {t("booking.open")}
          </Button>
        </div>
      )}
    </>
  );
}
