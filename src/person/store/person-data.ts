// SQL of all that is kept of one person here, and of emptying it.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface KeptPerson {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly sex: "female" | "male" | null;
  readonly createdAt: string;
  readonly source: "officer" | "import" | "self";
  readonly restrictedAt: string | null;
  readonly erasedAt: string | null;
}

export const findKept = (db: Db, personId: string): Promise<KeptPerson | undefined> =>
  row(
    db,
    sql`select full_name, birth_date, birth_year, sex, created_at, source, restricted_at, erased_at
        from person.person where id = ${personId}`,
  );

export const listContacts = (
  db: Db,
  personId: string,
): Promise<{ channel: "phone" | "email"; value: string }[]> =>
  rows(
    db,
    sql`select channel, value from person.contact where person_id = ${personId} order by channel desc`,
  );

export const listConsents = (
  db: Db,
  personId: string,
): Promise<{ purpose: string; givenAt: string; withdrawnAt: string | null; evidence: string }[]> =>
  rows(
    db,
    sql`select purpose, given_at, withdrawn_at, evidence from person.consent
        where person_id = ${personId} order by given_at, id`,
  );

/** `until`: the first day it holds no more. The unit's name is that of its last day there. */
export const listAffiliations = (
  db: Db,
  personId: string,
): Promise<{ unitId: string; unitName: string; relation: string; from: string; until: string | null }[]> =>
  rows(
    db,
    sql`select a.unit_id, n.name as unit_name, a.relation, lower(a.valid) as "from", upper(a.valid) as until
        from person.affiliation a
        join lateral (select u.name from unit.v_unit u where u.unit_id = a.unit_id
                      order by u.valid && a.valid desc, upper(u.valid) desc nulls first limit 1) n on true
        where a.person_id = ${personId} order by lower(a.valid), a.id`,
  );

/** Who of them agreed to something, asked for something, or is said to be the same as somebody. */
export const findHeld = async (db: Db, personIds: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select x.id from unnest(${personIds}::uuid[]) as x (id)
          where exists (select 1 from person.consent c where c.person_id = x.id)
             or exists (select 1 from person.request r where r.person_id = x.id)
             or exists (select 1 from person.merge m where m.one_id = x.id or m.other_id = x.id)`,
    )
  ).map(({ id }) => id);

/** Empties the entry: nobody can be told from it. Answers 0 where it is empty already. */
export async function emptyPerson(tx: Tx, personId: string, now: string, today: string): Promise<number> {
  const emptied = await execute(
    tx,
    sql`update person.person
        set full_name = '–', sort_key = '', search_key = '', birth_date = null, birth_year = null, sex = null,
            restricted_at = null, erased_at = ${now}
        where id = ${personId} and erased_at is null`,
  );
  if (emptied === 0) return 0;
  await execute(tx, sql`delete from person.contact where person_id = ${personId}`);
  await execute(
    tx,
    sql`update person.consent set withdrawn_at = greatest(given_at, ${now}::timestamptz)
        where person_id = ${personId} and withdrawn_at is null`,
  );
  // What began today has no day to have held on.
  await execute(
    tx,
    sql`delete from person.affiliation where person_id = ${personId} and lower(valid) >= ${today}::date`,
  );
  await execute(
    tx,
    sql`update person.affiliation set valid = daterange(lower(valid), ${today}::date), end_reason = 'erased'
        where person_id = ${personId} and valid @> ${today}::date`,
  );
  await execute(tx, sql`update person.request set note = '' where person_id = ${personId}`);
  return emptied;
}
