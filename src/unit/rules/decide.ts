// May these acts be? All reasons at once, and the tree as it would stand with them.
import { addDays, type Day } from "../../platform/pure/calendar.ts";
import type { Act, ActReason } from "../schema/acts.ts";
import { amend, nameSide, renameFrom, retypeFrom } from "./amend.ts";
import { compose, heirsOf, type Operations } from "./compose.ts";
import { KINDS, mayStandBelow } from "./kinds.ts";
import {
  aboveOn,
  childIndex,
  holdsOn,
  inForce,
  namingOn,
  parentOn,
  stands,
  type Tree,
  turningDays,
  type UnitLife,
} from "./timeline.ts";

export interface Asked {
  /** The part of the tree the acts speak of: units named, all above them, those below units that end or change kind. */
  readonly tree: Tree;
  readonly acts: readonly Act[];
  /** The first day of the new tree. */
  readonly day: Day;
  /** Who decides. */
  readonly deciderId: string;
  /** Outside codes that other units bear already. */
  readonly takenCodes?: ReadonlySet<string>;
}

/** What a decision does, in the words the hand-over is told. */
export interface Outcome {
  readonly opened: readonly { readonly unitId: string; readonly parentId: string }[];
  readonly closed: readonly {
    readonly unitId: string;
    readonly heirId: string;
    readonly named: boolean;
    readonly members: "follow" | "leave";
  }[];
  readonly moved: readonly { readonly unitId: string; readonly fromId: string; readonly toId: string }[];
  readonly renamed: readonly string[];
  readonly covered: readonly string[];
}

/** An outcome with whose it is and from when: what hand-overs are told, and what is kept of an applied decision. */
export interface Change extends Outcome {
  readonly decisionId: string;
  readonly unitId: string;
  readonly effectiveOn: Day;
}

export interface Decided {
  readonly ok: boolean;
  readonly reasons: readonly ActReason[];
  readonly operations: Operations;
  readonly outcome: Outcome;
  /** Units whose rows change, as they would be. Meaningless unless `ok`. */
  readonly changed: ReadonlyMap<string, UnitLife>;
}

type Code = ActReason["code"];

export function decide({ tree, acts, day, deciderId, takenCodes = new Set() }: Asked): Decided {
  const operations = compose(acts, tree, day);
  const heirs = heirsOf(operations, tree, day);
  const changed = amend(tree, operations, heirs, day);
  const after: Tree = new Map([...tree, ...changed]);
  const days = turningDays(after, day);
  const eve = addDays(day, -1);
  const found = new Map<string, { code: Code; act?: number; unitIds: Set<string> }>();
  const because = (code: Code, act: number | undefined, ...unitIds: string[]): void => {
    const key = `${code} ${act}`;
    const known = found.get(key) ?? { code, ...(act !== undefined && { act }), unitIds: new Set<string>() };
    for (const id of unitIds) known.unitIds.add(id);
    found.set(key, known);
  };
  const { opens, closes, places, names, kinds, covers } = operations;
  const startsOrStands = (id: string): boolean => stands(tree.get(id), day) || opens.has(id);
  const isRoot = (id: string): boolean => tree.get(id)?.parents.length === 0;

  for (const { code, act, unitIds } of operations.reasons) because(code, act, ...unitIds);
  if (!stands(tree.get(deciderId), day)) because("unit-not-standing", undefined, deciderId);

  /** The unit must stand on the day, strictly below who decides, on every day the act reaches. */
  const touches = (id: string, act: number, until: Day | null): boolean => {
    const life = tree.get(id);
    if (!stands(life, day)) {
      if (!opens.has(id)) because("unit-not-standing", act, id);
      return false;
    }
    if (id === deciderId) {
      because("own-unit", act, id);
      return false;
    }
    const away = days.find(
      (on) =>
        holdsOn({ from: day, until }, on) && stands(life, on) && !aboveOn(tree, id, on)?.includes(deciderId),
    );
    if (away !== undefined) because(away === day ? "outside-decider" : "later-change", act, id);
    return away === undefined;
  };

  for (const [id, { act, unit, parentId }] of opens) {
    if (tree.has(id) || (unit.code !== undefined && takenCodes.has(unit.code))) because("id-taken", act, id);
    if (parentId === undefined) because("unit-not-standing", act, id);
    if (KINDS[unit.kind].side !== unit.side) because("side-differs", act, id);
  }
  for (const [id, { act, rename }] of names) {
    const { namings, until } = renameFrom(tree.get(id)?.namings ?? [], day, rename);
    // Nobody stands above a root to decide its letterhead.
    const ownRoot = id === deciderId && isRoot(id) && stands(tree.get(id), day);
    if (!ownRoot && !touches(id, act, until)) continue;
    const was = namingOn(tree, id, day);
    const becomes = inForce(namings, day)?.value;
    if (was && becomes && nameSide(was) === nameSide(becomes)) because("already-so", act, id);
  }
  for (const [id, { act, kind }] of kinds) {
    if (!touches(id, act, retypeFrom(tree.get(id)?.namings ?? [], day, kind).until)) continue;
    if (namingOn(tree, id, day)?.kind === kind) because("already-so", act, id);
    if (KINDS[kind].side !== tree.get(id)?.side) because("side-differs", act, id);
  }
  for (const [id, { act, parentId, implied }] of places) {
    const stretch = inForce(tree.get(id)?.parents ?? [], day);
    if (!touches(id, act, stretch?.until ?? null)) continue;
    if (stretch?.value === parentId && !implied) because("already-so", act, id);
    const life = tree.get(id);
    // Its results went to who stood above on its last day: that may not become another unit afterwards.
    if (life?.heir && !life.heir.named && stretch?.until === life.closedOn) because("later-change", act, id);
  }
  for (const [id, { act, areaIds }] of covers) {
    const areas = areaIds.filter(
      (area) => tree.get(area)?.side !== "commune" || !stands(tree.get(area), day),
    );
    if (areas.length > 0) because("area-not-area", act, ...areas);
    if (opens.has(id)) continue;
    const stretch = inForce(tree.get(id)?.covers ?? [], day);
    if (!(id === deciderId && isRoot(id)) && !touches(id, act, stretch?.until ?? null)) continue;
    if (same(stretch?.value, areaIds)) because("already-so", act, id);
  }
  for (const { act, unitId } of operations.splits) if (!opens.has(unitId)) touches(unitId, act, null);

  const below = childIndex(after);
  const heirOfWhom = new Map<string, string[]>();
  for (const life of tree.values()) {
    if (life.heir === null) continue;
    heirOfWhom.set(life.heir.heirId, [...(heirOfWhom.get(life.heir.heirId) ?? []), life.id]);
  }
  for (const [id, { act, heirId: namedHeir }] of closes) {
    if (!touches(id, act, null)) continue;
    const life = tree.get(id);
    if (life === undefined) continue;
    // It needs a last day, and nothing decided for later may be cut off.
    if (!stands(life, eve)) because("unit-not-standing", act, id);
    const comesLater = [...life.namings, ...life.parents, ...life.covers].some(({ from }) => from > day);
    const inheritsLater = (heirOfWhom.get(id) ?? []).some(
      (from) => (tree.get(from)?.heir?.fromOn ?? "") > day,
    );
    if (life.closedOn !== null || comesLater || inheritsLater) because("later-change", act, id);
    for (const child of below.get(id) ?? []) {
      const left = (after.get(child)?.parents ?? []).filter(
        ({ value, until }) => value === id && (until === null || until > day),
      );
      if (left.some(({ from }) => from > day)) because("later-change", act, child);
      // Where an act itself puts it there, that act is told.
      else if (left.length > 0 && !places.has(child) && !opens.has(child))
        because("children-left", act, child);
    }
    const heirId = heirs.get(id);
    if (heirId === undefined || !startsOrStands(heirId)) because("heir-not-standing", act, heirId ?? id);
    else if (closes.has(heirId)) because("heir-is-ending", act, heirId);
    else if (after.get(heirId)?.side !== life.side) because("side-differs", act, heirId);
    else if (heirId !== deciderId && !aboveOn(after, heirId, day)?.includes(deciderId))
      because(aboveOn(after, heirId, day) === undefined ? "circle" : "outside-decider", act, heirId);
    // A successor that is said by name must be one.
    if (namedHeir === id) because("heir-is-ending", act, id);
  }
  for (const act of acts.keys()) {
    const one = acts[act];
    if (one?.kind !== "replace") continue;
    for (const successor of one.successorIds) {
      if (!stands(after.get(successor), day)) because("heir-not-standing", act + 1, successor);
    }
  }

  /** Where a unit now hangs must be there, of a fitting kind and below who decides, for as long as it hangs there. */
  const hangs = (id: string, act: number, implied: boolean): void => {
    const life = after.get(id);
    const stretch = inForce(life?.parents ?? [], day);
    if (life === undefined || stretch === undefined) return;
    for (const on of days) {
      if (!holdsOn(stretch, on) || !stands(life, on)) continue;
      const parent = after.get(stretch.value);
      const above = aboveOn(after, id, on);
      const kind = namingOn(after, id, on)?.kind;
      const parentKind = namingOn(after, stretch.value, on)?.kind;
      let code: Code | undefined;
      if (!stands(parent, on)) code = implied ? "heir-not-standing" : "parent-not-standing";
      else if (above === undefined) code = "circle";
      else if (!above.includes(deciderId) && isRoot(above.at(-1) ?? id)) code = "outside-decider";
      else if (parent.side !== life.side) code = "side-differs";
      else if (kind !== undefined && parentKind !== undefined && !mayStandBelow(kind, parentKind))
        code = "parent-kind";
      if (code === undefined) continue;
      because(on === day || code === "parent-kind" ? code : "later-change", act, id);
      return;
    }
  };
  for (const [id, { act }] of opens) if (!tree.has(id)) hangs(id, act, false);
  for (const [id, { act, implied }] of places) if (stands(tree.get(id), day)) hangs(id, act, implied);
  for (const [id, { act }] of kinds) {
    if (!stands(tree.get(id), day)) continue;
    if (!places.has(id)) hangs(id, act, false);
    for (const child of below.get(id) ?? []) if (parentOn(after, child, day) === id) hangs(child, act, false);
  }

  const reasons = [...found.values()]
    .map(({ unitIds, ...reason }) => ({ ...reason, unitIds: [...unitIds].sort() }))
    .sort((a, b) => (a.act ?? 0) - (b.act ?? 0) || (a.code < b.code ? -1 : 1));
  return {
    ok: reasons.length === 0,
    reasons,
    operations,
    outcome: outcomeOf(tree, operations, heirs, day),
    changed,
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function outcomeOf(
  tree: Tree,
  operations: Operations,
  heirs: ReadonlyMap<string, string>,
  day: Day,
): Outcome {
  const { opens, closes, places, names, kinds, covers } = operations;
  return {
    opened: [...opens].flatMap(([unitId, { parentId }]) => (parentId ? [{ unitId, parentId }] : [])),
    closed: [...closes].flatMap(([unitId, { heirId: namedHeir, members }]) => {
      const heirId = heirs.get(unitId);
      return heirId === undefined ? [] : [{ unitId, heirId, named: namedHeir !== undefined, members }];
    }),
    moved: [...places].flatMap(([unitId, { parentId: toId }]) => {
      const fromId = parentOn(tree, unitId, day);
      return fromId === undefined ? [] : [{ unitId, fromId, toId }];
    }),
    renamed: [...new Set([...names.keys(), ...kinds.keys()])],
    covered: [...covers.keys()],
  };
}
