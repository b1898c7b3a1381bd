// The control that corrects one field, by its kind.
import { Button, Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { DayInput } from "../../platform/ui/day-input.tsx";
import { type MessageKey, useT } from "../../platform/ui/i18n.tsx";
import type { LetterField } from "./letter-fields.ts";

interface FieldEditorProps {
  readonly field: LetterField;
  readonly value: unknown;
  readonly onSave: (value: unknown) => void;
  readonly onCancel: () => void;
}

/** "" becomes absent; a count becomes a number. */
function parsed(kind: LetterField["control"]["kind"], typed: string): unknown {
  const words = typed.normalize("NFC").trim();
  if (words === "") return undefined;
  return kind === "count" ? Number(words.replace(/[.\s]/g, "")) : words;
}

export function FieldEditor({ field, value, onSave, onCancel }: FieldEditorProps) {
  const t = useT();
  const { control } = field;
  const label = t(`document.field.${field.label}`);
  const [typed, setTyped] = useState(() => (value === undefined ? "" : String(value)));
  const [several, setSeveral] = useState<readonly string[]>(() => (Array.isArray(value) ? value : []));
  const wrongCount = control.kind === "count" && typed.trim() !== "" && !/^[\d.\s]{1,12}$/.test(typed.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (wrongCount) return;
    onSave(control.kind === "several" ? several : parsed(control.kind, typed));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onCancel();
  };
  const common = {
    label,
    value: typed,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    autoFocus: true,
  };
  return (
    <form className="field-editor" onSubmit={submit} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        {control.kind === "line" && <TextInput {...common} />}
        {control.kind === "text" && <Textarea {...common} autosize minRows={3} maxRows={12} />}
        {control.kind === "count" && (
          <TextInput
            {...common}
            inputMode="numeric"
            error={wrongCount ? t("document.count-wrong") : undefined}
          />
        )}
        {control.kind === "day" && <DayInput label={label} value={typed} onChange={setTyped} />}
        {control.kind === "choice" && (
          <NativeSelect
            {...common}
            data={[
              { value: "", label: t("document.not-known") },
              ...control.options.map((option) => ({
                value: option,
                label: t(`${control.words}.${option}` as MessageKey),
              })),
            ]}
          />
        )}
        {control.kind === "several" && (
          <Checkbox.Group label={label} value={[...several]} onChange={setSeveral}>
            <Stack gap={4} mt="xs">
              {control.options.map((option) => (
                <Checkbox key={option} value={option} label={t(`${control.words}.${option}` as MessageKey)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <Group gap="xs">
          <Button type="submit" size="sm">
            {t("common.save")}
          </Button>
          <Button variant="default" size="sm" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
