// SQL of the tree as letters need it: who stands below a sender on a day.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import type { UnitKind } from "../../unit/schema.ts";
import type { TreeNode } from "../rules/addressees.ts";

/** Units strictly below `unitId` on `day`, from the top down in the order of names; of these kinds, or of any. */
export const listBelow = (
  db: Db,
  unitId: string,
  day: string,
  kinds?: readonly UnitKind[],
): Promise<TreeNode[]> =>
  rows<TreeNode>(
    db,
    sql`select u.unit_id as id, u.parent_id, u.kind, u.name, u.short_name, u.central
        from unit.v_unit top
        join unit.v_unit u on u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/')
        where top.unit_id = ${unitId} and top.valid @> ${day}::date and u.valid @> ${day}::date
          and u.unit_id <> top.unit_id and (${kinds === undefined} or u.kind = any (${kinds ?? []}::text[]))
        order by u.depth, u.sort_key collate "C", u.unit_id`,
  );

/** Those of `ids` that are not strictly below `unitId` on `day`. */
export const listOutside = async (
  db: Db,
  unitId: string,
  ids: readonly string[],
  day: string,
): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select asked.id from unnest(${ids}::uuid[]) as asked (id)
          where not exists (
            select 1 from unit.v_unit top
            join unit.v_unit u on u.unit_id = asked.id and u.valid @> ${day}::date
            where top.unit_id = ${unitId} and top.valid @> ${day}::date and u.unit_id <> top.unit_id
              and u.path ~>=~ top.path and u.path ~<~ (rtrim(top.path, '.') || '/'))`,
    )
  ).map(({ id }) => id);

/** Unions directly below, by kind from the top down, then in the order of names. */
export const listChildren = (db: Db, unitId: string, day: string): Promise<TreeNode[]> =>
  rows<TreeNode>(
    db,
    sql`select u.unit_id as id, u.parent_id, u.kind, u.name, u.short_name, u.central
        from unit.v_unit u
        where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date
        order by array_position(array['confederation', 'federation', 'district-federation', 'sector-union',
                   'civil-servant-union', 'commune-union', 'grassroots', 'section', 'group'], u.kind),
                 u.sort_key collate "C", u.unit_id`,
  );

export const hasChild = async (db: Db, unitId: string, day: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from unit.v_unit u
        where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date limit 1`,
  )) !== undefined;
