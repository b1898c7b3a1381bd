// Acts → primitive operations. Each says a thing of a unit once; the order of the acts never matters.
import { addDays, type Day } from "../../platform/pure/calendar.ts";
import type { Act, ActReason, MembersGo, OpenedUnit } from "../schema/acts.ts";
import type { UnitKind } from "../schema.ts";
import { childIndex, inForce, parentOn, type Tree } from "./timeline.ts";

export type Rename = Extract<Act, { kind: "rename" }>;

export interface Opening {
  readonly act: number;
  readonly unit: OpenedUnit;
  readonly parentId: string | undefined;
  readonly areaIds: readonly string[];
}
export interface Closing {
  readonly act: number;
  /** Named by the act; absent: the unit above. */
  readonly heirId: string | undefined;
  readonly members: MembersGo;
  readonly keepAs: string | undefined;
}
export interface Placing {
  readonly act: number;
  readonly parentId: string;
  /** Nobody named it: it follows because the unit above ends. */
  readonly implied: boolean;
}

export interface Operations {
  readonly opens: ReadonlyMap<string, Opening>;
  readonly closes: ReadonlyMap<string, Closing>;
  readonly places: ReadonlyMap<string, Placing>;
  readonly names: ReadonlyMap<string, { readonly act: number; readonly rename: Rename }>;
  readonly kinds: ReadonlyMap<string, { readonly act: number; readonly kind: UnitKind }>;
  readonly covers: ReadonlyMap<string, { readonly act: number; readonly areaIds: readonly string[] }>;
  readonly splits: readonly { readonly act: number; readonly unitId: string }[];
  /** What contradicts itself, or names a child that is none. */
  readonly reasons: readonly ActReason[];
}

/** Every unit the acts name, by what for. `places` are those whose children must be known. */
export function unitsNamed(acts: readonly Act[]): {
  ids: readonly string[];
  withChildren: readonly string[];
  areas: readonly string[];
  opened: readonly OpenedUnit[];
} {
  const ids = new Set<string>();
  const withChildren = new Set<string>();
  const areas = new Set<string>();
  const opened: OpenedUnit[] = [];
  const add = (...more: (string | undefined)[]): void => {
    for (const id of more) if (id !== undefined) ids.add(id);
  };
  for (const act of acts) {
    switch (act.kind) {
      case "open":
        opened.push(act.unit);
        add(act.unit.id, act.parentId);
        for (const area of act.areaIds) areas.add(area);
        break;
      case "close":
        add(act.unitId, act.heirId);
        withChildren.add(act.unitId);
        break;
      case "rename":
        add(act.unitId);
        break;
      case "retype":
        add(act.unitId);
        withChildren.add(act.unitId);
        break;
      case "move":
        add(act.unitId, act.parentId);
        break;
      case "merge":
        add(act.intoId, ...act.fromIds);
        for (const from of act.fromIds) withChildren.add(from);
        break;
      case "split":
        add(act.unitId, ...act.into.map(({ id }) => id));
        opened.push(...act.into);
        for (const { unitId, toId } of act.childrenTo) add(unitId, toId);
        break;
      case "replace":
        add(act.unitId, act.heirId, ...act.successorIds);
        withChildren.add(act.unitId);
        for (const { unitId, toId } of act.childrenTo) add(unitId, toId);
        break;
      case "cover":
        add(act.unitId);
        for (const area of act.areaIds) areas.add(area);
        break;
    }
  }
  return { ids: [...ids], withChildren: [...withChildren], areas: [...areas], opened };
}

/** Works the acts into operations on `day`. `tree` is as it stands without them. */
export function compose(acts: readonly Act[], tree: Tree, day: Day): Operations {
  const opens = new Map<string, Opening>();
  const closes = new Map<string, Closing>();
  const places = new Map<string, Placing>();
  const names = new Map<string, { act: number; rename: Rename }>();
  const kinds = new Map<string, { act: number; kind: UnitKind }>();
  const covers = new Map<string, { act: number; areaIds: readonly string[] }>();
  const splits: { act: number; unitId: string }[] = [];
  const reasons: ActReason[] = [];
  const twice = (act: number, unitId: string): void => {
    reasons.push({ code: "unit-twice", act, unitIds: [unitId] });
  };
  /** Saying the same again is harmless; saying something else is not. */
  const say = <T extends { readonly act: number }>(into: Map<string, T>, unitId: string, what: T): void => {
    const said = into.get(unitId);
    if (said === undefined) into.set(unitId, what);
    else if (JSON.stringify({ ...said, act: 0 }) !== JSON.stringify({ ...what, act: 0 }))
      twice(what.act, unitId);
  };
  const open = (opening: Opening): void => {
    if (opens.has(opening.unit.id)) twice(opening.act, opening.unit.id);
    else opens.set(opening.unit.id, opening);
  };
  const close = (unitId: string, closing: Closing): void => {
    if (closes.has(unitId)) twice(closing.act, unitId);
    else closes.set(unitId, closing);
  };
  const childrenTo = (
    act: number,
    unitId: string,
    named: readonly { readonly unitId: string; readonly toId: string }[],
    among: readonly string[],
  ): void => {
    for (const { unitId: child, toId } of named) {
      if (parentOn(tree, child, day) !== unitId || !among.includes(toId))
        reasons.push({ code: "child-not-below", act, unitIds: [child] });
      else say(places, child, { act, parentId: toId, implied: false });
    }
  };

  acts.forEach((one, index) => {
    const act = index + 1;
    switch (one.kind) {
      case "open":
        open({ act, unit: one.unit, parentId: one.parentId, areaIds: one.areaIds });
        break;
      case "close":
        close(one.unitId, { act, heirId: one.heirId, members: one.members, keepAs: one.keepAs });
        break;
      case "rename":
        say(names, one.unitId, { act, rename: one });
        break;
      case "retype":
        say(kinds, one.unitId, { act, kind: one.unitKind });
        break;
      case "move":
        say(places, one.unitId, { act, parentId: one.parentId, implied: false });
        break;
      case "merge":
        for (const from of one.fromIds)
          close(from, { act, heirId: one.intoId, members: "follow", keepAs: undefined });
        break;
      case "split":
        splits.push({ act, unitId: one.unitId });
        for (const unit of one.into) open({ act, unit, parentId: undefined, areaIds: [] });
        childrenTo(
          act,
          one.unitId,
          one.childrenTo,
          one.into.map(({ id }) => id),
        );
        break;
      case "replace":
        close(one.unitId, { act, heirId: one.heirId, members: one.members, keepAs: one.keepAs });
        childrenTo(act, one.unitId, one.childrenTo, [...one.successorIds, one.heirId]);
        break;
      case "cover":
        say(covers, one.unitId, { act, areaIds: [...new Set(one.areaIds)].sort() });
        break;
    }
  });

  // New units of a split stand beside the old one, wherever this decision puts it.
  for (const { act, unitId } of splits) {
    const parentId =
      places.get(unitId)?.parentId ?? opens.get(unitId)?.parentId ?? parentOn(tree, unitId, day);
    for (const [id, opening] of opens) if (opening.act === act) opens.set(id, { ...opening, parentId });
    const closing = closes.get(unitId);
    if (closing !== undefined) twice(closing.act, unitId);
  }
  for (const said of [places, names, kinds, covers]) {
    for (const [unitId, { act }] of said) {
      if (closes.has(unitId) || (opens.has(unitId) && said !== covers)) twice(act, unitId);
    }
  }
  for (const [unitId, { act, areaIds }] of opens) {
    if (closes.has(unitId)) twice(act, unitId);
    if (areaIds.length > 0) say(covers, unitId, { act, areaIds: [...new Set(areaIds)].sort() });
  }
  // Who stands below a unit that ends, and is neither named nor ending too, goes to its successor.
  const below = childIndex(tree);
  for (const [unitId, { act, heirId }] of closes) {
    if (heirId === undefined) continue;
    for (const child of below.get(unitId) ?? []) {
      if (inForce(tree.get(child)?.parents ?? [], day)?.value !== unitId) continue;
      if (!closes.has(child) && !places.has(child))
        places.set(child, { act, parentId: heirId, implied: true });
    }
  }
  return { opens, closes, places, names, kinds, covers, splits, reasons };
}

/** Who inherits each closing unit: the named one, or who stood above on the eve; if that ends too, who inherits it. */
export function heirsOf(operations: Operations, tree: Tree, day: Day): ReadonlyMap<string, string> {
  const eve = addDays(day, -1);
  const heirs = new Map<string, string>();
  for (const [unitId, closing] of operations.closes) {
    let heir = closing.heirId ?? parentOn(tree, unitId, eve);
    // A named heir that ends is refused; one step for each closing unit is enough to come out.
    for (
      let step = 0;
      closing.heirId === undefined && heir !== undefined && step < operations.closes.size;
      step++
    ) {
      const ends = operations.closes.get(heir);
      if (ends === undefined) break;
      heir = ends.heirId ?? parentOn(tree, heir, eve);
    }
    if (heir !== undefined) heirs.set(unitId, heir);
  }
  return heirs;
}
