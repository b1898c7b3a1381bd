// Who can sign in to the demo: one officer a unit, signatories above, and the few that a newcomer is told of.
import type { Role } from "../../account/schema.ts";
import type { Chance } from "./chance.ts";
import { nameFor } from "./names.ts";
import { type DemoUnit, PROVINCE } from "./tree.ts";

/** Opens every account of the demo, and no other: an installation in use never has demo data. */
export const PASSWORD = "giot-hong-mau";

export const SIGNATORY = "lanhdao";
export const ADMINISTRATOR = "quantri";
/** Signatory of an intermediate union. */
export const signatoryOf = (key: string): string => `${key}.ky`;

export interface DemoAccount {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unit: DemoUnit;
}

/** The signer of the sample letter signs here too. */
const SIGNER = "Đèo Thị Thu Sương";

/** One officer for each union down to the last group, a signatory for each above the grassroots. */
export function demoAccounts(chance: Chance, tree: readonly DemoUnit[]): DemoAccount[] {
  const account = (login: string, role: Role, unit: DemoUnit, name?: string): DemoAccount => ({
    id: chance.idAt("2020-01-06T01:00:00Z"),
    login,
    displayName: name ?? nameFor(chance, chance.yes(0.5) ? "female" : "male"),
    role,
    unit,
  });
  return tree.flatMap((unit) => {
    if (unit.key === PROVINCE) {
      return [
        account(PROVINCE, "officer", unit),
        account(SIGNATORY, "signatory", unit, SIGNER),
        account(ADMINISTRATOR, "administrator", unit),
      ];
    }
    if (unit.kind === "facility") return [account(unit.key, "facility", unit)];
    if (unit.side !== "union") return [];
    const officer = account(unit.key, "officer", unit);
    return ["grassroots", "section", "group"].includes(unit.kind)
      ? [officer]
      : [officer, account(signatoryOf(unit.key), "signatory", unit)];
  });
}
