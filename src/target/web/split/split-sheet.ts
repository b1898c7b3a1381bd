// What lies on the desk while a number is split: boxes being typed, locks, and the way back. Pure.
import { formatCount } from "../../../platform/pure/text-vi.ts";
import type { TargetView } from "../../schema.ts";
import { typedCount } from "./split-sum.ts";

/** Everything typed so far, as typed. JSON, so that it can be kept as a draft. */
export interface Sheet {
  /** The number from outside; only the leading unit types one. */
  readonly total: string;
  readonly source: string;
  /** Unit id → what its box holds. */
  readonly shares: Readonly<Record<string, string>>;
  /** Units whose share no proposal may change. */
  readonly locked: Readonly<Record<string, true>>;
  readonly reserve: string;
  /** No proposal gives less than this to a unit. */
  readonly minimum: string;
  readonly reason: string;
}

/** A number as a box holds it; nothing for none. */
export const written = (value: number | null): string => (value === null ? "" : formatCount(value));

/** The sheet that says what is in force. */
export const sheetOf = (view: Pick<TargetView, "assigned" | "reserve" | "children">): Sheet => ({
  total: written(view.assigned),
  source: "",
  shares: Object.fromEntries(view.children.map(({ unit, value }) => [unit.id, written(value)])),
  locked: {},
  reserve: view.reserve === 0 ? "" : written(view.reserve),
  minimum: "",
  reason: "",
});

/** A sheet with the steps that led to it. */
export interface Desk {
  readonly sheet: Sheet;
  readonly before: readonly Sheet[];
  readonly after: readonly Sheet[];
  /** The box last typed in: its letters are one step, not one each. */
  readonly box: string | undefined;
}

const STEPS_KEPT = 100;

export const deskOf = (sheet: Sheet): Desk => ({ sheet, before: [], after: [], box: undefined });

/** Puts `change` on the sheet. Changes of the same `box` in a row are one step; without a box each is its own. */
export function put(desk: Desk, change: Partial<Sheet>, box?: string): Desk {
  const sheet = { ...desk.sheet, ...change };
  if (box !== undefined && box === desk.box) return { ...desk, sheet, after: [] };
  return { sheet, before: [...desk.before, desk.sheet].slice(-STEPS_KEPT), after: [], box };
}

/** One share typed. */
export const putShare = (desk: Desk, unitId: string, typed: string): Desk =>
  put(desk, { shares: { ...desk.sheet.shares, [unitId]: typed } }, `share ${unitId}`);

/** Locks a share, or frees it again. */
export function toggleLock(desk: Desk, unitId: string): Desk {
  const { [unitId]: held, ...others } = desk.sheet.locked;
  return put(desk, { locked: held ? others : { ...desk.sheet.locked, [unitId]: true } });
}

export function undo(desk: Desk): Desk {
  const last = desk.before.at(-1);
  if (last === undefined) return desk;
  return {
    sheet: last,
    before: desk.before.slice(0, -1),
    after: [desk.sheet, ...desk.after],
    box: undefined,
  };
}

export function redo(desk: Desk): Desk {
  const [next, ...after] = desk.after;
  if (next === undefined) return desk;
  return { sheet: next, before: [...desk.before, desk.sheet], after, box: undefined };
}

/** Units whose share is no longer the one in force; a share not given yet and an empty box are the same. */
export function changedShares(
  children: TargetView["children"],
  shares: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const changed = children.filter(({ unit, value }) => {
    const typed = shares[unit.id] ?? "";
    return value === null ? typed.trim() !== "" : typedCount(typed) !== value;
  });
  return new Set(changed.map(({ unit }) => unit.id));
}
