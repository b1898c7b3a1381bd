// The tree in memory: each unit's life as stretches of days. Acts cut the stretch in force on their day up to that
// stretch's own end, so what was decided for later days stays, and independent acts may come in any order.
import type { Day } from "../../platform/pure/calendar.ts";
import type { UNIT_SIDES, UnitKind } from "../schema.ts";

/** A value from `from` until the day before `until`; `until` null: without an end. */
export interface Stretch<T> {
  readonly from: Day;
  readonly until: Day | null;
  readonly value: T;
}

export interface Naming {
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly superiorName: string | null;
  readonly notation: string;
  readonly placeName: string;
  readonly sortKey: string;
  readonly searchKey: string;
  readonly central: boolean;
}

/** Who inherits a closed unit's results; `named` false: the unit above, for want of a successor. */
export interface Heir {
  readonly heirId: string;
  readonly fromOn: Day;
  readonly named: boolean;
}

/** All that is known of a unit's place and names. `closedOn`: the first day it no longer stands. */
export interface UnitLife {
  readonly id: string;
  readonly side: (typeof UNIT_SIDES)[number];
  readonly code: string | null;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly namings: readonly Stretch<Naming>[];
  /** Empty for a root. */
  readonly parents: readonly Stretch<string>[];
  /** Communes and wards covered, ids in order. */
  readonly covers: readonly Stretch<readonly string[]>[];
  readonly heir: Heir | null;
}

/** The part of the tree that was looked up, by id. */
export type Tree = ReadonlyMap<string, UnitLife>;

type Span = Pick<Stretch<unknown>, "from" | "until">;

export const holdsOn = (span: Span, day: Day): boolean =>
  span.from <= day && (span.until === null || day < span.until);

/** The stretch in force on a day. */
export const inForce = <T>(stretches: readonly Stretch<T>[], day: Day): Stretch<T> | undefined =>
  stretches.find((stretch) => holdsOn(stretch, day));

export const stands = (life: UnitLife | undefined, day: Day): life is UnitLife =>
  life !== undefined && holdsOn({ from: life.openedOn, until: life.closedOn }, day);

/** From `day` to the end of the stretch in force then, `value`. */
export const cutIn = <T>(stretches: readonly Stretch<T>[], day: Day, value: T): Stretch<T>[] =>
  stretches.flatMap((stretch) =>
    holdsOn(stretch, day)
      ? [
          ...(stretch.from < day ? [{ ...stretch, until: day }] : []),
          { from: day, until: stretch.until, value },
        ]
      : [stretch],
  );

/**
 * A naming is cut by one of its two sides, its name or its kind: what was decided later of the other side only borrowed
 * this one, and takes the new value along. `until`: as far as that goes.
 */
export function cutNaming(
  namings: readonly Stretch<Naming>[],
  day: Day,
  sideOf: (naming: Naming) => string,
  value: (was: Naming) => Naming,
): { namings: readonly Stretch<Naming>[]; until: Day | null } {
  const first = inForce(namings, day);
  if (first === undefined) return { namings, until: day };
  let until = first.until;
  for (const { from, until: end, value: naming } of namings)
    if (from === until && sideOf(naming) === sideOf(first.value)) until = end;
  const reached = (from: Day): boolean => from >= day && (until === null || from < until);
  const cut = cutIn(namings, day, value(first.value));
  return {
    namings: cut.map((one) =>
      one.from > day && reached(one.from) ? { ...one, value: value(one.value) } : one,
    ),
    until,
  };
}

/** Nothing from `day` on. */
export const cutOff = <T>(stretches: readonly Stretch<T>[], day: Day): Stretch<T>[] =>
  stretches.flatMap((stretch) => {
    if (stretch.from >= day) return [];
    return [stretch.until === null || stretch.until > day ? { ...stretch, until: day } : stretch];
  });

export const parentOn = (tree: Tree, id: string, day: Day): string | undefined =>
  inForce(tree.get(id)?.parents ?? [], day)?.value;

export const namingOn = (tree: Tree, id: string, day: Day): Naming | undefined =>
  inForce(tree.get(id)?.namings ?? [], day)?.value;

/** The units above on a day, nearest first; undefined when the way up goes round in a circle. */
export function aboveOn(tree: Tree, id: string, day: Day): string[] | undefined {
  const above: string[] = [];
  const seen = new Set([id]);
  for (let up = parentOn(tree, id, day); up !== undefined; up = parentOn(tree, up, day)) {
    if (seen.has(up)) return undefined;
    seen.add(up);
    above.push(up);
  }
  return above;
}

/** Where a fact credited to `id` counts on a day: itself while it stands, then its heirs; undefined: not opened yet. */
export function creditOn(tree: Tree, id: string, day: Day): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = tree.get(at)?.heir?.heirId) {
    seen.add(at);
    const life = tree.get(at);
    if (life === undefined || day < life.openedOn) return undefined;
    if (life.closedOn === null || day < life.closedOn) return at;
  }
  return undefined;
}

/** Children by parent, over all days. */
export function childIndex(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const life of tree.values()) {
    for (const parent of new Set(life.parents.map(({ value }) => value))) {
      const known = index.get(parent);
      if (known === undefined) index.set(parent, [life.id]);
      else known.push(life.id);
    }
  }
  return index;
}

/** Every day from `day` on on which something may differ from the day before, in order, `day` itself first. */
export function turningDays(tree: Tree, day: Day): Day[] {
  const days = new Set([day]);
  const add = (on: Day | null): void => {
    if (on !== null && on > day) days.add(on);
  };
  for (const life of tree.values()) {
    add(life.openedOn);
    add(life.closedOn);
    for (const { from } of life.parents) add(from);
    for (const { from } of life.namings) add(from);
  }
  return [...days].sort();
}

/** A row of the database: one commune covered for one span. */
export interface CoverRow extends Span {
  readonly areaId: string;
}

/** Sets by stretch, from one row for each commune; days without any are a stretch of nothing. */
export function coverStretches(
  rows: readonly CoverRow[],
  openedOn: Day,
  closedOn: Day | null,
): Stretch<readonly string[]>[] {
  const turns = [...new Set([openedOn, ...rows.flatMap(({ from, until }) => [from, until ?? openedOn])])]
    .filter((day) => day >= openedOn && (closedOn === null || day < closedOn))
    .sort();
  return turns.map((from, i) => ({
    from,
    until: turns[i + 1] ?? closedOn,
    value: rows
      .filter((row) => holdsOn(row, from))
      .map(({ areaId }) => areaId)
      .sort(),
  }));
}

/** The other way: adjoining stretches that hold the same commune become one row. */
export function coverRows(stretches: readonly Stretch<readonly string[]>[]): CoverRow[] {
  const rows: { areaId: string; from: Day; until: Day | null }[] = [];
  const open = new Map<string, { areaId: string; from: Day; until: Day | null }>();
  for (const { from, until, value } of stretches) {
    for (const areaId of value) {
      const running = open.get(areaId);
      if (running !== undefined && running.until === from) running.until = until;
      else {
        const row = { areaId, from, until };
        open.set(areaId, row);
        rows.push(row);
      }
    }
  }
  return rows;
}
