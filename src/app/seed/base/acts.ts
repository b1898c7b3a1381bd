// vi-data: the words by which a grouping says that it was a district.
// The acts of the re-organisation of one province, and the tree they speak of, as the program's own rules take them.

import { namingOf } from "../../../unit/rules/amend.ts";
import { KINDS } from "../../../unit/rules/kinds.ts";
import type { Tree, UnitLife } from "../../../unit/rules/timeline.ts";
import type { Act, OpenedUnit } from "../../../unit/schema/acts.ts";
import { type Country, LEVEL, levelOf, openedOn, type ProvinceBlock, unitId } from "../country.ts";
import { unitName } from "../names.ts";
import { codeOf, KIND_OF } from "./tree.ts";

const range = ([from, until]: readonly [number, number]): number[] =>
  Array.from({ length: until - from }, (_, i) => from + i);

/** The unit as an act opens it. */
function opening(country: Country, unit: number): OpenedUnit {
  const kind = KIND_OF[levelOf(country, unit)];
  const { name, shortName, superiorName, notation, placeName, central } = unitName(country, unit);
  const code = codeOf(country, unit);
  return {
    id: unitId(country, unit),
    side: KINDS[kind].side,
    kind,
    name,
    shortName,
    ...(superiorName !== null && { superiorName }),
    notation,
    placeName,
    central,
    ...(code !== null && { code }),
  };
}

/** How the unit's life stood on the eve of the decisions. */
function lifeOf(country: Country, unit: number): UnitLife {
  const from = openedOn(country, unit);
  const parent = country.units.before[unit] ?? -1;
  const { id, side, code, ...rest } = opening(country, unit);
  return {
    id,
    side,
    code: code ?? null,
    openedOn: from,
    closedOn: null,
    namings: [{ from, until: null, value: namingOf({ id, side, ...rest }) }],
    parents: parent < 0 ? [] : [{ from, until: null, value: unitId(country, parent) }],
    covers: [{ from, until: null, value: [] }],
    heir: null,
  };
}

const isGrassroots =
  ({ units }: Country) =>
  (unit: number): boolean =>
    units.level[unit] === LEVEL.grassroots;

/** All of a province that its decisions speak of: without what is inside grassroots unions, which goes along. */
export function treeBefore(country: Country, block: ProvinceBlock): Tree {
  const units = [
    0,
    ...range(block.federations),
    ...range(block.areas),
    ...range(block.districts),
    ...range(block.grassroots).filter(isGrassroots(country)),
  ];
  return new Map(units.map((unit) => [unitId(country, unit), lifeOf(country, unit)]));
}

/** Federations merge into the first; none where the province stays as it was. */
export function mergingActs(country: Country, { federations: [main, until] }: ProvinceBlock): Act[] {
  const others = range([main + 1, until]).map((unit) => unitId(country, unit));
  return others.length === 0 ? [] : [{ kind: "merge", fromIds: others, intoId: unitId(country, main) }];
}

/** Communes and wards begin, districts end in them, some grassroots unions end. */
export function provinceActs(country: Country, block: ProvinceBlock): Act[] {
  const { units } = country;
  const id = (unit: number): string => unitId(country, unit);
  const main = block.federations[0];
  const ofDistrict = new Map<number, number[]>(range(block.districts).map((unit) => [unit, []]));
  const closes: Act[] = [];
  for (const unit of range(block.grassroots).filter(isGrassroots(country))) {
    if (units.change[unit] !== 2) {
      ofDistrict.get(units.before[unit] ?? -1)?.push(unit);
      continue;
    }
    const named = units.named[unit] === 1;
    // Only to a union of its own kind do people go over; a federation has no list of its own.
    const heir = units.heir[unit] ?? main;
    const follows = named && units.level[heir] === LEVEL.grassroots;
    closes.push({
      kind: "close",
      unitId: id(unit),
      ...(named && { heirId: id(heir) }),
      members: follows ? "follow" : "leave",
    });
  }
  return [
    ...range(block.communes).map(
      (unit, nth): Act => ({
        kind: "open",
        unit: opening(country, unit),
        parentId: id(main),
        areaIds: [id(block.areas[0] + nth)],
      }),
    ),
    ...[...ofDistrict].map(([district, children]): Act => {
      const heir = units.heir[district] ?? main;
      const successors = new Set([heir, ...children.map((child) => units.after[child] ?? main)]);
      return {
        kind: "replace",
        unitId: id(district),
        successorIds: [...successors].map(id),
        heirId: id(heir),
        members: "leave",
        childrenTo: children.map((child) => ({ unitId: id(child), toId: id(units.after[child] ?? main) })),
        keepAs: `${unitName(country, district).shortName} (cũ)`,
      };
    }),
    ...closes,
  ];
}
