// The ways of finding people of a unit: each finds the same ones, and is short for another share of a country.
import { type Db, rows, sql } from "../../../platform/db/sql.ts";
import {
  type Asked,
  below,
  findMark,
  given,
  goesOn,
  home,
  isBegun,
  isGiven,
  type ListedRow,
  type Listing,
  type Mark,
  named,
  open,
  orders,
  rankOf,
  type Searched,
  shown,
} from "./pieces.ts";

/** Gathers everybody below, then sorts. */
export async function listAmongFew(db: Db, asked: Asked): Promise<ListedRow[]> {
  const { search } = asked;
  const mark =
    search === undefined || asked.after === undefined ? undefined : await findMark(db, { ...asked, search });
  return rows(
    db,
    sql`with below as materialized (${below(asked)}),
        met as materialized (
          select distinct on (p.id) p.*, a.relation, u.unit_id, u.path
          from below u
          join lateral (select x.person_id, x.relation, x.is_primary, x.valid from person.affiliation x
                        where x.unit_id = any (array[u.unit_id]) offset 0) a on a.valid @> ${asked.day}::date
          left join person.same_as s on s.person_id = a.person_id and s.running
          cross join lateral (
            select p.*, ${search === undefined ? sql`3` : rankOf(search)} as rank from person.person p
            where p.id = coalesce(s.one_id, a.person_id) and ${open}
              and ${search === undefined ? sql`true` : named(asked, search)} offset 0) p
          order by p.id, a.is_primary desc, u.unit_id),
        ordered as (select p.*, ${orders} from met p cross join lateral (select p.path) home)
        select ${shown(asked)}
        from ordered p cross join lateral (select p.relation, p.unit_id) home
        where ${search === undefined ? afterInOrder(asked) : goesOn(mark)}
        order by ${search === undefined ? sql`p.sort_key, p.id` : sql`p.rank, p.key, p.born, p.id`}
        limit ${asked.limit}`,
  );
}

const afterInOrder = ({ after }: Listing) =>
  after === undefined
    ? sql`true`
    : sql`(p.sort_key, p.id) > (select l.sort_key, l.id from person.person l where l.id = ${after}::uuid)`;

/** Goes through people in the order of their names and asks each where they belong, until the page is full. */
export const listInOrder = (db: Db, asked: Asked): Promise<ListedRow[]> =>
  rows(
    db,
    sql`select ${shown(asked)} from person.person p cross join ${home(asked)}
        where ${open} and ${afterInOrder(asked)}
        order by p.sort_key, p.id limit ${asked.limit}`,
  );

/** All who have the words, by the index of words, then who of them belongs below; `rest`: of the last rank alone. */
export async function listNamed(db: Db, asked: Searched, rest = false): Promise<ListedRow[]> {
  const { search } = asked;
  const mark = asked.after === undefined ? undefined : await findMark(db, asked);
  return rows(
    db,
    sql`with met as (
          select p.*, home.relation, home.unit_id, ${orders}
          from (select p.*, ${rankOf(search)} as rank from person.person p
                where ${named(asked, search, true)} and ${open} offset 0) p
          cross join ${home(asked)}
          where ${rest ? sql`p.rank = 3` : sql`true`})
        select ${shown(asked)} from met p cross join lateral (select p.relation, p.unit_id) home
        where ${goesOn(mark)}
        order by p.rank, p.key, p.born, p.id limit ${asked.limit}`,
  );
}

/** At least, and at most, so many are asked at once where they belong. */
const PART = { least: 250, most: 10_000 };

/**
 * Goes through those whose name ends, or begins, so and asks each where they belong, until the page is full: by parts,
 * since a part that ends by its number is read in the order of the index, whatever the planner thinks how many there are.
 */
export async function listByIndex(
  db: Db,
  asked: Searched,
  rank: 1 | 2,
  mark: Mark | undefined,
): Promise<ListedRow[]> {
  const found: ListedRow[] = [];
  let from: Pick<Mark, "id" | "key" | "born"> | undefined = mark;
  for (;;) {
    const expected = Math.ceil((asked.limit - found.length) * asked.oneIn * 1.2);
    const part = Math.min(PART.most, Math.max(PART.least, expected));
    const read = await listPart(db, asked, rank, from, part);
    for (const { nth: _nth, key: _key, born: _born, unitId, relation, unitName, ...person } of read)
      if (unitId !== null && relation !== null && unitName !== null && found.length < asked.limit)
        found.push({ ...person, unitId, relation, unitName });
    const last = read.at(-1);
    if (found.length === asked.limit || last === undefined || last.nth < part) return found;
    from = last;
  }
}

type PartRow = Omit<ListedRow, "unitId" | "relation" | "unitName"> &
  Pick<Mark, "key" | "born"> & {
    readonly nth: number;
    readonly unitId: string | null;
    readonly relation: ListedRow["relation"] | null;
    readonly unitName: string | null;
  };

/** Those of the next `part` who are found, and the last of them, who may be nobody wanted. */
const listPart = (
  db: Db,
  asked: Searched,
  rank: 1 | 2,
  mark: Pick<Mark, "id" | "key" | "born"> | undefined,
  part: number,
): Promise<PartRow[]> => {
  const { search } = asked;
  const key = rank === 1 ? given : sql`p.search_key`;
  const order = rank === 1 ? given : sql`p.search_key using ~<~`;
  // Said twice: what an index can begin at, and what of the same name comes after.
  const after =
    mark === undefined
      ? sql`true`
      : sql`${key} ${rank === 1 ? sql`>=` : sql`~>=~`} ${mark.key}
            and (${key} <> ${mark.key} or (coalesce(p.birth_date, 'infinity'), p.id) > (${mark.born}::date, ${mark.id}::uuid))`;
  return rows(
    db,
    sql`with part as materialized (
          select p.*, row_number() over (order by ${order}, p.birth_date, p.id) as nth
          from person.person p
          where ${rank === 1 ? isGiven(search.given) : isBegun(search.begins)} and ${after}
          order by ${order}, p.birth_date, p.id limit ${part}),
        -- Asked of none who is not wanted: as a condition of the join below everybody would be.
        met as materialized (
          select p.id, home.unit_id, home.relation from part p cross join ${home(asked)}
          where ${named(asked, search)} and ${open}
            and ${rank === 1 ? sql`true` : sql`not ${isGiven(search.given)}`})
        select ${shown(asked)}, p.nth, ${key} as key, coalesce(p.birth_date, 'infinity') as born
        from part p left join met home on home.id = p.id
        where home.id is not null or p.nth = (select max(nth) from part)
        order by p.nth`,
  );
};

/** Goes through the units below, and in each through its people, until the page is full; `rest`: of the last rank alone. */
export const listByUnit = (
  db: Db,
  asked: Searched,
  mark: Mark | undefined,
  rest: boolean,
): Promise<ListedRow[]> => {
  const { search, day } = asked;
  return rows(
    db,
    sql`select ${shown(asked)}
        from (${below(asked)} and ${mark === undefined ? sql`true` : sql`u.path ~>=~ ${mark.path}`}
              order by u.path using ~<~ offset 0) u
        cross join lateral (
          select distinct on (p.id) p.*
          from (select x.person_id, x.valid from person.affiliation x where x.unit_id = any (array[u.unit_id]) offset 0) a
          left join person.same_as s on s.person_id = a.person_id and s.running
          cross join lateral (
            select p.* from person.person p
            where p.id = coalesce(s.one_id, a.person_id) and ${open} and ${named(asked, search)}
              and ${rest ? sql`${rankOf(search)} = 3` : sql`true`} offset 0) p
          where a.valid @> ${day}::date
          order by p.id offset 0) p
        cross join ${home(asked)}
        where home.unit_id = u.unit_id
          and ${mark === undefined ? sql`true` : sql`(u.path collate "C", p.id) > (${mark.path}, ${mark.id}::uuid)`}
        order by u.path using ~<~, p.id limit ${asked.limit}`,
  );
};
