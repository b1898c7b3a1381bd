// Forms of acts that end units or give them another place: close, move, merge.
import { useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { type ActFormProps, ActFrame } from "./act-frame.tsx";
import { KeepAsField, MembersField } from "./members-field.tsx";
import { UnitChoice, UnitsChoice } from "./unit-choice.tsx";
import { BelowChecklist } from "./units-below.tsx";

export function CloseForm({ value, ...frame }: ActFormProps<"close">) {
  const t = useT();
  const [unitId, setUnitId] = useState(value?.unitId ?? "");
  const [heirId, setHeirId] = useState(value?.heirId ?? "");
  const [members, setMembers] = useState(value?.members ?? "follow");
  const [keepAs, setKeepAs] = useState(value?.keepAs ?? "");
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() =>
        unitId === ""
          ? undefined
          : [
              {
                kind: "close",
                unitId,
                ...(heirId !== "" && { heirId }),
                members,
                ...(keepAs.trim() !== "" && { keepAs: keepAs.trim() }),
              },
            ]
      }
    >
      <UnitChoice label={t("unit.choose-unit")} value={unitId} onChange={setUnitId} />
      <UnitChoice
        label={t("unit.choose-heir")}
        description={t("unit.choose-heir-help")}
        value={heirId}
        onChange={setHeirId}
        opened
      />
      <MembersField value={members} onChange={setMembers} />
      <KeepAsField value={keepAs} onChange={setKeepAs} />
    </ActFrame>
  );
}

interface ManyProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
}

/** Several units: one by one by name, or many at once from below one. */
function ManyUnits({ label, value, onChange }: ManyProps) {
  const t = useT();
  const [belowId, setBelowId] = useState("");
  return (
    <>
      <UnitsChoice label={label} value={value} onChange={onChange} />
      <UnitChoice label={t("unit.choose-below")} value={belowId} onChange={setBelowId} />
      {belowId !== "" && <BelowChecklist parentId={belowId} value={value} onChange={onChange} />}
      {value.length > 1 && <p role="status">{t("unit.chosen-count", { count: value.length })}</p>}
    </>
  );
}

export function MoveForm({ value, ...frame }: ActFormProps<"move">) {
  const t = useT();
  const [unitIds, setUnitIds] = useState<readonly string[]>(value === undefined ? [] : [value.unitId]);
  const [parentId, setParentId] = useState(value?.parentId ?? "");
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() =>
        unitIds.length === 0 || parentId === ""
          ? undefined
          : unitIds.map((unitId) => ({ kind: "move", unitId, parentId }))
      }
    >
      <ManyUnits label={t("unit.choose-units")} value={unitIds} onChange={setUnitIds} />
      <UnitChoice label={t("unit.choose-parent")} value={parentId} onChange={setParentId} opened />
    </ActFrame>
  );
}

export function MergeForm({ value, ...frame }: ActFormProps<"merge">) {
  const t = useT();
  const [fromIds, setFromIds] = useState<readonly string[]>(value?.fromIds ?? []);
  const [intoId, setIntoId] = useState(value?.intoId ?? "");
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() =>
        fromIds.length === 0 || intoId === "" || fromIds.includes(intoId)
          ? undefined
          : [{ kind: "merge", fromIds: [...fromIds], intoId }]
      }
    >
      <ManyUnits label={t("unit.choose-from")} value={fromIds} onChange={setFromIds} />
      <UnitChoice label={t("unit.choose-into")} value={intoId} onChange={setIntoId} opened />
    </ActFrame>
  );
}
