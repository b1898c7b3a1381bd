// What the facts ask of the country about a unit: its name, its letterhead, and who acts for it.
import type { ComposeHead } from "../../../document/rules/composing/sentences.ts";
import { titleSortKey } from "../../../platform/pure/text-vi.ts";
import { accountId, type Office } from "../accounts.ts";
import type { Country } from "../country.ts";
import { unitName } from "../names.ts";

export interface Named {
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
}

// One country is seeded at a time; names are asked for again and again while the drives of one host are written.
const MOST_KNOWN = 4096;
const known = new Map<number, Named>();
let knownOf: Country | undefined;

export function nameOf(country: Country, unit: number): Named {
  if (knownOf !== country || known.size > MOST_KNOWN) known.clear();
  knownOf = country;
  let found = known.get(unit);
  if (found === undefined) {
    const { name, shortName } = unitName(country, unit);
    found = { name, shortName, sortKey: titleSortKey(shortName) };
    known.set(unit, found);
  }
  return found;
}

/** By name, as lists of units stand. */
export const compareUnits = (
  a: { readonly name: Named; readonly unit: number },
  b: { readonly name: Named; readonly unit: number },
): number => (a.name.sortKey < b.name.sortKey ? -1 : a.name.sortKey > b.name.sortKey ? 1 : a.unit - b.unit);

export function headOf(country: Country, unit: number): ComposeHead {
  const { name, superiorName, notation, placeName } = unitName(country, unit);
  return { name, superior: superiorName, notation, place: placeName };
}

export const actorOf = (country: Country, unit: number, office: Office = "officer"): string =>
  accountId(country, unit, office);
