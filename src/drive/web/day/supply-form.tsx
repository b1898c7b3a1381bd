// One line of supplies: what, how it moved, how many, or from which serial to which.
import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { addSupply, getSupplies } from "../../contract/day.ts";
import { rangeOf } from "../../rules/serials.ts";
import {
  MOVEMENTS,
  Movement,
  PORTIONS,
  Serial,
  type SupplyBalance,
  SupplyCategory,
  SupplyEntry,
} from "../../schema/supplies.ts";
import type { DriveView } from "../../schema.ts";

interface SupplyFormProps {
  readonly drive: DriveView;
  readonly balances: readonly SupplyBalance[];
}

const EMPTY = { item: "", quantity: "" as number | string, first: "", last: "", note: "" };

export function SupplyForm({ drive, balances }: SupplyFormProps) {
  const t = useT();
  const [id, setId] = useState(newId);
  const [category, setCategory] = useState<SupplyCategory>("certificate");
  const [movement, setMovement] = useState<Movement>("received");
  const [fields, setFields] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof EMPTY>): void => setFields({ ...fields, ...change });
  const add = useWrite(addSupply, {
    invalidates: [getSupplies],
    onDone: () => {
      setId(newId());
      setFields(EMPTY);
      setTried(false);
    },
  });
  const { first, last, note, item, quantity } = fields;
  const end = last.trim() === "" ? first : last;
  const entry = SupplyEntry.safeParse(
    category === "certificate"
      ? { id, category, movement, first, last: end, note }
      : { id, category, movement, item, quantity, note },
  );
  const served = category === "refreshment";
  const [from, until] = [Serial.safeParse(first), Serial.safeParse(end)];
  const range = from.success && until.success ? rangeOf(from.data, until.data) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (entry.success && (category !== "certificate" || range !== undefined))
      void add.run({ params: { driveId: drive.id }, body: entry.data });
  };
  return (
    <form onSubmit={submit} noValidate className="form no-print">
      <h3>{t("drive.supplies.add")}</h3>
      <div className="form-pair">
        <NativeSelect
          label={t("drive.supplies.category")}
          value={category}
          onChange={(event) => {
            const chosen = SupplyCategory.parse(event.currentTarget.value);
            setCategory(chosen);
            if (chosen === "refreshment") setMovement("received");
          }}
          data={SupplyCategory.options.map((value) => ({ value, label: t(`drive.supplies.of.${value}`) }))}
        />
        <NativeSelect
          label={t("drive.supplies.movement")}
          value={movement}
          onChange={(event) => setMovement(Movement.parse(event.currentTarget.value))}
          data={(served ? (["received"] as const) : MOVEMENTS).map((value) => ({
            value,
            label: t(`drive.supplies.${value}`),
          }))}
        />
      </div>
      {category === "certificate" ? (
        <>
          <div className="form-pair">
            <TextInput
              label={t("drive.supplies.first")}
              value={first}
              onChange={(event) => set({ first: event.currentTarget.value })}
              autoComplete="off"
              error={tried && range === undefined ? t("drive.supplies.serial-wrong") : undefined}
            />
            <TextInput
              label={t("drive.supplies.last")}
              value={last}
              onChange={(event) => set({ last: event.currentTarget.value })}
              autoComplete="off"
            />
          </div>
          {range !== undefined && (
            <p role="status">{t("drive.supplies.that-is", { count: range.last - range.first + 1 })}</p>
          )}
        </>
      ) : (
        <div className="form-pair">
          <TextInput
            label={t("drive.supplies.item")}
            list={`items-${drive.id}`}
            value={item}
            maxLength={120}
            onChange={(event) => set({ item: event.currentTarget.value })}
            error={tried && item.trim() === "" ? t("drive.supplies.item-empty") : undefined}
          />
          <datalist id={`items-${drive.id}`}>
            {balances
              .filter((one) => one.category === category)
              .map((one) => (
                <option key={one.item} value={one.item} />
              ))}
          </datalist>
          <NumberInput
            label={t("drive.supplies.quantity")}
            {...(served && { description: t("drive.supplies.portions-help") })}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            hideControls
            value={quantity}
            onChange={(value) => set({ quantity: value })}
            error={
              tried && !entry.success && item.trim() !== ""
                ? t(served ? "drive.supplies.portions-wrong" : "drive.supplies.quantity-wrong", {
                    step: PORTIONS,
                  })
                : undefined
            }
          />
        </div>
      )}
      <TextInput
        label={t("drive.supplies.note")}
        maxLength={300}
        value={note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <ProblemNote problem={add.problem} />
      <Button type="submit" variant="default" loading={add.busy} leftSection={<Icon name="plus" />}>
        {t("drive.supplies.write")}
      </Button>
    </form>
  );
}
