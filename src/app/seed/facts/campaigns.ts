// The campaigns: each season one of the nation, led by the root, and one of each federation that stands then.
import { idOf } from "../chance.ts";
import { type Country, LEVEL, standsOn } from "../country.ts";
import { FACT } from "./purposes.ts";
import { dayNumber, instantOn, type SeasonNo, seasonOf } from "./seasons.ts";

export interface Campaign {
  readonly id: string;
  readonly no: SeasonNo;
  /** Who leads: 0 is the root. */
  readonly unit: number;
  readonly unitRule: "bag" | "ml250";
  readonly createdMs: number;
}

const createdMs = (country: Country, no: SeasonNo): number =>
  instantOn(dayNumber(seasonOf(no, country).ordered), 510);

export const campaignIdOf = (country: Country, no: SeasonNo, unit: number): string =>
  idOf(country.seed, FACT.campaign, unit * 2 + no, createdMs(country, no));

export const campaignOf = (country: Country, no: SeasonNo, unit: number): Campaign => ({
  id: campaignIdOf(country, no, unit),
  no,
  unit,
  // Organisers differ: a third of the federations counts in 250 ml equivalents.
  unitRule: unit !== 0 && (country.units.province[unit] ?? 0) % 3 === 1 ? "ml250" : "bag",
  createdMs: createdMs(country, no),
});

const federations = new WeakMap<Country, readonly [readonly number[], readonly number[]]>();

/** Federations that stand in the season, in the order of the layout. */
export function federationsOf(country: Country, no: SeasonNo): readonly number[] {
  let known = federations.get(country);
  if (known === undefined) {
    known = [listFederations(country, 0), listFederations(country, 1)];
    federations.set(country, known);
  }
  return known[no];
}

function listFederations(country: Country, no: SeasonNo): number[] {
  const { tree } = seasonOf(no, country);
  const found: number[] = [];
  for (const { federations } of country.provinces) {
    for (let u = federations[0]; u < federations[1]; u++) {
      if (country.units.level[u] === LEVEL.province && standsOn(country, u, tree)) found.push(u);
    }
  }
  return found;
}

export const campaignsOf = (country: Country, no: SeasonNo): Campaign[] =>
  [0, ...federationsOf(country, no)].map((unit) => campaignOf(country, no, unit));
