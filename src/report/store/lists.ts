// Reports owed: by one unit over its drives, and everywhere below a unit in a campaign.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import type { ReportState } from "../schema.ts";
import { closedDrives, hasDonors, reportsItself, ruleAbove } from "./owing.ts";

export interface DebtRow {
  readonly driveId: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  readonly dueOn: string | null;
  readonly submittedAt: string | null;
}

/** What a unit owes or made, newest drive first. */
export const listDebts = (
  db: Db,
  unitId: string,
  day: string,
  after: readonly [day: string, driveId: string] | undefined,
  limit: number,
): Promise<DebtRow[]> =>
  rows<DebtRow>(
    db,
    sql`select d.drive_id, d.name as drive_name, d.day as drive_day, r.id as report_id, r.state, r.submitted_at,
               case when r.id is null then d.day + ${ruleAbove(day)} else r.due_on end as due_on
        from ${closedDrives(day)} join unit.v_unit u on u.unit_id = ${unitId} and u.valid @> ${day}::date
        left join report.report r on r.drive_id = d.drive_id and r.unit_id = u.unit_id
        where (r.id is not null or (${reportsItself(day)} and ${hasDonors(day)}))
          and (${after?.[0] ?? null}::date is null
               or (d.day, d.drive_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
        order by d.day desc, d.drive_id desc limit ${limit}`,
  );

/** Where to look: a campaign below a unit, in the tree and with the facts of `day`; `end` is the instant the day ends. */
export interface Within {
  readonly campaignId: string;
  readonly unitId: string;
  readonly day: string;
  readonly end: string;
}

/**
 * Reports owed and not sent below a unit. Cost: the registered and donated counters of the campaign's closed drives
 * within the subtree once, then one look-up per distinct (drive, unit on the way up): thousands for a province. A nation
 * in one campaign would want this kept beside the counters.
 */
const outstanding = ({ campaignId, unitId, day, end }: Within) => sql`
  top as (select path from unit.v_unit where unit_id = ${unitId} and valid @> ${day}::date),
  credited as (
    select distinct k.drive_id, p.path from top
    join unit.v_unit p on p.path like top.path || '%' and p.valid @> ${day}::date
    join tally.v_counter k on k.unit_id = p.unit_id and k.campaign_id = ${campaignId}
    where k.measure in ('registered', 'donated') and k.day <= ${day}::date
    group by k.drive_id, p.path, k.measure having sum(k.value) > 0),
  stood as (
    select distinct k.drive_id, step.no from credited k
    cross join lateral unnest(string_to_array(rtrim(k.path, '.'), '.')::bigint[]) as step (no)),
  outstanding as (
    select d.drive_id, d.name as drive_name, u.unit_id, u.name, u.short_name, u.sort_key,
           split_part(substr(u.path, length(top.path) + 1), '.', 1) as branch,
           case when r.id is null then d.day + ${ruleAbove(day)} else r.due_on end as due_on
    from ${closedDrives(day)}
    join turnout.v_sheet sheet on sheet.drive_id = d.drive_id and sheet.closed_at < ${end}
    join stood on stood.drive_id = d.drive_id
    join top on true
    join unit.v_unit u on u.no = stood.no and u.valid @> ${day}::date and u.path like top.path || '%'
    left join report.report r on r.drive_id = d.drive_id and r.unit_id = u.unit_id
    where d.campaign_id = ${campaignId} and ${reportsItself(day)}
      and (r.id is null or r.submitted_at is null or r.submitted_at >= ${end} or r.state = 'returned'))`;

/** How many are outstanding and late, by branch: the short number of the unit directly below, "" for the unit itself. */
export const countOutstanding = (
  db: Db,
  within: Within,
): Promise<{ branch: string; owed: number; late: number }[]> =>
  rows(
    db,
    sql`with ${outstanding(within)}
        select branch, count(*)::int as owed, (count(*) filter (where due_on < ${within.day}::date))::int as late
        from outstanding group by branch`,
  );

export interface LateRow {
  readonly driveId: string;
  readonly driveName: string;
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly dueOn: string;
  /** How many there are beyond the limit too. */
  readonly total: number;
}

/** The outstanding ones past their due day, longest due first. */
export const listLate = (db: Db, within: Within, limit: number): Promise<LateRow[]> =>
  rows<LateRow>(
    db,
    sql`with ${outstanding(within)}
        select drive_id, drive_name, unit_id, name, short_name, due_on, count(*) over () as total from outstanding
        where due_on < ${within.day}::date order by due_on, sort_key, unit_id limit ${limit}`,
  );
