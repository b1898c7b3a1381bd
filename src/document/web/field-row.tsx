// One field of a letter: what was read, what is odd about it, and a way to put it right. Pointing at it lights its source.
import { useEffect, useId, useRef, useState } from "react";
import { formatDay, isDay } from "../../platform/pure/calendar.ts";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { type MessageKey, type T, useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { LetterWarning } from "../schema.ts";
import { FieldEditor } from "./field-editor.tsx";
import type { LetterField } from "./letter-fields.ts";

/** The field's value in words; undefined when it has none. */
function shownValue(t: T, { control }: LetterField, value: unknown): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (control.kind === "several") {
    const words = (value as readonly string[]).map((one) => t(`${control.words}.${one}` as MessageKey));
    return words.length === 0 ? undefined : words.join("; ");
  }
  if (control.kind === "choice") return t(`${control.words}.${String(value)}` as MessageKey);
  if (control.kind === "day") return isDay(String(value)) ? formatDay(String(value)) : undefined;
  if (control.kind === "count") return formatCount(Number(value));
  return String(value);
}

/** A warning in the reader's language. */
export function WarningNote({ warning }: { readonly warning: LetterWarning }) {
  const t = useT();
  return (
    <p className="field-warning">
      <Icon name="alarm" size={18} />
      {t(`document.warning.${warning.code}`, warning.params)}
    </p>
  );
}

interface FieldRowProps {
  readonly field: LetterField;
  readonly value: unknown;
  readonly warnings: readonly LetterWarning[];
  /** The officer has changed it since it was read. */
  readonly corrected: boolean;
  readonly lit: boolean;
  /** Somebody pressed its source: take the focus. */
  readonly wanted: boolean;
  readonly onPoint: (path: string | undefined) => void;
  readonly onChange: (path: string, value: unknown) => void;
}

export function FieldRow(props: FieldRowProps) {
  const { field, value, warnings, corrected, lit, wanted, onPoint, onChange } = props;
  const t = useT();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const odd = useId();
  const shownWarnings = corrected ? [] : warnings;
  useEffect(() => {
    if (wanted) button.current?.focus();
  }, [wanted]);
  const leave = (): void => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const label = t(`document.field.${field.label}`);
  const shown = shownValue(t, field, value);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing lights the source; the button inside does the same by focus
    <div
      className={lit ? "field-row lit" : "field-row"}
      onPointerEnter={() => onPoint(field.path)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(field.path)}
      onBlur={() => onPoint(undefined)}
    >
      {editing ? (
        <FieldEditor
          field={field}
          value={value}
          onCancel={leave}
          onSave={(saved) => {
            onChange(field.path, saved);
            leave();
          }}
        />
      ) : (
        <button
          type="button"
          ref={button}
          className="field-button"
          aria-describedby={shownWarnings.length > 0 ? odd : undefined}
          onClick={() => setEditing(true)}
        >
          <span className="field-label">{label}</span>
          <span className={shown === undefined ? "field-value field-blank" : "field-value"}>
            {shown ?? t("document.not-found")}
          </span>
          <span className="field-edit">
            {corrected && <span>{t("document.corrected")}</span>}
            <Icon name="edit" size={18} />
            <span className="visually-hidden">{t("common.edit")}</span>
          </span>
        </button>
      )}
      <div id={odd}>
        {shownWarnings.map((warning) => (
          <WarningNote key={warning.code} warning={warning} />
        ))}
      </div>
    </div>
  );
}
