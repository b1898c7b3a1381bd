// The head of a decision: its name, its day, and the paper it rests on.
import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { DayInput } from "../../../../platform/ui/day-input.tsx";
import { useT } from "../../../../platform/ui/i18n.tsx";
import type { Composing, Missing } from "./draft.ts";

interface HeadFormProps {
  readonly draft: Composing;
  readonly missing: ReadonlySet<Missing>;
  readonly tried: boolean;
  readonly onChange: (change: Partial<Composing>) => void;
  /** Where the scan of the paper is attached. */
  readonly file: ReactNode;
}

export function HeadForm({ draft, missing, tried, onChange, file }: HeadFormProps) {
  const t = useT();
  const { paper } = draft;
  const wrong = (what: Missing): string | undefined =>
    tried && missing.has(what) ? t(`unit.compose-missing.${what}`) : undefined;
  const setPaper = (change: Partial<Composing["paper"]>): void =>
    onChange({ paper: { ...paper, ...change } });
  return (
    <section className="card compose-head">
      <TextInput
        label={t("unit.compose-name")}
        description={t("unit.compose-name-help")}
        maxLength={300}
        value={draft.title}
        error={wrong("title")}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <DayInput
        label={t("unit.compose-day")}
        description={t("unit.compose-day-help")}
        value={draft.effectiveOn}
        error={wrong("day")}
        onChange={(effectiveOn) => onChange({ effectiveOn })}
      />
      <details className="compose-paper" open={missing.has("issuer") || undefined}>
        <summary>
          {t("unit.compose-paper")} ({t("common.optional")})
        </summary>
        <div className="act-fields">
          <TextInput
            label={t("unit.compose-issuer")}
            maxLength={200}
            value={paper.issuer}
            error={wrong("issuer")}
            onChange={(event) => setPaper({ issuer: event.currentTarget.value })}
          />
          <TextInput
            label={t("unit.compose-number")}
            maxLength={20}
            value={paper.number}
            onChange={(event) => setPaper({ number: event.currentTarget.value })}
          />
          <TextInput
            label={t("unit.compose-notation")}
            maxLength={60}
            value={paper.notation}
            onChange={(event) => setPaper({ notation: event.currentTarget.value })}
          />
          <DayInput
            label={t("unit.compose-issued-on")}
            value={paper.issuedOn}
            onChange={(issuedOn) => setPaper({ issuedOn })}
          />
          <TextInput
            label={t("unit.compose-subject")}
            maxLength={500}
            value={paper.subject}
            onChange={(event) => setPaper({ subject: event.currentTarget.value })}
          />
        </div>
        {file}
      </details>
    </section>
  );
}
