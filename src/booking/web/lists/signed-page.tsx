// Members confirm by signing a printed list: print it, tick who signed, send in its picture. The sheet is this page on
// paper.
import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useParams } from "react-router";
import { useActing } from "../../../account/web/session.tsx";
import { addFile } from "../../../document/contract.ts";
import { FileProblem, SendingNote } from "../../../document/web/files/file-words.tsx";
import { getDrive } from "../../../drive/contract.ts";
import type { DriveView } from "../../../drive/schema.ts";
import { clockOf } from "../../../drive/web/words.ts";
import { newId } from "../../../platform/pure/ids.ts";
import { FileChoice } from "../../../platform/ui/files/file-choice.tsx";
import { useSend } from "../../../platform/ui/files/use-send.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { Page } from "../../../platform/ui/page.tsx";
import { useRead, useReadPages, useWrite } from "../../../platform/ui/queries.ts";
import { EmptyState, LoadMore, ProblemNote, Shown } from "../../../platform/ui/states.tsx";
import { confirmByList } from "../../contract/changes.ts";
import { listBookings } from "../../contract.ts";
import type { BookingRow } from "../../schema.ts";
import { drivePath } from "../paths.ts";
import { PLACES_CHANGED } from "../reads.ts";
import { SignSheet } from "./sign-sheet.tsx";

const MANY = 200;
const PICTURES = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

export function SignedPage() {
  const t = useT();
  const { placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const bookings = useReadPages(listBookings, {
    params: { unitId: placeId, driveId },
    query: { limit: MANY },
  });
  const held = bookings.items?.filter(({ state }) => state === "held");
  return (
    <div className="sign-page">
      <Page
        title={t("booking.sign.title")}
        lead={t("booking.sign.lead")}
        back={{ to: drivePath(placeId, driveId), label: drive.data?.name ?? t("drive.back-to-list") }}
      >
        <Shown read={drive}>
          {(found) => (
            <Shown read={{ data: held, error: bookings.error, refetch: bookings.retry }}>
              {(rows) =>
                rows.length === 0 && !bookings.hasMore ? (
                  <EmptyState icon="check" title={t("booking.sign.none-title")}>
                    {t("booking.sign.none")}
                  </EmptyState>
                ) : (
                  <Signing drive={found} unitId={placeId} held={rows} more={<LoadMore pages={bookings} />} />
                )
              }
            </Shown>
          )}
        </Shown>
      </Page>
      {drive.data && held && <SignSheet drive={drive.data} rows={held} />}
    </div>
  );
}

interface SigningProps {
  readonly drive: DriveView;
  readonly unitId: string;
  readonly held: readonly BookingRow[];
  readonly more: ReactNode;
}

function Signing({ drive, unitId, held, more }: SigningProps) {
  const t = useT();
  const tell = useNotice();
  const [id, setId] = useState(newId);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [file, setFile] = useState<{ readonly id: string; readonly name: string }>();
  const [gone, setGone] = useState(0);
  const keeping = useSend(addFile);
  // Somebody who confirmed by the link meanwhile is no longer asked.
  const signed = held.filter((row) => ticked.has(row.id)).map((row) => row.id);
  const confirm = useWrite(confirmByList, {
    invalidates: PLACES_CHANGED,
    onDone: ({ confirmed, goneBefore }) => {
      tell({ text: t("booking.sign.done", { confirmed }) });
      setGone(goneBefore);
      setId(newId());
      setTicked(new Set());
      setFile(undefined);
    },
  });
  const take = async (chosen: File): Promise<void> => {
    const fileId = newId();
    const kept = await keeping.send(chosen, chosen.name, { params: { unitId }, query: { fileId } });
    if (kept) setFile({ id: fileId, name: chosen.name });
  };
  const tick = (bookingId: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(bookingId);
    else next.delete(bookingId);
    setTicked(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === undefined || signed.length === 0) return;
    void confirm.run({
      params: { unitId, driveId: drive.id },
      body: { id, fileId: file.id, bookingIds: signed },
    });
  };
  const act =
    signed.length === 0
      ? t("booking.sign.pick")
      : file === undefined
        ? t("booking.sign.pick-file")
        : t("booking.sign.do", { count: signed.length });
  return (
    <form className="no-print" onSubmit={submit}>
      {gone > 0 && (
        <p className="note" role="status">
          <Icon name="alarm" />
          {t("booking.sign.gone", { count: gone })}
        </p>
      )}
      <section className="card hold-part" aria-labelledby="sign-print">
        <h2 className="section-head" id="sign-print">
          {t("booking.sign.step-print")}
        </h2>
        <p>{t("booking.sign.print-help", { count: held.length })}</p>
        <div>
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {t("booking.sign.print")}
          </Button>
        </div>
      </section>
      <section className="card hold-part" aria-labelledby="sign-who">
        <h2 className="section-head" id="sign-who">
          {t("booking.sign.step-who")}
        </h2>
        <p className="soft">{t("booking.sign.who-help")}</p>
        <div>
          <Button
            variant="default"
            size="sm"
            onClick={() => setTicked(new Set(signed.length === held.length ? [] : held.map((row) => row.id)))}
          >
            {signed.length === held.length
              ? t("booking.sign.nobody")
              : t("booking.sign.all", { count: held.length })}
          </Button>
        </div>
        <ul className="sign-rows">
          {held.map((row) => (
            <li key={row.id}>
              <Checkbox
                checked={ticked.has(row.id)}
                onChange={(event) => tick(row.id, event.currentTarget.checked)}
                label={row.fullName}
                description={[
                  clockOf(row.startsAt),
                  ...(row.creditedUnit.id === unitId ? [] : [row.creditedUnit.name]),
                ].join(" · ")}
              />
            </li>
          ))}
        </ul>
        {more}
      </section>
      <section className="card hold-part" aria-labelledby="sign-file">
        <h2 className="section-head" id="sign-file">
          {t("booking.sign.step-file")}
        </h2>
        <p className="soft">{t("booking.sign.file-help")}</p>
        {keeping.sending ? (
          <SendingNote sending={keeping.sending} onCancel={keeping.cancel} />
        ) : (
          <>
            {file && (
              <p role="status">
                <Icon name="check" size={18} /> {t("booking.sign.file-kept", { name: file.name })}
              </p>
            )}
            <div>
              <FileChoice
                label={t(file ? "booking.sign.file-again" : "booking.sign.file")}
                accept={PICTURES}
                leftSection={<Icon name="camera" />}
                onFile={(chosen) => void take(chosen)}
              />
            </div>
          </>
        )}
        <FileProblem problem={keeping.problem} />
      </section>
      <ProblemNote problem={confirm.problem} />
      <div className="act-bar">
        <Button type="submit" loading={confirm.busy} disabled={signed.length === 0 || file === undefined}>
          {act}
        </Button>
      </div>
    </form>
  );
}
