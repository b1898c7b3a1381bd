// Who holds which office in the seeded country: ids and sign-ins that follow from the unit's index.
import { FOR, idOf } from "./chance.ts";
import { type Country, LEVEL, levelOf, msOf, openedOn } from "./country.ts";

/** Opens every account of a seeded country, and no other: an installation in use is never seeded. */
export const PASSWORD = "giot-hong-mau";
/** One hash of it for all, written down because its salt would be another each time: the password is printed, so it hides nothing. */
export const PASSWORD_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$cLhMJFoL26JE3CQuuNY9mQ$P97WCkkXzBuPhIRR9UO1Vy0zPoOPRs6Es6pJZpAayAk";

export type Office = "officer" | "signatory" | "administrator" | "facility";
/** An account's index: the unit's and which of its offices. */
const NTH: Readonly<Record<Office, number>> = { officer: 0, signatory: 1, administrator: 2, facility: 0 };

/** The offices of a unit; none in sections and groups, whose people their grassroots union looks after. */
export function officesOf(country: Country, unit: number): readonly Office[] {
  switch (levelOf(country, unit)) {
    case LEVEL.root:
      return ["officer", "signatory", "administrator"];
    case LEVEL.province:
    case LEVEL.district:
    case LEVEL.commune:
      return ["officer", "signatory"];
    case LEVEL.grassroots:
      return ["officer"];
    case LEVEL.facility:
      return ["facility"];
    default:
      return [];
  }
}

export const accountId = (country: Country, unit: number, office: Office): string =>
  idOf(country.seed, FOR.account, unit * 3 + NTH[office], msOf(openedOn(country, unit)));

const padded = (no: number, digits: number): string => String(no).padStart(digits, "0");

/** What its holder types: `tonglien`, `tinh07`, `tinh07b` (merged into tinh07), `huyen07.012`, `xa07.031`, `cs07.01234`, `bv07`; a signatory's ends in `.ky`. */
export function loginOf(country: Country, unit: number, office: Office): string {
  if (office === "administrator") return "quantri";
  return `${stem(country, unit)}${office === "signatory" ? ".ky" : ""}`;
}

function stem(country: Country, unit: number): string {
  const { units, provinces } = country;
  const p = units.province[unit] ?? 0;
  const block = provinces[p];
  const no = padded(p + 1, 2);
  switch (levelOf(country, unit)) {
    case LEVEL.root:
      return "tonglien";
    case LEVEL.province: {
      const nth = unit - (block?.federations[0] ?? 0);
      return `tinh${no}${nth === 0 ? "" : String.fromCharCode(97 + nth)}`;
    }
    case LEVEL.district:
      return `huyen${no}.${padded(unit - (block?.districts[0] ?? 0) + 1, 3)}`;
    case LEVEL.commune:
      return `xa${no}.${padded(unit - (block?.communes[0] ?? 0) + 1, 3)}`;
    case LEVEL.facility:
      return `bv${no}`;
    default:
      // Units inside a grassroots union have indexes too, so these numbers have gaps.
      return `cs${no}.${padded(unit - (block?.grassroots[0] ?? 0) + 1, 5)}`;
  }
}
