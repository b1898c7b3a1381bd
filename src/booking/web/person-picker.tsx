// Finds one person of the unit's list by a few letters, without accents.
import { Button, TextInput } from "@mantine/core";
import { useDeferredValue, useState } from "react";
import { listPeople } from "../../person/contract.ts";
import type { PersonRow } from "../../person/schema.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { Shown } from "../../platform/ui/states.tsx";
import { AddContact } from "./add-contact.tsx";

interface PersonPickerProps {
  readonly unitId: string;
  readonly picked: PersonRow | undefined;
  readonly onPick: (person: PersonRow | undefined) => void;
}

/** Before a name is typed only a few: the slots are to stay in sight. */
const SHOWN = { asked: 8, unasked: 4 };

/** "sinh 1988 · CĐCS Trường Mầm non": what tells two namesakes apart. */
function Tell({ person }: { readonly person: PersonRow }) {
  const t = useT();
  const parts = [
    ...(person.birthYear === null ? [] : [t("booking.hold-born", { year: String(person.birthYear) })]),
    person.unitName,
  ];
  return (
    <span className="person-words">
      <strong>{person.fullName}</strong>
      <span>{parts.join(" · ")}</span>
    </span>
  );
}

export function PersonPicker({ unitId, picked, onPick }: PersonPickerProps) {
  const t = useT();
  const [words, setWords] = useState("");
  const [adding, setAdding] = useState(false);
  const asked = useDeferredValue(words.trim());
  const people = useRead(
    listPeople,
    {
      params: { unitId },
      query: asked === "" ? { limit: SHOWN.unasked } : { limit: SHOWN.asked, words: asked },
    },
    { enabled: picked === undefined, keep: true },
  );
  if (picked !== undefined) {
    return (
      <div className="person person-picked">
        <Icon name="check" />
        <Tell person={picked} />
        <Button variant="default" size="sm" onClick={() => onPick(undefined)}>
          {t("booking.hold-change")}
        </Button>
      </div>
    );
  }
  const add = (
    <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
      {t("booking.add")}
    </Button>
  );
  return (
    <div className="form">
      <TextInput
        label={t("booking.hold-search")}
        description={t("booking.hold-search-help")}
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = people.data?.items[0];
          if (event.key === "Enter" && asked !== "" && first && people.data?.items.length === 1)
            onPick(first);
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <Shown read={people} rows={3}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? (
              <p className="soft" role="status">
                {asked === "" ? t("booking.hold-nobody") : t("booking.hold-none", { words: asked })}
              </p>
            ) : (
              <ul className="people" aria-label={t("booking.hold-found")}>
                {items.map((person) => (
                  <li key={person.id}>
                    <button type="button" className="person" onClick={() => onPick(person)}>
                      <Tell person={person} />
                      <Icon name="right" />
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {next !== null && <p className="soft">{t("booking.hold-more")}</p>}
          </>
        )}
      </Shown>
      {add}
      {adding && (
        <AddContact
          unitId={unitId}
          name={words}
          onClose={() => setAdding(false)}
          onAdded={(person) => {
            setAdding(false);
            onPick(person);
          }}
        />
      )}
    </div>
  );
}
