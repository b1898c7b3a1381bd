// The letter's number: given by the unit's own series on issue, or typed where the paper bears one already.
import { Radio, Stack, TextInput } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import type { NextDraft } from "./next-draft.ts";

interface NumberFieldProps {
  readonly draft: NextDraft;
  readonly missing: boolean;
  readonly onByHand: (byHand: boolean) => void;
  readonly onNumber: (number: string) => void;
}

export function NumberField({ draft, missing, onByHand, onNumber }: NumberFieldProps) {
  const t = useT();
  const { nextNumber, byHand, letter } = draft;
  if (nextNumber === null) return <p className="soft">{t("directive.next-no-series")}</p>;
  const number = `${nextNumber.number}/${letter.notation ?? nextNumber.notation}`;
  return (
    <div>
      <Radio.Group
        label={t("document.field.number")}
        value={byHand ? "hand" : "series"}
        onChange={(chosen) => onByHand(chosen === "hand")}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="series" label={t("directive.next-number", { number })} />
          <Radio value="hand" label={t("directive.next-number-by-hand")} />
        </Stack>
      </Radio.Group>
      {byHand && (
        <TextInput
          mt="sm"
          maw={240}
          label={t("directive.next-number-typed", { notation: letter.notation ?? nextNumber.notation })}
          value={letter.number ?? ""}
          onChange={(event) => onNumber(event.currentTarget.value)}
          error={missing ? t("directive.next-missing.number") : undefined}
        />
      )}
    </div>
  );
}
