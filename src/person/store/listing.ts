// SQL of a unit's list of people, and of finding somebody on it by a part of their name: which way is taken.
import { type Db, row, sql } from "../../platform/db/sql.ts";
import { type NameSearch, nameSearch } from "../rules/name-search.ts";
import type { PersonRow } from "../schema.ts";
import { findMark, type ListedRow, type Listing, type Searched } from "./finding/pieces.ts";
import { listAmongFew, listByIndex, listByUnit, listInOrder, listNamed } from "./finding/ways.ts";

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

/** To ask somebody of an index where they belong takes as long as to look at so many people of units gone through. */
const DEARER = 6;
/** So many at most are a part of a page: a guess is often half of what there are. */
const PAGEFUL = 25;
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
  // Where a page of them are below, the first are met in an index before all have been read.
  if (!often && guess <= ways.rare && guess / asked.oneIn <= PAGEFUL) return listNamed(db, asked);
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
