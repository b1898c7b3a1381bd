// SQL of affiliations at units that end: they stop on the eve of the day, and follow to the successor or do not.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface EndingUnit {
  readonly unitId: string;
  readonly heirId: string;
  readonly follow: boolean;
}

const ending = (units: readonly EndingUnit[]) => sql`
  unnest(${units.map(({ unitId }) => unitId)}::uuid[], ${units.map(({ heirId }) => heirId)}::uuid[],
         ${units.map(({ follow }) => follow)}::boolean[]) as e (unit_id, heir_id, follow)`;

/** How many people, by unit; `later`: affiliated on the day or after. */
export const countPeople = (
  db: Db,
  units: readonly EndingUnit[],
  on: string,
): Promise<{ unitId: string; follow: boolean; people: number; later: number }[]> =>
  rows(
    db,
    sql`select e.unit_id, e.follow,
               (count(distinct a.person_id) filter (where lower(a.valid) < ${on}::date))::int as people,
               (count(distinct a.person_id) filter (where lower(a.valid) >= ${on}::date))::int as later
        from ${ending(units)}
        join person.affiliation a on a.unit_id = e.unit_id and a.valid && daterange(${on}::date, null)
        group by e.unit_id, e.follow order by e.unit_id`,
  );

/** An affiliation as it was; `until` is the first day it holds no more, null open. */
export interface AffiliationRow {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly relation: string;
  readonly isPrimary: boolean;
  readonly from: string;
  readonly until: string | null;
}

/** Those that run over the day end on its eve; answers them as they were. */
export const cutAffiliations = (tx: Tx, unitIds: readonly string[], on: string): Promise<AffiliationRow[]> =>
  rows(
    tx,
    sql`with running as (
          select id, upper(valid) as until from person.affiliation
          where unit_id = any (${unitIds}::uuid[]) and lower(valid) < ${on}::date and valid @> ${on}::date
          for update)
        update person.affiliation a set valid = daterange(lower(a.valid), ${on}::date)
        from running r where r.id = a.id
        returning a.id, a.person_id, a.unit_id, a.relation, a.is_primary, lower(a.valid) as "from", r.until`,
  );

/** Those begun on the day or after are taken away from the unit; answers them as they were. */
export const removeAffiliations = (
  tx: Tx,
  unitIds: readonly string[],
  on: string,
): Promise<AffiliationRow[]> =>
  rows(
    tx,
    sql`delete from person.affiliation
        where unit_id = any (${unitIds}::uuid[]) and lower(valid) >= ${on}::date
        returning id, person_id, unit_id, relation, is_primary, lower(valid) as "from", upper(valid) as until`,
  );

/** Writes them in this order, leaving out what the person has there already; answers the ids of those written. */
export const insertAffiliations = async (tx: Tx, made: readonly AffiliationRow[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      tx,
      sql`insert into person.affiliation (id, person_id, unit_id, relation, is_primary, valid)
          select o.id, o.person_id, o.unit_id, o.relation, o.is_primary, daterange(o.begins, o.until)
          from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ personId }) => personId)}::uuid[],
                      ${made.map(({ unitId }) => unitId)}::uuid[], ${made.map(({ relation }) => relation)}::text[],
                      ${made.map(({ isPrimary }) => isPrimary)}::boolean[], ${made.map(({ from }) => from)}::date[],
                      ${made.map(({ until }) => until)}::date[])
               with ordinality as o (id, person_id, unit_id, relation, is_primary, begins, until, n)
          order by o.n
          on conflict do nothing returning id`,
    )
  ).map(({ id }) => id);

export const deleteAffiliations = (tx: Tx, ids: readonly string[]): Promise<number> =>
  execute(tx, sql`delete from person.affiliation where id = any (${ids}::uuid[])`);

export const restoreAffiliations = (
  tx: Tx,
  cut: readonly { id: string; until: string | null }[],
): Promise<number> =>
  execute(
    tx,
    sql`update person.affiliation a set valid = daterange(lower(a.valid), o.until)
        from unnest(${cut.map(({ id }) => id)}::uuid[], ${cut.map(({ until }) => until)}::date[]) as o (id, until)
        where o.id = a.id`,
  );

/** How many people who were affiliated so have another first affiliation by now, on days that would come back. */
export const countElsewhere = async (
  db: Db,
  was: readonly Pick<AffiliationRow, "personId" | "isPrimary" | "from" | "until">[],
  but: readonly string[],
  on: string,
): Promise<number> =>
  (
    await rows<{ people: number }>(
      db,
      sql`select count(distinct a.person_id)::int as people
          from unnest(${was.map(({ personId }) => personId)}::uuid[], ${was.map(({ isPrimary }) => isPrimary)}::boolean[],
                      ${was.map(({ from }) => from)}::date[], ${was.map(({ until }) => until)}::date[])
            as o (person_id, is_primary, begins, until)
          join person.affiliation a on a.person_id = o.person_id and a.is_primary and o.is_primary
            and a.valid && daterange(greatest(o.begins, ${on}::date), o.until)
          where not a.id = any (${but}::uuid[])`,
    )
  )[0]?.people ?? 0;

/** People of these units, without the affiliations named. */
export const countOthers = async (
  db: Db,
  unitIds: readonly string[],
  but: readonly string[],
): Promise<number> =>
  (
    await rows<{ people: number }>(
      db,
      sql`select count(distinct person_id)::int as people from person.affiliation
          where unit_id = any (${unitIds}::uuid[]) and not id = any (${but}::uuid[])`,
    )
  )[0]?.people ?? 0;
