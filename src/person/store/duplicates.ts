// SQL of entries that look like one person, what officers said of them, and which entry stands for which.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Alike, MergeRow } from "../schema/duplicates.ts";

export interface FlatPair {
  readonly a: string;
  readonly b: string;
  readonly sameBirth: boolean;
  readonly samePhone: boolean;
}

/** People (`ids`: of these) whose place is in the unit's tree today, each once and only who stands for themselves. */
const home = (unitId: string, day: string, ids?: readonly string[]) => sql`
  top as (select path from unit.v_unit where unit_id = ${unitId} and valid @> ${day}::date),
  home as (
    select distinct on (a.person_id) a.person_id, a.relation, a.unit_id, u.short_name
    from top
    join unit.v_unit u on u.path like top.path || '%' and u.valid @> ${day}::date
    join person.affiliation a on a.unit_id = u.unit_id and a.valid @> ${day}::date
    where ${ids === undefined ? sql`true` : sql`a.person_id = any (${ids}::uuid[])`}
      and not exists (select 1 from person.same_as s where s.person_id = a.person_id and s.running)
    order by a.person_id, a.is_primary desc, a.unit_id),
  known as (
    select p.person_id, p.full_name, p.search_key, p.sort_key, p.birth_date, p.birth_year, p.phone, p.source,
           home.relation, home.unit_id, home.short_name
    from home join person.v_person p on p.person_id = home.person_id where p.search_key <> '')`;

/** Pairs of one search name that share the whole date of birth or the phone, and nobody has judged; in order of name. */
export const listPairs = (db: Db, unitId: string, day: string, limit: number): Promise<FlatPair[]> =>
  rows(
    db,
    sql`with ${home(unitId, day)}
        select a.person_id as a, b.person_id as b,
               coalesce(a.birth_date = b.birth_date, false) as same_birth, coalesce(a.phone = b.phone, false) as same_phone
        from known a join known b on b.search_key = a.search_key and a.person_id < b.person_id
          and (a.birth_date = b.birth_date or a.phone = b.phone)
        where not exists (select 1 from person.different d where d.low_id = a.person_id and d.high_id = b.person_id)
        order by a.sort_key, a.person_id, b.person_id limit ${limit}`,
  );

/** Of these, who is in the unit's tree today. */
export const findAlike = (db: Db, unitId: string, day: string, ids: readonly string[]): Promise<Alike[]> =>
  rows(
    db,
    sql`with ${home(unitId, day, ids)}
        select k.person_id, k.full_name, k.birth_date, k.birth_year, k.phone, k.relation, k.unit_id,
               k.short_name as unit_name, k.source, p.created_at as added_at
        from known k join person.person p on p.id = k.person_id`,
  );

/** Two officers must not merge one person two ways: locks both entries, in one order. */
export const lockEntries = (tx: Tx, ids: readonly string[]): Promise<{ id: string }[]> =>
  rows(tx, sql`select id from person.person where id = any (${ids}::uuid[]) order by id for update`);

export const insertDifferent = (
  tx: Tx,
  said: { a: string; b: string; unitId: string; by: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into person.different (low_id, high_id, unit_id, said_at, said_by)
        values (least(${said.a}::uuid, ${said.b}::uuid), greatest(${said.a}::uuid, ${said.b}::uuid), ${said.unitId},
                ${said.now}, ${said.by})
        on conflict do nothing`,
  );

/** From now on `oneId` stands for `otherId` and for all that one stood for. */
export async function insertMerge(
  tx: Tx,
  merge: { id: string; unitId: string; oneId: string; otherId: string; by: string; now: string },
): Promise<number> {
  const written = await execute(
    tx,
    sql`insert into person.merge (id, unit_id, one_id, other_id, merged_at, merged_by)
        values (${merge.id}, ${merge.unitId}, ${merge.oneId}, ${merge.otherId}, ${merge.now}, ${merge.by})
        on conflict (id) do nothing`,
  );
  if (written === 0) return 0;
  await execute(
    tx,
    sql`with gone as (
          update person.same_as set running = false, replaced_by = ${merge.id}
          where one_id = ${merge.otherId} and running returning person_id)
        select count(*) from gone`,
  );
  await execute(
    tx,
    sql`insert into person.same_as (person_id, one_id, merge_id)
        select person_id, ${merge.oneId}, ${merge.id} from person.same_as where replaced_by = ${merge.id}
        union all select ${merge.otherId}::uuid, ${merge.oneId}::uuid, ${merge.id}::uuid`,
  );
  return written;
}

export interface MergeFacts {
  readonly id: string;
  readonly unitId: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly undoneAt: string | null;
  /** A later merge took rows of this one over. */
  readonly builtUpon: boolean;
}

export const findMerge = (tx: Tx, mergeId: string): Promise<MergeFacts | undefined> =>
  row(
    tx,
    sql`select m.id, m.unit_id, m.one_id, m.other_id, m.undone_at,
               exists (select 1 from person.same_as s where s.merge_id = m.id and not s.running) as built_upon
        from person.merge m where m.id = ${mergeId} for update`,
  );

export async function endMerge(tx: Tx, mergeId: string, by: string, now: string): Promise<void> {
  await execute(tx, sql`delete from person.same_as where merge_id = ${mergeId}`);
  await execute(
    tx,
    sql`update person.same_as set running = true, replaced_by = null where replaced_by = ${mergeId}`,
  );
  await execute(tx, sql`update person.merge set undone_at = ${now}, undone_by = ${by} where id = ${mergeId}`);
}

/** What officers of the unit said is one person, newest first, while it can be taken back. */
export const listMerges = (db: Db, unitId: string): Promise<MergeRow[]> =>
  rows(
    db,
    sql`select m.id, m.one_id, m.other_id, a.full_name, b.full_name as other_name, m.merged_at
        from person.merge m join person.person a on a.id = m.one_id join person.person b on b.id = m.other_id
        where m.unit_id = ${unitId} and m.undone_at is null and a.erased_at is null
          and not exists (select 1 from person.same_as s where s.merge_id = m.id and not s.running)
        order by m.merged_at desc, m.id desc limit 50`,
  );

/** All entries of one person, itself among them. */
export const entriesOf = async (db: Db, personId: string): Promise<string[]> =>
  (
    await rows<{ personId: string }>(
      db,
      sql`select entry_id as person_id from person.v_entry
          where person_id = ${personId} order by entry_id = ${personId} desc, entry_id`,
    )
  ).map((entry) => entry.personId);
