// What a donor may be given for one donation of whole blood, by the day it was given. In kind or as a medical service
// of the donor's choice, and support for the way; never money for blood.
// Source: circular 15/2023/TT-BYT of 20/07/2023, Art. 4(4), in force from 15/09/2023, and the line 33/2014, 05/2017,
// 20/2018, 17/2020/TT-BYT before it; read from secondary sites, compare with the signed texts before relying on it.
// Doubt: the days on which 05/2017 and 20/2018 came into force were not found; their amounts are those of 33/2014,
// so one row stands for the three. 1 January 2015 for 33/2014 is from memory.

/** Amounts in đồng, each for one donor and one time. */
export interface Tariff {
  readonly instrument: string;
  readonly inForceFrom: string;
  /** The least a gift in kind or a service is worth, by the ml drawn. */
  readonly giftAtLeast: Readonly<Record<"ml250" | "ml350" | "ml450", number>>;
  /** At most, on average over those who came. */
  readonly travelAtMost: number;
  /** Food and drink at the place, at most, on average. */
  readonly refreshmentAtMost: number;
}

const SINCE_2014 = {
  giftAtLeast: { ml250: 100_000, ml350: 150_000, ml450: 180_000 },
  travelAtMost: 50_000,
  refreshmentAtMost: 30_000,
} as const;

/** Newest last. */
export const TARIFFS: readonly Tariff[] = [
  { instrument: "33/2014/TT-BYT", inForceFrom: "2015-01-01", ...SINCE_2014 },
  { instrument: "17/2020/TT-BYT", inForceFrom: "2021-01-01", ...SINCE_2014 },
  { instrument: "15/2023/TT-BYT", inForceFrom: "2023-09-15", ...SINCE_2014 },
];

/** The tariff in force on `day`; undefined before the first that is known. */
export const tariffOn = (day: string, tariffs: readonly Tariff[] = TARIFFS): Tariff | undefined =>
  tariffs.filter(({ inForceFrom }) => inForceFrom <= day).at(-1);

/** Donations by volume: how many of each. */
export interface Donations {
  readonly ml250: number;
  readonly ml350: number;
  readonly ml450: number;
}

/** The least that gifts for these donations are worth together, đồng. */
export const giftsAtLeast = (tariff: Tariff, { ml250, ml350, ml450 }: Donations): number =>
  ml250 * tariff.giftAtLeast.ml250 + ml350 * tariff.giftAtLeast.ml350 + ml450 * tariff.giftAtLeast.ml450;

/** The most that support for the way may be for so many people together, đồng. */
export const travelAtMost = (tariff: Tariff, people: number): number => people * tariff.travelAtMost;

export const refreshmentAtMost = (tariff: Tariff, people: number): number =>
  people * tariff.refreshmentAtMost;

export interface ProposedCost {
  readonly kind: "gift" | "travel" | "refreshment";
  readonly dong: number;
  readonly people: number;
  /** For one. */
  readonly each: number;
}

/**
 * What to plan for so many expected donors: a gift worth at least what 350 ml asks for (most give that), and the most
 * that is allowed for the way and for food. Undefined where no tariff is known for the day.
 */
export function proposeCosts(
  day: string,
  donors: number,
  tariffs: readonly Tariff[] = TARIFFS,
): readonly ProposedCost[] | undefined {
  const tariff = tariffOn(day, tariffs);
  if (tariff === undefined) return undefined;
  const of = (kind: ProposedCost["kind"], each: number): ProposedCost => ({
    kind,
    each,
    people: donors,
    dong: donors * each,
  });
  return [
    of("gift", tariff.giftAtLeast.ml350),
    of("travel", tariff.travelAtMost),
    of("refreshment", tariff.refreshmentAtMost),
  ];
}
