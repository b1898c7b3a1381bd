// Rows of the tree as it stands before and after the re-organisation: units, names, edges, paths, heirs, areas covered.
import { searchKey, titleSortKey } from "../../../platform/pure/text-vi.ts";
import { KINDS } from "../../../unit/rules/kinds.ts";
import type { UnitKind } from "../../../unit/schema.ts";
import {
  type Country,
  closedOn,
  LEVEL,
  type Level,
  levelOf,
  openedOn,
  type ProvinceBlock,
  pathNo,
  unitId,
} from "../country.ts";
import { type UnitName, unitName } from "../names.ts";
import { between, byProvince, type Put, type SeedStep, table } from "../step.ts";

const UNIT = table("unit.unit", "id no side code opened_on closed_on");
const NAMING = table(
  "unit.naming",
  "unit_id kind name short_name superior_name notation place_name sort_key search_key central valid",
);
const EDGE = table("unit.edge", "child_id parent_id valid");
const PATH = table("unit.path", "unit_id parent_id path depth valid standing credit_unit_id");
const HEIR = table("unit.heir", "unit_id heir_id from_on named");
const COVER = table("unit.cover", "unit_id area_id valid");

export const KIND_OF: Readonly<Record<Level, UnitKind>> = {
  [LEVEL.root]: "confederation",
  [LEVEL.province]: "federation",
  [LEVEL.district]: "district-federation",
  [LEVEL.commune]: "commune-union",
  [LEVEL.grassroots]: "grassroots",
  [LEVEL.section]: "section",
  [LEVEL.group]: "group",
  [LEVEL.facility]: "facility",
  [LEVEL.area]: "commune",
};

/** Outside codes: of facilities and areas. Letters, which no official code has. */
export function codeOf(country: Country, unit: number): string | null {
  const level = levelOf(country, unit);
  if (level === LEVEL.facility) return `MAU-BV${(country.units.province[unit] ?? 0) + 1}`;
  return level === LEVEL.area ? `MAU-X${unit}` : null;
}

/** Keys by name: of half a million sections and groups only some dozens differ. */
export class NameKeys {
  readonly #known = new Map<string, { readonly sortKey: string; readonly searchKey: string }>();
  of({ name, shortName }: UnitName): { readonly sortKey: string; readonly searchKey: string } {
    let found = this.#known.get(name);
    if (found === undefined) {
      found = { sortKey: titleSortKey(shortName), searchKey: searchKey(`${name} ${shortName}`) };
      this.#known.set(name, found);
    }
    return found;
  }
}

/** Where a unit stands on one side of the re-organisation. */
interface Place {
  readonly parent: number;
  readonly path: string;
  readonly depth: number;
}

/** Paths of one province, each worked out once; those above are laid out before those below. */
class Paths {
  readonly #parents: Int32Array;
  readonly #known = new Map<number, Place>();
  constructor(parents: Int32Array) {
    this.#parents = parents;
  }
  of(unit: number): Place {
    let found = this.#known.get(unit);
    if (found === undefined) {
      const parent = this.#parents[unit] ?? -1;
      const above = parent < 0 ? undefined : this.of(parent);
      found = {
        parent,
        path: `${above?.path ?? ""}${pathNo(unit)}.`,
        depth: above === undefined ? 0 : above.depth + 1,
      };
      this.#known.set(unit, found);
    }
    return found;
  }
}

export const tree: SeedStep = {
  name: "tree",
  tables: [UNIT, NAMING, EDGE, PATH, HEIR, COVER],
  rows: ({ units }) => units.count * 5,
  parts: byProvince,
  *write(put, country, part) {
    const block = country.provinces[part];
    if (block === undefined) return;
    const write = writerOf(put, country, block);
    if (part === 0) write(0);
    for (let unit = block.from; unit < block.until; unit++) {
      write(unit);
      yield;
    }
  },
  after: [
    "select setval(pg_get_serial_sequence('unit.unit', 'no'), (select max(no) from unit.unit))",
    "select unit.make_search()",
  ],
};

function writerOf(put: Put, country: Country, block: ProvinceBlock): (unit: number) => void {
  const { units, days } = country;
  const keys = new NameKeys();
  const before = new Paths(units.before);
  const after = new Paths(units.after);
  const day = days.reorganised;
  return (unit) => {
    const id = unitId(country, unit);
    const [opened, closed] = [openedOn(country, unit), closedOn(country, unit)];
    const kind = KIND_OF[levelOf(country, unit)];
    const named = unitName(country, unit);
    const { sortKey, searchKey: search } = keys.of(named);
    put(UNIT, id, pathNo(unit), KINDS[kind].side, codeOf(country, unit), opened, closed);
    put(
      NAMING,
      id,
      kind,
      named.name,
      named.shortName,
      named.superiorName,
      named.notation,
      named.placeName,
      sortKey,
      search,
      named.central,
      between(opened, closed),
    );
    const change = units.change[unit];
    const stood = change === 1 ? undefined : before.of(unit);
    const stands = change === 2 ? undefined : after.of(unit);
    const edge = (parent: number, from: string, until: string | null): void => {
      if (parent >= 0) put(EDGE, id, unitId(country, parent), between(from, until));
    };
    const path = (place: Place, from: string, until: string | null): void => {
      const parent = place.parent < 0 ? null : unitId(country, place.parent);
      put(PATH, id, parent, place.path, place.depth, between(from, until), true, id);
    };
    if (stood !== undefined && stands !== undefined) {
      if (stood.parent === stands.parent) edge(stood.parent, opened, null);
      else {
        edge(stood.parent, opened, day);
        edge(stands.parent, day, null);
      }
      if (stood.path === stands.path) path(stood, opened, null);
      else {
        path(stood, opened, day);
        path(stands, day, null);
      }
    } else if (stands !== undefined) {
      edge(stands.parent, day, null);
      path(stands, day, null);
    } else if (stood !== undefined) {
      edge(stood.parent, opened, day);
      path(stood, opened, day);
      const heir = units.heir[unit] ?? 0;
      const heirId = unitId(country, heir);
      put(HEIR, id, heirId, day, units.named[unit] === 1);
      const counts = after.of(heir);
      put(PATH, id, null, counts.path, counts.depth, between(day, null), false, heirId);
    }
    if (levelOf(country, unit) === LEVEL.commune) {
      const area = block.areas[0] + unit - block.communes[0];
      put(COVER, id, unitId(country, area), between(day, null));
    }
  };
}
