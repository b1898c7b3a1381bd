// The cap of an epidemic: how many each slot takes at most, and why, for everybody to read.
import { Button, NumberInput, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useNotice } from "../../../platform/ui/notice.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { setCap } from "../../contract/board.ts";
import { type BoardView, CapEntry } from "../../schema/board.ts";
import { PLACES_CHANGED } from "../reads.ts";

export function CapCard({ board }: { readonly board: BoardView }) {
  const t = useT();
  const tell = useNotice();
  const perSlotNow = board.cap?.perSlot ?? null;
  const [perSlot, setPerSlot] = useState<number | string>(perSlotNow ?? "");
  const [reason, setReason] = useState(board.cap?.reason ?? "");
  const [tried, setTried] = useState(false);
  const save = useWrite(setCap, {
    invalidates: PLACES_CHANGED,
    onDone: (_, { body }) =>
      tell({
        text:
          body.perSlot === null
            ? t("booking.board.cap-lifted")
            : t("booking.board.cap-saved", { perSlot: body.perSlot }),
      }),
  });
  const params = { driveId: board.driveId };
  const entry = CapEntry.safeParse({ perSlot, reason });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (entry.success && entry.data.reason !== "") void save.run({ params, body: entry.data });
  };
  return (
    <section className="card" aria-labelledby="board-cap">
      <h2 className="section-head" id="board-cap">
        {t("booking.board.cap")}
      </h2>
      {perSlotNow === null ? (
        <p className="soft">{t("booking.board.cap-none")}</p>
      ) : (
        <p className="note">
          <Icon name="alarm" />
          {t("booking.board.cap-now", { perSlot: perSlotNow, reason: board.cap?.reason ?? "" })}
        </p>
      )}
      {board.allowedActions.includes("booking.set-cap") && (
        <form className="form board-cap no-print" onSubmit={submit} noValidate>
          <NumberInput
            label={t("booking.board.cap-per-slot")}
            description={t("booking.board.cap-note")}
            min={0}
            max={1000}
            allowDecimal={false}
            hideControls
            value={perSlot}
            onChange={setPerSlot}
          />
          <Textarea
            label={t("booking.board.cap-reason")}
            description={t("booking.board.cap-reason-help")}
            autosize
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && reason.trim() === "" ? t("booking.board.cap-reason-empty") : undefined}
          />
          <ProblemNote problem={save.problem} />
          <div className="button-row">
            <Button type="submit" variant="default" loading={save.busy} disabled={!entry.success}>
              {t(perSlotNow === null ? "booking.board.cap-set" : "booking.board.cap-change")}
            </Button>
            {perSlotNow !== null && (
              <Button
                variant="subtle"
                disabled={save.busy}
                onClick={() => void save.run({ params, body: { perSlot: null, reason: "" } })}
              >
                {t("booking.board.cap-lift")}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  );
}
