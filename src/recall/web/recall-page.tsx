// Mời hiến lại: how many may be asked, where the next wave would propose places, what was sent, and whom to call.
import { useState } from "react";
import { useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { getDrive } from "../../drive/contract.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { previewRecall } from "../contract.ts";
import type { RecallView } from "../schema.ts";
import { Calls } from "./calls.tsx";
import { InviteForm } from "./invite-form.tsx";
import { drivePath } from "./paths.ts";
import { Rounds } from "./rounds.tsx";
import { SpreadPicture } from "./spread-picture.tsx";

/** What is asked for before the officer has said how many. */
const FIRST_WANTED = 30;
const MOST_WANTED = 5000;

export function RecallPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const [wanted, setWanted] = useState<number | string>(FIRST_WANTED);
  const number = Number(wanted);
  const asked = Number.isInteger(number) && number >= 1 && number <= MOST_WANTED ? number : FIRST_WANTED;
  const drive = useRead(getDrive, { params: { driveId } });
  const recall = useRead(
    previewRecall,
    { params: { unitId: placeId, driveId }, query: { wanted: asked } },
    { keep: true },
  );
  return (
    <Page
      title={t("recall.title")}
      lead={drive.data ? `${drive.data.name}. ${t("recall.lead")}` : undefined}
      back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
      printable
    >
      <Shown read={recall} rows={5}>
        {(view) => (
          <div className="stack">
            {drive.data?.state === "open" ? (
              <Open view={view} unitId={placeId} wanted={wanted} onWanted={setWanted} />
            ) : (
              <p className="note note-plain">
                <Icon name="clock" />
                {t("recall.closed")}
              </p>
            )}
            <Rounds rounds={view.rounds} unitId={placeId} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

interface OpenProps {
  readonly view: RecallView;
  readonly unitId: string;
  readonly wanted: number | string;
  readonly onWanted: (wanted: number | string) => void;
}

function Open({ view, unitId, wanted, onWanted }: OpenProps) {
  const t = useT();
  const mayInvite = view.allowedActions.includes("recall.invite");
  return (
    <>
      <section className="card hold-part">
        <p className="recall-due">
          {view.due === null ? t("recall.due-few") : t("recall.due", { due: view.due })}
        </p>
        <p>{t("recall.due-who", { ...view.interval, rest: view.restDays })}</p>
        <p className="soft">{t("recall.due-why")}</p>
        <p>{view.room > 0 ? t("recall.room", { room: view.room }) : t("recall.no-room")}</p>
        {mayInvite && <InviteForm view={view} unitId={unitId} wanted={wanted} onWanted={onWanted} />}
      </section>
      <SpreadPicture slots={view.slots} />
      {(view.rounds.length > 0 || view.toCall > 0) && <Calls driveId={view.driveId} unitId={unitId} />}
    </>
  );
}
