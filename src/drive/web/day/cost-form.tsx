// One line of a drive's money: written anew, or taken up again to put the actual amount beside the plan.
import { Button, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { newId } from "../../../platform/pure/ids.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { useWrite } from "../../../platform/ui/queries.ts";
import { ProblemNote } from "../../../platform/ui/states.tsx";
import { getCosts, setCost } from "../../contract/day.ts";
import {
  CostEntry,
  CostKind,
  type CostLine,
  CostSource,
  ROUNDED_DONG,
  ROUNDED_KINDS,
  roundedUp,
} from "../../schema/costs.ts";
import type { DriveView } from "../../schema.ts";

interface CostFormProps {
  readonly drive: DriveView;
  /** A line to change; absent for a new one. */
  readonly line?: CostLine;
}

export function CostForm({ drive, line }: CostFormProps) {
  const t = useT();
  const [open, setOpen] = useState(line === undefined);
  if (!open && line !== undefined) {
    return (
      <Button
        variant="default"
        size="sm"
        aria-label={t("drive.costs.edit", { item: line.item })}
        onClick={() => setOpen(true)}
      >
        {t("drive.costs.change")}
      </Button>
    );
  }
  return <Fields drive={drive} {...(line && { line })} onDone={() => line !== undefined && setOpen(false)} />;
}

const blank = () => ({
  id: newId(),
  source: "union" as CostSource,
  kind: "gift" as CostKind,
  item: "",
  plannedDong: "" as number | string,
  actualDong: "" as number | string,
});

function Fields({ drive, line, onDone }: CostFormProps & { readonly onDone: () => void }) {
  const t = useT();
  const [fields, setFields] = useState(() =>
    line === undefined
      ? blank()
      : { ...line, plannedDong: line.plannedDong ?? "", actualDong: line.actualDong ?? "" },
  );
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof fields>): void => setFields({ ...fields, ...change });
  const save = useWrite(setCost, {
    invalidates: [getCosts],
    onDone: () => {
      if (line === undefined) setFields(blank());
      setTried(false);
      onDone();
    },
  });
  const rounds = ROUNDED_KINDS.includes(fields.kind);
  const amount = (typed: number | string): number | string | null => (typed === "" ? null : typed);
  const entry = CostEntry.safeParse({
    ...fields,
    plannedDong: amount(fields.plannedDong),
    actualDong: amount(fields.actualDong),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (entry.success) void save.run({ params: { driveId: drive.id, costId: fields.id }, body: entry.data });
  };
  const money = (name: "plannedDong" | "actualDong", label: string) => (
    <NumberInput
      label={label}
      min={0}
      max={100_000_000_000}
      allowDecimal={false}
      hideControls
      thousandSeparator="."
      decimalSeparator=","
      value={fields[name]}
      onChange={(value) => set({ [name]: value })}
      {...(rounds &&
        name === "actualDong" && {
          description: t("drive.costs.rounded-help", { step: ROUNDED_DONG }),
          error:
            tried && Number(fields.actualDong) % ROUNDED_DONG !== 0
              ? t("drive.costs.rounded-wrong", { dong: roundedUp(Number(fields.actualDong)) })
              : undefined,
          inputWrapperOrder: ["label", "input", "error", "description"] as const,
        })}
    />
  );
  return (
    <form onSubmit={submit} noValidate className="form no-print">
      {line === undefined && <h3>{t("drive.costs.add")}</h3>}
      <div className="form-pair">
        <NativeSelect
          label={t("drive.costs.source")}
          value={fields.source}
          onChange={(event) => set({ source: CostSource.parse(event.currentTarget.value) })}
          data={CostSource.options.map((value) => ({ value, label: t(`drive.costs.from.${value}`) }))}
        />
        <NativeSelect
          label={t("drive.costs.kind")}
          value={fields.kind}
          onChange={(event) => set({ kind: CostKind.parse(event.currentTarget.value) })}
          data={CostKind.options.map((value) => ({ value, label: t(`drive.costs.of.${value}`) }))}
        />
      </div>
      <TextInput
        label={t("drive.costs.item")}
        maxLength={160}
        value={fields.item}
        onChange={(event) => set({ item: event.currentTarget.value })}
        error={tried && fields.item.trim() === "" ? t("drive.costs.item-empty") : undefined}
      />
      <div className="form-pair">
        {money("plannedDong", t("drive.costs.planned-dong"))}
        {money("actualDong", t("drive.costs.actual-dong"))}
      </div>
      <ProblemNote problem={save.problem} />
      <Button type="submit" variant="default" loading={save.busy} leftSection={<Icon name="check" />}>
        {t("drive.costs.save")}
      </Button>
    </form>
  );
}
