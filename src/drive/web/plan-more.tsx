// What else a plan may say: the programme, how many are expected, how far the laboratory is.
import { NumberInput, TextInput } from "@mantine/core";
import { useT } from "../../platform/ui/i18n.tsx";
import type { PlanFields } from "./plan-form.ts";

interface PlanMoreProps {
  readonly plan: PlanFields;
  readonly onChange: (change: Partial<PlanFields>) => void;
}

export function PlanMore({ plan, onChange }: PlanMoreProps) {
  const t = useT();
  return (
    <>
      <TextInput
        label={t("drive.plan.programme")}
        description={t("drive.plan.programme-help")}
        maxLength={160}
        value={plan.programme ?? ""}
        onChange={(event) => onChange({ programme: event.currentTarget.value })}
      />
      <div className="form-pair">
        <NumberInput
          label={t("drive.plan.expected")}
          min={1}
          max={100_000}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          value={plan.expectedDonors ?? ""}
          onChange={(expectedDonors) => onChange({ expectedDonors })}
        />
        <NumberInput
          label={t("drive.plan.lab-hours")}
          min={0}
          max={72}
          clampBehavior="strict"
          allowDecimal={false}
          hideControls
          value={plan.labHours ?? ""}
          onChange={(labHours) => onChange({ labHours })}
        />
      </div>
    </>
  );
}
