// Accounts and their terms: one password for all, an officer for every union, a signatory for each above the grassroots.
import { accountId, loginOf, type Office, officesOf, PASSWORD_HASH } from "../accounts.ts";
import { FOR, idOf } from "../chance.ts";
import { type Country, closedOn, msOf, openedOn, unitId } from "../country.ts";
import { calledBy } from "../people.ts";
import { between, byProvince, instant, type SeedStep, table } from "../step.ts";

const ACCOUNT = table("account.account", "id login display_name email password_hash created_at");
const GRANT = table("account.grant", "id account_id role unit_id term granted_by");

const NTH: Readonly<Record<Office, number>> = { officer: 0, signatory: 1, administrator: 2, facility: 0 };

export const grantId = (country: Country, unit: number, office: Office): string =>
  idOf(country.seed, FOR.grant, unit * 3 + NTH[office], msOf(openedOn(country, unit)));

export const offices: SeedStep = {
  name: "offices",
  tables: [ACCOUNT, GRANT],
  rows: ({ counts }) => 2 * (counts.grassroots + 2 * (counts.communes + counts.districts)),
  parts: byProvince,
  *write(put, country, part) {
    const block = country.provinces[part];
    if (block === undefined) return;
    const write = (unit: number): void => {
      const opened = openedOn(country, unit);
      const begun = instant(msOf(opened));
      // Offices of a union that was opened by the re-organisation are given by the province's signatory.
      const by =
        country.units.change[unit] === 1 ? accountId(country, block.federations[0], "signatory") : null;
      for (const office of officesOf(country, unit)) {
        const id = accountId(country, unit, office);
        const name = calledBy(country, FOR.accountName, unit * 3 + NTH[office]).fullName;
        put(ACCOUNT, id, loginOf(country, unit, office), name, null, PASSWORD_HASH, begun);
        const term = between(opened, closedOn(country, unit));
        put(GRANT, grantId(country, unit, office), id, office, unitId(country, unit), term, by);
      }
    };
    if (part === 0) write(0);
    for (let unit = block.from; unit < block.until; unit++) {
      write(unit);
      yield;
    }
  },
};
