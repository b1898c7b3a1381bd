// The split as one table, to be read or to be typed into: unions below, what is known of each, its share, the reserve.
import { Button, TextInput } from "@mantine/core";
import {
  type CSSProperties,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { formatDay } from "../../../platform/pure/calendar.ts";
import { Count } from "../../../platform/ui/figures.tsx";
import { useT } from "../../../platform/ui/i18n.tsx";
import { Icon } from "../../../platform/ui/icons.tsx";
import type { TargetView } from "../../schema.ts";
import { foundByName, greatest, pasteDown, STEP } from "./shown-rows.ts";
import { type RowActs, SplitRow } from "./split-row.tsx";
import { written } from "./split-sheet.ts";

/** A split under way: what the boxes hold and what typing does. */
export interface Editing {
  readonly shares: Readonly<Record<string, string>>;
  readonly locked: Readonly<Record<string, true>>;
  readonly changed: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  readonly onShare: RowActs["onShare"];
  readonly onLock: RowActs["onLock"];
  readonly onMany: (shares: Readonly<Record<string, string>>) => void;
}

interface SplitTableProps {
  readonly view: TargetView;
  /** What is kept back, and all of it together. */
  readonly reserve: number;
  readonly total: number;
  readonly hrefOf: (unitId: string) => string;
  /** Absent: the split in force, to be read. */
  readonly editing?: Editing;
}

const NOTHING: ReadonlySet<string> = new Set();

export function SplitTable({ view, reserve, total, hrefOf, editing }: SplitTableProps) {
  const t = useT();
  const { children } = view;
  const [words, setWords] = useState("");
  const [steps, setSteps] = useState(1);
  const printing = usePrinting();
  const asked = useDeferredValue(words);
  const found = useMemo(() => foundByName(children, asked), [children, asked]);
  const rows = printing ? children : found.slice(0, steps * STEP);
  const inForce = useMemo(
    () => Object.fromEntries(children.map(({ unit, value }) => [unit.id, written(value)])),
    [children],
  );
  const shares = editing?.shares ?? inForce;
  const acts = useActs(
    editing,
    rows.map(({ unit }) => unit.id),
  );
  return (
    <>
      {children.length > STEP && (
        <TextInput
          className="no-print"
          type="search"
          label={t("target.find-unit", { count: children.length })}
          leftSection={<Icon name="search" />}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setSteps(1);
          }}
        />
      )}
      {view.childrenLeft > 0 && (
        <p className="soft">{t("target.children-left", { count: view.childrenLeft })}</p>
      )}
      {view.inForceOn !== null && (
        <p className="only-print">
          {t("target.history.version", { version: view.version })},{" "}
          {t("target.history.in-force", { day: formatDay(view.inForceOn) })}
        </p>
      )}
      <p className="share-legend soft" aria-hidden="true">
        <span className="share-key">{t("target.column-assigned")}</span>
        <span className="last-key">{t("target.column-last")}</span>
      </p>
      <div className="table-place">
        {/* Keys only move between the boxes inside. */}
        <table
          className="table stack-table split-table"
          style={{ "--scale": greatest(children, shares) } as CSSProperties}
          onKeyDown={editing && walkBoxes}
        >
          <thead>
            <tr>
              <th scope="col">{t("target.column-unit")}</th>
              <th scope="col" className="number">
                {t("target.column-members")}
              </th>
              <th scope="col" className="number">
                {t("target.column-last")}
              </th>
              <th scope="col" className="number">
                {t("target.column-own")}
              </th>
              <th scope="col" className="number">
                {t("target.column-assigned")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((child) => (
              <SplitRow
                key={child.unit.id}
                child={child}
                href={hrefOf(child.unit.id)}
                share={shares[child.unit.id] ?? ""}
                locked={editing?.locked[child.unit.id] === true}
                changed={(editing?.changed ?? NOTHING).has(child.unit.id)}
                refused={(editing?.refused ?? NOTHING).has(child.unit.id)}
                acts={acts}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={4}>
                {t("target.reserve")} <span className="soft">{t("target.reserve-help")}</span>
              </th>
              <td className="number">
                <Count value={reserve} />
              </td>
            </tr>
            <tr>
              <th scope="row" colSpan={4}>
                {t("target.total")}
              </th>
              <td className="number">
                <Count value={total} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {found.length === 0 && <p className="soft">{t("target.none-found")}</p>}
      {!printing && rows.length < found.length && (
        <Button variant="default" fullWidth className="no-print" onClick={() => setSteps(steps + 1)}>
          {t("target.more-rows", { shown: rows.length, count: found.length })}
        </Button>
      )}
    </>
  );
}

/** The same functions as long as the callers and the rows stay the same, so that untouched rows are not drawn again. */
function useActs(editing: Editing | undefined, shown: readonly string[]): RowActs | undefined {
  const { onShare, onLock, onMany } = editing ?? {};
  const order = shown.join(" ");
  return useMemo(() => {
    if (!onShare || !onLock || !onMany) return undefined;
    return {
      onShare,
      onLock,
      onPaste: (from, pasted) => {
        const taken = pasteDown(order.split(" "), from, pasted);
        if (Object.keys(taken).length === 0) return false;
        onMany(taken);
        return true;
      },
    };
  }, [onShare, onLock, onMany, order]);
}

/** Enter and the arrows go to the box above or below, as in a spreadsheet; Enter does not save. */
function walkBoxes(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>(".share-input")];
  boxes[boxes.indexOf(event.target) + step]?.focus();
}

/** While the page goes to paper every row is there, also those not drawn on the screen yet. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // Printing waits for no later drawing.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, []);
  return printing;
}
