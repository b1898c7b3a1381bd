// What the facility writes of a drive as a whole: donors outside the system, all bags, and how many came, as far as that
// may be told.
import { type Presence, partition, suppress } from "../../../turnout/rules/suppress.ts";
import { draw, share, upTo } from "../chance.ts";
import { type Country, unitId } from "../country.ts";
import type { Drive, Place } from "./drive.ts";
import { type Bags, bagsOf } from "./figures.ts";
import { FACT } from "./purposes.ts";

export const outsideOf = ({ seed }: Country, { ordinal }: Pick<Drive, "ordinal">): Bags => ({
  ml250: upTo(draw(seed, FACT.drive, ordinal, 20), 9),
  ml350: upTo(draw(seed, FACT.drive, ordinal, 21), 5),
  ml450: upTo(draw(seed, FACT.drive, ordinal, 22), 2),
});

export const allBags = (country: Country, drive: Drive, places: readonly Place[]): Bags => {
  const [list, outside] = [bagsOf(places), outsideOf(country, drive)];
  return {
    ml250: list.ml250 + outside.ml250,
    ml350: list.ml350 + outside.ml350,
    ml450: list.ml450 + outside.ml450,
  };
};

/** By the program's own rule, from how many the facility counted: about half of those who did not give came all the same. */
export function presenceOf(country: Country, drive: Drive, places: readonly Place[]): Presence {
  const groups = groupsOf(country, places);
  const stayed = new Map(
    groups.map(({ unitId: id, onList }, i) => [
      id,
      Math.floor(onList * (0.3 + share(draw(country.seed, FACT.drive, drive.ordinal, 30 + i)) * 0.5)),
    ]),
  );
  const outside = outsideOf(country, drive);
  const told = share(draw(country.seed, FACT.drive, drive.ordinal, 23)) < 0.5;
  return suppress(groups, outside.ml250 + outside.ml350 + outside.ml450, {
    list: [...stayed.values()].reduce((sum, count) => sum + count, 0),
    units: told && partition(groups).single.length > 0 ? stayed : undefined,
    outside: told ? upTo(draw(country.seed, FACT.drive, drive.ordinal, 24), 12) : undefined,
  });
}

function groupsOf(country: Country, places: readonly Place[]) {
  const by = new Map<number, { gave: number; zeros: number; onList: number }>();
  for (const { unit, volume, withdrawnMs } of places) {
    if (volume === null) continue;
    const group = by.get(unit) ?? { gave: 0, zeros: 0, onList: 0 };
    if (volume > 0) group.gave++;
    else {
      group.zeros++;
      if (withdrawnMs === null) group.onList++;
    }
    by.set(unit, group);
  }
  return [...by]
    .map(([unit, group]) => ({ unitId: unitId(country, unit), ...group }))
    .sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}
