// The letter's fields in plain words, section by section, as the paper has them from top to bottom.
import { NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { type LetterFields, ReportWhen } from "../../../document/schema.ts";
import { DayInput } from "../../../platform/ui/day-input.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { receiveDaysWrong, reportDaysWrong } from "../letter-draft.ts";
import { Section } from "./form-parts.tsx";
import { LinesEditor } from "./lines-editor.tsx";
import { changesAnother, type NextDraft, type NextMissing, recipientCount } from "./next-draft.ts";
import { NumberField } from "./number-field.tsx";
import { OrdersEditor } from "./orders-editor.tsx";
import { BasesEditor, CopiesEditor, SignatureEditor } from "./small-lists.tsx";

interface NextFormProps {
  readonly unitId: string;
  readonly draft: NextDraft;
  readonly missing: ReadonlySet<NextMissing>;
  readonly tried: boolean;
  readonly onChange: (change: (before: NextDraft) => NextDraft) => void;
}

export function NextForm({ unitId, draft, missing, tried, onChange }: NextFormProps) {
  const t = useT();
  const { letter } = draft;
  const set = (change: Partial<NextDraft>): void => onChange((before) => ({ ...before, ...change }));
  const setLetter = (change: Partial<LetterFields>): void =>
    onChange((before) => ({ ...before, letter: { ...before.letter, ...change } }));
  const without = (name: "issuedOn" | "number"): void =>
    onChange((before) => {
      const { [name]: _old, ...rest } = before.letter;
      return { ...before, letter: rest as LetterFields };
    });
  const told = (what: NextMissing): boolean => tried && missing.has(what);
  const fixed = changesAnother(draft);
  const reached = fixed
    ? draft.lines.reduce((sum, { units }) => sum + units.length, 0)
    : recipientCount(draft);
  return (
    <div className="next-form">
      {fixed && (
        <SpreadAgain
          value={draft.spreadAgain}
          missing={told("spreadAgain")}
          onChange={(spreadAgain) => set({ spreadAgain })}
        />
      )}
      <Section title={t("directive.next-head")} open>
        <Textarea
          label={t("document.field.subject")}
          description={t("directive.next-subject-help")}
          autosize
          minRows={2}
          maxRows={8}
          value={letter.subject ?? ""}
          onChange={(event) => setLetter({ subject: event.currentTarget.value })}
          error={told("subject") ? t("directive.next-missing.subject") : undefined}
        />
        <NumberField
          draft={draft}
          missing={told("number")}
          onByHand={(byHand) => set({ byHand })}
          onNumber={(number) => (number === "" ? without("number") : setLetter({ number }))}
        />
        <DayInput
          label={`${t("document.field.issuedOn")} (${t("common.optional")})`}
          description={t("directive.next-day-help")}
          value={letter.issuedOn ?? ""}
          onChange={(issuedOn) => (issuedOn === "" ? without("issuedOn") : setLetter({ issuedOn }))}
        />
      </Section>
      <Section
        title={t("document.part.addressees")}
        said={t("directive.addressee-units", { count: reached })}
        open={told("recipients") || !fixed}
      >
        <LinesEditor
          unitId={unitId}
          lines={draft.lines}
          fixed={fixed}
          missing={told("recipients")}
          onChange={(change) => onChange((before) => ({ ...before, lines: change(before.lines) }))}
        />
      </Section>
      <Section title={t("document.part.bases")} said={String(draft.bases.length)}>
        <BasesEditor
          bases={draft.bases}
          onChange={(change) => onChange((before) => ({ ...before, bases: change(before.bases) }))}
        />
      </Section>
      <Section title={t("document.part.instructions")} said={String(draft.orders.length)} open>
        <OrdersEditor
          orders={draft.orders}
          missing={told("orders")}
          onChange={(change) => onChange((before) => ({ ...before, orders: change(before.orders) }))}
        />
      </Section>
      <Section
        title={t("directive.next-answers")}
        open={tried && (missing.has("reportDays") || missing.has("receiveDays"))}
      >
        <ReportFields draft={draft} onDraft={set} onLetter={setLetter} />
      </Section>
      <Section title={t("document.part.recipients")} said={String(draft.copies.length)}>
        <CopiesEditor
          copies={draft.copies}
          onChange={(change) => onChange((before) => ({ ...before, copies: change(before.copies) }))}
        />
      </Section>
      <Section title={t("document.part.signature")} said={letter.signature?.name ?? ""}>
        <SignatureEditor signature={letter.signature} onChange={(signature) => setLetter({ signature })} />
      </Section>
    </div>
  );
}

interface SpreadAgainProps {
  readonly value: NextDraft["spreadAgain"];
  readonly missing: boolean;
  readonly onChange: (value: "yes" | "no") => void;
}

function SpreadAgain({ value, missing, onChange }: SpreadAgainProps) {
  const t = useT();
  return (
    <section className="card">
      <Radio.Group
        label={t("directive.spread-again")}
        description={t("directive.spread-again-help")}
        value={value}
        onChange={(chosen) => onChange(chosen === "yes" ? "yes" : "no")}
        error={missing ? t("directive.next-missing.spreadAgain") : undefined}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="yes" label={t("directive.spread-again.yes")} />
          <Radio value="no" label={t("directive.spread-again.no")} />
        </Stack>
      </Radio.Group>
    </section>
  );
}

interface ReportFieldsProps {
  readonly draft: NextDraft;
  readonly onDraft: (change: Partial<NextDraft>) => void;
  readonly onLetter: (change: Partial<LetterFields>) => void;
}

function ReportFields({ draft, onDraft, onLetter }: ReportFieldsProps) {
  const t = useT();
  const duty = draft.letter.reportDuty ?? {};
  const setDuty = (name: "to" | "through" | "when", value: string): void => {
    const { [name]: _old, ...rest } = duty;
    onLetter({ reportDuty: value === "" ? rest : ({ ...rest, [name]: value } as typeof duty) });
  };
  return (
    <>
      <NativeSelect
        label={t("directive.next-report-when")}
        value={duty.when ?? ""}
        onChange={(event) => setDuty("when", event.currentTarget.value)}
        data={[
          { value: "", label: t("directive.next-report-none") },
          ...ReportWhen.options.map((value) => ({ value, label: t(`document.when.${value}`) })),
        ]}
      />
      <TextInput
        label={`${t("directive.report-within")} (${t("common.optional")})`}
        inputMode="numeric"
        value={draft.reportDays}
        onChange={(event) => onDraft({ reportDays: event.currentTarget.value })}
        error={reportDaysWrong(draft.reportDays) ? t("directive.report-within-wrong") : undefined}
      />
      <TextInput
        label={`${t("document.field.to")} (${t("common.optional")})`}
        value={duty.to ?? ""}
        onChange={(event) => setDuty("to", event.currentTarget.value)}
      />
      <TextInput
        label={`${t("document.field.through")} (${t("common.optional")})`}
        value={duty.through ?? ""}
        onChange={(event) => setDuty("through", event.currentTarget.value)}
      />
      <TextInput
        label={t("directive.receive-within")}
        description={t("directive.receive-within-help")}
        inputMode="numeric"
        value={draft.receiveDays}
        onChange={(event) => onDraft({ receiveDays: event.currentTarget.value })}
        error={receiveDaysWrong(draft.receiveDays) ? t("directive.receive-within-wrong") : undefined}
      />
    </>
  );
}
