// Forms of acts that make several of one: split (it goes on) and replace (it ends, others come after it).
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import { type ActFormProps, ActFrame } from "./act-frame.tsx";
import { useCompose } from "./context.tsx";
import { KeepAsField, MembersField } from "./members-field.tsx";
import { blankOpened, OpenedFields, openedForm, openedOf } from "./opened-fields.tsx";
import { UnitChoice, UnitsChoice } from "./unit-choice.tsx";
import { BelowPlaces, type Places } from "./units-below.tsx";

const placesOf = (childrenTo: readonly { readonly unitId: string; readonly toId: string }[] = []): Places =>
  Object.fromEntries(childrenTo.map(({ unitId, toId }) => [unitId, toId]));

/** Only places that are still offered: a new union taken out again takes nobody along. */
const childrenTo = (places: Places, offered: readonly string[]) =>
  Object.entries(places)
    .filter(([, toId]) => offered.includes(toId))
    .map(([unitId, toId]) => ({ unitId, toId }));

export function SplitForm({ value, ...frame }: ActFormProps<"split">) {
  const t = useT();
  const [unitId, setUnitId] = useState(value?.unitId ?? "");
  const [into, setInto] = useState(() => value?.into.map(openedForm) ?? [blankOpened("grassroots")]);
  const [places, setPlaces] = useState(() => placesOf(value?.childrenTo));
  const choose = (chosen: string): void => {
    setUnitId(chosen);
    setPlaces({});
  };
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() => {
        const opened = into.flatMap((form) => openedOf(form) ?? []);
        if (unitId === "" || opened.length < into.length) return undefined;
        const ids = opened.map(({ id }) => id);
        return [{ kind: "split", unitId, into: opened, childrenTo: childrenTo(places, ids) }];
      }}
    >
      <UnitChoice label={t("unit.choose-unit")} value={unitId} onChange={choose} />
      {into.map((form, index) => (
        <fieldset key={form.id} className="new-unit">
          <legend>{t("unit.form-new-number", { number: index + 1 })}</legend>
          <OpenedFields
            value={form}
            onChange={(next) => setInto((all) => all.map((one) => (one.id === next.id ? next : one)))}
          />
          {into.length > 1 && (
            <Button
              variant="subtle"
              size="sm"
              onClick={() => setInto((all) => all.filter(({ id }) => id !== form.id))}
            >
              {t("common.remove")}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<Icon name="plus" />}
        onClick={() => setInto((all) => [...all, blankOpened(all.at(-1)?.kind)])}
      >
        {t("unit.form-another-new")}
      </Button>
      <BelowPlaces
        parentId={unitId}
        value={places}
        onChange={setPlaces}
        options={into.map(({ id, name }, index) => ({
          id,
          name: name.trim() || t("unit.form-new-number", { number: index + 1 }),
        }))}
        rest={t("unit.form-children-stay")}
      />
    </ActFrame>
  );
}

export function ReplaceForm({ value, ...frame }: ActFormProps<"replace">) {
  const t = useT();
  const { nameOf } = useCompose();
  const [unitId, setUnitId] = useState(value?.unitId ?? "");
  const [successorIds, setSuccessorIds] = useState<readonly string[]>(value?.successorIds ?? []);
  const [heir, setHeir] = useState(value?.heirId ?? "");
  const [members, setMembers] = useState(value?.members ?? "follow");
  const [places, setPlaces] = useState(() => placesOf(value?.childrenTo));
  const [keepAs, setKeepAs] = useState(value?.keepAs ?? "");
  const heirId = successorIds.includes(heir) ? heir : (successorIds[0] ?? "");
  const options = successorIds.map((id) => ({ id, name: nameOf(id) }));
  return (
    <ActFrame
      {...frame}
      isNew={value === undefined}
      acts={() =>
        unitId === "" || heirId === ""
          ? undefined
          : [
              {
                kind: "replace",
                unitId,
                successorIds: [...successorIds],
                heirId,
                members,
                childrenTo: childrenTo(places, successorIds),
                ...(keepAs.trim() !== "" && { keepAs: keepAs.trim() }),
              },
            ]
      }
    >
      <UnitChoice
        label={t("unit.choose-unit")}
        value={unitId}
        onChange={(chosen) => {
          setUnitId(chosen);
          setPlaces({});
        }}
      />
      <UnitsChoice
        label={t("unit.choose-successors")}
        value={successorIds}
        onChange={setSuccessorIds}
        opened
      />
      {options.length > 1 && (
        <NativeSelect
          label={t("unit.choose-heir-among")}
          value={heirId}
          data={options.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setHeir(event.currentTarget.value)}
        />
      )}
      <MembersField value={members} onChange={setMembers} />
      <BelowPlaces
        parentId={unitId}
        value={places}
        onChange={setPlaces}
        options={options}
        rest={t("unit.form-children-heir")}
      />
      <KeepAsField value={keepAs} onChange={setKeepAs} />
    </ActFrame>
  );
}
