// All SQL of the tree. Truth: unit, naming, edge; `path` is the reading model that acts rewrite in their transaction.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
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

/** Units standing at one level whose names have the words (`placedWords`), by name. */
export async function searchNodes(
  db: Db,
  asked: { words: string; day: string; side: string | null; limit: number },
): Promise<PlacedNode[]> {
  const { day } = asked;
  const found = await rows<NodeRow>(
    db,
    sql`select ${columns(day)}
        from (select f.unit_id, f.sort_key
              from unit.found_by(${asked.words}::tsquery, ${day}::date, ${asked.side}, ${MOST_MET}) f
              order by f.sort_key, f.unit_id limit ${asked.limit}) found
        join unit.v_unit u on u.unit_id = found.unit_id and u.valid @> ${day}::date
        order by found.sort_key, found.unit_id`,
  );
  return found.map(node);
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
