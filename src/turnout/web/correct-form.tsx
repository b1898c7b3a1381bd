// A fact written wrong, put right after closing: what it was, and why it was written otherwise.
import { Button, Modal, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { newId } from "../../platform/pure/ids.ts";
import { InstantText } from "../../platform/ui/figures.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useReadPages, useWrite } from "../../platform/ui/queries.ts";
import { LoadMore, ProblemNote } from "../../platform/ui/states.tsx";
import { correctOutcome, listCorrections } from "../contract/correcting.ts";
import { getTurnout, listOutcomes } from "../contract.ts";
import { CorrectionReason } from "../schema/correcting.ts";
import { Volume } from "../schema.ts";
import type { Donor } from "./outcomes.ts";
import { OUTCOMES, outcomeState, outcomeWord } from "./volumes.ts";

interface CorrectButtonProps {
  readonly driveId: string;
  readonly donor: Donor;
  readonly from: Volume;
}

export function CorrectButton({ driveId, donor, from }: CorrectButtonProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        className="no-print"
        aria-label={t("turnout.correct-of", { name: donor.fullName })}
        onClick={() => setOpen(true)}
      >
        {t("turnout.correct")}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("turnout.correct-title", { name: donor.fullName })}
        closeButtonProps={{ "aria-label": t("common.close"), size: 48 }}
      >
        <CorrectForm driveId={driveId} donor={donor} from={from} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function CorrectForm({ driveId, donor, from, onDone }: CorrectButtonProps & { readonly onDone: () => void }) {
  const t = useT();
  const tell = useNotice();
  const [id] = useState(newId);
  const [to, setTo] = useState<Volume>();
  const [reason, setReason] = useState<CorrectionReason>();
  const correct = useWrite(correctOutcome, {
    invalidates: [getTurnout, listOutcomes, listCorrections],
    onDone: () => {
      tell({ text: t("turnout.corrected-notice", { name: donor.fullName }) });
      onDone();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (to === undefined || reason === undefined) return;
        void correct.run({ params: { driveId, bookingId: donor.bookingId }, body: { id, from, to, reason } });
      }}
    >
      <p>{t("turnout.correct-from", { outcome: outcomeState(t, from) })}</p>
      <NativeSelect
        label={t("turnout.correct-to")}
        value={to ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setTo(value === "" ? undefined : Volume.safeParse(Number(value)).data);
        }}
        data={[
          { value: "", label: t("turnout.choose") },
          ...OUTCOMES.filter(({ volume }) => volume !== from).map(({ volume }) => ({
            value: String(volume),
            label: outcomeWord(t, volume),
          })),
        ]}
      />
      <NativeSelect
        label={t("turnout.correct-reason")}
        value={reason ?? ""}
        onChange={(event) => setReason(CorrectionReason.safeParse(event.currentTarget.value).data)}
        data={[
          { value: "", label: t("turnout.choose") },
          ...CorrectionReason.options.map((value) => ({ value, label: t(`turnout.reason.${value}`) })),
        ]}
      />
      <p className="soft">{t("turnout.correct-lead")}</p>
      <ProblemNote problem={correct.problem} />
      <Button type="submit" loading={correct.busy} disabled={to === undefined || reason === undefined}>
        {t("turnout.correct-yes")}
      </Button>
    </form>
  );
}

/** What was put right, latest first; nothing where nothing was. */
export function Corrections({ driveId }: { readonly driveId: string }) {
  const t = useT();
  const corrections = useReadPages(listCorrections, { params: { driveId } });
  if (corrections.items === undefined || corrections.items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="corrections-title">{t("turnout.corrections")}</h2>
      <ul className="corrections">
        {corrections.items.map((row) => (
          <li key={row.id}>
            <strong>{row.fullName}</strong>: {outcomeState(t, row.from)} → {outcomeState(t, row.to)} (
            {t(`turnout.reason.${row.reason}`)}), <InstantText at={row.at} />
          </li>
        ))}
      </ul>
      <LoadMore pages={corrections} />
    </section>
  );
}
