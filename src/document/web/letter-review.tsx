// All fields of a letter, part by part, to be read through and corrected beside its text.
import { Button } from "@mantine/core";
import { useState } from "react";
import { formatCount } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import type { Letter } from "../schema.ts";
import { getAt, setAt, withoutItem } from "./field-path.ts";
import { FieldRow, WarningNote } from "./field-row.tsx";
import { type LetterPart, newItem, partsOf } from "./letter-fields.ts";
import { LetterText } from "./letter-text.tsx";

/** Parts an officer answers for first; the others open when something about them is odd. */
const FIRST: readonly LetterPart["name"][] = ["head", "addressees", "instructions", "reportDuty"];

interface LetterReviewProps {
  /** As it was read, to tell what has been corrected. */
  readonly original: Letter;
  readonly letter: Letter;
  readonly onChange: (letter: Letter) => void;
}

export function LetterReview({ original, letter, onChange }: LetterReviewProps) {
  const [active, setActive] = useState<string>();
  const [wanted, setWanted] = useState<string>();
  return (
    <div className="letter-review">
      <Odd letter={letter} original={original} onGo={setWanted} />
      <LetterText letter={letter} active={active} onPoint={setActive} onChoose={setWanted} />
      <div className="letter-parts">
        {partsOf(letter).map((part) => (
          <Part
            key={part.name}
            part={part}
            original={original}
            letter={letter}
            active={active}
            wanted={wanted}
            onPoint={setActive}
            onChange={onChange}
          />
        ))}
      </div>
    </div>
  );
}

/** How much is odd, said once when the letter has been read, and a way to each of it. */
function Odd({
  letter,
  original,
  onGo,
}: {
  readonly letter: Letter;
  readonly original: Letter;
  readonly onGo: (path: string) => void;
}) {
  const t = useT();
  const open = letter.warnings.filter(
    ({ path = "" }) => JSON.stringify(getAt(letter, path)) === JSON.stringify(getAt(original, path)),
  );
  return (
    <div className={open.length === 0 ? "note note-done letter-odd" : "note letter-odd"} role="status">
      <Icon name={open.length === 0 ? "check" : "alarm"} />
      <div>
        <p>{t("document.odd", { count: open.length })}</p>
        {open.length > 0 && (
          <details>
            <summary>{t("document.odd-which")}</summary>
            <ul className="odd-list">
              {open.map((warning) => (
                <li key={`${warning.code} ${warning.path}`}>
                  <button type="button" className="text-button" onClick={() => onGo(warning.path ?? "")}>
                    {t(`document.warning.${warning.code}`, warning.params)}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

interface PartProps extends LetterReviewProps {
  readonly part: LetterPart;
  readonly active: string | undefined;
  readonly wanted: string | undefined;
  readonly onPoint: (path: string | undefined) => void;
}

const touches = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);

function Part({ part, original, letter, active, wanted, onPoint, onChange }: PartProps) {
  const t = useT();
  const { list } = part;
  const changed = (path: string): boolean =>
    JSON.stringify(getAt(letter, path)) !== JSON.stringify(getAt(original, path));
  const warnings = letter.warnings.filter(({ path }) => part.owns(path ?? ""));
  const fields = part.items.flatMap((item) => item.fields);
  // A warning about a part as a whole ("no targets found") is gone once the part was filled by hand.
  const ofPart = warnings.filter(
    ({ path }) => !fields.some((field) => field.path === path) && !changed(list ?? part.name),
  );
  const isOpen =
    FIRST.includes(part.name) || warnings.length > 0 || (wanted !== undefined && part.owns(wanted));
  return (
    <details className="card letter-part" open={isOpen}>
      <summary>
        <h2>{t(`document.part.${part.name}`)}</h2>
        {list && <span className="figure">{formatCount(part.items.length)}</span>}
      </summary>
      {ofPart.map((warning) => (
        <WarningNote key={`${warning.code} ${warning.path}`} warning={warning} />
      ))}
      {part.items.map((item) => (
        <div key={item.index} className={list ? "letter-item" : undefined}>
          {item.fields
            .filter((field) => !field.rare || getAt(letter, field.path) !== undefined)
            .map((field) => (
              <FieldRow
                key={field.path}
                field={field}
                value={getAt(letter, field.path)}
                warnings={warnings.filter(({ path }) => path === field.path)}
                corrected={changed(field.path)}
                lit={active !== undefined && (touches(active, field.path) || touches(field.path, active))}
                wanted={wanted !== undefined && touches(wanted, field.path)}
                onPoint={onPoint}
                onChange={(path, value) => onChange(setAt(letter, path, value))}
              />
            ))}
          {list && (
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              leftSection={<Icon name="close" size={16} />}
              onClick={() => onChange(withoutItem(letter, list, item.index))}
            >
              {t("document.remove-item", { number: item.index + 1 })}
            </Button>
          )}
        </div>
      ))}
      {list && (
        <Button
          variant="default"
          size="sm"
          leftSection={<Icon name="plus" size={18} />}
          onClick={() => onChange({ ...letter, [list]: [...letter[list], newItem(list, letter)] })}
        >
          {t(`document.add.${list}`)}
        </Button>
      )}
    </details>
  );
}
