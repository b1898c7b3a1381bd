// One act of a decision: which, in plain words, then its own form.
import { NativeSelect } from "@mantine/core";
import type { ComponentType } from "react";
import { useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { ACT_KINDS, type Act, type ActKind } from "../../../schema/acts.ts";
import { ReplaceForm, SplitForm } from "./act-forms-divide.tsx";
import { CoverForm, OpenForm, RenameForm, RetypeForm } from "./act-forms-one.tsx";
import { CloseForm, MergeForm, MoveForm } from "./act-forms-place.tsx";
import type { ActFormProps } from "./act-frame.tsx";

const FORMS = {
  open: OpenForm,
  close: CloseForm,
  rename: RenameForm,
  retype: RetypeForm,
  move: MoveForm,
  merge: MergeForm,
  split: SplitForm,
  replace: ReplaceForm,
  cover: CoverForm,
} as const satisfies { readonly [Kind in ActKind]: ComponentType<ActFormProps<Kind>> };

interface ActFormChoiceProps {
  /** The act that is changed; undefined: a new one. */
  readonly act: Act | undefined;
  readonly onDone: (acts: readonly Act[]) => void;
  readonly onCancel: () => void;
}

export function ActForm({ act, onDone, onCancel }: ActFormChoiceProps) {
  const t = useT();
  const [kind, setKind] = useState<ActKind>(act?.kind ?? "open");
  // The kind chooses form and value together, which the compiler cannot follow through a table.
  const Form = FORMS[kind] as ComponentType<ActFormProps<ActKind>>;
  return (
    <div className="card">
      {act === undefined && (
        <NativeSelect
          label={t("unit.compose-add-kind")}
          description={t(`unit.act.${kind}-help`)}
          value={kind}
          data={ACT_KINDS.map((one) => ({ value: one, label: t(`unit.act.${one}`) }))}
          onChange={(event) => setKind(event.currentTarget.value as ActKind)}
          data-autofocus
        />
      )}
      {act !== undefined && <h3>{t(`unit.act.${kind}`)}</h3>}
      <Form key={kind} value={act} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
