// Pieces of the ways of finding people: what is asked, who it fits and in which order, where each belongs.
import { type Db, row, sql } from "../../../platform/db/sql.ts";
import { endOfRange } from "../../../unit/rules/path.ts";
import type { NameSearch, Span } from "../../rules/name-search.ts";
import type { PersonRow } from "../../schema.ts";
import { placesOf } from "../places.ts";

export interface ListedRow extends Omit<PersonRow, "reachable"> {
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

/**
 * Who is found first: whose name ends so (one word: whose given name begins so), by given name; whose name begins so,
 * by name; then all others, union by union. A name that millions have is met at once where it stands in an index.
 */
export type Rank = 1 | 2 | 3;

export interface Asked extends Listing {
  readonly path: string;
  readonly search: NameSearch | undefined;
  /** Of so many people one is below, about. */
  readonly oneIn: number;
}
export type Searched = Asked & { readonly search: NameSearch };

/** Where a page goes on. */
export interface Mark {
  readonly id: string;
  readonly rank: Rank;
  /** What is compared within the rank, by bytes, then `born`, then the id. */
  readonly key: string;
  readonly born: string;
  /** The unit it belongs to. */
  readonly path: string;
}

export const open = sql`p.restricted_at is null and p.erased_at is null`;

/** `p`'s name has the words where they follow each other; `found`: by the index of words, which else is left alone. */
export const named = ({ words }: Listing, search: NameSearch, found = false) => sql`
  (strpos(p.search_key, ${words}) > 0
   and (platform.words_of(p.search_key) @@ ${search.words}::tsquery) ${found ? sql`` : sql`is not false`})`;

export const given = sql`person.given_first(p.search_key) collate "C"`;
export const isGiven = ({ from, until }: Span) => sql`(${given} >= ${from} and ${given} < ${until})`;
export const isBegun = ({ from, until }: Span) =>
  sql`(p.search_key ~>=~ ${from} and p.search_key ~<~ ${until})`;
export const rankOf = ({ given: ends, begins }: NameSearch) =>
  sql`case when ${isGiven(ends)} then 1 when ${isBegun(begins)} then 2 else 3 end`;

/** What `p` (of `rank`) is ordered by, with its `home`. */
export const orders = sql`
  case rank when 1 then ${given} when 2 then p.search_key else home.path end collate "C" as key,
  case when rank = 3 then 'infinity' else coalesce(p.birth_date, 'infinity') end as born`;

/** Where `p` belongs below the path: by any entry that is the person's. */
export const home = ({ day, path }: Asked) => sql`
  lateral (
    select a.relation, a.unit_id, a.path
    from (select p.id as entry_id
          where not exists (select 1 from person.same_as s where s.person_id = p.id and s.running)
          union all select s.person_id from person.same_as s where s.one_id = p.id and s.running) e
    cross join ${placesOf(sql`e.entry_id`, path, day)} a
    order by a.is_primary desc, a.unit_id limit 1) home`;

export const shown = ({ day }: Asked) => sql`
  p.id, p.full_name, coalesce(extract(year from p.birth_date)::integer, p.birth_year) as birth_year,
  home.relation, home.unit_id,
  (select n.short_name from unit.v_naming n where n.unit_id = home.unit_id and n.valid @> ${day}::date) as unit_name,
  (select array_agg(c.channel order by c.channel desc) from person.contact c where c.person_id = p.id) as reachable`;

export const below = ({ day, path }: Asked) => sql`
  select u.unit_id, u.path from unit.v_standing u
  where u.path ~>=~ ${path} and u.path ~<~ ${endOfRange(path)} and u.valid @> ${day}::date`;

export const findMark = (db: Db, asked: Searched): Promise<Mark | undefined> =>
  row(
    db,
    sql`select p.id, p.rank, home.path, ${orders}
        from (select p.*, ${rankOf(asked.search)} as rank from person.person p where p.id = ${asked.after}) p
        cross join ${home(asked)}`,
  );

/** `found`: a query with `id`, `rank`, `key`, `born` of each. */
export const goesOn = (mark: Mark | undefined) =>
  mark === undefined
    ? sql`true`
    : sql`(rank, key, born, id) > (${mark.rank}::integer, ${mark.key}, ${mark.born}::date, ${mark.id}::uuid)`;
