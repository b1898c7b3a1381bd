// The laws' other opinion: the tree as a plain table of every unit on every day, changed day by day as the acts say,
// with nothing of the product's cleverness. Slow, obvious, and written apart from the rules it judges.
import type { Act } from "../schema/acts.ts";
import type { Tree } from "./timeline.ts";
import { ALL_DAYS } from "./worlds.testing.ts";

interface Cell {
  parent: string | null;
  /** Who set this parent: a later order for a later day stays. */
  stamp: number;
  /** Set once it has ended: who has its results. */
  heir: string | null;
}
/** By day, by unit; a unit that was not yet opened is absent. */
export type Table = Map<string, Map<string, Cell>>;

/** The starting tree, which stands without change. */
export function tableOf(tree: Tree): Table {
  return new Map(
    ALL_DAYS.map((day) => [
      day,
      new Map(
        [...tree.values()].map((life) => [
          life.id,
          { parent: life.parents[0]?.value ?? null, stamp: 0, heir: null },
        ]),
      ),
    ]),
  );
}

let stamps = 0;

/** Changes the table as an accepted decision says. */
export function carryOutNaively(table: Table, acts: readonly Act[], day: string): void {
  const days = ALL_DAYS.filter((one) => one >= day);
  const stamp = ++stamps;
  const start = table.get(day) ?? new Map<string, Cell>();
  const eve = table.get(ALL_DAYS[ALL_DAYS.indexOf(day) - 1] ?? day) ?? start;
  const ending = new Map<string, string | null>();
  for (const act of acts) {
    if (act.kind === "close") ending.set(act.unitId, act.heirId ?? null);
    if (act.kind === "replace") ending.set(act.unitId, act.heirId);
    if (act.kind === "merge") for (const from of act.fromIds) ending.set(from, act.intoId);
  }
  const goes = new Map<string, string>();
  // First those who follow, then those somebody named, so that a name wins.
  for (const [unit, cell] of start) {
    const heir = cell.heir === null && cell.parent !== null ? ending.get(cell.parent) : undefined;
    if (heir != null && !ending.has(unit)) goes.set(unit, heir);
  }
  for (const act of acts) {
    if (act.kind === "move") goes.set(act.unitId, act.parentId);
    if (act.kind === "split" || act.kind === "replace")
      for (const { unitId, toId } of act.childrenTo) goes.set(unitId, toId);
  }
  for (const [unit, to] of goes) {
    const was = start.get(unit)?.stamp;
    let same = true;
    for (const one of days) {
      const cell = table.get(one)?.get(unit);
      same &&= cell !== undefined && cell.stamp === was && cell.heir === null;
      if (same) table.get(one)?.set(unit, { parent: to, stamp, heir: null });
    }
  }
  for (const act of acts) {
    const news =
      act.kind === "open"
        ? [{ id: act.unit.id, parent: act.parentId }]
        : act.kind === "split"
          ? act.into.map(({ id }) => ({
              id,
              parent: goes.get(act.unitId) ?? start.get(act.unitId)?.parent ?? null,
            }))
          : [];
    for (const { id, parent } of news)
      for (const one of days) table.get(one)?.set(id, { parent, stamp, heir: null });
  }
  for (const [unit, named] of ending) {
    let heir = named ?? eve.get(unit)?.parent ?? null;
    while (named === null && heir !== null && ending.has(heir))
      heir = ending.get(heir) ?? eve.get(heir)?.parent ?? null;
    for (const one of days) table.get(one)?.set(unit, { parent: null, stamp, heir });
  }
}

/** Where a fact of `unit` counts on `day`; undefined where it was never opened by then. */
export function countsAt(table: Table, unit: string, day: string): string | undefined {
  let at: string | null = unit;
  for (let step = 0; at !== null && step < 200; step++) {
    const cell: Cell | undefined = table.get(day)?.get(at);
    if (cell === undefined) return undefined;
    if (cell.heir === null) return at;
    at = cell.heir;
  }
  return undefined;
}

/** Is `unit` at `top` or below it on `day`? */
export function isWithin(table: Table, unit: string, top: string, day: string): boolean {
  let at: string | null = unit;
  for (let step = 0; at !== null && step < 200; step++) {
    if (at === top) return true;
    at = table.get(day)?.get(at)?.parent ?? null;
  }
  return false;
}

export const standingOn = (table: Table, day: string): string[] =>
  [...(table.get(day) ?? [])].filter(([, cell]) => cell.heir === null).map(([unit]) => unit);
