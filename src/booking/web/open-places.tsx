// A planned drive: the host opens it; everybody else is told to wait.
import { Button } from "@mantine/core";
import { getDrive, listDrives } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
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
      <p className="note note-plain">
        <Icon name="clock" />
        {t(may ? "booking.open-lead" : "booking.not-open-yet")}
      </p>
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
