// SQL of a unit's list of people, and of finding somebody on it by a part of their name.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { endOfRange } from "../../unit/rules/path.ts";
import { type NameSearch, nameSearch, type Span } from "../rules/name-search.ts";
import type { PersonRow } from "../schema.ts";
import { placesOf } from "./places.ts";

interface ListedRow extends Omit<PersonRow, "reachable"> {
  readonly reachable: ("phone" | "email")[] | null;
}

export interface Listing {
  unitId: string;
  day: string;
  /** A search key: words as they follow each other in the name, the last one perhaps not typed to its end. */
  words: string;
  after: string | undefined;
  limit: number;
}

/** Where one way of looking ends and another begins; for tests to try them all. */
export interface Ways {
  /** With so many units below, everybody is gathered and sorted. */
  readonly units: number;
  /** So many in the country have these words in their names: all of them are looked at. */
  readonly rare: number;
  /** The same where others were found by the ends of their names already. */
  readonly seldom: number;
  /** So many of them must be below, or nobody knows how many units are gone through until a page is full. */
  readonly often: number;
}
const WAYS: Ways = { units: 1000, rare: 2000, seldom: 20_000, often: 150 };

/**
 * Who is found first: whose name ends so (one word: whose given name begins so), by given name; whose name begins so,
 * by name; then all others, union by union. A name that millions have is met at once where it stands in an index.
 */
type Rank = 1 | 2 | 3;

interface Asked extends Listing {
  readonly path: string;
  readonly search: NameSearch | undefined;
  /** Of so many people one is below, about. */
  readonly oneIn: number;
}
type Searched = Asked & { readonly search: NameSearch };

/** To ask somebody of an index where they belong takes as long as to look at so many people of units gone through. */
const DEARER = 6;
/** Of more people than these names are read in their order: the first units would tell of nobody else. */
const COUNTRY = 3_000_000;

/**
 * People affiliated within the unit's subtree on `day`, each once whatever entries they have; not who asked to be left
 * alone. By given name; those found by `words` in the order of `Rank`, or union by union where a part of a country has
 * thousands of the name. The page goes on after the person `after`.
 */
export async function listInSubtree(db: Db, listing: Listing, ways: Ways = WAYS): Promise<PersonRow[]> {
  const search = nameSearch(listing.words);
  if (listing.words !== "" && search === undefined) return [];
  const top = await findTop(db, listing, search, ways);
  if (top === undefined) return [];
  const asked = { ...listing, path: top.path, search, oneIn: top.everybody / Math.max(1, top.people) };
  const found = await (search === undefined
    ? top.many
      ? listInOrder(db, asked)
      : listAmongFew(db, asked)
    : find(db, { ...asked, search }, top, ways));
  return found.map(({ reachable, ...person }) => ({ ...person, reachable: reachable ?? [] }));
}

interface Top {
  readonly path: string;
  /** More units stand below than `Ways.units`. */
  readonly many: boolean;
  /** About. */
  readonly people: number;
  readonly everybody: number;
  /** How many in the country have the words in their names, about; 0 for none asked. */
  readonly guess: number;
}

const findTop = (
  db: Db,
  { unitId, day }: Listing,
  search: NameSearch | undefined,
  { units }: Ways,
): Promise<Top | undefined> =>
  row(
    db,
    sql`select t.path, below.units > ${units} as many,
               coalesce(person.guess_named(${search?.words ?? null}::tsquery), 0) as guess,
               (select greatest(c.reltuples, 1)::bigint from pg_class c where c.oid = 'person.person'::regclass) as everybody,
               -- Of deeper units no sums are kept: twenty people to a unit is about what there are.
               greatest(20 * below.units,
                        (select sum(b.members) from person.v_branch b
                         where b.above = regexp_replace(t.path, '[0-9]+\\.$', '')
                           and b.branch = substring(t.path from '([0-9]+)\\.$')
                           and b.day <= ${day}::date and b.since <= ${day}::date and b.until > ${day}::date)) as people
        from unit.v_standing t
        cross join lateral (
          select count(*) as units
          from (select from unit.v_standing u
                -- A range the index knows, unlike a pattern: up to where the next sibling's path could begin.
                where u.path ~>=~ t.path and u.path ~<~ (rtrim(t.path, '.') || '/')
                  and u.valid @> ${day}::date limit ${units + 1}) x) below
        where t.unit_id = ${unitId} and t.valid @> ${day}::date`,
  );

/** The way that is short for how many have the name and how many people are below. */
async function find(db: Db, asked: Searched, top: Top, ways: Ways): Promise<ListedRow[]> {
  const { guess } = top;
  const often = guess / asked.oneIn > ways.often && top.people < COUNTRY && guess * DEARER > top.people;
  if (!often && !top.many) return listAmongFew(db, asked);
  if (!often && guess <= ways.rare) return listNamed(db, asked);
  const from = asked.after === undefined ? undefined : await findMark(db, asked);
  if (asked.after !== undefined && from === undefined) return [];
  if (often) return listByUnit(db, asked, from, false);
  const { limit } = asked;
  const found: ListedRow[] = [];
  for (const rank of [1, 2, 3] as const) {
    if (found.length === limit || (from !== undefined && from.rank > rank)) continue;
    const rest = { ...asked, limit: limit - found.length };
    const mark = from?.rank === rank ? from : undefined;
    if (rank < 3) found.push(...(await listByIndex(db, rest, rank as 1 | 2, mark)));
    else if (guess <= ways.seldom) found.push(...(await listNamed(db, { ...rest, after: mark?.id }, true)));
    else found.push(...(await listByUnit(db, rest, mark, true)));
  }
  return found;
}

/** Where a page goes on. */
interface Mark {
  readonly id: string;
  readonly rank: Rank;
  /** What is compared within the rank, by bytes, then `born`, then the id. */
  readonly key: string;
  readonly born: string;
  /** The unit it belongs to. */
  readonly path: string;
}

const open = sql`p.restricted_at is null and p.erased_at is null`;

/** `p`'s name has the words where they follow each other; `found`: by the index of words, which else is left alone. */
const named = ({ words }: Listing, search: NameSearch, found = false) => sql`
  (strpos(p.search_key, ${words}) > 0
   and (platform.words_of(p.search_key) @@ ${search.words}::tsquery) ${found ? sql`` : sql`is not false`})`;

const given = sql`person.given_first(p.search_key) collate "C"`;
const isGiven = ({ from, until }: Span) => sql`(${given} >= ${from} and ${given} < ${until})`;
const isBegun = ({ from, until }: Span) => sql`(p.search_key ~>=~ ${from} and p.search_key ~<~ ${until})`;
const rankOf = ({ given: ends, begins }: NameSearch) =>
  sql`case when ${isGiven(ends)} then 1 when ${isBegun(begins)} then 2 else 3 end`;

/** What `p` (of `rank`) is ordered by, with its `home`. */
const orders = sql`
  case rank when 1 then ${given} when 2 then p.search_key else home.path end collate "C" as key,
  case when rank = 3 then 'infinity' else coalesce(p.birth_date, 'infinity') end as born`;

/** Where `p` belongs below the path: by any entry that is the person's. */
const home = ({ day, path }: Asked) => sql`
  lateral (
    select a.relation, a.unit_id, a.path
    from (select p.id as entry_id
          where not exists (select 1 from person.same_as s where s.person_id = p.id and s.running)
          union all select s.person_id from person.same_as s where s.one_id = p.id and s.running) e
    cross join ${placesOf(sql`e.entry_id`, path, day)} a
    order by a.is_primary desc, a.unit_id limit 1) home`;

const shown = ({ day }: Asked) => sql`
  p.id, p.full_name, coalesce(extract(year from p.birth_date)::integer, p.birth_year) as birth_year,
  home.relation, home.unit_id,
  (select n.short_name from unit.v_naming n where n.unit_id = home.unit_id and n.valid @> ${day}::date) as unit_name,
  (select array_agg(c.channel order by c.channel desc) from person.contact c where c.person_id = p.id) as reachable`;

const below = ({ day, path }: Asked) => sql`
  select u.unit_id, u.path from unit.v_standing u
  where u.path ~>=~ ${path} and u.path ~<~ ${endOfRange(path)} and u.valid @> ${day}::date`;

const findMark = (db: Db, asked: Searched): Promise<Mark | undefined> =>
  row(
    db,
    sql`select p.id, p.rank, home.path, ${orders}
        from (select p.*, ${rankOf(asked.search)} as rank from person.person p where p.id = ${asked.after}) p
        cross join ${home(asked)}`,
  );

/** `found`: a query with `id`, `rank`, `key`, `born` of each. */
const goesOn = (mark: Mark | undefined) =>
  mark === undefined
    ? sql`true`
    : sql`(rank, key, born, id) > (${mark.rank}::integer, ${mark.key}, ${mark.born}::date, ${mark.id}::uuid)`;

/** Gathers everybody below, then sorts. */
async function listAmongFew(db: Db, asked: Asked): Promise<ListedRow[]> {
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
const listInOrder = (db: Db, asked: Asked): Promise<ListedRow[]> =>
  rows(
    db,
    sql`select ${shown(asked)} from person.person p cross join ${home(asked)}
        where ${open} and ${afterInOrder(asked)}
        order by p.sort_key, p.id limit ${asked.limit}`,
  );

/** All who have the words, by the index of words, then who of them belongs below; `rest`: of the last rank alone. */
async function listNamed(db: Db, asked: Searched, rest = false): Promise<ListedRow[]> {
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
const PART = { least: 250, most: 4000 };

/**
 * Goes through those whose name ends, or begins, so and asks each where they belong, until the page is full: by parts,
 * since a part that ends by its number is read in the order of the index, whatever the planner thinks how many there are.
 */
async function listByIndex(
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
const listByUnit = (db: Db, asked: Searched, mark: Mark | undefined, rest: boolean): Promise<ListedRow[]> => {
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
