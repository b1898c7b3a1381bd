// SQL of entries that look like one person, what officers said of them, and which entry stands for which.
import type { Sql } from "sql-template-tag";
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { endOfRange } from "../../unit/rules/path.ts";
import type { Alike, MergeRow } from "../schema/duplicates.ts";
import { placesOf } from "./places.ts";

export interface FlatPair {
  readonly sameBirth: boolean;
  readonly samePhone: boolean;
}

/** Where in the units below a page ended: with which entry, and which it was paired with. */
export interface PairKey {
  readonly path: string;
  readonly a: string;
  readonly b: string;
}

const below = (path: string, day: string) => sql`
  select u.unit_id, u.path from unit.v_standing u
  where u.path ~>=~ ${path} and u.path ~<~ ${endOfRange(path)} and u.valid @> ${day}::date`;

/** The next so many places of people below, union by union; whoever has several of them comes several times. */
const walk = (path: string, day: string, after: PairKey | undefined) => sql`
  select u.unit_id, u.path, a.person_id, a.is_primary
  from (${below(path, day)} and ${after === undefined ? sql`true` : sql`u.path ~>=~ ${after.path}`}
        order by u.path using ~<~ offset 0) u
  cross join lateral (select x.person_id, x.is_primary, x.valid from person.affiliation x
                      where x.unit_id = any (array[u.unit_id]) order by x.person_id offset 0) a
  where a.valid @> ${day}::date and ${after === undefined ? sql`true` : sql`(u.path collate "C", a.person_id) >= (${after.path}, ${after.a}::uuid)`}
  order by u.path using ~<~, a.person_id`;

/** The place below the path that an entry is told with. */
const homeOf = (path: string, day: string, entry: Sql) => sql`
  cross join lateral (
    select a.* from ${placesOf(entry, path, day)} a
    where not exists (select 1 from person.same_as s where s.person_id = ${entry} and s.running)
    order by a.is_primary desc, a.unit_id limit 1)`;

/** The path of a unit that stands on the day. */
export const findPath = async (db: Db, unitId: string, day: string): Promise<string | undefined> =>
  (
    await row<{ path: string }>(
      db,
      sql`select path from unit.v_standing where unit_id = ${unitId} and valid @> ${day}::date`,
    )
  )?.path;

/**
 * Pairs of one search name that share the whole date of birth or the phone, and nobody has judged, in the order of their
 * first one's place. Looks at so many people (\`look\`), and for each at the few who share a name and a birth or a phone.
 */
export const listPairs = (
  db: Db,
  path: string,
  day: string,
  asked: { readonly after: PairKey | undefined; readonly look: number; readonly limit: number },
): Promise<(FlatPair & PairKey)[]> =>
  rows(
    db,
    sql`with walked as materialized (${walk(path, day, asked.after)} limit ${asked.look})
        select w.path, w.person_id as a, q.id as b, q.same_birth, q.same_phone
        from walked w
        cross join lateral (
          select p.id, p.search_key, p.birth_date,
                 (select c.value from person.contact c where c.person_id = p.id and c.channel = 'phone') as phone
          from person.person p where p.id = w.person_id and p.search_key <> '' offset 0) p
        cross join lateral (
          select o.id, coalesce(o.birth_date = p.birth_date, false) as same_birth,
                 coalesce(o.phone = p.phone, false) as same_phone
          from (select x.id, x.search_key, x.birth_date,
                       (select c.value from person.contact c where c.person_id = x.id and c.channel = 'phone') as phone
                from (select y.id from person.person y
                      where person.given_first(y.search_key) collate "C" = person.given_first(p.search_key)
                        and y.birth_date = p.birth_date
                      union select c.person_id from person.contact c where c.channel = 'phone' and c.value = p.phone) met
                join person.person x on x.id = met.id
                where x.id <> p.id and x.search_key = p.search_key offset 0) o) q
        ${homeOf(path, day, sql`q.id`)} theirs
        where not exists (select 1 from person.same_as s where s.person_id = w.person_id and s.running)
          -- Told with one place alone: its first one, which a primary one is.
          and (w.is_primary or w.unit_id = (select mine.unit_id from ${placesOf(sql`w.person_id`, path, day)} mine
                                            order by mine.is_primary desc, mine.unit_id limit 1))
          and (theirs.path collate "C", q.id) > (w.path, w.person_id)
          and ${asked.after === undefined ? sql`true` : sql`(w.path collate "C", w.person_id, q.id) > (${asked.after.path}, ${asked.after.a}::uuid, ${asked.after.b}::uuid)`}
          and not exists (select 1 from person.different d
                          where d.low_id = least(w.person_id, q.id) and d.high_id = greatest(w.person_id, q.id))
        order by w.path using ~<~, w.person_id, q.id limit ${asked.limit}`,
  );

/** The last of the next so many places; undefined: there are not so many. */
export const findWalked = (
  db: Db,
  path: string,
  day: string,
  { after, look }: { readonly after: PairKey | undefined; readonly look: number },
): Promise<{ path: string; personId: string } | undefined> =>
  row(db, sql`select path, person_id from (${walk(path, day, after)} offset ${look - 1} limit 1) w`);

/** Of these, who is in the unit's tree today and stands for themselves. */
export const findAlike = (db: Db, path: string, day: string, ids: readonly string[]): Promise<Alike[]> =>
  rows(
    db,
    sql`select p.person_id, p.full_name, p.birth_date, p.birth_year, p.phone, home.relation, home.unit_id,
               (select n.short_name from unit.v_naming n
                where n.unit_id = home.unit_id and n.valid @> ${day}::date) as unit_name,
               p.source, x.created_at as added_at
        from unnest(${ids}::uuid[]) as asked (id)
        join person.person x on x.id = asked.id
        join person.v_person p on p.person_id = asked.id and p.search_key <> ''
        ${homeOf(path, day, sql`asked.id`)} home`,
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
