// Outcomes without leaving the keyboard: part of a name, Enter, one digit, and on to the next person.
import { TextInput, Title } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { useReadPages } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { listOutcomes } from "../contract.ts";
import type { Volume } from "../schema.ts";
import { DonorWords } from "./donor-list.tsx";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import type { Donor, Outcomes } from "./outcomes.ts";
import { OUTCOMES, outcomeState, outcomeWord } from "./volumes.ts";

interface FastEntryProps {
  readonly driveId: string;
  readonly outcomes: Outcomes;
}

const FOUND = 6;

export function FastEntry({ driveId, outcomes }: FastEntryProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const [picked, setPicked] = useState<Donor>();
  const [said, setSaid] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useReadPages(
    listOutcomes,
    { params: { driveId }, query: { words: asked, limit: FOUND } },
    { enabled: asked !== "", keep: true },
  );
  const donors = asked === "" ? [] : (found.items ?? []);
  const current = Math.min(chosen, donors.length - 1);

  const again = (): void => {
    setPicked(undefined);
    setWords("");
    setChosen(0);
    // The field is there again only after this render.
    setTimeout(() => input.current?.focus());
  };
  const choose = (donor: Donor, volume: Volume | null): void => {
    const outcome = volume === null ? t("turnout.taken-back") : outcomeWord(t, volume);
    setSaid(t("turnout.fast-done", { name: donor.fullName, outcome }));
    void outcomes.record(donor, volume);
    again();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && donors.length > 0) {
      event.preventDefault();
      setChosen((current + step + donors.length) % donors.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Only what was found for these very words: Enter may come before the answer.
      if (asked === words.trim() && donors[current]) setPicked(donors[current]);
    } else if (event.key === "Escape") again();
  };
  return (
    <section className="card fast no-print">
      <Title order={2} size="h3">
        {t("turnout.fast")}
      </Title>
      {picked ? (
        <Picked donor={picked} onChoose={choose} onCancel={again} />
      ) : (
        <>
          <TextInput
            ref={input}
            label={t("turnout.fast-name")}
            description={t("turnout.fast-help")}
            role="combobox"
            aria-expanded={donors.length > 0}
            aria-controls="fast-found"
            aria-activedescendant={donors.length > 0 ? `fast-${current}` : undefined}
            leftSection={<Icon name="search" />}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
            autoComplete="off"
            spellCheck={false}
          />
          <ProblemNote problem={found.error} onRetry={found.retry} />
          <div id="fast-found" role="listbox" aria-label={t("turnout.people")} className="fast-found">
            {donors.map((donor, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as the combobox pattern has it
              // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at, not focused
              <div
                key={donor.bookingId}
                id={`fast-${index}`}
                role="option"
                aria-selected={index === current}
                className="fast-option"
                onClick={() => setPicked(donor)}
              >
                <DonorWords donor={donor} />
                {donor.volume !== null && <span>{outcomeState(t, donor.volume)}</span>}
              </div>
            ))}
          </div>
          {asked !== "" && found.items?.length === 0 && (
            <p className="soft">{t("turnout.none-found", { words: asked })}</p>
          )}
        </>
      )}
      <p className="fast-said" role="status">
        {said !== "" && (
          <>
            <Icon name="check" /> {said}
          </>
        )}
      </p>
    </section>
  );
}

interface PickedProps {
  readonly donor: Donor;
  readonly onChoose: (donor: Donor, volume: Volume | null) => void;
  readonly onCancel: () => void;
}

function Picked({ donor, onChoose, onCancel }: PickedProps) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const outcome = OUTCOMES.find(({ digit }) => digit === event.key);
    if (outcome) {
      event.preventDefault();
      onChoose(donor, outcome.volume);
    } else if (event.key === "Escape") onCancel();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: holds the focus between the name and a digit
    <div
      ref={place}
      className="fast-picked"
      role="group"
      tabIndex={-1}
      aria-label={`${donor.fullName}. ${t("turnout.fast-keys")}`}
      onKeyDown={onKeyDown}
    >
      <DonorWords donor={donor} />
      {donor.volume !== null && (
        <p className="soft">{t("turnout.fast-before", { outcome: outcomeState(t, donor.volume) })}</p>
      )}
      <OutcomeButtons donor={donor} digits onChoose={(volume) => onChoose(donor, volume)} />
      <p className="soft">{t("turnout.fast-picked")}</p>
    </div>
  );
}
