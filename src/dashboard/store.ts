// Queries of the overview over published views only. Everything is read in the tree and with the facts of one day.
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

export interface SumRow {
  /** Short number of the unit directly below, "" for the unit itself; null on rows by day. */
  readonly branch: string | null;
  /** null on rows by branch. */
  readonly day: string | null;
  readonly measure: "registered" | "donated" | "bags" | "ml" | "units";
  /** On rows by branch: at drives whose result is in, at drives to come, or at those that were cancelled. */
  readonly stage: "held" | "coming" | "off" | null;
  /** On rows of `units` by branch: which step of the campaign's days, from 0; 0 for other measures. */
  readonly step: number | null;
  readonly value: number;
}

/** Which drives are held and to come on the day, and the days the small curves run over. */
export interface Stages {
  readonly held: readonly string[];
  readonly coming: readonly string[];
  readonly from: string;
  /** Days of the small curve, at least 1, cut into `steps`. */
  readonly days: number;
  readonly steps: number;
}

/**
 * Counters of the campaign that count within the subtree on the day, up to the day, summed by branch and by day in one
 * scan: the total, the rows below, their small curves and the curve come from the same rows and so always agree. A unit
 * that has ended counts where `unit.v_credit` says on that day.
 *
 * Cost: one pass over the campaign's counters joined to where they count that day, whatever the number of children:
 * 23 ms for 640 credited units and 9,600 counters on two busy cores. For 20,000 units and 300,000 counters it took 0.6 s
 * before rows carried their small curves; not measured since. A nation in one campaign would want these sums kept.
 */
export const sumCounters = (db: Db, look: Look, stages: Stages): Promise<SumRow[]> =>
  rows<SumRow>(
    db,
    sql`with facts as (
          select split_part(substr(c.path, length(${look.path}::text) + 1), '.', 1) as branch, k.day, k.measure, k.value,
                 case when k.drive_id = any (${stages.held}::uuid[]) then 'held'
                      when k.drive_id = any (${stages.coming}::uuid[]) then 'coming' else 'off' end as stage,
                 case when k.measure = 'units'
                      then greatest(0, least(${stages.steps}::int - 1,
                                             (k.day - ${stages.from}::date) * ${stages.steps}::int / ${stages.days}::int))
                      else 0 end as step
          from tally.v_counter k
          join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${look.day}::date
          where k.campaign_id = ${look.campaignId} and k.day <= ${look.day}::date and c.path like ${`${look.path}%`})
        select branch, day, measure, stage, step, sum(value) as value from facts
        group by grouping sets ((branch, measure, stage, step), (day, measure))
        order by day, branch, step`,
  );

export interface EventRow {
  readonly registered: number;
  readonly donated: number;
  readonly bags: number;
  readonly ml: number;
  readonly units: number;
  readonly outside250: number;
  readonly outside350: number;
  readonly outside450: number;
}

/**
 * Everybody counted in the campaign's drives that were closed by the end of the day, whatever unit they are credited
 * to, and the facilities' lines for donors outside the system.
 */
export const sumEvents = (db: Db, look: Look): Promise<EventRow | undefined> =>
  row<EventRow>(
    db,
    sql`with closed as (
          select s.* from drive.v_drive d join turnout.v_sheet s on s.drive_id = d.drive_id
          where d.campaign_id = ${look.campaignId} and s.closed_at < ${look.end}),
        known as (
          select k.measure, sum(k.value) as value from closed join tally.v_counter k on k.drive_id = closed.drive_id
          where k.day <= ${look.day}::date group by k.measure)
        select coalesce((select value from known where measure = 'registered'), 0)::int as registered,
               coalesce((select value from known where measure = 'donated'), 0)::int as donated,
               coalesce((select value from known where measure = 'bags'), 0)::int as bags,
               coalesce((select value from known where measure = 'ml'), 0)::int as ml,
               coalesce((select value from known where measure = 'units'), 0)::int as units,
               coalesce((select sum(outside_250) from closed), 0)::int as outside_250,
               coalesce((select sum(outside_350) from closed), 0)::int as outside_350,
               coalesce((select sum(outside_450) from closed), 0)::int as outside_450`,
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
