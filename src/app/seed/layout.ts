// Lays the units of a country out in one order: the root, then province by province its federations, facility, communes,
// commune unions, districts, and each grassroots union followed by its sections and groups.
import { draw, FOR, share, upTo } from "./chance.ts";
import { type Counts, spread } from "./sizes.ts";
import { type Laid, LEVEL, type Level, type ProvinceBlock, type Units } from "./units.ts";

/** Of a hundred grassroots unions, how many stand directly below the province's federation (central bodies and the like). */
const DIRECT_SHARE = 0.02;

/** Sections of a grassroots union and how many groups are in each; weights of this seed, not a statistic. */
const SHAPES: readonly { readonly below: number; readonly sections: number; readonly groups: number }[] = [
  { below: 0.28, sections: 0, groups: 0 },
  { below: 0.66, sections: 3, groups: 0 },
  { below: 0.88, sections: 3, groups: 1 },
  { below: 1, sections: 4, groups: 2 },
];

/** Arrays that grow: the number of units is known only when they are all laid out. */
class Growing {
  level: number[] = [];
  province: number[] = [];
  before: number[] = [];
  after: number[] = [];
  change: number[] = [];
  heir: number[] = [];
  named: number[] = [];
  grassroots: number[] = [];
  /** How many people its own list draws, by weight; 0: it has no list. */
  weight: number[] = [];

  add(level: Level, province: number, before: number, after: number, change = 0): number {
    const index = this.level.length;
    this.level.push(level);
    this.province.push(province);
    this.before.push(before);
    this.after.push(after);
    this.change.push(change);
    this.heir.push(-1);
    this.named.push(0);
    this.grassroots.push(-1);
    this.weight.push(0);
    return index;
  }
}

export function layOut(counts: Counts, seed: number): Laid {
  const all = new Growing();
  const chance = (index: number, nth: number): number => share(draw(seed, FOR.shape, index, nth));
  const weights = (total: number, nth: number, least: number): number[] =>
    Array.from({ length: total }, (_, i) => least + chance(i, nth) ** 2);
  const root = all.add(LEVEL.root, 0, -1, -1);
  const federations = spread(counts.federationsBefore, weights(counts.provinces, 1, 1), 1);
  // Two cities are much larger than the rest, as in life.
  const sizes = weights(counts.provinces, 2, 0.5).map((weight, p) =>
    p < 2 && counts.provinces > 10 ? 4 : weight,
  );
  const even = sizes.map((weight) => 0.5 + weight / 2);
  const districts = spread(
    counts.districts,
    federations.map((count, p) => count * (even[p] ?? 1)),
    Math.max(...federations),
  );
  const communes = spread(counts.communes, even, 2);
  const grassroots = spread(counts.grassroots, sizes, 4);
  const ended = spread(counts.ended, sizes, 1);
  const provinces = sizes.map((_, p) =>
    province(all, chance, root, {
      p,
      federations: federations[p] ?? 1,
      districts: districts[p] ?? 1,
      communes: communes[p] ?? 1,
      grassroots: grassroots[p] ?? 1,
      ended: ended[p] ?? 0,
    }),
  );
  return { units: settled(all, counts.people), provinces };
}

interface Plan {
  readonly p: number;
  readonly federations: number;
  readonly districts: number;
  readonly communes: number;
  readonly grassroots: number;
  readonly ended: number;
}

function province(
  all: Growing,
  chance: (index: number, nth: number) => number,
  root: number,
  { p, federations, districts, communes, grassroots, ended }: Plan,
): ProvinceBlock {
  const next = (): number => all.level.length;
  const stretch = (count: number, add: (i: number) => void): readonly [number, number] => {
    const from = next();
    for (let i = 0; i < count; i++) add(i);
    return [from, next()];
  };
  const from = next();
  const main = from;
  const ofFederations = stretch(federations, (i) => {
    const index = all.add(LEVEL.province, p, root, i === 0 ? root : -1, i === 0 ? 0 : 2);
    if (i > 0) endedInto(all, index, main, true);
  });
  const facility = all.add(LEVEL.facility, p, -1, -1);
  const areas = stretch(communes, () => all.add(LEVEL.area, p, -1, -1, 1));
  const ofCommunes = stretch(communes, () => all.add(LEVEL.commune, p, -1, main, 1));
  // Communes of a district: a stretch of them, so that each commune lies in one former district (or two share one).
  const communesOf = (district: number): readonly [number, number] => {
    const first = Math.floor((district * communes) / districts);
    return [first, Math.max(first + 1, Math.floor(((district + 1) * communes) / districts))];
  };
  const ofDistricts = stretch(districts, (d) => {
    const federation = main + Math.floor((d * federations) / districts);
    const index = all.add(LEVEL.district, p, federation, -1, 2);
    endedInto(all, index, ofCommunes[0] + communesOf(d)[0], true);
  });
  const total = grassroots + ended;
  const ofGrassroots = stretch(total, (g) => {
    const at = next();
    const district = Math.floor((g * districts) / total);
    const direct = chance(at, 3) < DIRECT_SHARE;
    const federation = main + Math.floor((district * federations) / districts);
    const above = direct ? federation : ofDistricts[0] + district;
    // Those that end are strewn among the others, never the first: its neighbour before is where its people go.
    if (Math.floor(((g + 1) * ended) / total) !== Math.floor((g * ended) / total)) {
      end(all, chance, { p, above, direct, main, district: ofDistricts[0] + district });
    } else {
      const [low, high] = communesOf(district);
      const after = direct ? main : ofCommunes[0] + low + upTo(chance(at, 4) * 2 ** 32, high - low);
      const index = all.add(LEVEL.grassroots, p, above, after);
      all.grassroots[index] = index;
      furnish(all, chance, index, p);
    }
  });
  return {
    from,
    until: next(),
    federations: ofFederations,
    facility,
    areas,
    communes: ofCommunes,
    districts: ofDistricts,
    grassroots: ofGrassroots,
  };
}

function endedInto(all: Growing, unit: number, heir: number, named: boolean): void {
  all.heir[unit] = heir;
  all.named[unit] = named ? 1 : 0;
}

/**
 * A grassroots union that ends: two in three go over to the neighbour laid out before it, the others leave no successor,
 * so that their results count at who inherits the unit above.
 */
function end(
  all: Growing,
  chance: (index: number, nth: number) => number,
  {
    p,
    above,
    direct,
    main,
    district,
  }: { p: number; above: number; direct: boolean; main: number; district: number },
): void {
  const index = all.add(LEVEL.grassroots, p, above, -1, 2);
  all.grassroots[index] = index;
  all.weight[index] = 0.2 + chance(index, 6) ** 3 * 2;
  let neighbour = index - 1;
  while (neighbour >= 0 && !(all.level[neighbour] === LEVEL.grassroots && all.change[neighbour] === 0))
    neighbour -= 1;
  const follows = chance(index, 5) < 0.66 && all.province[neighbour] === p;
  if (follows) endedInto(all, index, neighbour, true);
  // A union of central bodies below a federation that merges goes over to the one merged into, by name.
  else if (direct) endedInto(all, index, main, above !== main);
  else endedInto(all, index, all.heir[district] ?? main, false);
}

/** Its sections and groups; people are in the lists of those lowest down. */
function furnish(
  all: Growing,
  chance: (index: number, nth: number) => number,
  index: number,
  p: number,
): void {
  const shape = SHAPES.find(({ below }) => chance(index, 7) < below) ?? SHAPES[0];
  // A long tail: most unions are small, a few are factories.
  const people = 0.2 + chance(index, 6) ** 3 * 3 + (shape?.sections ?? 0) / 3;
  if (shape === undefined || shape.sections === 0) {
    all.weight[index] = people;
    return;
  }
  const lists = shape.sections * Math.max(1, shape.groups);
  for (let s = 0; s < shape.sections; s++) {
    const section = all.add(LEVEL.section, p, index, index);
    all.grassroots[section] = index;
    if (shape.groups === 0) all.weight[section] = people / lists;
    for (let g = 0; g < shape.groups; g++) {
      const group = all.add(LEVEL.group, p, section, section);
      all.grassroots[group] = index;
      all.weight[group] = people / lists;
    }
  }
}

function settled(all: Growing, people: number): Units {
  const count = all.level.length;
  const firstPerson = new Uint32Array(count + 1);
  const total = all.weight.reduce((sum, weight) => sum + weight, 0);
  let soFar = 0;
  for (let i = 0; i < count; i++) {
    soFar += all.weight[i] ?? 0;
    firstPerson[i + 1] = i === count - 1 ? people : Math.round((soFar / total) * people);
  }
  return {
    count,
    level: Uint8Array.from(all.level),
    province: Uint8Array.from(all.province),
    before: Int32Array.from(all.before),
    after: Int32Array.from(all.after),
    change: Uint8Array.from(all.change),
    heir: Int32Array.from(all.heir),
    named: Uint8Array.from(all.named),
    grassroots: Int32Array.from(all.grassroots),
    firstPerson,
  };
}
