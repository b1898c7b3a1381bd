// SQL of groupings beside the tree.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { GroupingKind } from "../schema/groupings.ts";

export interface GroupingRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: GroupingKind;
  readonly name: string;
}

export const findGrouping = (db: Db, groupingId: string): Promise<GroupingRow | undefined> =>
  row(db, sql`select id, unit_id, kind, name from unit.grouping where id = ${groupingId}`);

export const findGroupingNamed = (db: Db, unitId: string, kind: GroupingKind, name: string) =>
  row<{ id: string }>(
    db,
    sql`select id from unit.grouping where unit_id = ${unitId} and kind = ${kind} and name = ${name}`,
  );

/** With how many members stand that day. */
export const listGroupingRows = (db: Db, unitId: string, day: string) =>
  rows<{ id: string; kind: GroupingKind; name: string; members: number }>(
    db,
    sql`select g.id, g.kind, g.name, count(p.unit_id) as members
        from unit.grouping g
        -- "offset" keeps it a look-up for each grouping: the planner would read the members of all there are.
        left join lateral (select x.unit_id from unit.grouping_member x
                           where x.grouping_id = g.id and x.valid @> ${day}::date offset 0) m on true
        left join unit.path p on p.unit_id = m.unit_id and p.standing and p.valid @> ${day}::date
        where g.unit_id = ${unitId}
        group by g.id order by g.kind, g.name, g.id`,
  );

export const listMembers = (db: Db, groupingId: string, day: string) =>
  rows<{ id: string; name: string; shortName: string }>(
    db,
    sql`select u.unit_id as id, u.name, u.short_name from unit.grouping_member m
        join unit.v_unit u on u.unit_id = m.unit_id and u.valid @> ${day}::date
        where m.grouping_id = ${groupingId} and m.valid @> ${day}::date
        order by u.sort_key, u.unit_id`,
  );

/** Groupings a unit is in that day. */
export const listGroupingsOf = (db: Db, unitId: string, day: string): Promise<GroupingRow[]> =>
  rows(
    db,
    sql`select g.id, g.unit_id, g.kind, g.name from unit.grouping_member m
        join unit.grouping g on g.id = m.grouping_id
        where m.unit_id = ${unitId} and m.valid @> ${day}::date order by g.kind, g.name, g.id`,
  );

export const upsertGrouping = (
  tx: Tx,
  grouping: GroupingRow & { wasUnitId?: string },
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into unit.grouping (id, unit_id, kind, name, was_unit_id, created_at)
        values (${grouping.id}, ${grouping.unitId}, ${grouping.kind}, ${grouping.name},
                ${grouping.wasUnitId ?? null}, ${now})
        on conflict (id) do update set kind = excluded.kind, name = excluded.name`,
  );

/** From `day` on exactly these are members. */
export async function setMembers(
  tx: Tx,
  groupingId: string,
  memberIds: readonly string[],
  day: string,
): Promise<void> {
  await execute(
    tx,
    sql`delete from unit.grouping_member where grouping_id = ${groupingId} and lower(valid) >= ${day}::date`,
  );
  await execute(
    tx,
    sql`update unit.grouping_member
        set valid = daterange(lower(valid), case when unit_id <> all (${memberIds}::uuid[]) then ${day}::date end)
        where grouping_id = ${groupingId} and valid && daterange(${day}, null)`,
  );
  await addMembers(tx, groupingId, memberIds, day);
}

/** Adds who is not in it from `day` on; answers who was added. */
export const addMembers = async (
  tx: Tx,
  groupingId: string,
  memberIds: readonly string[],
  day: string,
): Promise<string[]> =>
  (
    await rows<{ unitId: string }>(
      tx,
      sql`insert into unit.grouping_member (grouping_id, unit_id, valid)
          select ${groupingId}, id, daterange(${day}, null) from unnest(${memberIds}::uuid[]) id
          where not exists (select 1 from unit.grouping_member m
                            where m.grouping_id = ${groupingId} and m.unit_id = id
                              and m.valid && daterange(${day}, null))
          returning unit_id`,
    )
  ).map(({ unitId }) => unitId);

/** Takes back what a decision made. */
export async function removeGroupings(
  tx: Tx,
  groupings: readonly string[],
  joined: readonly { readonly groupingId: string; readonly unitId: string }[],
  day: string,
): Promise<void> {
  await execute(
    tx,
    sql`delete from unit.grouping_member m
        using jsonb_to_recordset(${JSON.stringify(joined)}::jsonb) as r ("groupingId" uuid, "unitId" uuid)
        where m.grouping_id = r."groupingId" and m.unit_id = r."unitId" and lower(m.valid) = ${day}::date`,
  );
  await execute(tx, sql`delete from unit.grouping_member where grouping_id = any (${groupings}::uuid[])`);
  await execute(tx, sql`delete from unit.grouping where id = any (${groupings}::uuid[])`);
}

/** How many of these stand strictly below the union that day. */
export const countMembersBelow = async (
  db: Db,
  topPath: string,
  topId: string,
  memberIds: readonly string[],
  day: string,
): Promise<number> =>
  (
    await row<{ below: number }>(
      db,
      sql`select count(*) as below from unit.path p
          where p.unit_id = any (${memberIds}::uuid[]) and p.standing and p.valid @> ${day}::date
            and p.path like ${`${topPath}%`} and p.unit_id <> ${topId}`,
    )
  )?.below ?? 0;
