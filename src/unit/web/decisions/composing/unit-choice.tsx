// Choosing units for an act: those of the tree by their names, and those the decision itself opens.
import { Button } from "@mantine/core";
import { useId } from "react";
import { useT } from "../../../../platform/ui/i18n.tsx";
import { Icon } from "../../../../platform/ui/icons.tsx";
import { UnitFinder } from "../../unit-finder.tsx";
import { useCompose } from "./context.tsx";

interface ChosenProps {
  readonly ids: readonly string[];
  readonly onRemove: (unitId: string) => void;
}

export function Chosen({ ids, onRemove }: ChosenProps) {
  const t = useT();
  const { nameOf } = useCompose();
  return (
    <ul className="chosen-units">
      {ids.map((id) => (
        <li key={id}>
          <span>{nameOf(id)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={`${t("common.remove")} ${nameOf(id)}`}
            onClick={() => onRemove(id)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface OfferProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly chosen: readonly string[];
  /** Offer the units the decision opens. */
  readonly opened: boolean;
  readonly onChoose: (unitId: string, name: string) => void;
}

function Offer({ label, description, chosen, opened: offersOpened, onChoose }: OfferProps) {
  const t = useT();
  const { unitId, asOf, opened, learn } = useCompose();
  const offered = offersOpened ? opened.filter(({ id }) => !chosen.includes(id)) : [];
  return (
    <>
      <UnitFinder
        rootId={unitId}
        label={label}
        {...(description !== undefined && { description })}
        {...(asOf !== undefined && { asOf })}
        onChoose={(unit) => {
          learn([unit]);
          onChoose(unit.id, unit.name);
        }}
      />
      {offered.length > 0 && (
        <div className="opened-offer">
          <span className="soft">{t("unit.choose-opened")}</span>
          {offered.map(({ id, name, shortName }) => (
            <Button
              key={id}
              variant="default"
              size="sm"
              leftSection={<Icon name="plus" size={16} />}
              onClick={() => onChoose(id, name)}
            >
              {shortName}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

interface UnitChoiceProps {
  readonly label: string;
  readonly description?: string;
  /** "" for none. */
  readonly value: string;
  /** With its name, which may not be known elsewhere yet. */
  readonly onChange: (unitId: string, name: string) => void;
  readonly opened?: boolean;
}

export function UnitChoice({ label, description, value, onChange, opened = false }: UnitChoiceProps) {
  const head = useId();
  if (value === "") {
    return <Offer label={label} description={description} chosen={[]} opened={opened} onChoose={onChange} />;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: one line, not a set of fields
    <div role="group" aria-labelledby={head}>
      <p id={head} className="choice-label">
        {label}
      </p>
      <Chosen ids={[value]} onRemove={() => onChange("", "")} />
    </div>
  );
}

interface UnitsChoiceProps {
  readonly label: string;
  readonly description?: string;
  readonly value: readonly string[];
  readonly onChange: (unitIds: readonly string[]) => void;
  readonly opened?: boolean;
}

export function UnitsChoice({ label, description, value, onChange, opened = false }: UnitsChoiceProps) {
  return (
    <div>
      <Offer
        label={label}
        description={description}
        chosen={value}
        opened={opened}
        onChoose={(unitId) => !value.includes(unitId) && onChange([...value, unitId])}
      />
      <Chosen ids={value} onRemove={(unitId) => onChange(value.filter((id) => id !== unitId))} />
    </div>
  );
}
