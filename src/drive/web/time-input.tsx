// An hour typed as the field writes it, 07:30, whatever the device's own habit (no AM and PM).
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { parseTypedTime } from "./wall-time.ts";

interface TimeInputProps {
  readonly label: string;
  /** HH:MM, or "" for none. */
  readonly value: string;
  readonly onChange: (time: string) => void;
}

export function TimeInput({ label, value, onChange }: TimeInputProps) {
  const t = useT();
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      label={label}
      placeholder={t("drive.plan.time-placeholder")}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseTypedTime(event.currentTarget.value) ?? "");
      }}
      onBlur={() => setTyped((before) => parseTypedTime(before) ?? before)}
      inputMode="numeric"
      autoComplete="off"
      error={typed.trim() !== "" && value === "" ? t("drive.plan.time-wrong") : undefined}
    />
  );
}
