// Offices of the unions that begin later: a one-time code from the province, an account opened with it.
import { issueCode } from "../../../account/contract.ts";
import type { Role } from "../../../account/schema.ts";
import { PASSWORD, signatoryOf } from "../accounts.ts";
import type { Facts } from "../facts.ts";
import { nameFor } from "../names.ts";
import { type DemoUnit, PROVINCE } from "../tree.ts";

/** One officer for each of these unions, and a signatory for each that stands above grassroots unions. */
export async function fillOffices(facts: Facts, units: readonly DemoUnit[]): Promise<void> {
  for (const unit of units) {
    await enter(facts, unit, "officer", unit.key);
    if (unit.kind === "commune-union") await enter(facts, unit, "signatory", signatoryOf(unit.key));
  }
}

async function enter(
  { hands, chance }: Facts,
  unit: DemoUnit,
  role: Extract<Role, "officer" | "signatory">,
  login: string,
): Promise<void> {
  hands.wait(chance.int(5, 20) * 60);
  hands.toOfficeHours();
  const { code } = await hands.ask(PROVINCE, issueCode, { params: { unitId: unit.id }, body: { role } });
  hands.wait(chance.int(3, 15) * 60);
  const displayName = nameFor(chance, chance.yes(0.5) ? "female" : "male");
  await hands.enter(login, { body: { code, login, displayName, password: PASSWORD } });
}
