// The search palette: words in, units of a subtree and parts of the program out; arrows and Enter choose.
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { type Day, formatDay } from "../../platform/pure/calendar.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import { useT } from "../../platform/ui/i18n.tsx";
import { Icon, type IconName } from "../../platform/ui/icons.tsx";
import { useRead } from "../../platform/ui/queries.ts";
import { ProblemNote } from "../../platform/ui/states.tsx";
import { searchUnits } from "../contract.ts";

interface PaletteEntry {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
}

interface UnitPaletteProps {
  /** Units below this one are searched, itself included. */
  readonly rootId: string;
  /** Parts of the program, found by their names. */
  readonly places: readonly PaletteEntry[];
  /** The other day whose tree is on the screen: its units are searched, and shown as of it. */
  readonly day: Day | undefined;
  readonly hrefOf: (unitId: string, day: Day | undefined) => string;
  readonly onClose: () => void;
}

export function UnitPalette({ rootId, places, day: shown, hrefOf, onClose }: UnitPaletteProps) {
  const t = useT();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const asked = useDeferredValue(words.trim());
  const params = { unitId: rootId };
  const then = useRead(
    searchUnits,
    { params, query: { words: asked, ...(shown !== undefined && { asOf: shown }) } },
    { enabled: asked !== "", keep: true },
  );
  // On a day on which the unit one acts for did not stand, there is nothing below it: today's tree is searched.
  const notThen = shown !== undefined && then.error?.code === "not-found";
  const now = useRead(searchUnits, { params, query: { words: asked } }, { enabled: notThen, keep: true });
  const units = notThen ? now : then;
  const day = notThen ? undefined : shown;
  const key = searchKey(asked);
  const found: readonly PaletteEntry[] = [
    ...places.filter(({ label }) => searchKey(label).includes(key)),
    ...(asked === "" ? [] : (units.data?.items ?? [])).map(({ id, name }) => ({
      to: hrefOf(id, day),
      label: name,
      icon: "units" as const,
    })),
  ];
  const current = Math.min(chosen, found.length - 1);
  const open = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    void navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setChosen((current + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(found[current]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t("unit.search-title")}
      onClose={onClose}
      // A press on the ground beside the box is a press on the dialog itself.
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <TextInput
        label={t("unit.search-words")}
        description={
          day === undefined
            ? t("unit.search-help")
            : `${t("unit.search-day", { day: formatDay(day) })} ${t("unit.search-help")}`
        }
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-found"
        aria-activedescendant={found.length > 0 ? `palette-${current}` : undefined}
        leftSection={<Icon name="search" />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
      />
      <ProblemNote problem={units.error} onRetry={() => void units.refetch()} />
      <div className="palette-found" id="palette-found" role="listbox" aria-label={t("unit.search-found")}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, as the combobox pattern has it
          // biome-ignore lint/a11y/useFocusableInteractive: options are pointed at, not focused
          <div
            key={`${entry.to} ${entry.label}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            className="palette-entry"
            onClick={() => open(entry)}
          >
            <Icon name={entry.icon} />
            {entry.label}
          </div>
        ))}
      </div>
      {asked !== "" && found.length === 0 && !units.isFetching && (
        <p className="palette-none">{t("unit.search-none", { words: asked })}</p>
      )}
    </dialog>
  );
}
