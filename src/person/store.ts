// All SQL of people: who they are, how to reach them, what they agreed to, where they belong.
import { type Db, execute, row, rows, send, sql, type Tx } from "../platform/db/sql.ts";
import { wordsOf } from "../platform/pure/words.ts";
import type { ConsentPurpose, PersonEntry, PersonRow } from "./schema.ts";

interface ListedRow extends Omit<PersonRow, "reachable"> {
  readonly reachable: ("phone" | "email")[] | null;
}

// From so many units on, whoever is next by name is met sooner than all people are gathered and sorted.
const MANY_UNITS = 2000;
// Up to so many people of a name are found by its words and sorted; a name more have is soon met in the order of names.
const RARE = 200_000;

interface Listing {
  unitId: string;
  day: string;
  /** A search key: words as they follow each other in the name, the last one perhaps not typed to its end. */
  words: string;
  after: string | undefined;
  limit: number;
}

/**
 * People affiliated within the unit's subtree on `day`, each once whatever entries they have, by given name; not who
 * asked to be left alone. The page goes on after the person `after`. `many`: from more units below than these on
 * (`units`), people are found by their names first, those of a rare name (`rare`) by its words.
 */
export async function listInSubtree(
  db: Db,
  asked: Listing,
  many: { readonly units: number; readonly rare?: number } = { units: MANY_UNITS },
): Promise<PersonRow[]> {
  const tokens = wordsOf(asked.words);
  if (asked.words !== "" && tokens.length === 0) return [];
  const query = tokens.length === 0 ? null : `${tokens.map((word) => `'${word}'`).join(" & ")}:*`;
  const top = await row<{ path: string; many: boolean; guess: number | null }>(
    db,
    sql`select t.path, below.many, case when below.many then person.guess_named(${query}::tsquery) end as guess
        from unit.v_place t
        cross join lateral (
          select count(*) > ${many.units} as many
          from (select from unit.v_place u
                -- A range the index knows, unlike a pattern: up to where the next sibling's path could begin.
                where u.path ~>=~ t.path and u.path ~<~ (rtrim(t.path, '.') || '/')
                  and u.valid @> ${asked.day}::date limit ${many.units + 1}) x) below
        where t.unit_id = ${asked.unitId} and t.valid @> ${asked.day}::date`,
  );
  if (top === undefined) return [];
  const found = await (!top.many
    ? listAmongFew(db, asked, query, top.path)
    : listAmongMany(db, asked, query, top.path, query !== null && (top.guess ?? 0) <= (many.rare ?? RARE)));
  return found.map((person) => ({ ...person, reachable: person.reachable ?? [] }));
}

const shown = sql`
  p.id, p.full_name, coalesce(extract(year from p.birth_date)::integer, p.birth_year) as birth_year,
  home.relation, home.unit_id, home.short_name as unit_name,
  (select array_agg(c.channel order by c.channel desc) from person.contact c where c.person_id = p.id) as reachable`;

/** The words where they follow each other, from the beginning of a word on; `found`: by the index of words. */
const named = ({ words }: Listing, query: string | null, found = false) =>
  query === null
    ? sql`true`
    : sql`(strpos(p.search_key, ${words}) > 0
           and (platform.words_of(p.search_key) @@ ${query}::tsquery) ${found ? sql`` : sql`is not false`})`;

const wanted = ({ after }: Listing) => sql`
  p.restricted_at is null and p.erased_at is null
  and ${after === undefined ? sql`true` : sql`(p.sort_key, p.id) > (select l.sort_key, l.id from person.person l where l.id = ${after}::uuid)`}
  order by p.sort_key, p.id`;

/** Gathers everybody below, then sorts. */
const listAmongFew = (db: Db, asked: Listing, query: string | null, path: string): Promise<ListedRow[]> =>
  rows(
    db,
    sql`with home as (
          select distinct on (a.person_id) a.person_id, a.relation, a.unit_id, u.short_name
          from unit.v_unit u
          join person.v_affiliation a on a.unit_id = u.unit_id and a.valid @> ${asked.day}::date
          where u.path like ${`${path}%`} and u.valid @> ${asked.day}::date
          order by a.person_id, a.is_primary desc, a.unit_id)
        select ${shown} from home join person.person p on p.id = home.person_id
        where ${named(asked, query)} and ${wanted(asked)} limit ${asked.limit}`,
  );

/**
 * Goes through people in the order of their names and asks each where they belong, until the page is full; of a rare
 * name through those alone who have it. Left alone, the planner takes one way for the other.
 */
const listAmongMany = (
  db: Db,
  asked: Listing,
  query: string | null,
  path: string,
  rare: boolean,
): Promise<ListedRow[]> =>
  rows(
    db,
    sql`select ${shown}
        from ${rare ? sql`(select * from person.person p where ${named(asked, query, true)} and ${wanted(asked)} offset 0) p` : sql`person.person p`}
        cross join lateral (
          select a.relation, a.unit_id, u.short_name
          from person.v_affiliation a
          join unit.v_unit u on u.unit_id = a.unit_id and u.valid @> ${asked.day}::date and starts_with(u.path, ${path})
          where a.person_id = p.id and a.valid @> ${asked.day}::date
          order by a.is_primary desc, a.unit_id limit 1) home
        where ${rare ? sql`true order by p.sort_key, p.id` : sql`${named(asked, query)} and ${wanted(asked)}`} limit ${asked.limit}`,
  );

/** Answers 0 when a person of this id is already there. */
export async function insertPerson(
  tx: Tx,
  person: Omit<PersonEntry, "relation"> & {
    sortKey: string;
    searchKey: string;
    now: string;
    source?: "officer" | "import" | "self";
  },
): Promise<number> {
  const written = await execute(
    tx,
    sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, sex, source, created_at)
        values (${person.id}, ${person.fullName}, ${person.sortKey}, ${person.searchKey},
                ${person.birthDate ?? null}, ${person.sex ?? null}, ${person.source ?? "officer"}, ${person.now})
        on conflict (id) do nothing`,
    "person-insert",
  );
  if (written === 0) return 0;
  for (const channel of ["phone", "email"] as const) {
    const value = person[channel];
    if (value === undefined) continue;
    send(
      tx,
      sql`insert into person.contact (person_id, channel, value) values (${person.id}, ${channel}, ${value})`,
      "contact-insert",
    );
  }
  return written;
}

/** From `from` on, open-ended, as the primary affiliation of a person who has none yet. */
export const insertAffiliation = (
  tx: Tx,
  affiliation: { id: string; personId: string; unitId: string; relation: string; from: string },
): void =>
  send(
    tx,
    sql`insert into person.affiliation (id, person_id, unit_id, relation, valid)
        values (${affiliation.id}, ${affiliation.personId}, ${affiliation.unitId}, ${affiliation.relation},
                daterange(${affiliation.from}::date, null))`,
    "affiliation-insert",
  );

export const isAffiliated = async (db: Db, personId: string, unitId: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from person.affiliation where person_id = ${personId} and unit_id = ${unitId}`,
  )) !== undefined;

/** The person's name and e-mail address, for sending; undefined without an address. */
export const findEmail = (db: Db, personId: string): Promise<{ name: string; address: string } | undefined> =>
  row(
    db,
    sql`select p.full_name as name, c.value as address
        from person.person p join person.contact c on c.person_id = p.id and c.channel = 'email'
        where p.id = ${personId}`,
  );

/** Those written, in the order asked; one that runs already is not among them. */
export const insertConsents = (
  tx: Tx,
  consents: {
    readonly personId: string;
    readonly evidence: string;
    readonly now: string;
    readonly asked: readonly { readonly id: string; readonly purpose: ConsentPurpose }[];
  },
): Promise<readonly { readonly id: string; readonly purpose: ConsentPurpose }[]> =>
  rows(
    tx,
    sql`insert into person.consent (id, person_id, purpose, given_at, evidence)
        select a.id, ${consents.personId}, a.purpose, ${consents.now}::timestamptz, ${consents.evidence}
        from unnest(${consents.asked.map(({ id }) => id)}::uuid[],
                    ${consents.asked.map(({ purpose }) => purpose)}::text[]) as a (id, purpose)
        on conflict (person_id, purpose) where withdrawn_at is null do nothing
        returning id, purpose`,
    "consent-insert",
  );

export const endConsents = (
  tx: Tx,
  personId: string,
  purposes: readonly ConsentPurpose[],
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`update person.consent set withdrawn_at = greatest(given_at, ${now}::timestamptz)
        where person_id = ${personId} and purpose = any (${purposes}::text[]) and withdrawn_at is null`,
  );
