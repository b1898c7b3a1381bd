// Kính gửi: each line of the letter with the units it stands for, ticked or not.
import { Checkbox, TextInput } from "@mantine/core";
import type { UnitRef } from "../../../platform/contract/shapes.ts";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import { UnitFinder } from "../../../unit/web/unit-finder.tsx";
import { AddButton, RemoveButton } from "./form-parts.tsx";
import { blankLine, type NextDraft, type NextLine } from "./next-draft.ts";

type Lines = NextDraft["lines"];

interface LinesEditorProps {
  readonly unitId: string;
  readonly lines: Lines;
  /** A letter that changes another reaches exactly whom that one holds for: shown, not chosen. */
  readonly fixed: boolean;
  readonly missing: boolean;
  readonly onChange: (change: (lines: Lines) => Lines) => void;
}

export function LinesEditor({ unitId, lines, fixed, missing, onChange }: LinesEditorProps) {
  const t = useT();
  const replace = (line: NextLine): void =>
    onChange((list) => list.map((other) => (other.key === line.key ? line : other)));
  return (
    <>
      {fixed && <p className="soft">{t("directive.next-recipients-fixed")}</p>}
      {missing && (
        <p className="note note-error" role="alert">
          <Icon name="error" />
          {t("directive.goes-to-nobody")}
        </p>
      )}
      {lines.map((line, index) => (
        <Line
          key={line.key}
          line={line}
          number={index + 1}
          unitId={unitId}
          fixed={fixed}
          onChange={replace}
          onRemove={() => onChange((list) => list.filter(({ key }) => key !== line.key))}
        />
      ))}
      {!fixed && (
        <AddButton
          label={t("document.add.addressees")}
          onAdd={() => onChange((list) => [...list, blankLine()])}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly line: NextLine;
  readonly number: number;
  readonly unitId: string;
  readonly fixed: boolean;
  readonly onChange: (line: NextLine) => void;
  readonly onRemove: () => void;
}

function Line({ line, number, unitId, fixed, onChange, onRemove }: LineProps) {
  const t = useT();
  const { addressee, units, whole } = line;
  const on = units.filter((one) => one.on);
  const retype = (text: string): void => {
    // Other words no longer stand for the group they stood for.
    const { whole: _whole, ...rest } = line;
    onChange({ ...rest, addressee: { text } });
  };
  const add = ({ id, name, shortName }: UnitRef): void => {
    const rest = units.filter(({ unit }) => unit.id !== id);
    onChange({ ...line, units: [...rest, { unit: { id, name, shortName }, on: true }] });
  };
  return (
    <div className="next-item">
      <div className="next-line">
        <TextInput
          label={t("directive.next-line", { number })}
          value={addressee.text}
          onChange={(event) => retype(event.currentTarget.value)}
        />
        {!fixed && <RemoveButton label={t("directive.next-line-remove", { number })} onRemove={onRemove} />}
      </div>
      {whole !== undefined && <p>{t("directive.addressee-whole", { count: whole })}</p>}
      <details className="inner-form" open={!fixed && on.length === 0 && whole === undefined}>
        <summary>
          {fixed
            ? t("directive.addressee-units", { count: on.length })
            : t("directive.next-units", { on: on.length, count: units.length })}
        </summary>
        {fixed ? (
          <ul className="plain-list">
            {on.map(({ unit }) => (
              <li key={unit.id}>{unit.name}</li>
            ))}
          </ul>
        ) : (
          <>
            {units.length > 0 && (
              <Checkbox.Group
                className="many-units"
                label={t("directive.addressee-which")}
                value={on.map(({ unit }) => unit.id)}
                onChange={(ids) =>
                  onChange({
                    ...line,
                    units: units.map((one) => ({ ...one, on: ids.includes(one.unit.id) })),
                  })
                }
              >
                <div className="duty-choices">
                  {units.map(({ unit }) => (
                    <Checkbox key={unit.id} value={unit.id} label={unit.name} />
                  ))}
                </div>
              </Checkbox.Group>
            )}
            <UnitFinder rootId={unitId} label={t("directive.addressee-add")} onChoose={add} />
          </>
        )}
      </details>
    </div>
  );
}
