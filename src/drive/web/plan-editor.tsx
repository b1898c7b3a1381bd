// The form of a plan. What is typed is kept on this device until the day is planned.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { atUnit } from "../../account/web/paths.ts";
import type { CampaignView } from "../../campaign/schema.ts";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useDraft } from "../../platform/ui/draft.ts";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { useToday } from "../../platform/ui/today.tsx";
import type { UnitNode } from "../../unit/schema.ts";
import { changePlan, getPlan } from "../contract/plan.ts";
import { getDrive, listDrives, planDrive } from "../contract.ts";
import type { PlanView } from "../schema/plan.ts";
import { DayType, type DriveView } from "../schema.ts";
import { emptyPlan, entryOf, errorsOf, type PlanFields, planOf, previewOf } from "./plan-form.ts";
import { PlanMore } from "./plan-more.tsx";
import { Sessions } from "./session-fields.tsx";
import { SlotPreview } from "./slot-preview.tsx";

interface PlanEditorProps {
  readonly unitId: string;
  readonly campaigns: readonly CampaignView[];
  readonly facilities: readonly UnitNode[];
  /** A plan that stands and is changed; absent for a new one. */
  readonly existing?: { readonly drive: DriveView; readonly plan: PlanView };
}

/** The campaign that runs today, else the newest. */
const likely = (campaigns: readonly CampaignView[], today: string): string =>
  (campaigns.find(({ from, until }) => from <= today && today <= until) ?? campaigns[0])?.id ?? "";

export function PlanEditor({ unitId, campaigns, facilities, existing }: PlanEditorProps) {
  const t = useT();
  const today = useToday();
  const tell = useNotice();
  const navigate = useNavigate();
  const [tried, setTried] = useState(false);
  const key = existing === undefined ? unitId : `${existing.drive.id}.${existing.plan.planVersion}`;
  const [plan, setPlan, forget, found] = useDraft<PlanFields>(`drive.plan.${key}`, () =>
    existing === undefined
      ? {
          ...emptyPlan(likely(campaigns, today)),
          facilityId: facilities.length === 1 ? (facilities[0]?.id ?? "") : "",
        }
      : planOf(existing.drive, existing.plan),
  );
  const set = (change: Partial<PlanFields>): void => setPlan({ ...plan, ...change });
  const done = (id: string, text: string): void => {
    forget();
    tell({ text });
    void navigate(atUnit(unitId, "dot", id), { replace: true });
  };
  const save = useWrite(planDrive, {
    invalidates: [listDrives],
    onDone: ({ id }) => done(id, t("drive.planned")),
  });
  const change = useWrite(changePlan, {
    invalidates: [listDrives, getDrive, getPlan],
    onDone: ({ id }) => done(id, t("drive.plan-saved")),
  });
  const campaign = campaigns.find(({ id }) => id === plan.campaignId);
  const preview = previewOf(plan);
  const errors = errorsOf(plan, campaign);
  const wrong = preview.entries === undefined || Object.values(errors).some(Boolean);
  const within = campaign && { from: formatDay(campaign.from), until: formatDay(campaign.until) };
  const named = isDay(plan.day)
    ? t("drive.plan.name-default", { day: formatDay(plan.day) })
    : t("drive.plan.name-default-blank");
  const told = (isWrong: boolean, key: MessageKey): string | undefined =>
    tried && isWrong ? t(key) : undefined;

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (wrong || preview.entries === undefined) {
      const form = event.currentTarget;
      // The first wrong field, once it has been marked as such.
      setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
      return;
    }
    const name = plan.name.trim() === "" ? named : plan.name;
    const entry = { ...entryOf(plan), name, sessions: [...preview.entries] };
    if (existing === undefined) {
      const { id, campaignId } = plan;
      void save.run({ params: { unitId }, body: { ...entry, id, campaignId } });
      return;
    }
    const { drive, plan: before } = existing;
    void change.run({
      params: { driveId: drive.id },
      body: { ...entry, planVersion: before.planVersion },
    });
  };
  return (
    <form onSubmit={submit} noValidate className="form plan">
      {found && <p className="soft">{t("common.draft-kept")}</p>}
      <fieldset className="form-part">
        <legend>{t("drive.plan.what")}</legend>
        <NativeSelect
          label={t("drive.plan.campaign")}
          value={plan.campaignId}
          disabled={existing !== undefined}
          onChange={(event) => set({ campaignId: event.currentTarget.value })}
          data={[
            ...(campaign ? [] : [{ value: "", label: t("drive.plan.campaign-pick") }]),
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={told(errors.campaign, "drive.plan.campaign-empty")}
        />
        <DayInput
          label={t("drive.plan.day")}
          description={within && t("drive.plan.day-within", within)}
          value={plan.day}
          onChange={(day) => set({ day })}
          error={
            errors.day === "outside" && within
              ? t("drive.plan.day-wrong", within)
              : told(errors.day === "empty", "drive.plan.day-empty")
          }
        />
        <NativeSelect
          label={t("drive.plan.facility")}
          value={plan.facilityId}
          onChange={(event) => set({ facilityId: event.currentTarget.value })}
          data={[
            ...(plan.facilityId === "" ? [{ value: "", label: t("drive.plan.facility-pick") }] : []),
            ...facilities.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={told(errors.facility, "drive.plan.facility-empty")}
        />
        <TextInput
          label={t("drive.plan.place")}
          description={t("drive.plan.place-help")}
          maxLength={200}
          value={plan.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
          error={told(errors.place, "drive.plan.place-empty")}
        />
        <NativeSelect
          label={t("drive.plan.type")}
          value={plan.dayType}
          onChange={(event) => set({ dayType: DayType.parse(event.currentTarget.value) })}
          data={DayType.options.map((type) => ({ value: type, label: t(`drive.day-type.${type}`) }))}
        />
        <TextInput
          label={t("drive.plan.name")}
          description={t("drive.plan.name-help", { name: named })}
          maxLength={160}
          value={plan.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <PlanMore plan={plan} onChange={set} />
      </fieldset>
      <Sessions plan={plan} onChange={setPlan} />
      <SlotPreview preview={preview} />
      <ProblemNote problem={save.problem ?? change.problem} />
      {tried && wrong && (
        <p className="note note-error" role="alert">
          {t("drive.plan.fix")}
        </p>
      )}
      <div className="act-bar">
        <Button type="submit" loading={save.busy || change.busy}>
          {existing !== undefined
            ? t("drive.plan.submit-change")
            : preview.places > 0
              ? t("drive.plan.submit", { places: preview.places })
              : t("drive.plan.submit-blank")}
        </Button>
      </div>
    </form>
  );
}
