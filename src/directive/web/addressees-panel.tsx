// Whom the letter goes to: each addressee with the unions it stands for, and a question where that is not clear.
import { Button, Checkbox, Stack } from "@mantine/core";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { ProblemError } from "../../platform/ui/client.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { StateChip } from "../../platform/ui/state-chip.tsx";
import { Shown } from "../../platform/ui/states.tsx";
import { UnitFinder } from "../../unit/web/unit-finder.tsx";
import { type LetterDraft, type Resolved, unitsOf, wholeLines } from "./letter-draft.ts";

type Answers = Pick<LetterDraft, "chosen" | "left">;

interface AddresseesPanelProps {
  readonly unitId: string;
  readonly read: {
    readonly data: { readonly asOf: string; readonly addressees: readonly Resolved[] } | undefined;
    readonly error: ProblemError | null;
    readonly refetch: () => unknown;
  };
  readonly answers: Answers;
  readonly onChoose: (addressee: string, units: readonly UnitRef[]) => void;
  readonly onLeave: (addressee: string, left: boolean) => void;
  /** What is wrong, once somebody has tried to confirm. */
  readonly missing: "nobody" | "unanswered" | undefined;
}

export function AddresseesPanel({ unitId, read, answers, onChoose, onLeave, missing }: AddresseesPanelProps) {
  const t = useT();
  return (
    <section className="card" aria-labelledby="goes-to">
      <h2 className="section-head" id="goes-to">
        {t("directive.goes-to")}
      </h2>
      {missing && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {missing === "nobody" ? t("directive.goes-to-nobody") : t("directive.goes-to-unanswered")}
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
                answers={answers}
                onChoose={onChoose}
                onLeave={onLeave}
              />
            ))}
          </>
        )}
      </Shown>
    </section>
  );
}

interface AddresseeProps extends Pick<AddresseesPanelProps, "unitId" | "answers" | "onChoose" | "onLeave"> {
  readonly addressee: Resolved;
  readonly asOf: string;
}

function Addressee({ addressee, asOf, unitId, answers, onChoose, onLeave }: AddresseeProps) {
  const t = useT();
  const units = unitsOf(addressee, answers);
  const left = answers.left.includes(addressee.text);
  const offered = new Map([...addressee.units, ...units].map((unit) => [unit.id, unit]));
  const choose = (ids: readonly string[]): void =>
    onChoose(
      addressee.text,
      [...offered.values()].filter(({ id }) => ids.includes(id)),
    );
  const whole = wholeLines([addressee], answers).length > 0;
  const asked = units.length === 0 && !left && !whole;
  const question =
    addressee.units.length > 0
      ? t("directive.addressee-several", { count: addressee.units.length })
      : t("directive.addressee-unknown");
  return (
    <details className="addressee" open={!addressee.certain || asked}>
      <summary>
        <strong>{addressee.text}</strong>
        {asked && <StateChip state="late" word={t("directive.addressee-unclear")} />}
        {left && <StateChip state="missing" word={t("directive.addressee-left")} />}
        {!asked && !left && (
          <span className="soft">
            {t("directive.addressee-units", { count: whole ? addressee.count : units.length })}
          </span>
        )}
      </summary>
      {!addressee.certain && !left && <p>{question}</p>}
      {whole && <p>{t("directive.addressee-whole", { count: addressee.count })}</p>}
      {offered.size > 0 && !left && (
        <Checkbox.Group
          className="many-units"
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
      {!left && !whole && (
        <UnitFinder
          rootId={unitId}
          label={t("directive.addressee-add")}
          asOf={asOf}
          onChoose={({ id, name, shortName }) => {
            if (!units.some((unit) => unit.id === id))
              onChoose(addressee.text, [...units, { id, name, shortName }]);
          }}
        />
      )}
      <Button
        mt="xs"
        variant={asked ? "default" : "subtle"}
        color="gray"
        leftSection={<Icon name={left ? "undo" : "close"} size={18} />}
        onClick={() => onLeave(addressee.text, !left)}
      >
        {left ? t("directive.addressee-unleave") : t("directive.addressee-leave")}
      </Button>
    </details>
  );
}
