// The printed list typed back without leaving the keyboard: number, sign, next.
import { Button, TextInput, Title } from "@mantine/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import { Link } from "react-router";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon } from "../../platform/ui/icons.tsx";
import { meant, press, startTyping } from "../rules/typing.ts";
import type { Volume } from "../schema.ts";
import { DonorWords } from "./donor-list.tsx";
import type { Donor } from "./outcomes.ts";
import type { Typed } from "./use-typed.ts";
import { outcomeState, outcomeWord } from "./volumes.ts";

interface TypeBackProps {
  readonly donors: readonly Donor[];
  readonly typed: Typed;
  /** Address of the printed list; undefined where it is not this person's to print. */
  readonly listAt: string | undefined;
}

export function TypeBack({ donors, typed, listAt }: TypeBackProps) {
  const t = useT();
  const byNumber = useMemo(
    () => new Map(donors.flatMap((donor) => (donor.number === null ? [] : [[donor.number, donor] as const]))),
    [donors],
  );
  const numbers = useMemo(() => [...byNumber.keys()].sort((a, b) => a - b), [byNumber]);
  const [kept, setKept] = useState(() => startTyping(numbers));
  const [said, setSaid] = useState("");
  // Before the list was loaded nobody was expected.
  const state = kept.expected === undefined && kept.typed === "" && said === "" ? startTyping(numbers) : kept;
  const number = meant(state);
  const donor = number === undefined ? undefined : byNumber.get(number);

  const enter = (of: Donor, volume: Volume): void => {
    typed.type({ bookingId: of.bookingId, fullName: of.fullName, number: of.number, volume });
    setSaid(
      t("turnout.typed-done", { number: of.number, name: of.fullName, outcome: outcomeWord(t, volume) }),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = press(state, event.key, numbers);
    if (!pressed.taken) return;
    event.preventDefault();
    setKept(pressed.state);
    const of = pressed.entry && byNumber.get(pressed.entry.number);
    if (of && pressed.entry) enter(of, pressed.entry.volume);
    if (pressed.unknown !== undefined) setSaid(t("turnout.typed-unknown", { number: pressed.unknown }));
  };
  return (
    <section className="card fast no-print">
      <div className="donors-head">
        <Title order={2} size="h3">
          {t("turnout.type")}
        </Title>
        {listAt !== undefined && (
          <Button component={Link} to={listAt} variant="subtle" leftSection={<Icon name="print" />}>
            {t("turnout.to-list")}
          </Button>
        )}
      </div>
      {numbers.length === 0 ? (
        <p className="soft">{t("turnout.type-none")}</p>
      ) : (
        <>
          <div className="type-row">
            <TextInput
              className="type-number"
              label={t("turnout.type-number")}
              inputMode="numeric"
              autoComplete="off"
              spellCheck={false}
              placeholder={state.expected === undefined ? "" : String(state.expected)}
              value={state.typed}
              // Keys do it all; a phone without keys sends digits only this way.
              onChange={(event) => {
                const digits = event.currentTarget.value.replace(/\D/g, "").slice(0, 5);
                setKept({ ...state, typed: digits, asking: false });
              }}
              onKeyDown={onKeyDown}
              aria-describedby="type-keys"
            />
            <p className={state.asking ? "type-who type-asked" : "type-who"} aria-live="polite">
              {donor === undefined ? (
                <span className="soft">
                  {number === undefined ? t("turnout.type-end") : t("turnout.typed-unknown", { number })}
                </span>
              ) : (
                <DonorWords donor={donor} />
              )}
            </p>
          </div>
          <p id="type-keys" className="soft type-keys">
            <kbd>/</kbd> {t("turnout.ml", { ml: "250" })} <kbd>+</kbd> {t("turnout.ml", { ml: "350" })}{" "}
            <kbd>*</kbd> {t("turnout.ml", { ml: "450" })} <kbd>-</kbd> {t("turnout.not")}.{" "}
            {t("turnout.type-help")}
          </p>
        </>
      )}
      <p className="fast-said" role="status">
        {said !== "" && (
          <>
            <Icon name="check" /> {said}
          </>
        )}
      </p>
      <OnTheirWay typed={typed} />
    </section>
  );
}

/** What was typed and is not yet on the server, and what it would not take. */
function OnTheirWay({ typed: { rows, stuck } }: { readonly typed: Typed }) {
  const t = useT();
  const count = rows.waiting.length + rows.sending.length;
  return (
    <>
      {count > 0 && (
        <p className="soft" role="status">
          {t(stuck ? "turnout.typed-stuck" : "turnout.typed-waiting", { count })}
        </p>
      )}
      {rows.refused.length > 0 && (
        <div className="note note-error" role="alert">
          <Icon name="error" />
          <div>
            <p>{t("turnout.typed-refused")}</p>
            <ul>
              {rows.refused.map((row) => (
                <li key={row.bookingId}>
                  {row.number === null ? "" : `${row.number}. `}
                  {row.fullName}
                  {row.volume !== null && ` – ${outcomeState(t, row.volume)}`}: {refusedWords(t, row.problem)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}

const SAID = ["not-confirmed", "sessions-running", "turnout-closed", "not-open"] as const;

function refusedWords(t: ReturnType<typeof useT>, problem: string): string {
  const known = SAID.find((code) => code === problem);
  return t(known === undefined ? "turnout.refused.other" : `turnout.refused.${known}`);
}
