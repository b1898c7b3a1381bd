// Which units give up a part of their share where the reserve does not reach, and whether that is enough.
import { NativeSelect, TextInput } from "@mantine/core";
import { formatCount } from "../../../platform/pure/text-vi.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { StateChip } from "../../../platform/ui/state-chip.tsx";
import type { Child } from "../split/shown-rows.ts";
import { written } from "../split/split-sheet.ts";
import type { GivingUp, GrantPlan } from "./grant-plan.ts";

interface GivingUpRowsProps {
  readonly plan: GrantPlan;
  readonly from: readonly GivingUp[];
  /** Units below that hold something, the asking one left out. */
  readonly others: readonly Child[];
  readonly onChange: (from: readonly GivingUp[]) => void;
  readonly tried: boolean;
}

export function GivingUpRows({ plan, from, others, onChange, tried }: GivingUpRowsProps) {
  const t = useT();
  const chosen = new Set(from.map(({ unitId }) => unitId));
  const free = others.filter(({ unit }) => !chosen.has(unit.id));
  const lacks = plan.needed - plan.given;
  return (
    <fieldset className="giving-up">
      <legend>{t("target.request.from")}</legend>
      {from.map(({ unitId, typed }) => {
        const child = others.find(({ unit }) => unit.id === unitId);
        if (child === undefined) return null;
        const wrong = plan.wrong.includes(unitId);
        return (
          <div key={unitId} className="giving-up-row">
            <TextInput
              label={t("target.request.from-unit", {
                unit: child.unit.shortName || child.unit.name,
                held: formatCount(child.value ?? 0),
              })}
              className="number-input"
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                const less = event.currentTarget.value;
                onChange(from.map((row) => (row.unitId === unitId ? { unitId, typed: less } : row)));
              }}
              error={
                wrong ? t("target.request.from-too-much", { held: formatCount(child.value ?? 0) }) : undefined
              }
            />
            <button
              type="button"
              className="icon-button"
              aria-label={t("target.request.from-remove", { unit: child.unit.name })}
              onClick={() => onChange(from.filter((row) => row.unitId !== unitId))}
            >
              <Icon name="close" />
            </button>
          </div>
        );
      })}
      <NativeSelect
        label={t("target.request.from-add")}
        value=""
        onChange={(event) => {
          const child = others.find(({ unit }) => unit.id === event.currentTarget.value);
          if (child === undefined) return;
          const less = Math.min(Math.max(0, lacks), child.value ?? 0);
          onChange([...from, { unitId: child.unit.id, typed: written(less) }]);
        }}
        data={[
          { value: "", label: t("target.request.from-pick") },
          ...free.map(({ unit, value }) => ({
            value: unit.id,
            label: t("target.request.from-unit", { unit: unit.name, held: formatCount(value ?? 0) }),
          })),
        ]}
      />
      <p aria-live="polite">
        {lacks > 0 && (
          <StateChip
            state={tried ? "error" : "late"}
            word={t("target.request.lacks", { count: formatCount(lacks) })}
          />
        )}
        {lacks === 0 && plan.wrong.length === 0 && <StateChip state="done" word={t("target.adds-up")} />}
        {lacks < 0 && plan.wrong.length === 0 && (
          <StateChip state="done" word={t("target.request.spare", { count: formatCount(-lacks) })} />
        )}
      </p>
    </fieldset>
  );
}
