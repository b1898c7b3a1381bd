// Moving a drive to another day or place, or cancelling it: what will follow is said before the button.
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { getDrive } from "../../../drive/contract.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { DriveFacts } from "../../../drive/web/drive-facts.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { getBoard } from "../../contract/board.ts";
import { getPlaces } from "../../contract.ts";
import type { BoardView } from "../../schema/board.ts";
import { drivePath } from "../paths.ts";
import { CancelForm } from "./cancel-form.tsx";
import { MoveForm } from "./move-form.tsx";

export function ChangePage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const board = useRead(getBoard, { params: { driveId } });
  return (
    <Page
      title={t("booking.change.title")}
      lead={drive.data?.name}
      back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
    >
      <Shown read={drive}>
        {(found) => (
          <div className="stack">
            <DriveFacts drive={found} />
            <Shown read={board} rows={3}>
              {(shown) => <Change drive={found} board={shown} unitId={placeId} />}
            </Shown>
          </div>
        )}
      </Shown>
    </Page>
  );
}

interface ChangeProps {
  readonly drive: DriveView;
  readonly board: BoardView;
  readonly unitId: string;
}

function Change({ drive, board, unitId }: ChangeProps) {
  const t = useT();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<"move" | "cancel">();
  const places = useRead(getPlaces, { params: { driveId: drive.id } });
  const may = (["move", "cancel"] as const).filter((what) =>
    board.allowedActions.includes(`booking.${what}-drive`),
  );
  const shown = chosen ?? may[0];
  const done = (): void => void navigate(drivePath(unitId, drive.id));
  if (shown === undefined) {
    return (
      <p className="note">
        <Icon name="alarm" />
        {t("booking.change.none")}
      </p>
    );
  }
  return (
    <>
      {may.length > 1 && (
        <SegmentedControl
          aria-label={t("booking.change.what")}
          value={shown}
          onChange={(value) => setChosen(value === "cancel" ? "cancel" : "move")}
          data={may.map((what) => ({ value: what, label: t(`booking.change.${what}`) }))}
        />
      )}
      <Shown read={places} rows={2}>
        {({ totals, slots }) =>
          shown === "move" ? (
            <MoveForm drive={drive} totals={totals} slots={slots} onDone={done} />
          ) : (
            <CancelForm drive={drive} totals={totals} onDone={done} />
          )
        }
      </Shown>
    </>
  );
}
