// How large a seeded country is: three sizes, and how a number is spread over places of unequal weight.

export const SIZES = ["village", "province", "nation"] as const;
export type Size = (typeof SIZES)[number];

/** Counts of one size. "Before" and "after" are the two sides of the re-organisation. */
export interface Counts {
  /** Federations after; before there were `federationsBefore`. */
  readonly provinces: number;
  readonly federationsBefore: number;
  /** Unions directly above the grassroots before (districts), and after (communes and wards). */
  readonly districts: number;
  readonly communes: number;
  /** That stand after, and that ended with it. */
  readonly grassroots: number;
  readonly ended: number;
  readonly people: number;
}

/** Of the nation: the figures of mid-2025 (63 → 34 provinces, 3,321 communes and wards); unions and members about as published. */
export const COUNTS: Readonly<Record<Size, Counts>> = {
  village: {
    provinces: 2,
    federationsBefore: 3,
    districts: 6,
    communes: 9,
    grassroots: 52,
    ended: 4,
    people: 12_000,
  },
  province: {
    provinces: 1,
    federationsBefore: 2,
    districts: 20,
    communes: 60,
    grassroots: 585,
    ended: 12,
    people: 60_000,
  },
  nation: {
    provinces: 34,
    federationsBefore: 63,
    districts: 1_226,
    communes: 3_321,
    grassroots: 127_000,
    ended: 1_900,
    people: 11_800_000,
  },
};

/** `total` spread by weight into whole numbers whose sum is exactly `total`, each at least `least`. */
export function spread(total: number, weights: readonly number[], least = 0): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = total - least * weights.length;
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const until = Math.round((weightSoFar / all) * rest);
    const own = until - given;
    given = until;
    return least + own;
  });
}
