// Random trees and random decisions for the laws of re-organisation: dice in, acts out, so that a failure shrinks.
import { addDays } from "../../platform/pure/calendar.ts";
import type { Act, OpenedUnit } from "../schema/acts.ts";
import type { UnitKind } from "../schema.ts";
import { namingOf } from "./amend.ts";
import { mayStandBelow } from "./kinds.ts";
import { aboveOn, namingOn, parentOn, stands, type Tree, type UnitLife } from "./timeline.ts";

/** Days of the small calendar all this happens in. */
export const FIRST = "2021-01-01";
export const LAST = 12;
export const dayOf = (n: number): string => addDays(FIRST, n);
export const ALL_DAYS: readonly string[] = Array.from({ length: LAST + 1 }, (_, n) => dayOf(n));

export const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, "0")}`;

/** Numbers thrown beforehand; when they run out, zeros. */
export class Dice {
  readonly #thrown: readonly number[];
  #next = 0;
  constructor(thrown: readonly number[]) {
    this.#thrown = thrown;
  }
  below(n: number): number {
    return n <= 0 ? 0 : (this.#thrown[this.#next++] ?? 0) % n;
  }
  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }
}

export const opening = (id: string, kind: UnitKind, name: string): OpenedUnit => ({
  id,
  side: "union",
  kind,
  name,
  shortName: name,
  notation: "CĐ",
  placeName: "Mẫu",
  central: false,
});

export const lifeOf = (unit: OpenedUnit, parentId: string | undefined, from: string): UnitLife => ({
  id: unit.id,
  side: unit.side,
  code: unit.code ?? null,
  openedOn: from,
  closedOn: null,
  namings: [{ from, until: null, value: namingOf(unit) }],
  parents: parentId === undefined ? [] : [{ from, until: null, value: parentId }],
  covers: [{ from, until: null, value: [] }],
  heir: null,
});

const STEPS: readonly { readonly kind: UnitKind; readonly most: number }[] = [
  { kind: "federation", most: 3 },
  { kind: "district-federation", most: 4 },
  { kind: "sector-union", most: 3 },
  { kind: "commune-union", most: 3 },
  { kind: "grassroots", most: 8 },
  { kind: "section", most: 5 },
];

/** A tree under one confederation, standing since the first day; `from` is the number of its first id. */
export function growTree(dice: Dice, from = 1): Map<string, UnitLife> {
  const tree = new Map<string, UnitLife>();
  let n = from;
  const plant = (kind: UnitKind, parentId: string | undefined): void => {
    const id = idOf(n++);
    tree.set(id, lifeOf(opening(id, kind, `${kind} ${id.slice(-4)}`), parentId, FIRST));
  };
  plant("confederation", undefined);
  plant("federation", idOf(from));
  for (const { kind, most } of STEPS) {
    for (let left = dice.below(most + 1); left > 0; left--) {
      const parents = [...tree.values()].filter((life) =>
        mayStandBelow(kind, life.namings[0]?.value.kind ?? "group"),
      );
      const parent = dice.of(parents);
      if (parent !== undefined) plant(kind, parent.id);
    }
  }
  return tree;
}

export interface Thrown {
  readonly deciderId: string;
  readonly day: string;
  readonly acts: readonly Act[];
}

/** A decision somebody might write: mostly sensible, not always allowed. New units take ids from `nextId` on. */
export function throwDecision(dice: Dice, tree: Tree, nextId: number): Thrown {
  const day = dayOf(1 + dice.below(LAST - 1));
  const standing = [...tree.values()].filter((life) => stands(life, day)).map(({ id }) => id);
  const heads = standing.filter((id) => standing.some((other) => parentOn(tree, other, day) === id));
  const deciderId = (dice.chance(50) ? dice.of(heads) : heads[0]) ?? heads[0] ?? standing[0] ?? idOf(1);
  const below = standing.filter((id) => aboveOn(tree, id, day)?.includes(deciderId));
  // Acts of one decision are mostly about neighbours: that is where they meet.
  let last: string | undefined;
  const near = (): string[] =>
    below.filter(
      (id) => id !== last && (parentOn(tree, id, day) === last || parentOn(tree, last ?? "", day) === id),
    );
  const any = (): string => {
    const close = last !== undefined && dice.chance(60) ? dice.of(near()) : undefined;
    last = close ?? (dice.chance(93) ? dice.of(below) : dice.of(standing)) ?? deciderId;
    return last;
  };
  const kindOf = (id: string): UnitKind => namingOn(tree, id, day)?.kind ?? "group";
  const parentFor = (kind: UnitKind): string => {
    const fitting = [deciderId, ...below].filter((id) => mayStandBelow(kind, kindOf(id)));
    return (dice.chance(93) ? dice.of(fitting) : dice.of(standing)) ?? deciderId;
  };
  const beside = (id: string): string | undefined =>
    dice.of(below.filter((other) => other !== id && kindOf(other) === kindOf(id)));
  const childrenOf = (id: string): string[] => below.filter((other) => parentOn(tree, other, day) === id);
  let next = nextId;
  const fresh = (kind: UnitKind): OpenedUnit => {
    const id = idOf(next++);
    return opening(id, kind, `mới ${id.slice(-4)}`);
  };

  const one = (): Act => {
    const unitId = any();
    const members = dice.chance(30) ? "leave" : "follow";
    switch (dice.below(9)) {
      case 1: {
        const heirId = dice.chance(50) ? beside(unitId) : undefined;
        return { kind: "close", unitId, members, ...(heirId !== undefined && { heirId }) };
      }
      case 2:
        return { kind: "merge", fromIds: [unitId], intoId: beside(unitId) ?? any() };
      case 3:
        return { kind: "rename", unitId, name: `tên ${dice.below(5)}`, shortName: `tên ${dice.below(5)}` };
      case 4:
        return {
          kind: "open",
          unit: fresh(kindOf(unitId)),
          parentId: parentFor(kindOf(unitId)),
          areaIds: [],
        };
      case 5: {
        const into = [fresh(kindOf(unitId))];
        const childrenTo = childrenOf(unitId)
          .filter(() => dice.chance(50))
          .map((child) => ({ unitId: child, toId: into[0]?.id ?? child }));
        return { kind: "split", unitId, into, childrenTo };
      }
      case 6: {
        const heirId = beside(unitId) ?? any();
        const other = beside(unitId) ?? heirId;
        const childrenTo = childrenOf(unitId)
          .filter(() => dice.chance(40))
          .map((child) => ({ unitId: child, toId: other }));
        return { kind: "replace", unitId, successorIds: [heirId, other], heirId, members, childrenTo };
      }
      case 7:
        return {
          kind: "retype",
          unitId,
          unitKind: dice.of(["grassroots", "sector-union", "commune-union"] as const) ?? "grassroots",
        };
      default:
        return { kind: "move", unitId, parentId: parentFor(kindOf(unitId)) };
    }
  };
  const acts = [one()];
  while (acts.length < 3 && dice.chance(40)) acts.push(one());
  return { deciderId, day, acts };
}
