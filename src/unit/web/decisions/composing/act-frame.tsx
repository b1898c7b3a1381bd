// The frame of one act's form: its fields, what is still missing said once it was tried, and the button.
import { Button } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import type { Act, ActKind } from "../../../schema/acts.ts";

export type ActOf<Kind extends ActKind> = Extract<Act, { readonly kind: Kind }>;

export interface ActFormProps<Kind extends ActKind> {
  /** The act that is changed; undefined: a new one. */
  readonly value: ActOf<Kind> | undefined;
  /** A form may compose several acts at once. */
  readonly onDone: (acts: readonly Act[]) => void;
  readonly onCancel: () => void;
}

interface FrameProps {
  readonly isNew: boolean;
  /** Nothing while something is missing. */
  readonly acts: () => readonly Act[] | undefined;
  readonly onDone: (acts: readonly Act[]) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function ActFrame({ isNew, acts, onDone, onCancel, children }: FrameProps) {
  const t = useT();
  const [tried, setTried] = useState(false);
  const wrong = tried && acts() === undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const made = acts();
    if (made === undefined) setTried(true);
    else onDone(made);
  };
  return (
    <form className="act-form" onSubmit={submit} noValidate>
      {children}
      {wrong && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {t("unit.form-wrong")}
        </p>
      )}
      <div className="button-row">
        <Button type="submit">{t(isNew ? "unit.compose-add-done" : "unit.compose-change-done")}</Button>
        <Button variant="default" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}
