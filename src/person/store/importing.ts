// SQL of lists brought in from files: who is on a unit's list already, many people at once, and taking them back.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { ImportRow, ListEntry } from "../schema/importing.ts";

export interface OnList {
  readonly personId: string;
  readonly fullName: string;
  readonly searchKey: string;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly phone: string | null;
  readonly unitName: string;
}

/**
 * People of the unit and below on `day` who have one of these search keys. From its units down to their people: those of
 * the same names in the whole country are many more.
 */
export const findOnList = (
  db: Db,
  asked: { unitId: string; day: string; searchKeys: readonly string[] },
): Promise<OnList[]> =>
  rows(
    db,
    sql`select distinct on (p.person_id) p.person_id, p.full_name, p.search_key, p.birth_date, p.birth_year, p.phone,
               (select n.short_name from unit.v_naming n where n.unit_id = u.unit_id and n.valid @> ${asked.day}::date)
                 as unit_name
        from unit.v_standing top
        cross join lateral (
          select u.unit_id from unit.v_standing u
          where u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/') and u.valid @> ${asked.day}::date
          offset 0) u
        cross join lateral (
          select a.person_id, a.is_primary from person.affiliation a
          where a.unit_id = any (array[u.unit_id]) and a.valid @> ${asked.day}::date offset 0) a
        cross join lateral (
          select p.* from person.v_person p
          where p.person_id = a.person_id and p.search_key in (select unnest(${asked.searchKeys}::text[])) offset 0) p
        where top.unit_id = ${asked.unitId} and top.valid @> ${asked.day}::date
        order by p.person_id, a.is_primary desc, u.unit_id`,
  );

/** Sections and groups below the unit, by which a list may be parted. */
export const findGroups = (
  db: Db,
  unitId: string,
  day: string,
): Promise<{ unitId: string; name: string; shortName: string }[]> =>
  rows(
    db,
    sql`select u.unit_id, u.name, u.short_name
        from unit.v_unit top
        join unit.v_unit u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
          and u.unit_id <> top.unit_id and u.valid @> ${day}::date
        where top.unit_id = ${unitId} and top.valid @> ${day}::date and u.kind in ('section', 'group')`,
  );

/** One list at a time goes into a unit: two officers with the same file must see each other's people. */
export const lockImports = (tx: Tx, unitId: string): Promise<number> =>
  execute(tx, sql`select pg_advisory_xact_lock(hashtextextended('person.import ' || ${unitId}, 0))`);

export interface NewPerson extends ListEntry {
  readonly id: string;
  readonly affiliationId: string;
  readonly unitId: string;
  readonly sortKey: string;
  readonly searchKey: string;
}

/** Answers 0 where an import of this id is there already. */
export const insertImport = (
  tx: Tx,
  made: { id: string; unitId: string; fileName: string; people: number; by: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into person.import (id, unit_id, file_name, people, imported_at, imported_by)
        values (${made.id}, ${made.unitId}, ${made.fileName}, ${made.people}, ${made.now}, ${made.by})
        on conflict (id) do nothing`,
  );

/** Writes all of them with contacts and affiliations; no consent. */
export async function insertPeople(
  tx: Tx,
  importId: string,
  people: readonly NewPerson[],
  { now, today }: { now: string; today: string },
): Promise<void> {
  const ids = people.map(({ id }) => id);
  await execute(
    tx,
    sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, birth_year, sex, source, created_at)
        select o.id, o.full_name, o.sort_key, o.search_key, o.birth_date, o.birth_year, o.sex, 'import', ${now}
        from unnest(${ids}::uuid[], ${people.map(({ fullName }) => fullName)}::text[],
                    ${people.map(({ sortKey }) => sortKey)}::text[], ${people.map(({ searchKey }) => searchKey)}::text[],
                    ${people.map(({ birthDate }) => birthDate)}::date[],
                    ${people.map(({ birthYear }) => birthYear)}::smallint[], ${people.map(({ sex }) => sex)}::text[])
             as o (id, full_name, sort_key, search_key, birth_date, birth_year, sex)`,
  );
  for (const channel of ["phone", "email"] as const) {
    const reached = people.filter((person) => person[channel] !== null);
    await execute(
      tx,
      sql`insert into person.contact (person_id, channel, value)
          select o.id, ${channel}, o.value
          from unnest(${reached.map(({ id }) => id)}::uuid[], ${reached.map((person) => person[channel])}::text[])
               as o (id, value)`,
    );
  }
  await execute(
    tx,
    sql`insert into person.affiliation (id, person_id, unit_id, relation, valid)
        select o.id, o.person_id, o.unit_id, o.relation, daterange(${today}::date, null)
        from unnest(${people.map(({ affiliationId }) => affiliationId)}::uuid[], ${ids}::uuid[],
                    ${people.map(({ unitId }) => unitId)}::uuid[], ${people.map(({ relation }) => relation)}::text[])
             as o (id, person_id, unit_id, relation)`,
  );
  await execute(
    tx,
    sql`insert into person.imported (person_id, import_id)
        select o.id, ${importId} from unnest(${ids}::uuid[]) as o (id)`,
  );
}

const VIEW = sql`select id, file_name, people, imported_at, undone_at from person.import`;

export const listImports = (db: Db, unitId: string): Promise<ImportRow[]> =>
  rows(db, sql`${VIEW} where unit_id = ${unitId} order by imported_at desc, id desc limit 20`);

export const findImport = (db: Db, unitId: string, importId: string): Promise<ImportRow | undefined> =>
  row(db, sql`${VIEW} where id = ${importId} and unit_id = ${unitId}`);

export const lockImport = (tx: Tx, unitId: string, importId: string): Promise<ImportRow | undefined> =>
  row(tx, sql`${VIEW} where id = ${importId} and unit_id = ${unitId} for update`);

/** Its people, each with whether an officer changed where they belong since. */
export const importedPeople = (
  db: Db,
  importId: string,
): Promise<{ personId: string; fullName: string; moved: boolean }[]> =>
  rows(
    db,
    sql`select p.id as person_id, p.full_name,
               (select count(*) from person.affiliation a where a.person_id = p.id) <> 1
                 or exists (select 1 from person.affiliation a where a.person_id = p.id and not upper_inf(a.valid)) as moved
        from person.imported i join person.person p on p.id = i.person_id
        where i.import_id = ${importId} order by p.sort_key, p.id`,
  );

/** Takes them away as if they had never been; refused by the database where anything still speaks of one. */
export async function deletePeople(tx: Tx, importId: string, by: string, now: string): Promise<void> {
  const ids = (await importedPeople(tx, importId)).map(({ personId }) => personId);
  await execute(tx, sql`delete from person.imported where import_id = ${importId}`);
  await execute(tx, sql`delete from person.contact where person_id = any (${ids}::uuid[])`);
  await execute(tx, sql`delete from person.affiliation where person_id = any (${ids}::uuid[])`);
  await execute(
    tx,
    sql`delete from person.different where low_id = any (${ids}::uuid[]) or high_id = any (${ids}::uuid[])`,
  );
  await execute(tx, sql`delete from person.person where id = any (${ids}::uuid[])`);
  await execute(
    tx,
    sql`update person.import set undone_at = ${now}, undone_by = ${by} where id = ${importId}`,
  );
}
