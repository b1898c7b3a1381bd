// All SQL of the tree. Truth: unit, naming, edge; `path` is the reading model that acts rewrite in their transaction.
import type { Sql } from "sql-template-tag";
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import { endOfRange } from "./rules/path.ts";
import type { Letterhead, UnitNode, UnitOpening } from "./schema.ts";

interface NodeRow {
  readonly unitId: string;
  readonly kind: UnitNode["kind"];
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly sortKey: string;
  readonly path: string;
}

export interface PlacedNode extends UnitNode {
  readonly sortKey: string;
  readonly path: string;
}

const node = (found: NodeRow): PlacedNode => ({
  id: found.unitId,
  kind: found.kind,
  name: found.name,
  shortName: found.shortName,
  parentId: found.parentId,
  depth: found.depth,
  hasChildren: found.hasChildren,
  sortKey: found.sortKey,
  path: found.path,
});

const columns = (day: string) => sql`
  u.unit_id, u.kind, u.name, u.short_name, u.parent_id, u.depth, u.sort_key, u.path,
  exists (select 1 from unit.path c where c.parent_id = u.unit_id and c.valid @> ${day}::date) as has_children`;

export async function findNode(db: Db, unitId: string, day: string): Promise<PlacedNode | undefined> {
  const found = await row<NodeRow>(
    db,
    sql`select ${columns(day)} from unit.v_unit u where u.unit_id = ${unitId} and u.valid @> ${day}::date`,
  );
  return found && node(found);
}

/** The unit and everything above it that day, root first. */
export async function listAncestry(db: Db, unitId: string, day: string): Promise<PlacedNode[]> {
  const found = await rows<NodeRow>(
    db,
    sql`with me as (select path from unit.path where unit_id = ${unitId} and standing and valid @> ${day}::date)
        select ${columns(day)} from me
        join unit.unit a on a.no = any (string_to_array(rtrim(me.path, '.'), '.')::bigint[])
        join unit.v_unit u on u.unit_id = a.id and u.valid @> ${day}::date
        order by u.depth`,
  );
  return found.map(node);
}

/** Ids of the unit and all above it that day; empty when it does not stand that day. One index look-up each. */
export async function listAncestorIds(db: Db, unitId: string, day: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`with me as (select path from unit.path where unit_id = ${unitId} and standing and valid @> ${day}::date)
        select a.id from me
        join unit.unit a on a.no = any (string_to_array(rtrim(me.path, '.'), '.')::bigint[])`,
    "unit-ancestors",
  );
  return found.map(({ id }) => id);
}

/** Units that ended and for which one of these stands on `day`. */
export async function listEndedFor(db: Db, unitIds: readonly string[], day: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select unit_id as id from unit.path
        where not standing and credit_unit_id = any (${unitIds}::uuid[]) and valid @> ${day}::date`,
  );
  return found.map(({ id }) => id);
}

export async function listChildNodes(
  db: Db,
  unitId: string,
  day: string,
  after: readonly [string, string] | undefined,
  limit: number,
): Promise<PlacedNode[]> {
  const [sortKey, id] = after ?? ["", "00000000-0000-0000-0000-000000000000"];
  const found = await rows<NodeRow>(
    db,
    sql`select ${columns(day)} from unit.v_unit u
        where u.parent_id = ${unitId} and u.valid @> ${day}::date and (u.sort_key, u.unit_id) > (${sortKey}, ${id}::uuid)
        order by u.sort_key, u.unit_id limit ${limit}`,
  );
  return found.map(node);
}

// Of more units than this with the words on one level, the first met are sorted: whoever types on narrows them.
const MOST_MET = 1000;
/** Where one way of looking ends and another begins; for tests to try them all. */
export interface Ways {
  /** All units below are looked at where there are no more. */
  readonly few: number;
  /** What more names than these have is met at once going through units, so many of them; `met` are then sorted. */
  readonly common: number;
  readonly look: number;
  readonly met: number;
  /** A beginning of words that more names than these have is compared: the index would gather all of them first. */
  readonly compared: number;
}
const WAYS: Ways = { few: 2000, common: 5000, look: 5000, met: 200, compared: 1000 };

export interface NodeSearch {
  /** What names of each level are to have, from the top's down: whole words as `unit.placed_words` has them, and the last one's beginning. */
  readonly levels: readonly { readonly whole: string; readonly last: string }[];
  readonly top: { readonly path: string; readonly depth: number };
  readonly day: string;
  readonly side: string | null;
  readonly limit: number;
}

/** Units standing below `top` whose names have the words, level by level, each by name, until there are `limit`. */
export async function searchNodes(db: Db, asked: NodeSearch, ways: Ways = WAYS): Promise<PlacedNode[]> {
  const { levels } = asked;
  const guesses = await rows<{ few: boolean; guess: number; lastGuess: number }>(
    db,
    sql`select below.few,
               case when below.few then 0 else unit.guess_found(q.whole::tsquery && q.last::tsquery) end as guess,
               case when below.few then 0 else unit.guess_found(q.last::tsquery) end as last_guess
        from (select count(*) <= ${ways.few} as few
              from (select from (${below(asked)}) u limit ${ways.few + 1}) u) below
        cross join unnest(${levels.map(({ whole }) => whole)}::text[], ${levels.map(({ last }) => last)}::text[])
          with ordinality as q (whole, last, no)
        order by q.no`,
  );
  if (guesses[0]?.few) return listNodes(db, asked, asked.limit, metBelow(asked));
  const found: PlacedNode[] = [];
  for (const [nth, level] of levels.entries()) {
    const limit = asked.limit - found.length;
    if (limit === 0) break;
    const { guess = 0, lastGuess = 0 } = guesses[nth] ?? {};
    const met =
      guess > ways.common ? await listNodes(db, asked, limit, metOn(asked, level, nth, ways)) : undefined;
    // Words may lie together somewhere else.
    found.push(
      ...(met?.length === limit
        ? met
        : await listNodes(db, asked, limit, foundOn(asked, level, lastGuess > ways.compared))),
    );
  }
  return found;
}

type Level = NodeSearch["levels"][number];

const below = ({ top, day }: NodeSearch) => sql`
  select u.unit_id, u.path from unit.v_standing u
  where u.path ~>=~ ${top.path} and u.path ~<~ ${endOfRange(top.path)} and u.valid @> ${day}::date`;

/** Names of a unit with the words of a level. */
const names = ({ day, side }: NodeSearch, whole: Sql, last: Sql) => sql`
  (select x.* from unit.search x where x.unit_id = u.unit_id and x.valid @> ${day}::date offset 0) s
  where s.words @@ ${whole}::tsquery and s.words @@ ${last}::tsquery
    and (${side}::text is null or s.side = ${side})`;

/** All units below, on every level. */
const metBelow = (asked: NodeSearch) => sql`
  (select s.unit_id, s.sort_key, level.no
   from (${below(asked)} offset 0) u
   cross join unnest(${asked.levels.map(({ whole }) => whole)}::text[],
                     ${asked.levels.map(({ last }) => last)}::text[]) with ordinality as level (whole, last, no)
   cross join lateral ${names(asked, sql`level.whole`, sql`level.last`)}
     and length(u.path) - length(replace(u.path, '.', '')) = ${asked.top.depth}::integer + level.no)`;

/** Goes through the units of the level in the order of the tree. Depth is told by the path: the index has no other. */
const metOn = (asked: NodeSearch, { whole, last }: Level, nth: number, { met, look }: Ways) => sql`
  (select s.unit_id, s.sort_key, 0 as no
   from (${below(asked)} and length(u.path) - length(replace(u.path, '.', '')) = ${asked.top.depth + nth + 1}
         order by u.path using ~<~ limit ${look}) u
   cross join lateral ${names(asked, sql`${whole}`, sql`${last}`)} limit ${met})`;

/** By the index of words; `compared`: by the whole words alone, the last one is looked at in what they find. */
const foundOn = ({ day, side }: NodeSearch, { whole, last }: Level, compared: boolean) => sql`
  (select f.unit_id, f.sort_key, 0 as no
   from ${
     compared
       ? sql`unit.found_by(${whole}::tsquery, ${last}::tsquery, ${day}::date, ${side}, ${MOST_MET})`
       : sql`unit.found_by(${whole}::tsquery && ${last}::tsquery, ${day}::date, ${side}, ${MOST_MET})`
   } f)`;

async function listNodes(db: Db, { day }: NodeSearch, limit: number, found: Sql): Promise<PlacedNode[]> {
  const listed = await rows<NodeRow>(
    db,
    sql`select ${columns(day)}
        from (select f.* from ${found} f order by f.no, f.sort_key, f.unit_id limit ${limit}) found
        join unit.v_unit u on u.unit_id = found.unit_id and u.valid @> ${day}::date
        order by found.no, found.sort_key, found.unit_id`,
  );
  return listed.map(node);
}

export async function listNodesOfSide(db: Db, side: string, day: string): Promise<PlacedNode[]> {
  const found = await rows<NodeRow>(
    db,
    sql`select ${columns(day)} from unit.v_unit u
        where u.side = ${side} and u.valid @> ${day}::date order by u.sort_key, u.unit_id limit 200`,
  );
  return found.map(node);
}

export async function listRefs(db: Db, ids: readonly string[], day: string) {
  return rows<{ id: string; name: string; shortName: string }>(
    db,
    sql`select u.unit_id as id, u.name, u.short_name from unit.v_unit u
        where u.unit_id = any (${ids}::uuid[]) and u.valid @> ${day}::date`,
  );
}

export const findLetterhead = (db: Db, unitId: string, day: string): Promise<Letterhead | undefined> =>
  row<Letterhead>(
    db,
    sql`select name, superior_name, notation, place_name from unit.v_unit
        where unit_id = ${unitId} and valid @> ${day}::date`,
  );

/** Writes a unit that stands from its first day on, open-ended, under `parentPath` (root when null). */
export async function insertUnit(
  tx: Tx,
  unit: UnitOpening & { sortKey: string; searchKey: string; central: boolean },
  parent: PlacedNode | undefined,
): Promise<void> {
  await execute(
    tx,
    sql`insert into unit.unit (id, side, code, opened_on)
        values (${unit.id}, ${unit.side}, ${unit.code ?? null}, ${unit.from})`,
  );
  await execute(
    tx,
    sql`insert into unit.naming (unit_id, kind, name, short_name, superior_name, notation, place_name,
                                 sort_key, search_key, central, valid)
        values (${unit.id}, ${unit.kind}, ${unit.name}, ${unit.shortName}, ${unit.superiorName ?? null}, ${unit.notation},
                ${unit.placeName}, ${unit.sortKey}, ${unit.searchKey}, ${unit.central}, daterange(${unit.from}, null))`,
  );
  if (parent !== undefined) {
    await execute(
      tx,
      sql`insert into unit.edge (child_id, parent_id, valid)
          values (${unit.id}, ${parent.id}, daterange(${unit.from}, null))`,
    );
  }
  await execute(
    tx,
    sql`insert into unit.path (unit_id, parent_id, path, depth, valid, credit_unit_id)
        select ${unit.id}, ${parent?.id ?? null}, ${parent?.path ?? ""} || no || '.', ${(parent?.depth ?? -1) + 1},
               daterange(${unit.from}, null), id
        from unit.unit where id = ${unit.id}`,
  );
}
