// SQL of one entry of a unit's list: read, changed, taken off the list.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { PersonView } from "../schema/entry.ts";
import type { PersonChange } from "../schema.ts";

/** Undefined: no such person, or one that was emptied. */
export const findPerson = (
  db: Db,
  personId: string,
): Promise<Omit<PersonView, "places" | "allowedActions"> | undefined> =>
  row(
    db,
    sql`select p.id, p.full_name, p.birth_date, coalesce(extract(year from p.birth_date)::integer, p.birth_year) as birth_year,
               p.sex, p.source,
               (select c.value from person.contact c where c.person_id = p.id and c.channel = 'phone') as phone,
               (select c.value from person.contact c where c.person_id = p.id and c.channel = 'email') as email
        from person.person p where p.id = ${personId} and p.erased_at is null`,
  );

export interface Place {
  readonly affiliationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly relation: "member" | "worker" | "relative";
  readonly from: string;
}

/** Where any entry of the person belongs on `day`, within the unit's tree. */
export const listPlaces = (
  db: Db,
  asked: { personId: string; unitId: string; day: string },
): Promise<Place[]> =>
  rows(
    db,
    sql`select a.id as affiliation_id, a.unit_id, u.short_name as unit_name, a.relation, lower(a.valid) as "from"
        from person.v_entry e
        join person.affiliation a on a.person_id = e.entry_id and a.valid @> ${asked.day}::date
        join unit.v_unit u on u.unit_id = a.unit_id and u.valid @> ${asked.day}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.day}::date
             and u.path like top.path || '%'
        where e.person_id = ${asked.personId}
        order by a.is_primary desc, u.sort_key, a.id`,
  );

/** Writes what is said; a field that is undefined stays. Answers 0 where the entry is gone. */
export async function updatePerson(
  tx: Tx,
  personId: string,
  change: PersonChange & { sortKey?: string; searchKey?: string },
): Promise<number> {
  const birth = change.birthDate !== undefined;
  const written = await execute(
    tx,
    sql`update person.person
        set full_name = coalesce(${change.fullName ?? null}, full_name),
            sort_key = coalesce(${change.sortKey ?? null}, sort_key),
            search_key = coalesce(${change.searchKey ?? null}, search_key),
            birth_date = case when ${birth} then ${change.birthDate ?? null}::date else birth_date end,
            birth_year = case when ${birth} then null else birth_year end,
            sex = case when ${change.sex !== undefined} then ${change.sex ?? null} else sex end
        where id = ${personId} and erased_at is null`,
  );
  if (written === 0) return 0;
  for (const channel of ["phone", "email"] as const) {
    const value = change[channel];
    if (value === undefined) continue;
    await execute(
      tx,
      value === null
        ? sql`delete from person.contact where person_id = ${personId} and channel = ${channel}`
        : sql`insert into person.contact (person_id, channel, value) values (${personId}, ${channel}, ${value})
              on conflict (person_id, channel) do update set value = excluded.value`,
    );
  }
  return written;
}

/** They stop on the eve of `day`; what began on it has no day to have held on, and goes. */
export async function endAffiliations(
  tx: Tx,
  affiliationIds: readonly string[],
  day: string,
  reason: string,
): Promise<void> {
  await execute(
    tx,
    sql`delete from person.affiliation
        where id = any (${affiliationIds}::uuid[]) and lower(valid) >= ${day}::date`,
  );
  await execute(
    tx,
    sql`update person.affiliation set valid = daterange(lower(valid), ${day}::date), end_reason = ${reason}
        where id = any (${affiliationIds}::uuid[])`,
  );
}

export const setRestricted = (tx: Tx, personId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update person.person set restricted_at = ${now}
        where id = ${personId} and restricted_at is null and erased_at is null`,
  );
