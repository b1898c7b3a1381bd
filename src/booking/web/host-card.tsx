// On a drive's page, for its host alone: the way to the board of places, and how many wait. Nothing for anybody else.
import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { DriveView } from "../../drive/schema.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { getBoard } from "../contract/board.ts";
import { WaitingWords } from "./board/waiting-words.tsx";
import { boardPath, changePath } from "./paths.ts";

interface HostCardProps {
  readonly drive: DriveView;
  readonly unitId: string;
}

export function HostCard({ drive, unitId }: HostCardProps) {
  const t = useT();
  const ours = drive.host.id === unitId;
  const board = useRead(getBoard, { params: { driveId: drive.id } }, { enabled: ours });
  if (!ours || board.data === undefined) return null;
  const { allowedActions, waiting } = board.data;
  const mayChange = ["booking.move-drive", "booking.cancel-drive"].some((act) =>
    allowedActions.includes(act),
  );
  return (
    <section className="card host-card no-print" aria-labelledby="host-card">
      <h2 className="section-head" id="host-card">
        {t("booking.board.host")}
      </h2>
      {waiting.people > 0 && (
        <p>
          <WaitingWords waiting={waiting} />
        </p>
      )}
      <div className="button-row">
        <Button variant="default" component={Link} to={boardPath(unitId, drive.id)}>
          {t("booking.board.link")}
        </Button>
        {mayChange && (
          <Button variant="default" component={Link} to={changePath(unitId, drive.id)}>
            {t("booking.change.link")}
          </Button>
        )}
      </div>
    </section>
  );
}
