// Adding somebody to a unit's list. A contact has agreed to nothing: the form says so.
import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { isDay } from "../../platform/pure/calendar.ts";
import { newId } from "../../platform/pure/ids.ts";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { useDraft } from "../../platform/ui/draft.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { useNotice } from "../../platform/ui/notice.tsx";
import { useWrite } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { addPerson, listPeople } from "../contract.ts";
import { Phone, Relation } from "../schema.ts";

const blank = () => ({ id: newId(), fullName: "", birthDate: "", phone: "", relation: "member" });

export function PersonForm({ unitId }: { readonly unitId: string }) {
  const t = useT();
  const tell = useNotice();
  const [draft, setDraft, forget] = useDraft(`person.${unitId}`, blank);
  const [tried, setTried] = useState(false);
  const add = useWrite(addPerson, {
    invalidates: [listPeople],
    onDone: () => {
      tell({ text: t("person.added", { name: draft.fullName.trim() }) });
      setDraft(blank());
      forget();
      setTried(false);
    },
  });
  const set = (change: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...change }));
  const errors = {
    fullName: draft.fullName.trim() === "",
    phone: draft.phone.trim() !== "" && !Phone.safeParse(draft.phone).success,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (errors.fullName || errors.phone) return;
    void add.run({
      params: { unitId },
      body: {
        id: draft.id,
        fullName: draft.fullName,
        relation: Relation.catch("member").parse(draft.relation),
        ...(isDay(draft.birthDate) && { birthDate: draft.birthDate }),
        ...(draft.phone.trim() !== "" && { phone: draft.phone }),
      },
    });
  };
  return (
    <details className="card inner-form no-print">
      <summary>{t("person.add")}</summary>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p className="soft">{t("person.add-help")}</p>
          <TextInput
            label={t("person.column-name")}
            value={draft.fullName}
            onChange={(event) => set({ fullName: event.currentTarget.value })}
            autoComplete="off"
            error={tried && errors.fullName ? t("person.name-wrong") : undefined}
          />
          <DayInput
            label={`${t("person.birth-date")} (${t("common.optional")})`}
            value={draft.birthDate}
            onChange={(birthDate) => set({ birthDate })}
          />
          <TextInput
            label={`${t("person.phone")} (${t("common.optional")})`}
            inputMode="tel"
            value={draft.phone}
            onChange={(event) => set({ phone: event.currentTarget.value })}
            autoComplete="off"
            error={tried && errors.phone ? t("person.phone-wrong") : undefined}
          />
          <NativeSelect
            label={t("person.column-relation")}
            value={draft.relation}
            onChange={(event) => set({ relation: event.currentTarget.value })}
            data={Relation.options.map((value) => ({ value, label: t(`person.relation.${value}`) }))}
          />
          <ProblemNote problem={add.problem} />
          <Button type="submit" loading={add.busy}>
            {t("person.save")}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
