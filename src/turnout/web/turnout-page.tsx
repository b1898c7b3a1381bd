// The day's outcomes as the facility and the drive's desk enter them; by the facility closed, when all agrees.
import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { WalkInCard } from "../../booking/web/walk-in/walk-in-card.tsx";
import { getDrive } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
import { DaySections } from "../../drive/web/day/day-sections.tsx";
import { DriveStateChip } from "../../drive/web/drive-state.tsx";
import { dayWords } from "../../drive/web/words.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useDraft } from "../../platform/ui/draft.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import { getTurnout, listOutcomes, recordSheet } from "../contract.ts";
import type { TurnoutView } from "../schema.ts";
import { ClosedSheet } from "./closed-sheet.tsx";
import { Closing } from "./closing.tsx";
import { type ClosingFields, EMPTY_CLOSING } from "./closing-fields.ts";
import { Corrections } from "./correct-form.tsx";
import { CountsForm } from "./counts-form.tsx";
import { DonorItem, DonorList } from "./donor-list.tsx";
import { FastEntry } from "./fast-entry.tsx";
import { type Donor, type Outcomes, useOutcomes } from "./outcomes.ts";
import { RestButton } from "./rest-button.tsx";
import { readSheet, type SheetFields, sameSheet } from "./sheet-fields.ts";
import { SheetForm } from "./sheet-form.tsx";
import { TypeBack } from "./type-back.tsx";
import { type Typed, useEverybody, useTyped } from "./use-typed.ts";

export function TurnoutPage() {
  const t = useT();
  const { place, placeId } = useActing();
  const { driveId = "" } = useParams();
  const drive = useRead(getDrive, { params: { driveId } });
  const turnout = useRead(getTurnout, { params: { driveId } });
  const desk = place === "drive";
  return (
    <Page
      title={drive.data?.name ?? t("turnout.people")}
      {...(turnout.data?.closedAt === null && {
        lead: t(desk ? "turnout.lead-desk" : "turnout.lead-facility"),
      })}
      {...(!desk && { back: { to: atUnit(placeId, "tiep-nhan"), label: t("turnout.back") } })}
      printable
    >
      <Shown read={drive}>
        {(found) => (
          <>
            <Shown read={turnout} rows={5}>
              {(view) => <Entry key={view.closedAt} drive={found} turnout={view} />}
            </Shown>
            {!desk && <DaySections drive={found} />}
          </>
        )}
      </Shown>
    </Page>
  );
}

interface EntryProps {
  readonly drive: DriveView;
  readonly turnout: TurnoutView;
}

function Entry({ drive, turnout }: EntryProps) {
  const outcomes = useOutcomes(drive.id);
  if (turnout.closedAt === null) return <OpenBooks drive={drive} turnout={turnout} outcomes={outcomes} />;
  const mayCorrect = turnout.allowedActions.includes("turnout.correct");
  return (
    <div className="turnout">
      <ClosedSheet turnout={turnout} at={turnout.closedAt} />
      {mayCorrect && <Corrections driveId={drive.id} />}
      <DonorList driveId={drive.id} outcomes={outcomes} open={false} mayCorrect={mayCorrect} />
    </div>
  );
}

/** Names, counts, reconciling: three steps for whoever closes; for the desk only the names. */
function OpenBooks({ drive, turnout, outcomes }: EntryProps & { readonly outcomes: Outcomes }) {
  const t = useT();
  const today = useToday();
  const [step, setStep] = useState<Step>("names");
  // Here, not in the step: what was typed goes on being sent while another step is looked at.
  const typed = useTyped(drive.id, outcomes);
  const may = (action: string): boolean => turnout.allowedActions.includes(action);
  const open = may("turnout.record");
  return (
    <div className="turnout">
      <p className="turnout-facts">
        <DriveStateChip state={drive.state} />
        <span>{dayWords(t, drive.day, today)}</span>
        <span>{drive.place}</span>
      </p>
      {open ? (
        <Progress {...turnout.entered} />
      ) : (
        <p className="note note-plain">
          <Icon name="clock" />
          {drive.day > today
            ? t("turnout.before-day", { day: dayWords(t, drive.day, today) })
            : t("turnout.read-only")}
        </p>
      )}
      {may("turnout.sheet") && <Steps step={step} onStep={setStep} />}
      {step === "names" || !may("turnout.sheet") ? (
        <Names drive={drive} turnout={turnout} outcomes={outcomes} typed={typed} open={open} />
      ) : (
        <Sheet turnout={turnout} step={step} onStep={setStep} />
      )}
    </div>
  );
}

const STEPS = ["names", "counts", "close"] as const;
type Step = (typeof STEPS)[number];

function Steps({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const t = useT();
  return (
    <nav className="closing-steps no-print" aria-label={t("turnout.steps")}>
      {STEPS.map((of, index) => (
        <button
          key={of}
          type="button"
          aria-current={of === step ? "step" : undefined}
          onClick={() => onStep(of)}
        >
          <span className="step-no">{index + 1}</span> {t(`turnout.step.${of}`)}
        </button>
      ))}
    </nav>
  );
}

interface NamesProps extends EntryProps {
  readonly outcomes: Outcomes;
  readonly typed: Typed;
  readonly open: boolean;
}

function Names({ drive, turnout, outcomes, typed, open }: NamesProps) {
  const { place, placeId } = useActing();
  const { donors, complete } = useEverybody(drive.id);
  const listAt = place === "drive" ? undefined : atUnit(placeId, "tiep-nhan", drive.id, "danh-sach");
  return (
    <>
      {open && <TypeBack donors={donors} typed={typed} listAt={listAt} />}
      {open && <FastEntry driveId={drive.id} outcomes={outcomes} />}
      <WalkIns drive={drive} donors={donors} outcomes={outcomes} open={open} />
      {!open && <ListLink turnout={turnout} listAt={listAt} />}
      {open && <RestButton turnout={turnout} donors={donors} complete={complete} typed={typed} />}
      <DonorList driveId={drive.id} outcomes={outcomes} open={open} />
    </>
  );
}

interface WalkInsProps {
  readonly drive: DriveView;
  readonly donors: readonly Donor[];
  readonly outcomes: Outcomes;
  readonly open: boolean;
}

const NEW_ROWS = [listOutcomes, getTurnout];

/** Who came unbooked, and those just written down, ready for their outcome wherever the list below sorts them. */
function WalkIns({ drive, donors, outcomes, open }: WalkInsProps) {
  const t = useT();
  const [added, setAdded] = useState<readonly string[]>([]);
  const rows = added.flatMap((id) => donors.find(({ bookingId }) => bookingId === id) ?? []);
  return (
    <>
      <WalkInCard
        drive={drive}
        listed={donors}
        invalidates={NEW_ROWS}
        onAdded={(id) => setAdded((before) => [id, ...before])}
      />
      {rows.length > 0 && (
        <section className="donors">
          <h3 className="section-head">{t("turnout.just-added")}</h3>
          <ul className="donor-rows">
            {rows.map((donor) => (
              <DonorItem key={donor.bookingId} donor={donor} outcomes={outcomes} open={open} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Before the day the list is printed already. */
function ListLink({
  turnout,
  listAt,
}: {
  readonly turnout: TurnoutView;
  readonly listAt: string | undefined;
}) {
  const t = useT();
  if (listAt === undefined || !turnout.allowedActions.includes("turnout.print-list")) return null;
  return (
    <div className="no-print">
      <Button component={Link} to={listAt} variant="default" leftSection={<Icon name="print" />}>
        {t("turnout.to-list")}
      </Button>
    </div>
  );
}

/** "Đã nhập 41/52 người" with a bar; stays in sight while the list is gone through. */
function Progress({ recorded, registered }: { readonly recorded: number; readonly registered: number }) {
  const t = useT();
  const rest = registered - recorded;
  return (
    <div className="entered" role="status">
      <p>
        <strong>{t("turnout.entered", { recorded, registered })}</strong>
        <span>{rest > 0 ? t("turnout.entered-rest", { rest }) : t("turnout.entered-all")}</span>
      </p>
      <progress
        value={recorded}
        max={Math.max(1, registered)}
        aria-label={t("turnout.entered", { recorded, registered })}
      >
        {formatCount(recorded)}
      </progress>
    </div>
  );
}

interface SheetProps {
  readonly turnout: TurnoutView;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
}

function Sheet({ turnout, step, onStep }: SheetProps) {
  const t = useT();
  const tell = useNotice();
  const [fields, setFields, forget] = useDraft<SheetFields>(
    `turnout.sheet.${turnout.driveId}`,
    () => turnout.sheet,
  );
  const [closing, setClosing, forgetClosing] = useDraft<ClosingFields>(
    `turnout.closing.${turnout.driveId}`,
    () => EMPTY_CLOSING,
  );
  const save = useWrite(recordSheet, {
    invalidates: [getTurnout],
    onDone: () => {
      forget();
      tell({ text: t("turnout.sheet-saved") });
    },
  });
  const typed = readSheet(fields);
  const unsaved = typed === undefined || !sameSheet(typed, turnout.sheet);
  const onSave = (): void => {
    if (typed) void save.run({ params: { driveId: turnout.driveId }, body: typed });
  };
  if (step === "close") {
    return (
      <Closing
        turnout={turnout}
        fields={closing}
        onChange={setClosing}
        onClosed={forgetClosing}
        unsaved={unsaved}
      />
    );
  }
  return (
    <>
      <SheetForm
        turnout={turnout}
        fields={fields}
        onChange={setFields}
        typed={typed}
        unsaved={unsaved}
        save={save}
        onSave={onSave}
      />
      <CountsForm turnout={turnout} fields={closing} onChange={setClosing} />
      <div className="act-bar no-print">
        <Button onClick={() => onStep("close")}>{t("turnout.to-close")}</Button>
      </div>
    </>
  );
}
