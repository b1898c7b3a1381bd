// The day's outcomes as the facility and the drive's desk enter them; by the facility closed, when all agrees.
import { useParams } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import { useActing } from "../../account/web/session.tsx";
import { getDrive } from "../../drive/contract.ts";
import type { DriveView } from "../../drive/schema.ts";
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
import { getTurnout, recordSheet } from "../contract.ts";
import { differences } from "../rules/differences.ts";
import type { TurnoutView } from "../schema.ts";
import { ClosedSheet } from "./closed-sheet.tsx";
import { Closing } from "./closing.tsx";
import { DonorList } from "./donor-list.tsx";
import { FastEntry } from "./fast-entry.tsx";
import { useOutcomes } from "./outcomes.ts";
import { readSheet, type SheetFields, sameSheet } from "./sheet-fields.ts";
import { SheetForm } from "./sheet-form.tsx";

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
          <Shown read={turnout} rows={5}>
            {(view) => <Entry key={view.closedAt} drive={found} turnout={view} />}
          </Shown>
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
  const t = useT();
  const today = useToday();
  const outcomes = useOutcomes(drive.id);
  const may = (action: string): boolean => turnout.allowedActions.includes(action);
  const open = may("turnout.record");
  if (turnout.closedAt !== null) {
    return (
      <div className="turnout">
        <ClosedSheet turnout={turnout} at={turnout.closedAt} />
        <DonorList driveId={drive.id} outcomes={outcomes} open={false} />
      </div>
    );
  }
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
      {open && <FastEntry driveId={drive.id} outcomes={outcomes} />}
      <DonorList driveId={drive.id} outcomes={outcomes} open={open} />
      {may("turnout.sheet") && <Sheet turnout={turnout} />}
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

function Sheet({ turnout }: { readonly turnout: TurnoutView }) {
  const t = useT();
  const tell = useNotice();
  const [fields, setFields, forget] = useDraft<SheetFields>(
    `turnout.sheet.${turnout.driveId}`,
    () => turnout.sheet,
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
      <Closing
        turnout={turnout}
        differences={typed ? differences(turnout.entered, typed) : turnout.differences}
        unsaved={unsaved}
      />
    </>
  );
}
