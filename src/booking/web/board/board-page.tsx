// The host's board of a drive: what each slot holds, what is kept for which union, the cap, and who waits.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { getDrive } from "../../../drive/contract.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { dayWords } from "../../../drive/web/words.ts";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { Shown } from "../../../platform/ui/states.tsx";
import { useToday } from "../../../platform/ui/today.tsx";
import { getBoard } from "../../contract/board.ts";
import type { BoardSlot, BoardView } from "../../schema/board.ts";
import { changePath, drivePath } from "../paths.ts";
import { CapCard } from "./cap-card.tsx";
import { PARTS, partsOf, sumOf } from "./figures.ts";
import { Reserves } from "./reserves.tsx";
import { SlotForm } from "./slot-form.tsx";
import { SlotTable } from "./slot-table.tsx";
import { WaitingWords } from "./waiting-words.tsx";

export function BoardPage() {
  const t = useT();
  const { placeId } = useActing();
  const today = useToday();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const board = useRead(getBoard, { params: { driveId } });
  return (
    <Page
      title={t("booking.board.title")}
      lead={drive.data && dayWords(t, drive.data.day, today)}
      back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
      printable
    >
      <Shown read={drive}>
        {(found) => (
          <div className="stack">
            <Shown read={board} rows={5}>
              {(shown) => (
                <Board drive={found} board={shown} unitId={placeId} onStale={() => void board.refetch()} />
              )}
            </Shown>
          </div>
        )}
      </Shown>
    </Page>
  );
}

interface BoardProps {
  readonly drive: DriveView;
  readonly board: BoardView;
  readonly unitId: string;
  readonly onStale: () => void;
}

function Board({ drive, board, unitId, onStale }: BoardProps) {
  const t = useT();
  const [edited, setEdited] = useState<BoardSlot>();
  const sum = sumOf(board.slots);
  const parts = partsOf(sum);
  const may = (action: string): boolean => board.allowedActions.includes(action);
  return (
    <>
      <p className="board-sentence">
        {t("booking.board.sentence", {
          capacity: sum.capacity,
          parts: PARTS.filter((part) => parts[part] > 0)
            .map((part) => `${formatCount(parts[part])} ${t(`booking.board.part.${part}`)}`)
            .join(" · "),
        })}{" "}
        <WaitingWords waiting={board.waiting} />
      </p>
      {board.allowedActions.length === 0 && (
        <p className="note note-plain">
          <Icon name="clock" />
          {t("booking.board.not-open")}
        </p>
      )}
      <section className="card" aria-labelledby="board-slots">
        <h2 className="section-head" id="board-slots">
          {t("booking.board.slots")}
        </h2>
        <SlotTable slots={board.slots} onEdit={may("booking.set-slot") ? setEdited : undefined} />
      </section>
      <Reserves
        board={board}
        hostId={drive.host.id}
        driveDay={drive.day}
        campaignId={drive.campaignId}
        onStale={onStale}
      />
      <CapCard board={board} />
      {(may("booking.move-drive") || may("booking.cancel-drive")) && (
        <div className="button-row no-print">
          <Button
            variant="default"
            component={Link}
            to={changePath(unitId, drive.id)}
            leftSection={<Icon name="drive" />}
          >
            {t("booking.change.link")}
          </Button>
        </div>
      )}
      {edited && <SlotForm driveId={drive.id} slot={edited} onClose={() => setEdited(undefined)} />}
    </>
  );
}
