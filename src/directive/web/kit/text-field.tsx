// A field that grows with its words and says how many letters are left of how many.
import { Textarea } from "@mantine/core";
import { useT } from "../../../platform/ui/i18n.tsx";
import { lettersOf, type Wrong } from "./editing.ts";

interface TextFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
  readonly wrong?: Wrong | undefined;
  readonly id?: string;
  readonly lang?: string;
}

/** From here on the count is worth a look. */
const NEAR = 0.8;

export function TextField({ label, description, value, most, onChange, wrong, id, lang }: TextFieldProps) {
  const t = useT();
  const letters = lettersOf(value);
  const help =
    letters > most * NEAR
      ? [description, t("directive.kit.letters", { letters, most })].filter(Boolean).join(" ")
      : description;
  const error =
    wrong === "long"
      ? t("directive.kit.wrong-long", { over: letters - most })
      : wrong && t("directive.kit.wrong-blank");
  return (
    <Textarea
      label={label}
      {...(help !== undefined && { description: help })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      autosize
      minRows={1}
      className="grow-field"
      {...(id !== undefined && { id })}
      {...(lang !== undefined && { lang })}
    />
  );
}
