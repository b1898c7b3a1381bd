// All SQL of people: who they are, how to reach them, what they agreed to, where they belong.
import { type Db, execute, row, rows, send, sql, type Tx } from "../platform/db/sql.ts";
import type { ConsentPurpose, PersonEntry } from "./schema.ts";

/** Answers 0 when a person of this id is already there. */
export async function insertPerson(
  tx: Tx,
  person: Omit<PersonEntry, "relation"> & {
    sortKey: string;
    searchKey: string;
    now: string;
    source?: "officer" | "import" | "self";
  },
): Promise<number> {
  const written = await execute(
    tx,
    sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, sex, source, created_at)
        values (${person.id}, ${person.fullName}, ${person.sortKey}, ${person.searchKey},
                ${person.birthDate ?? null}, ${person.sex ?? null}, ${person.source ?? "officer"}, ${person.now})
        on conflict (id) do nothing`,
    "person-insert",
  );
  if (written === 0) return 0;
  for (const channel of ["phone", "email"] as const) {
    const value = person[channel];
    if (value === undefined) continue;
    send(
      tx,
      sql`insert into person.contact (person_id, channel, value) values (${person.id}, ${channel}, ${value})`,
      "contact-insert",
    );
  }
  return written;
}

/** From `from` on, open-ended, as the primary affiliation of a person who has none yet. */
export const insertAffiliation = (
  tx: Tx,
  affiliation: { id: string; personId: string; unitId: string; relation: string; from: string },
): void =>
  send(
    tx,
    sql`insert into person.affiliation (id, person_id, unit_id, relation, valid)
        values (${affiliation.id}, ${affiliation.personId}, ${affiliation.unitId}, ${affiliation.relation},
                daterange(${affiliation.from}::date, null))`,
    "affiliation-insert",
  );

export const isAffiliated = async (db: Db, personId: string, unitId: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from person.affiliation where person_id = ${personId} and unit_id = ${unitId}`,
  )) !== undefined;

/** The person's name and e-mail address, for sending; undefined without an address. */
export const findEmail = (db: Db, personId: string): Promise<{ name: string; address: string } | undefined> =>
  row(
    db,
    sql`select p.full_name as name, c.value as address
        from person.person p join person.contact c on c.person_id = p.id and c.channel = 'email'
        where p.id = ${personId}`,
  );

/** Those written, in the order asked; one that runs already is not among them. */
export const insertConsents = (
  tx: Tx,
  consents: {
    readonly personId: string;
    readonly evidence: string;
    readonly now: string;
    readonly asked: readonly { readonly id: string; readonly purpose: ConsentPurpose }[];
  },
): Promise<readonly { readonly id: string; readonly purpose: ConsentPurpose }[]> =>
  rows(
    tx,
    sql`insert into person.consent (id, person_id, purpose, given_at, evidence)
        select a.id, ${consents.personId}, a.purpose, ${consents.now}::timestamptz, ${consents.evidence}
        from unnest(${consents.asked.map(({ id }) => id)}::uuid[],
                    ${consents.asked.map(({ purpose }) => purpose)}::text[]) as a (id, purpose)
        on conflict (person_id, purpose) where withdrawn_at is null do nothing
        returning id, purpose`,
    "consent-insert",
  );

export const endConsents = (
  tx: Tx,
  personId: string,
  purposes: readonly ConsentPurpose[],
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`update person.consent set withdrawn_at = greatest(given_at, ${now}::timestamptz)
        where person_id = ${personId} and purpose = any (${purposes}::text[]) and withdrawn_at is null`,
  );
