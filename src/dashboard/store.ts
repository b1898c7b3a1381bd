// Queries of the overview over published views only. Everything is read in the tree and with the facts of one day.
// The sums of counters are in store/sums.ts.
import { type Db, row, rows, sql } from "../platform/db/sql.ts";
import { isSumKept } from "../tally/rules/kept.ts";

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
               exists (select 1 from unit.v_place x where x.parent_id = u.unit_id and (x.valid @> ${day}::date) is true) as has_children
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

// For so many units the shares of a whole campaign are gone through at once, for fewer each is looked up.
const MANY = 2000;

/** Both targets in đơn vị máu, as they were in force on the day. */
export function listTargets(
  db: Db,
  look: Pick<Look, "campaignId" | "day">,
  unitIds: readonly string[],
): Promise<TargetRow[]> {
  const apart = unitIds.length < MANY ? sql`offset 0` : sql``;
  return rows<TargetRow>(
    db,
    sql`select w.unit_id, a.value as assigned, o.value as own
        from (select distinct unnest(${unitIds}::uuid[])) as w (unit_id)
        left join lateral (
          select v.value from target.v_assigned_version v
          where v.campaign_id = ${look.campaignId} and v.unit_id = w.unit_id
            and v.measure = 'units' and v.in_force @> ${look.day}::date ${apart}) a on true
        left join lateral (
          select v.value from target.v_own_version v
          where v.campaign_id = ${look.campaignId} and v.unit_id = w.unit_id
            and v.measure = 'units' and v.in_force @> ${look.day}::date ${apart}) o on true`,
  );
}

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

// Of more late units than these the first by due day are put in order of their names: nobody reads that far.
const MOST_LATE = 1000;

/**
 * Letters in force that a unit of the subtree has not confirmed by their day, longest due first; `total` counts all.
 * `sinceThen`: something may have happened after the day, so that what is confirmed by now is looked at too.
 */
export const listLateReceipts = (
  db: Db,
  look: Look,
  { sinceThen, limit }: { sinceThen: boolean; limit: number },
): Promise<LateReceiptRow[]> =>
  rows<LateReceiptRow>(
    db,
    sql`with letters as materialized (
          select directive_id, title from directive.v_letter where campaign_id = ${look.campaignId}),
        here as (
          select c.unit_id from unit.v_credit c
          where c.path like ${`${look.path}%`} and c.credit_unit_id = c.unit_id and c.valid @> ${look.day}::date),
        -- Apart from what is asked of each: guessed too few, they would be met with all letters one by one.
        waiting as materialized (
          select r.root_id, r.unit_id, r.directive_id, r.receive_by as due_on
          from ${
            // Below a commune few units stand; further up letters by letter, or what waits today by its own index.
            !isSumKept(look.path)
              ? sql`here h cross join lateral (
                      select * from directive.v_recipient x where x.unit_id = h.unit_id offset 0) r`
              : sinceThen
                ? sql`letters t cross join lateral (
                        select * from directive.v_recipient x where x.directive_id = t.directive_id offset 0) r`
                : sql`directive.v_recipient r`
          }
          where r.campaign_id = ${look.campaignId} and r.receive_by < ${look.day}::date and not r.urging
            and ${
              sinceThen
                ? sql`(r.received_at is null or r.received_at >= ${look.end})
                      and (r.ended_at is null or r.ended_at >= ${look.end})`
                : sql`r.received_at is null and r.ended_at is null`
            }),
        -- Few are here of a nation's letter: what else of the order each holds is asked of those. Each by a plain index, in
        -- its order.
        standing as materialized (
          select w.*, t.title
          from (select * from waiting order by unit_id) w
          join letters t on t.directive_id = w.directive_id
          cross join lateral (
            select 1 from unit.v_credit c
            where c.unit_id = any (array[w.unit_id]) and c.credit_unit_id = c.unit_id
              and c.valid @> ${look.day}::date and c.path like ${`${look.path}%`} offset 0) stands),
        first as (
          select w.unit_id, w.directive_id, w.due_on, w.title, count(*) over () as total
          from standing w
          where not exists (
            select 1 from directive.v_recipient o
            where o.root_id = w.root_id and o.unit_id = w.unit_id and o.received_at < ${look.end}
              and (o.ended_at is null or o.ended_at >= ${look.end}) offset 0)
          order by w.due_on, w.unit_id, w.directive_id limit ${MOST_LATE})
        select f.unit_id, n.name, n.short_name, f.due_on, f.title, f.directive_id, f.total
        from first f
        cross join lateral (
          select n.name, n.short_name, n.sort_key from unit.v_naming n
          where n.unit_id = f.unit_id and n.valid @> ${look.day}::date offset 0) n
        order by f.due_on, n.sort_key, f.unit_id, f.directive_id limit ${limit}`,
  );
