// How many came, as it may be told: no count, no sum and no missing count may tell of anybody whether they came.
// The names stand beside: everybody sees who gave, and so how many of those who did not might have come.

/** From so many people on: as many came without giving, and as many did not come. */
export const LEAST = 5;

/** Those on the list who are credited to one unit. */
export interface Group {
  readonly unitId: string;
  /** đã hiến, by name. */
  readonly gave: number;
  /** không hiến đợt này, by name. */
  readonly zeros: number;
  /** Of these, on the facility's list: not those who had taken their yes back before. */
  readonly onList: number;
}

/** Who came and did not give, as the facility counted. Known only while closing. */
export interface Stayed {
  readonly list: number;
  /** By credited unit, where the facility told them apart; a unit left out has none. */
  readonly units: ReadonlyMap<string, number> | undefined;
  /** Outside the system; undefined where nobody counted them. */
  readonly outside: number | undefined;
}

/** Null: not to be told. Counts are of people who came, donors included. */
export interface Presence {
  readonly listed: number | null;
  readonly outside: number | null;
  readonly event: number | null;
  readonly units: ReadonlyMap<string, number>;
}

/** A count of `stayed` among these says of nobody whether they came. Nobody there: there is nothing to say. */
const safe = ({ zeros, onList }: Pick<Group, "zeros" | "onList">, stayed: number): boolean =>
  zeros === 0 || (stayed >= LEAST && onList - stayed >= LEAST);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const together = (groups: readonly Group[]): Pick<Group, "gave" | "zeros" | "onList"> => ({
  gave: sum(groups.map(({ gave }) => gave)),
  zeros: sum(groups.map(({ zeros }) => zeros)),
  onList: sum(groups.map(({ onList }) => onList)),
});

/**
 * Units told one by one, and those told only as one rest. Decided by what everybody knows (the names), never by how many
 * came: else a missing count would itself say something. A rest too small to be told takes in the next smallest unit.
 */
export function partition(groups: readonly Group[]): { readonly single: Group[]; readonly rest: Group[] } {
  const single = groups
    .filter(({ zeros, onList }) => zeros > 0 && onList >= 2 * LEAST)
    .sort((a, b) => a.onList - b.onList || (a.unitId < b.unitId ? -1 : 1));
  const rest = groups.filter(({ zeros, onList }) => zeros > 0 && onList < 2 * LEAST);
  while (rest.length > 0 && together(rest).onList < 2 * LEAST) {
    const next = single.shift();
    if (next === undefined) break;
    rest.push(next);
  }
  return { single, rest };
}

const fromLeast = (attended: number): number | null => (attended >= LEAST ? attended : null);

/**
 * What of the counts may be told. All units (and the rest as one) where each is safe; else only the list as a whole where
 * that is; else nothing. Never some of the units: who knows this rule could work out the others. Why it holds for somebody
 * who knows names, rule and every published number is in docs/decisions/019-who-came.md.
 */
export function suppress(groups: readonly Group[], outsideGave: number, stayed: Stayed): Presence {
  const whole = together(groups);
  const listSafe = safe(whole, stayed.list);
  const listed = listSafe ? fromLeast(whole.gave + stayed.list) : null;
  // Few donors outside: one of them who is known to have come would be told not to have given, also by silence.
  const outside =
    outsideGave >= LEAST && stayed.outside !== undefined && stayed.outside >= LEAST
      ? outsideGave + stayed.outside
      : null;
  return {
    listed,
    outside,
    event: listed !== null && outside !== null ? listed + outside : null,
    units: listed === null ? new Map() : unitsOf(groups, stayed.units),
  };
}

function unitsOf(groups: readonly Group[], stayed: Stayed["units"]): Map<string, number> {
  if (stayed === undefined) return new Map();
  const { single, rest } = partition(groups);
  const of = ({ unitId }: Group): number => stayed.get(unitId) ?? 0;
  const allSafe =
    single.every((group) => safe(group, of(group))) &&
    safe(together(rest), sum(rest.map((group) => of(group))));
  if (!allSafe) return new Map();
  const everybodyGave = groups.filter(({ zeros }) => zeros === 0);
  return new Map(
    [...single, ...everybodyGave]
      .map((group) => [group.unitId, group.gave + of(group)] as const)
      .filter(([, attended]) => attended >= LEAST),
  );
}

/**
 * Whether counts published at closing may still be shown beside the names as they stand after a correction: somebody
 * who turns out to have given was one of those who came, and the others are one fewer.
 */
export function stillSafe(
  groups: readonly Group[],
  { listed, units }: Pick<Presence, "listed" | "units">,
): boolean {
  if (listed === null) return true;
  const alone = groups.filter(({ unitId }) => units.has(unitId));
  const whole = together(groups);
  const stayedOf = ({ unitId, gave }: Group): number => (units.get(unitId) ?? 0) - gave;
  if (!safe(whole, listed - whole.gave)) return false;
  if (alone.length === 0) return true;
  const rest = groups.filter(({ unitId, zeros }) => !units.has(unitId) && zeros > 0);
  const stayedInRest = listed - whole.gave - sum(alone.map(stayedOf));
  return alone.every((group) => safe(group, stayedOf(group))) && safe(together(rest), stayedInRest);
}

/**
 * How many came within part of the tree: told only where it is told, or plain to see, of every unit there; a sum is never
 * made of anything else.
 */
export function subtotal(groups: readonly Group[], units: ReadonlyMap<string, number>): number | null {
  let attended = 0;
  for (const { unitId, gave, zeros } of groups) {
    const told = units.get(unitId) ?? (zeros === 0 ? gave : undefined);
    if (told === undefined) return null;
    attended += told;
  }
  return fromLeast(attended);
}
