// Whom the letter goes to: each addressee with the unions it stands for, and a question where that is not clear.
import { Checkbox, Stack } from "@mantine/core";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { Shown } from "../../platform/ui/states.tsx";
import { UnitFinder } from "../../unit/web/unit-finder.tsx";
import { type LetterDraft, type Resolved, unitsOf } from "./letter-draft.ts";

interface AddresseesPanelProps {
  readonly unitId: string;
  readonly read: {
    readonly data: { readonly asOf: string; readonly addressees: readonly Resolved[] } | undefined;
    readonly error: ProblemError | null;
    readonly refetch: () => unknown;
  };
  readonly chosen: LetterDraft["chosen"];
  readonly onChoose: (addressee: string, units: readonly UnitRef[]) => void;
  readonly missing: boolean;
}

export function AddresseesPanel({ unitId, read, chosen, onChoose, missing }: AddresseesPanelProps) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="goes-to">
      <h2 className="section-head" id="goes-to">
        {t("directive.goes-to")}
      </h2>
      {missing && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {t("directive.goes-to-nobody")}
        </p>
      )}
      <Shown read={read} rows={2}>
        {({ addressees, asOf }) => (
          <>
            {addressees.length === 0 && <p>{t("directive.no-addressee")}</p>}
            {addressees.map((addressee) => (
              <Addressee
                key={addressee.ordinal}
                addressee={addressee}
                asOf={asOf}
                unitId={unitId}
                chosen={chosen}
                onChoose={onChoose}
              />
            ))}
          </>
        )}
      </Shown>
    </section>
  );
}

interface AddresseeProps extends Pick<AddresseesPanelProps, "unitId" | "chosen" | "onChoose"> {
  readonly addressee: Resolved;
  readonly asOf: string;
}

function Addressee({ addressee, asOf, unitId, chosen, onChoose }: AddresseeProps) {
  const t = useT();
  const units = unitsOf(addressee, chosen);
  const offered = new Map([...addressee.units, ...units].map((unit) => [unit.id, unit]));
  const choose = (ids: readonly string[]): void =>
    onChoose(
      addressee.text,
      [...offered.values()].filter(({ id }) => ids.includes(id)),
    );
  const unclear = units.length === 0;
  return (
    <details className="addressee" open={unclear}>
      <summary>
        <strong>{addressee.text}</strong>
        {unclear ? (
          <StateChip state="late" word={t("directive.addressee-unclear")} />
        ) : (
          <span className="soft">{t("directive.addressee-units", { count: units.length })}</span>
        )}
      </summary>
      {unclear && <p className="soft">{t("directive.addressee-ask")}</p>}
      {offered.size > 0 && (
        <Checkbox.Group
          label={t("directive.addressee-which")}
          value={units.map(({ id }) => id)}
          onChange={choose}
        >
          <Stack gap={4} my="xs">
            {[...offered.values()].map((unit) => (
              <Checkbox key={unit.id} value={unit.id} label={unit.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <UnitFinder
        rootId={unitId}
        label={t("directive.addressee-add")}
        asOf={asOf}
        onChoose={(unit) => {
          if (!units.some(({ id }) => id === unit.id)) {
            const { id, name, shortName } = unit;
            onChoose(addressee.text, [...units, { id, name, shortName }]);
          }
        }}
      />
    </details>
  );
}
