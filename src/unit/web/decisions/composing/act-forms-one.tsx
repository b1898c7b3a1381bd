// Forms of acts about one unit: open, rename, change its kind, the communes it covers.
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { type ActFormProps, ActFrame } from "./act-frame.tsx";
import { AreaChoice } from "./area-choice.tsx";
import { useCompose } from "./context.tsx";
import { blankOpened, KindSelect, OpenedFields, openedForm, openedOf } from "./opened-fields.tsx";
import { UnitChoice } from "./unit-choice.tsx";

export function OpenForm({ value, ...frame }: ActFormProps<"open">) {
  const t = useT();
  const { unitId, nameOf, learn } = useCompose();
  const [unit, setUnit] = useState(() => (value ? openedForm(value.unit) : blankOpened()));
  const [parentId, setParentId] = useState(value?.parentId ?? unitId);
  const [areaIds, setAreaIds] = useState<readonly string[]>(value?.areaIds ?? []);
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() => {
        const opened = openedOf(unit);
        if (opened === undefined || parentId === "") return undefined;
        if (parentId === unitId) learn([{ id: unitId, name: nameOf(unitId) }]);
        return [{ kind: "open", unit: opened, parentId, areaIds: [...areaIds] }];
      }}
    >
      <OpenedFields value={unit} onChange={setUnit} />
      <UnitChoice label={t("unit.choose-parent")} value={parentId} onChange={setParentId} opened />
      <AreaChoice value={areaIds} onChange={setAreaIds} />
    </ActFrame>
  );
}

export function RenameForm({ value, ...frame }: ActFormProps<"rename">) {
  const t = useT();
  const [form, setForm] = useState({
    unitId: value?.unitId ?? "",
    name: value?.name ?? "",
    shortName: value?.shortName ?? "",
    superiorName: value?.superiorName ?? "",
    notation: value?.notation ?? "",
    placeName: value?.placeName ?? "",
  });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const [name, shortName] = [form.name.trim(), form.shortName.trim() || form.name.trim().slice(0, 120)];
  const given = (["superiorName", "notation", "placeName"] as const).filter((key) => form[key].trim() !== "");
  const fields = [
    ["name", "unit.form-name", 200],
    ["shortName", "unit.form-short", 120],
    ["superiorName", "unit.form-superior", 200],
    ["notation", "unit.form-notation", 40],
    ["placeName", "unit.form-place", 80],
  ] as const;
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() =>
        form.unitId === "" || name === ""
          ? undefined
          : [
              {
                kind: "rename",
                unitId: form.unitId,
                name,
                shortName,
                ...Object.fromEntries(given.map((key) => [key, form[key].trim()])),
              },
            ]
      }
    >
      <UnitChoice
        label={t("unit.choose-unit")}
        value={form.unitId}
        onChange={(unitId, name) => set({ unitId, ...(form.name === "" && { name }) })}
      />
      <div className="act-fields">
        {fields.map(([key, label, max]) => (
          <TextInput
            key={key}
            label={key === "name" || key === "shortName" ? t(label) : `${t(label)} (${t("common.optional")})`}
            maxLength={max}
            value={form[key]}
            onChange={(event) => set({ [key]: event.currentTarget.value })}
          />
        ))}
      </div>
    </ActFrame>
  );
}

export function RetypeForm({ value, ...frame }: ActFormProps<"retype">) {
  const t = useT();
  const [unitId, setUnitId] = useState(value?.unitId ?? "");
  const [unitKind, setUnitKind] = useState(value?.unitKind ?? "grassroots");
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() => (unitId === "" ? undefined : [{ kind: "retype", unitId, unitKind }])}
    >
      <UnitChoice label={t("unit.choose-unit")} value={unitId} onChange={setUnitId} />
      <KindSelect value={unitKind} onChange={setUnitKind} />
    </ActFrame>
  );
}

export function CoverForm({ value, ...frame }: ActFormProps<"cover">) {
  const t = useT();
  const [unitId, setUnitId] = useState(value?.unitId ?? "");
  const [areaIds, setAreaIds] = useState<readonly string[]>(value?.areaIds ?? []);
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() => (unitId === "" ? undefined : [{ kind: "cover", unitId, areaIds: [...areaIds] }])}
    >
      <UnitChoice label={t("unit.choose-unit")} value={unitId} onChange={setUnitId} opened />
      <AreaChoice value={areaIds} onChange={setAreaIds} />
    </ActFrame>
  );
}
