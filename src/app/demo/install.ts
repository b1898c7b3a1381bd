// The base of the demo, written in bulk: units, people, accounts. Everything after it happens through the server.

import { digest, hashPassword, newToken } from "../../account/secrets.ts";
import { insertAccount, insertGrant } from "../../account/store.ts";
import { writeAudit } from "../../platform/audit/store.ts";
import { execute, sql, type Tx } from "../../platform/db/sql.ts";
import { nameSortKey, searchKey } from "../../platform/pure/text-vi.ts";
import { openUnit } from "../../unit/service.ts";
import { PASSWORD } from "./accounts.ts";
import { HEARD_OF } from "./people.ts";
import type { DemoPlan } from "./plan.ts";
import { type DemoUnit, TREE_FROM } from "./tree.ts";

export async function installBase(tx: Tx, base: DemoPlan): Promise<void> {
  await installTree(tx, base.tree);
  await installPeople(tx, base);
  await installAccounts(tx, base);
  await writeAudit(tx, {
    id: base.chance.idAt(HEARD_OF),
    at: HEARD_OF,
    operation: "demo.load",
    actor: null,
    entry: {
      subject: { kind: "unit", id: base.tree[0]?.id ?? "" },
      detail: { units: base.tree.length, people: base.people.length, accounts: base.accounts.length },
    },
  });
  // What comes next reads these tables through indexes, which the planner chooses only once it knows their size.
  await execute(
    tx,
    sql`analyze unit.unit, unit.naming, unit.edge, unit.path, person.person, person.affiliation`,
  );
}

async function installTree(tx: Tx, tree: readonly DemoUnit[]): Promise<void> {
  const ids = new Map(tree.map(({ key, id }) => [key, id]));
  for (const { key: _key, people: _people, parent, ...unit } of tree) {
    const parentId = parent === undefined ? undefined : ids.get(parent);
    await openUnit(tx, { ...unit, from: TREE_FROM, ...(parentId !== undefined && { parentId }) });
  }
}

/** People with their contacts and affiliations; their units stand already. */
export async function installPeople(
  tx: Tx,
  { tree, people, chance }: Pick<DemoPlan, "tree" | "people" | "chance">,
): Promise<void> {
  const ids = new Map(tree.map(({ key, id }) => [key, id]));
  const persons = people.map((person) => ({
    ...person,
    sortKey: nameSortKey(person.fullName),
    searchKey: searchKey(person.fullName),
  }));
  await execute(
    tx,
    sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, sex, created_at)
        select p.id, p."fullName", p."sortKey", p."searchKey", p."birthDate", p.sex, ${HEARD_OF}
        from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb)
          as p (id uuid, "fullName" text, "sortKey" text, "searchKey" text, "birthDate" date, sex text)`,
  );
  const contacts = people.flatMap(({ id, phone, email }) => [
    ...(phone === undefined ? [] : [{ id, channel: "phone", value: phone }]),
    ...(email === undefined ? [] : [{ id, channel: "email", value: email }]),
  ]);
  await execute(
    tx,
    sql`insert into person.contact (person_id, channel, value)
        select c.id, c.channel, c.value
        from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as c (id uuid, channel text, value text)`,
  );
  const affiliations = people.flatMap(({ id, unit, also, relation, from }) =>
    [unit, also ?? []].flat().map((key) => ({
      id: chance.idAt(HEARD_OF),
      person: id,
      unit: ids.get(key),
      relation,
      first: key === unit,
      from,
    })),
  );
  await execute(
    tx,
    sql`insert into person.affiliation (id, person_id, unit_id, relation, is_primary, valid)
        select a.id, a.person, a.unit, a.relation, a.first, daterange(a."from", null)
        from jsonb_to_recordset(${JSON.stringify(affiliations)}::jsonb)
          as a (id uuid, person uuid, unit uuid, relation text, first boolean, "from" date)`,
  );
}

async function installAccounts(tx: Tx, { accounts, chance }: DemoPlan): Promise<void> {
  // One hash for all: the password is printed at each start, so it hides nothing.
  const passwordHash = await hashPassword(PASSWORD);
  for (const { id, login, displayName, role, unit } of accounts) {
    await insertAccount(tx, { id, login, displayName, passwordHash, now: HEARD_OF });
    await insertGrant(tx, {
      id: chance.idAt(HEARD_OF),
      accountId: id,
      role,
      unitId: unit.id,
      from: TREE_FROM,
      until: undefined,
      by: null,
    });
  }
}

/** Opens a session for every account, for the time of the load: signing in by password sixty times takes seconds. */
export async function openSessions(tx: Tx, { accounts, chance }: DemoPlan): Promise<Map<string, string>> {
  const tokens = new Map(accounts.map(({ login }) => [login, newToken()]));
  const sessions = accounts.map(({ id, login }) => ({
    id: chance.idAt(HEARD_OF),
    account: id,
    digest: digest(tokens.get(login) ?? "").toString("hex"),
  }));
  await execute(
    tx,
    sql`insert into account.session (id, token_hash, account_id, created_at, expires_at)
        select s.id, decode(s.digest, 'hex'), s.account, ${HEARD_OF}, '2030-01-01'
        from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as s (id uuid, account uuid, digest text)`,
  );
  return tokens;
}

/** Sessions that began during the load last as long as it does, however many years that tells. */
export const keepSessions = (tx: Tx): Promise<unknown> =>
  execute(tx, sql`update account.session set expires_at = '2030-01-01'`);
