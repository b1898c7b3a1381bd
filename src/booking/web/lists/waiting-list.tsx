// People of the union who wait for a place in a full drive, in their turn. Nothing where nobody waits.
import { Button } from "@mantine/core";
import { useState } from "react";
import { clockOf } from "../../../drive/web/words.ts";
import { formatInstant } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../../platform/ui/queries.ts";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import { LoadMore, ProblemNote } from "../../../platform/ui/states.tsx";
import { leaveWaiting, listWaiting } from "../../contract/waiting.ts";
import type { WaitingRow } from "../../schema/waiting.ts";
import { PLACES_CHANGED } from "../reads.ts";

interface WaitingListProps {
  readonly driveId: string;
  readonly unitId: string;
}

export function WaitingList({ driveId, unitId }: WaitingListProps) {
  const t = useT();
  const waiting = useReadPages(listWaiting, { params: { unitId, driveId } });
  if (waiting.error) return <ProblemNote problem={waiting.error} onRetry={waiting.retry} />;
  if (waiting.items === undefined || waiting.items.length === 0) return null;
  return (
    <section className="my-places" aria-labelledby="waiting-list">
      <h2 className="section-head" id="waiting-list">
        {t("booking.queue.title")}
      </h2>
      <p className="soft">{t("booking.queue.lead")}</p>
      <ol className="bookings">
        {waiting.items.map((row) => (
          <Row key={row.id} row={row} unitId={unitId} />
        ))}
      </ol>
      <LoadMore pages={waiting} />
    </section>
  );
}

function Row({ row, unitId }: { readonly row: WaitingRow; readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const [asked, setAsked] = useState(false);
  const leave = useWrite(leaveWaiting, {
    invalidates: PLACES_CHANGED,
    onDone: () => tell({ text: t("booking.queue.left", { name: row.fullName }) }),
  });
  const offered = row.state === "offered";
  const time = row.startsAt === null ? "" : clockOf(row.startsAt);
  return (
    <li className="booking waiting">
      <span className="booking-time figure">
        {row.turn === null ? "" : t("booking.queue.turn", { turn: row.turn })}
      </span>
      <span className="person-words">
        <strong>{row.fullName}</strong>
        <span>
          {offered && row.heldUntil !== null
            ? t("booking.queue.offered", { time, until: formatInstant(row.heldUntil) })
            : row.startsAt === null
              ? t("booking.queue.any-slot")
              : t("booking.queue.slot", { time })}
          {row.creditedUnit.id !== unitId && ` · ${row.creditedUnit.name}`}
        </span>
      </span>
      <StateChip state={offered ? "doing" : "missing"} word={t(`booking.queue.state.${row.state}`)} />
      {row.allowedActions.includes("booking.leave-waiting") && (
        <Button
          className="no-print waiting-leave"
          variant="default"
          size="sm"
          aria-expanded={asked}
          aria-label={t("booking.queue.leave-of", { name: row.fullName })}
          onClick={() => setAsked(!asked)}
        >
          {t("booking.queue.leave")}
        </Button>
      )}
      {asked && (
        <div className="note waiting-sure no-print">
          <div className="stack">
            <p>
              {t(offered ? "booking.queue.leave-note-offered" : "booking.queue.leave-note", {
                name: row.fullName,
              })}
            </p>
            <ProblemNote problem={leave.problem} />
            <div className="button-row">
              <Button
                size="sm"
                loading={leave.busy}
                onClick={() => void leave.run({ params: { unitId, waitingId: row.id } })}
              >
                {t("booking.queue.leave-do")}
              </Button>
              <Button variant="default" size="sm" onClick={() => setAsked(false)}>
                {t("common.cancel")}
              </Button>
            </div>
          </div>
        </div>
      )}
    </li>
  );
}
