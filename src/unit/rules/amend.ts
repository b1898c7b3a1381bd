// Operations → the tree as it stands with them. Asks nothing: `decide.ts` says whether it may be.
import type { Day } from "../../platform/pure/calendar.ts";
import { searchKey, titleSortKey } from "../../platform/pure/text-vi.ts";
import type { OpenedUnit } from "../schema/acts.ts";
import type { UnitKind } from "../schema.ts";
import type { Operations, Rename } from "./compose.ts";
import { cutIn, cutNaming, cutOff, type Naming, type Stretch, type Tree, type UnitLife } from "./timeline.ts";

const named = (naming: Omit<Naming, "sortKey" | "searchKey">): Naming => ({
  ...naming,
  sortKey: titleSortKey(naming.shortName),
  searchKey: searchKey(`${naming.name} ${naming.shortName}`),
});

export const namingOf = (unit: OpenedUnit): Naming =>
  named({
    kind: unit.kind,
    name: unit.name,
    shortName: unit.shortName,
    superiorName: unit.superiorName ?? null,
    notation: unit.notation,
    placeName: unit.placeName,
    central: unit.central,
  });

/** What an act does not say stays as it was. */
const renamed = (was: Naming, rename: Rename): Naming =>
  named({
    ...was,
    name: rename.name,
    shortName: rename.shortName,
    superiorName: rename.superiorName ?? was.superiorName,
    notation: rename.notation ?? was.notation,
    placeName: rename.placeName ?? was.placeName,
  });

/** All that a rename may change, as one word. */
export const nameSide = ({ kind: _kind, ...rest }: Naming): string => JSON.stringify(rest);

export const renameFrom = (namings: readonly Stretch<Naming>[], day: Day, rename: Rename) =>
  cutNaming(namings, day, nameSide, (was) => renamed(was, rename));

export const retypeFrom = (namings: readonly Stretch<Naming>[], day: Day, kind: UnitKind) =>
  cutNaming(
    namings,
    day,
    (naming) => naming.kind,
    (was) => ({ ...was, kind }),
  );

/**
 * The units that change, as they are then; the others are as in `tree`. `heirs` says who inherits each closing unit.
 * Units that do not stand on `day` are left alone.
 */
export function amend(
  tree: Tree,
  operations: Operations,
  heirs: ReadonlyMap<string, string>,
  day: Day,
): Map<string, UnitLife> {
  const changed = new Map<string, UnitLife>();
  const change = (id: string, how: (life: UnitLife) => UnitLife): void => {
    const life = changed.get(id) ?? tree.get(id);
    if (life !== undefined) changed.set(id, how(life));
  };
  for (const [id, { unit, parentId }] of operations.opens) {
    if (tree.has(id)) continue;
    const forGood = { from: day, until: null };
    changed.set(id, {
      id,
      side: unit.side,
      code: unit.code ?? null,
      openedOn: day,
      closedOn: null,
      namings: [{ ...forGood, value: namingOf(unit) }],
      parents: parentId === undefined ? [] : [{ ...forGood, value: parentId }],
      covers: [{ ...forGood, value: [] }],
      heir: null,
    });
  }
  for (const [id, { rename }] of operations.names) {
    change(id, (life) => ({ ...life, namings: renameFrom(life.namings, day, rename).namings }));
  }
  for (const [id, { kind }] of operations.kinds) {
    change(id, (life) => ({ ...life, namings: retypeFrom(life.namings, day, kind).namings }));
  }
  for (const [id, { parentId }] of operations.places)
    change(id, (life) => ({ ...life, parents: cutIn(life.parents, day, parentId) }));
  for (const [id, { areaIds }] of operations.covers)
    change(id, (life) => ({ ...life, covers: cutIn(life.covers, day, areaIds) }));
  for (const [id, { heirId: namedHeir }] of operations.closes) {
    const heirId = heirs.get(id);
    change(id, (life) => ({
      ...life,
      closedOn: day,
      namings: cutOff(life.namings, day),
      parents: cutOff(life.parents, day),
      covers: cutOff(life.covers, day),
      heir: heirId === undefined ? null : { heirId, fromOn: day, named: namedHeir !== undefined },
    }));
  }
  return changed;
}
