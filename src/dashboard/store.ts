// Queries of the overview over published views only. Everything is read in the tree and with the facts of one day.
// The sums of counters are in store/sums.ts.
import { type Db, row, rows, sql } from "../platform/db/sql.ts";

/** Where to look: a campaign below a unit; `end` is the instant the day ends. */
export interface Look {
  readonly campaignId: string;
  readonly unitId: string;
  readonly path: string;
  readonly day: string;
  readonly end: string;
}

/** The standing unit where what is credited to the unit counts on a day, and its path; undefined before it was opened. */
export const findCredit = (
  db: Db,
  unitId: string,
  day: string,
): Promise<{ unitId: string; path: string } | undefined> =>
  row(
    db,
    sql`select credit_unit_id as unit_id, path from unit.v_credit
        where unit_id = ${unitId} and valid @> ${day}::date`,
  );

export interface AncestorRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

/** Units above, root first. */
export const listAbove = (db: Db, path: string, day: string): Promise<AncestorRow[]> =>
  rows<AncestorRow>(
    db,
    sql`select unit_id as id, name, short_name from unit.v_unit
        where no = any (string_to_array(rtrim(${path}::text, '.'), '.')::bigint[])
          and valid @> ${day}::date and path <> ${path} order by depth`,
  );

export interface ChildRow {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly shortName: string;
  readonly hasChildren: boolean;
}

/** Unions directly below, by name. */
export const listBelow = (db: Db, unitId: string, day: string, limit: number): Promise<ChildRow[]> =>
  rows<ChildRow>(
    db,
    sql`select u.unit_id as id, u.no, u.name, u.short_name,
               exists (select 1 from unit.v_unit x where x.parent_id = u.unit_id and x.valid @> ${day}::date) as has_children
        from unit.v_unit u
        where u.parent_id = ${unitId} and u.side = 'union' and u.valid @> ${day}::date
        order by u.sort_key, u.unit_id limit ${limit}`,
  );

export const countBelow = (db: Db, unitId: string, day: string): Promise<{ units: number } | undefined> =>
  row(
    db,
    sql`select count(*)::int as units from unit.v_unit
        where parent_id = ${unitId} and side = 'union' and valid @> ${day}::date`,
  );

export interface TargetRow {
  readonly unitId: string;
  readonly assigned: number | null;
  readonly own: number | null;
}

/** Both targets in đơn vị máu, as they were in force on the day. */
export const listTargets = (
  db: Db,
  look: Pick<Look, "campaignId" | "day">,
  unitIds: readonly string[],
): Promise<TargetRow[]> =>
  rows<TargetRow>(
    db,
    sql`select w.unit_id, a.value as assigned, o.value as own
        from (select distinct unnest(${unitIds}::uuid[])) as w (unit_id)
        left join target.v_assigned_version a on a.campaign_id = ${look.campaignId} and a.unit_id = w.unit_id
          and a.measure = 'units' and a.in_force @> ${look.day}::date
        left join target.v_own_version o on o.campaign_id = ${look.campaignId} and o.unit_id = w.unit_id
          and o.measure = 'units' and o.in_force @> ${look.day}::date`,
  );

export interface ReceiptRow {
  readonly unitId: string;
  readonly received: boolean;
  readonly disseminated: boolean;
}

/**
 * How far each unit is with the campaign's orders by the end of the day: of an order the letter in force it is furthest
 * with, of several orders the least done. Letters that only urge are no orders.
 */
export const listReceipts = (db: Db, look: Look, unitIds: readonly string[]): Promise<ReceiptRow[]> =>
  rows<ReceiptRow>(
    db,
    sql`select unit_id, bool_and(received) as received, bool_and(disseminated) as disseminated
        from (
          select r.unit_id, bool_or(coalesce(r.received_at < ${look.end}, false)) as received,
                 bool_or(coalesce(r.disseminated_at < ${look.end}, false)) as disseminated
          from directive.v_recipient r
          where r.campaign_id = ${look.campaignId} and r.unit_id = any (${unitIds}::uuid[])
            and r.reached_at < ${look.end} and (r.ended_at is null or r.ended_at >= ${look.end}) and not r.urging
          group by r.unit_id, r.root_id) orders
        group by unit_id`,
  );

export interface LateReceiptRow {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly dueOn: string;
  readonly title: string;
  readonly directiveId: string;
  readonly total: number;
}

/** Letters in force that a unit of the subtree has not confirmed by their day, longest due first; `total` counts all. */
export const listLateReceipts = (db: Db, look: Look, limit: number): Promise<LateReceiptRow[]> =>
  rows<LateReceiptRow>(
    db,
    sql`select unit_id, name, short_name, due_on, title, directive_id, count(*) over () as total
        from (
          select u.unit_id, u.name, u.short_name, u.sort_key, t.title, t.directive_id,
                 r.receive_by as due_on
          from directive.v_recipient r
          join directive.v_letter t on t.directive_id = r.directive_id
          join unit.v_unit u on u.unit_id = r.unit_id and u.valid @> ${look.day}::date
          where r.campaign_id = ${look.campaignId} and u.path like ${`${look.path}%`}
            and (r.received_at is null or r.received_at >= ${look.end})
            and (r.ended_at is null or r.ended_at >= ${look.end}) and not r.urging
            and not exists (
              select 1 from directive.v_recipient o
              where o.root_id = r.root_id and o.unit_id = r.unit_id and o.received_at < ${look.end}
                and (o.ended_at is null or o.ended_at >= ${look.end}))) waiting
        where due_on < ${look.day}::date
        order by due_on, sort_key, unit_id, directive_id limit ${limit}`,
  );
