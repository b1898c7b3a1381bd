// A day typed as the field writes it, 09/06/2021, whatever the device's own habit; a calendar is one press away.
import { TextInput } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { type Day, dayFrom, formatDay } from "../pure/calendar.ts";
import { useT } from "./i18n.tsx";
import { Icon } from "./icons.tsx";

/** "9/6/2021", "09-06-2021", "09062021", "9.6.21" → "2021-06-09"; undefined when there is no such day. */
export function parseTypedDay(typed: string): Day | undefined {
  const text = typed.trim();
  const parts =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const year = Number(parts[3]);
  return dayFrom(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1]));
}

interface DayInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  /** YYYY-MM-DD, or "" for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly autoFocus?: boolean;
}

export function DayInput({ label, description, error, value, onChange, autoFocus }: DayInputProps) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() => (value === "" ? "" : formatDay(value)));
  const [known, setKnown] = useState(value);
  // A value that came from elsewhere (the calendar, a draft) is shown; one that came from typing is left as typed.
  if (known !== value) {
    setKnown(value);
    if ((parseTypedDay(typed) ?? "") !== value) setTyped(value === "" ? "" : formatDay(value));
  }
  const type = (text: string): void => {
    setTyped(text);
    onChange(parseTypedDay(text) ?? "");
  };
  const settle = (): void => {
    const day = parseTypedDay(typed);
    if (day !== undefined) setTyped(formatDay(day));
  };
  const unread = typed.trim() !== "" && value === "";
  return (
    <div className="day-input">
      <TextInput
        label={label}
        description={description}
        placeholder={t("common.day-placeholder")}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={settle}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus={autoFocus || undefined}
        error={error ?? (unread ? t("common.day-wrong") : undefined)}
        rightSectionWidth={48}
        rightSectionPointerEvents="all"
        rightSection={
          <button
            type="button"
            className="icon-button"
            aria-label={t("common.open-calendar", { label })}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon name="drive" />
          </button>
        }
      />
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
