// Steps the tests of offices share: printing a code, joining with it, travelling to a day.
import { type CastName, UNITS, type UnitName } from "../../test/cast.ts";
import { PASSWORD, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as handover from "./contract/handover.ts";
import * as offices from "./contract/offices.ts";
import * as account from "./contract.ts";
import type { HandoverEntry } from "./schema/handover.ts";
import type { SigningScope } from "./schema/offices.ts";
import type { Role } from "./schema.ts";

/** Mid-morning of a day in Việt Nam. */
export const morningOf = (day: string): string => `${day}T02:00:00.000Z`;

/** Somebody new with an office at a unit, by a code from above; answers their account. */
export async function joinAs(
  world: World,
  by: CastName,
  at: UnitName,
  role: Exclude<Role, "desk" | "administrator">,
  login: string,
): Promise<string> {
  const printed = await world
    .as(by)
    .call(account.issueCode, { params: { unitId: UNITS[at] }, body: { role } });
  return useCode(world, printed.body.code, login);
}

export async function useCode(world: World, code: string, login: string): Promise<string> {
  const joined = await world
    .nobody()
    .call(account.joinByCode, { body: { code, login, displayName: `Người ${login}`, password: PASSWORD } });
  if (joined.status !== 200) throw new Error(`${login} could not join: ${joined.problem?.code}`);
  return joined.body.accountId;
}

/** The signatory lends a part of their signature. */
export const delegate = (
  world: World,
  by: CastName,
  at: UnitName,
  to: string,
  { scopes = ["letters"], from, until }: { scopes?: SigningScope[]; from: string; until: string },
) => {
  const id = newId();
  return {
    id,
    done: world.as(by).call(offices.delegateSigning, {
      params: { unitId: UNITS[at] },
      body: { id, toAccountId: to, scopes, from, until, reason: "Đi công tác dài ngày" },
    }),
  };
};

/** Starts a handover; answers its id beside the reply. */
export const handOver = (
  world: World,
  by: CastName,
  at: UnitName,
  entry: Omit<HandoverEntry, "id"> & { id?: string },
) => {
  const id = entry.id ?? newId();
  return {
    id,
    done: world
      .as(by)
      .call(handover.startHandover, { params: { unitId: UNITS[at] }, body: { ...entry, id } }),
  };
};

/** What somebody holds at a unit today, as `role from until`. */
export async function officesOf(world: World, at: UnitName, login: string): Promise<string[]> {
  const { body } = await world
    .as("ada")
    .call(account.listOfficeHolders, { params: { unitId: UNITS[at] }, query: { span: "all" } });
  return body.items
    .filter((held) => held.login === login && !held.removed)
    .map(({ role, from, until }) => `${role} ${from} ${until ?? "open"}`)
    .sort();
}
