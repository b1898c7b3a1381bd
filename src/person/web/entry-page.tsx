// One person of the list: contacts put right, or off the list with a reason.
import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useActing } from "../../account/web/session.tsx";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { Page } from "../../platform/ui/page.tsx";
import { useRead, useWrite } from "../../platform/ui/queries.ts";
import { ErrorState, ProblemNote, Skeletons } from "../../platform/ui/states.tsx";
import { changePerson, endAffiliation, getPerson } from "../contract/entry.ts";
import { listPeople } from "../contract.ts";
import { END_REASONS, type PersonView } from "../schema/entry.ts";
import { type PersonChange, Phone } from "../schema.ts";
import { peoplePath } from "./paths.ts";

export function EntryPage() {
  const t = useT();
  const { placeId: unitId } = useActing();
  const { personId = "" } = useParams();
  const read = useRead(getPerson, { params: { unitId, personId } });
  const back = { to: peoplePath(unitId), label: t("person.title") };
  if (read.data === undefined) {
    return (
      <Page title={t("person.title")} back={back}>
        {read.error ? <ErrorState problem={read.error} onRetry={() => void read.refetch()} /> : <Skeletons />}
      </Page>
    );
  }
  const person = read.data;
  return (
    <Page
      title={person.fullName}
      lead={person.places
        .map(({ relation, unitName, from }) =>
          t("person.place", {
            relation: t(`person.relation.${relation}`),
            unit: unitName,
            from: formatDay(from),
          }),
        )
        .join(" · ")}
      back={back}
    >
      {person.allowedActions.includes("person.change") && (
        <ChangeForm key={JSON.stringify(person)} unitId={unitId} person={person} />
      )}
      {person.allowedActions.includes("person.end-affiliation") && (
        <EndForm unitId={unitId} personId={person.id} />
      )}
    </Page>
  );
}

interface ChangeProps {
  readonly unitId: string;
  readonly person: PersonView;
}

function ChangeForm({ unitId, person }: ChangeProps) {
  const t = useT();
  const tell = useNotice();
  const [draft, setDraft] = useState({
    fullName: person.fullName,
    birthDate: person.birthDate ?? "",
    phone: person.phone ?? "",
    email: person.email ?? "",
    sex: person.sex ?? "",
  });
  const change = useWrite(changePerson, {
    invalidates: [getPerson, listPeople],
    onDone: () => tell({ text: t("common.saved") }),
  });
  const set = (more: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...more }));
  const wrong = {
    fullName: draft.fullName.trim() === "",
    phone: draft.phone.trim() !== "" && !Phone.safeParse(draft.phone).success,
  };
  const asked = changed(person, draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong.fullName || wrong.phone || asked === undefined) return;
    void change.run({ params: { unitId, personId: person.id }, body: asked });
  };
  return (
    <form className="card" onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t("person.column-name")}
          value={draft.fullName}
          onChange={(event) => set({ fullName: event.currentTarget.value })}
          autoComplete="off"
          error={wrong.fullName ? t("person.name-wrong") : undefined}
        />
        <DayInput
          label={t("person.birth-date")}
          value={draft.birthDate}
          onChange={(birthDate) => set({ birthDate })}
          {...(person.birthDate === null &&
            person.birthYear !== null && {
              description: t("person.born-in", { year: String(person.birthYear) }),
            })}
        />
        <NativeSelect
          label={t("person.sex")}
          value={draft.sex}
          onChange={(event) => set({ sex: event.currentTarget.value as typeof draft.sex })}
          data={[
            { value: "", label: t("common.blank") },
            { value: "female", label: t("person.sex.female") },
            { value: "male", label: t("person.sex.male") },
          ]}
        />
        <TextInput
          label={t("person.phone")}
          inputMode="tel"
          value={draft.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          autoComplete="off"
          error={wrong.phone ? t("person.phone-wrong") : undefined}
        />
        <TextInput
          label={t("person.email")}
          inputMode="email"
          value={draft.email}
          onChange={(event) => set({ email: event.currentTarget.value })}
          autoComplete="off"
        />
        <ProblemNote problem={change.problem} />
        <Button type="submit" loading={change.busy} disabled={asked === undefined}>
          {t("common.save")}
        </Button>
      </Stack>
    </form>
  );
}

/** Only what differs from what is known; an emptied field is taken away. Undefined: nothing does. */
function changed(
  person: PersonView,
  draft: Readonly<Record<"fullName" | "birthDate" | "phone" | "email" | "sex", string>>,
): PersonChange | undefined {
  const change: PersonChange = {};
  const typed = (text: string): string | null => (text.trim() === "" ? null : text.trim());
  if (draft.fullName.trim() !== person.fullName) change.fullName = draft.fullName;
  if ((draft.birthDate === "" || isDay(draft.birthDate)) && typed(draft.birthDate) !== person.birthDate)
    change.birthDate = typed(draft.birthDate);
  if (typed(draft.sex) !== person.sex) change.sex = typed(draft.sex) as PersonView["sex"];
  if (typed(draft.phone) !== person.phone) change.phone = typed(draft.phone);
  if (typed(draft.email) !== person.email) change.email = typed(draft.email);
  return Object.keys(change).length === 0 ? undefined : change;
}

function EndForm({ unitId, personId }: { readonly unitId: string; readonly personId: string }) {
  const t = useT();
  const tell = useNotice();
  const go = useNavigate();
  const [reason, setReason] = useState<(typeof END_REASONS)[number]>("moved");
  const end = useWrite(endAffiliation, {
    invalidates: [listPeople],
    onDone: () => {
      tell({ text: t("person.end-done") });
      void go(peoplePath(unitId));
    },
  });
  return (
    <details className="card inner-form no-print">
      <summary>{t("person.end")}</summary>
      <Stack gap="md">
        <p className="soft">{t("person.end-help")}</p>
        <NativeSelect
          label={t("person.end-reason")}
          value={reason}
          onChange={(event) =>
            setReason(END_REASONS.find((one) => one === event.currentTarget.value) ?? "moved")
          }
          data={END_REASONS.map((value) => ({ value, label: t(`person.end-reason.${value}`) }))}
        />
        <ProblemNote problem={end.problem} />
        <Button
          variant="default"
          loading={end.busy}
          onClick={() => void end.run({ params: { unitId, personId }, body: { reason } })}
        >
          {t("person.end-now")}
        </Button>
      </Stack>
    </details>
  );
}
