// The fields of a unit to be opened.
import { NativeSelect, TextInput } from "@mantine/core";
import { newId } from "../../../../platform/pure/ids.ts";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { KINDS } from "../../../rules/kinds.ts";
import type { OpenedUnit } from "../../../schema/acts.ts";
import { UNIT_KINDS, type UnitKind } from "../../../schema.ts";

export interface OpenedForm {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly superiorName: string;
  readonly notation: string;
  readonly placeName: string;
  readonly code: string;
  readonly central: boolean;
}

/** What a union opens: unions. Communes, steering committees and facilities are not its to open. */
const OPENABLE = UNIT_KINDS.filter((kind) => KINDS[kind].side === "union" && kind !== "confederation");

export const blankOpened = (kind: UnitKind = "commune-union"): OpenedForm => ({
  id: newId(),
  kind,
  name: "",
  shortName: "",
  superiorName: "",
  notation: "",
  placeName: "",
  code: "",
  central: false,
});

export const openedForm = (unit: OpenedUnit): OpenedForm => ({
  ...unit,
  superiorName: unit.superiorName ?? "",
  code: unit.code ?? "",
});

/** undefined while something is missing. A short name left blank is the full one. */
export function openedOf(form: OpenedForm): OpenedUnit | undefined {
  const [name, notation, placeName] = [form.name.trim(), form.notation.trim(), form.placeName.trim()];
  if (name === "" || notation === "" || placeName === "") return undefined;
  return {
    id: form.id,
    side: KINDS[form.kind].side,
    kind: form.kind,
    name,
    shortName: form.shortName.trim() || name.slice(0, 120),
    ...(form.superiorName.trim() !== "" && { superiorName: form.superiorName.trim() }),
    notation,
    placeName,
    central: form.central,
    ...(form.code.trim() !== "" && { code: form.code.trim() }),
  };
}

interface OpenedFieldsProps {
  readonly value: OpenedForm;
  readonly onChange: (form: OpenedForm) => void;
}

export function KindSelect(props: { readonly value: UnitKind; readonly onChange: (kind: UnitKind) => void }) {
  const t = useT();
  return (
    <NativeSelect
      label={t("unit.form-kind")}
      value={props.value}
      data={OPENABLE.map((kind) => ({ value: kind, label: t(`unit.kind.${kind}`) }))}
      onChange={(event) => props.onChange(event.currentTarget.value as UnitKind)}
    />
  );
}

export function OpenedFields({ value, onChange }: OpenedFieldsProps) {
  const t = useT();
  const set = (change: Partial<OpenedForm>): void => onChange({ ...value, ...change });
  return (
    <div className="act-fields">
      <KindSelect value={value.kind} onChange={(kind) => set({ kind })} />
      <TextInput
        label={t("unit.form-name")}
        maxLength={200}
        value={value.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t("unit.form-short")}
        description={t("unit.form-short-help")}
        maxLength={120}
        value={value.shortName}
        onChange={(event) => set({ shortName: event.currentTarget.value })}
      />
      <TextInput
        label={t("unit.form-notation")}
        description={t("unit.form-notation-help")}
        maxLength={40}
        value={value.notation}
        onChange={(event) => set({ notation: event.currentTarget.value })}
      />
      <TextInput
        label={t("unit.form-place")}
        maxLength={80}
        value={value.placeName}
        onChange={(event) => set({ placeName: event.currentTarget.value })}
      />
      <TextInput
        label={`${t("unit.form-superior")} (${t("common.optional")})`}
        maxLength={200}
        value={value.superiorName}
        onChange={(event) => set({ superiorName: event.currentTarget.value })}
      />
      <TextInput
        label={`${t("unit.form-code")} (${t("common.optional")})`}
        maxLength={20}
        value={value.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
    </div>
  );
}
