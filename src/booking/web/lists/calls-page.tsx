// Whom an officer calls: phones of their own people with a place, those who have not answered first, and words for the
// Zalo group that name nobody.
import { useState } from "react";
import { useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { getDrive } from "../../../drive/contract.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { clockOf, weekdayOf } from "../../../drive/web/words.ts";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { CopyButton } from "../../../platform/ui/copy-button.tsx";
import { type T, useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead, useReadPages } from "../../../platform/ui/queries.ts";
import { EmptyState, LoadMore, Shown } from "../../../platform/ui/states.tsx";
import { listCalls, listDriveChanges } from "../../contract/changes.ts";
import type { CallRow, DriveChange } from "../../schema/changes.ts";
import { drivePath } from "../paths.ts";
import { RenewLink } from "../renew-link.tsx";
import { CallTable } from "./call-table.tsx";

const MANY = 200;

export function CallsPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  return (
    <Page
      title={t("booking.call.title")}
      lead={t("booking.call.lead")}
      back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
      printable
    >
      <Shown read={drive}>
        {(found) => (
          <div className="stack">
            <ZaloWords drive={found} />
            <Calls drive={found} unitId={placeId} />
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Calls({ drive, unitId }: { readonly drive: DriveView; readonly unitId: string }) {
  const t = useT();
  const [asked, setAsked] = useState<CallRow>();
  const calls = useReadPages(listCalls, { params: { unitId, driveId: drive.id }, query: { limit: MANY } });
  return (
    <>
      <Shown read={{ data: calls.items, error: calls.error, refetch: calls.retry }}>
        {(rows) => {
          const open = rows.filter(({ state }) => state === "held");
          const answered = rows.filter(({ state }) => state === "confirmed");
          if (rows.length === 0) {
            return (
              <EmptyState icon="people" title={t("booking.call.none-title")}>
                {t("booking.call.none")}
              </EmptyState>
            );
          }
          return (
            <>
              {open.length === 0 && !calls.hasMore ? (
                <p className="note note-done">
                  <Icon name="check" />
                  {t("booking.call.all-answered", { count: answered.length })}
                </p>
              ) : (
                <section className="card" aria-labelledby="call-open">
                  <h2 className="section-head" id="call-open">
                    {t("booking.call.open", { count: open.length })}
                  </h2>
                  <CallTable rows={open} unitId={unitId} onLink={setAsked} />
                </section>
              )}
              {answered.length > 0 && (
                <details className="card fold">
                  <summary>{t("booking.call.answered", { count: answered.length })}</summary>
                  <CallTable rows={answered} unitId={unitId} />
                </details>
              )}
              <LoadMore pages={calls} />
            </>
          );
        }}
      </Shown>
      {asked && (
        <RenewLink
          drive={drive}
          unitId={unitId}
          booking={{ ...asked, id: asked.bookingId }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** What to write into a group: of the last change, or of the drive as it stands. */
function wordsOf(
  t: T,
  drive: DriveView,
  last: DriveChange | undefined,
  instead: DriveView | undefined,
): string {
  const first = drive.slots.map(({ startsAt }) => startsAt).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const hour = first === undefined ? "" : `${clockOf(first)}, `;
  const whenOf = (day: string): string => `${weekdayOf(t, day)}, ${formatDay(day)}`;
  const words = {
    drive: drive.name,
    when: hour + whenOf(drive.day),
    place: drive.place,
    reason: last ? t(`booking.change.reason.${last.reason}`) : "",
  };
  if (last === undefined) return t("booking.call.zalo-plain", words);
  if (last.kind === "moved") return t("booking.call.zalo-moved", words);
  return instead
    ? t("booking.call.zalo-instead", {
        ...words,
        instead: `${instead.name} (${whenOf(instead.day)}, ${instead.place})`,
      })
    : t("booking.call.zalo-cancelled", words);
}

function ZaloWords({ drive }: { readonly drive: DriveView }) {
  const t = useT();
  const changes = useRead(listDriveChanges, { params: { driveId: drive.id } });
  const last = changes.data?.items[0];
  const insteadId = last?.insteadId ?? null;
  const instead = useRead(
    getDrive,
    { params: { driveId: insteadId ?? "" } },
    { enabled: insteadId !== null },
  );
  // Not before it is known what is to be said.
  if (changes.data === undefined || (insteadId !== null && instead.data === undefined && !instead.error))
    return null;
  const words = wordsOf(t, drive, last, instead.data);
  return (
    <section className="card hold-part no-print" aria-labelledby="call-zalo">
      <h2 className="section-head" id="call-zalo">
        {t("booking.call.zalo")}
      </h2>
      <p className="link-card-words">{words}</p>
      <div>
        <CopyButton text={words} />
      </div>
    </section>
  );
}
