// What became of a drive: moved, cancelled, why, and how many have answered since. Nothing where nothing did.
import { Link } from "react-router";
import type { DriveView } from "../../../drive/schema.ts";
import { clockOf } from "../../../drive/web/words.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { InstantText } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { useRead } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { listDriveChanges } from "../../contract/changes.ts";
import type { DriveChange } from "../../schema/changes.ts";
import { callsPath, drivePath } from "../paths.ts";

interface DriveHistoryProps {
  readonly drive: DriveView;
  readonly unitId: string;
}

export function DriveHistory({ drive, unitId }: DriveHistoryProps) {
  const t = useT();
  const changes = useRead(listDriveChanges, { params: { driveId: drive.id } });
  if (changes.error) return <ProblemNote problem={changes.error} onRetry={() => void changes.refetch()} />;
  const items = changes.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="card drive-changes" aria-labelledby="drive-history">
      <h2 className="section-head" id="drive-history">
        {t("booking.change.history")}
      </h2>
      <ol className="drive-history">
        {items.map((change) => (
          <li key={change.id}>
            <Change change={change} unitId={unitId} />
          </li>
        ))}
      </ol>
      {drive.state === "open" && (
        <Link className="no-print" to={callsPath(unitId, drive.id)}>
          {t("booking.change.to-calls")}
        </Link>
      )}
    </section>
  );
}

function Change({ change, unitId }: { readonly change: DriveChange; readonly unitId: string }) {
  const t = useT();
  const when = (startsAt: string, day: string): string =>
    t("booking.change.history-at", { time: clockOf(startsAt), day: formatDay(day) });
  const from = when(change.fromStartsAt, change.fromDay);
  const { fromPlace, toPlace, asked, answered } = change;
  const to =
    change.toStartsAt !== null && change.toDay !== null ? when(change.toStartsAt, change.toDay) : undefined;
  return (
    <>
      <p className="soft">
        <InstantText at={change.at} />
      </p>
      <p>
        <strong>
          {to !== undefined
            ? t(
                fromPlace === toPlace ? "booking.change.history-moved-time" : "booking.change.history-moved",
                {
                  from,
                  fromPlace,
                  to,
                  toPlace: toPlace ?? "",
                },
              )
            : t("booking.change.history-cancelled", { from, fromPlace })}
        </strong>{" "}
        {t("booking.change.history-reason", { reason: t(`booking.change.reason.${change.reason}`) })}{" "}
        {change.note}
      </p>
      {asked > 0 && (
        <p className="soft">
          {t(change.kind === "moved" ? "booking.change.history-asked" : "booking.change.history-told", {
            asked,
            answered,
          })}
        </p>
      )}
      {change.insteadId !== null && (
        <Link className="no-print" to={drivePath(unitId, change.insteadId)}>
          {t("booking.change.to-instead")}
        </Link>
      )}
    </>
  );
}
