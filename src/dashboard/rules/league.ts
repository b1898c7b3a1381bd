// Ranking units by units of blood per 100 members, so that small unions are neither drowned nor crowned by chance.

export interface LeagueFacts {
  readonly id: string;
  /** Breaks ties: the tree's own order of names. */
  readonly sortKey: string;
  readonly members: number;
  readonly unitsHundredths: number;
}

/** Units of blood per 100 members, in hundredths: 1250 = 12,5. */
export interface LeagueRate {
  readonly raw: number;
  readonly adjusted: number;
}

/** The level's mean and how much it weighs: as if every unit had this many members more who gave as the level does. */
export interface LevelMean {
  /** Hundredths of units per 100 members. */
  readonly rate: number;
  readonly weight: number;
}

/**
 * The mean weighs at least as 50 members and at most as 200, whatever the spread between units seems to be: a grassroots
 * union of the region has 70 to 90 members (domain 5.2), so one of that size speaks mostly for itself, and four people
 * who all gave do not top it.
 */
export const LEAST_WEIGHT = 50;
export const MOST_WEIGHT = 200;

const known = (facts: readonly LeagueFacts[]) => facts.filter(({ members }) => members > 0);

/**
 * Global empirical Bayes after Marshall (1991, "Mapping disease and mortality rates using empirical Bayes estimators"):
 * mean m = Σy / Σn; spread between units A = Σ n(y/n − m)² / Σn − m / n̄; the mean's weight is m / A members, held
 * between LEAST_WEIGHT and MOST_WEIGHT (no spread beyond chance: MOST_WEIGHT). y in đơn vị máu, n members.
 * @returns null where no unit has a known member
 */
export function levelMean(facts: readonly LeagueFacts[]): LevelMean | null {
  const units = known(facts);
  if (units.length === 0) return null;
  const members = units.reduce((sum, unit) => sum + unit.members, 0);
  const blood = units.reduce((sum, unit) => sum + unit.unitsHundredths, 0) / 100;
  const mean = blood / members;
  const spread =
    units.reduce(
      (sum, unit) => sum + unit.members * (unit.unitsHundredths / 100 / unit.members - mean) ** 2,
      0,
    ) /
      members -
    mean / (members / units.length);
  const weight = spread <= 0 ? MOST_WEIGHT : Math.min(MOST_WEIGHT, Math.max(LEAST_WEIGHT, mean / spread));
  return { rate: mean * 10_000, weight };
}

/** (y + m·w) / (n + w): the more members, the less the mean counts. null where nobody is known as a member. */
export function rateOf(
  { members, unitsHundredths }: Pick<LeagueFacts, "members" | "unitsHundredths">,
  mean: LevelMean,
): LeagueRate | null {
  if (members <= 0) return null;
  const adjusted = (unitsHundredths * 100 + mean.rate * mean.weight) / (members + mean.weight);
  return { raw: Math.round((unitsHundredths * 100) / members), adjusted: Math.round(adjusted) };
}

/** Under these a change from one edition to the next is chance: members now, đơn vị máu × 100 in both together. */
export const LEAST_MEMBERS_FOR_CHANGE = 10;
export const LEAST_UNITS_FOR_CHANGE = 500;

/**
 * Change of the adjusted rate against the last edition, hundredths per 100 members of today: the number of members then
 * is not known of every unit, so both editions are set against the same one.
 */
export function changeOf(
  now: Pick<LeagueFacts, "members" | "unitsHundredths">,
  lastUnitsHundredths: number,
  means: { readonly now: LevelMean; readonly last: LevelMean },
): number | null {
  if (now.members < LEAST_MEMBERS_FOR_CHANGE) return null;
  if (now.unitsHundredths + lastUnitsHundredths < LEAST_UNITS_FOR_CHANGE) return null;
  const after = rateOf(now, means.now);
  const before = rateOf({ members: now.members, unitsHundredths: lastUnitsHundredths }, means.last);
  return after === null || before === null ? null : after.adjusted - before.adjusted;
}

/**
 * Puts the greatest first and numbers them: equal values share a place and the next place is skipped (1, 2, 2, 4). Who
 * has no value stands last without a place. Ties keep the tree's own order, so that the same facts give the same list.
 */
export function ranked<Row extends { readonly id: string; readonly sortKey: string }>(
  rows: readonly Row[],
  valueIn: (row: Row) => number | null,
): { readonly row: Row; readonly value: number | null; readonly place: number | null }[] {
  const sorted = rows
    .map((row) => ({ row, value: valueIn(row) }))
    .sort((a, b) => {
      if (a.value !== b.value)
        return (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY);
      if (a.row.sortKey !== b.row.sortKey) return a.row.sortKey < b.row.sortKey ? -1 : 1;
      return a.row.id < b.row.id ? -1 : 1;
    });
  let place = 0;
  return sorted.map(({ row, value }, index) => {
    if (value === null) return { row, value, place: null };
    if (index === 0 || sorted[index - 1]?.value !== value) place = index + 1;
    return { row, value, place };
  });
}
