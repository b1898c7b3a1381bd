// Reports owed: by one unit over its drives, and everywhere below a unit in a campaign.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { endOfRange, isRoot } from "../../unit/rules/path.ts";
import type { ReportState } from "../schema.ts";
import { owes, resting, ruleAbove } from "./owing.ts";

export interface DebtRow {
  readonly driveId: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  readonly dueOn: string | null;
  readonly submittedAt: string | null;
}

/** Drives looked at together; of the ones without a report hardly any is not owed, so that one look mostly fills a page. */
const lookedAt = (limit: number): number => limit + 20;

/**
 * What a unit owes or made, newest drive first. Drives it has sent its report of are listed without a look at who gave;
 * the others are looked at a page at a time: a nation's years have tens of thousands of drives.
 */
export async function listDebts(
  db: Db,
  unit: { readonly id: string; readonly path: string },
  day: string,
  after: readonly [day: string, driveId: string] | undefined,
  limit: number,
): Promise<DebtRow[]> {
  const most = lookedAt(limit);
  const found: DebtRow[] = [];
  for (let from = after; ; ) {
    const looked = await lookAtDebts(db, unit, day, from, most);
    for (const { owed, ...debt } of looked) if (owed || debt.reportId !== null) found.push(debt);
    const last = looked.at(-1);
    if (found.length >= limit || looked.length < most || last === undefined) return found.slice(0, limit);
    from = [last.driveDay, last.driveId];
  }
}

/** Drives with anything of the place: of a nation's campaign thousands were held elsewhere. */
export const touched = (unit: { readonly id: string; readonly path: string }, day: string) => sql`
  here as materialized (
    select p.unit_id from unit.v_credit p
    where p.path ~>=~ ${unit.path} and p.path ~<~ ${endOfRange(unit.path)} and p.valid @> ${day}::date),
  touched as materialized (
    select k.drive_id from here
    cross join lateral (
      select k.drive_id from tally.v_counter k
      where k.unit_id = here.unit_id and k.measure in ('registered', 'donated') and k.value > 0 offset 0) k
    union
    select k.drive_id from here
    cross join lateral (select k.drive_id from booking.v_reserve k where k.unit_id = here.unit_id offset 0) k
    union
    select r.drive_id from here
    cross join lateral (
      select r.drive_id from report.report r where r.to_unit_id = here.unit_id and r.kind = 'drive' offset 0) r
    union
    select r.drive_id from report.report r where r.unit_id = ${unit.id} and r.kind = 'drive'),`;

/** The next drives that the unit made a report of or may owe one of, each with whether it is owed. */
const lookAtDebts = (
  db: Db,
  unit: { readonly id: string; readonly path: string },
  day: string,
  after: readonly [day: string, driveId: string] | undefined,
  most: number,
): Promise<(DebtRow & { readonly owed: boolean })[]> => {
  // Below a root lies everything: any drive may touch it, and to ask each of its units would be to ask all there are.
  const root = isRoot(unit.path);
  return rows(
    db,
    sql`with recursive ${root ? sql`` : touched(unit, day)}
        ahead as materialized (
          select c.campaign_id from campaign.v_campaign c
          cross join lateral (
            select l.path from unit.v_credit l where l.unit_id = c.unit_id and l.valid @> ${day}::date offset 0) l
          where starts_with(${unit.path}, l.path)),
        mine as materialized (
          select d.drive_id, d.campaign_id, d.name, d.day, r.id as report_id, r.state, r.submitted_at, r.due_on
          from drive.v_drive d
          left join report.report r on r.drive_id = d.drive_id and r.unit_id = ${unit.id}
          where d.state = 'closed' and ${root ? sql`true` : sql`d.drive_id in (select t.drive_id from touched t)`}
            and (r.id is not null
                 or d.campaign_id in (select a.campaign_id from ahead a))
            and (${after?.[0] ?? null}::date is null
                 or (d.day, d.drive_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
          order by d.day desc, d.drive_id desc limit ${most}),
        ${resting(
          sql`select m.drive_id, m.campaign_id, m.name, m.day from mine m
              where m.state is null or m.state in ('draft', 'returned')`,
          { day, within: unit.path },
        )},
        owed as (
          select d.drive_id, d.due_from + ${ruleAbove} as due_on
          from closed d join unit.v_unit u on u.unit_id = ${unit.id} and u.valid @> d.tree_on
          where ${owes})
        select m.drive_id, m.name as drive_name, m.day as drive_day, m.report_id, m.state, m.submitted_at,
               case when m.report_id is null then o.due_on else m.due_on end as due_on, o.drive_id is not null as owed
        from mine m left join owed o on o.drive_id = m.drive_id
        order by m.day desc, m.drive_id desc`,
  );
};

/** Where to look: a campaign below a unit, in the tree and with the facts of `day`; `end` is the instant the day ends. */
export interface Within {
  readonly campaignId: string;
  readonly unitId: string;
  /** The unit's place on the day: saves a look at reports elsewhere. */
  readonly path?: string | undefined;
  readonly day: string;
  readonly end: string;
}
/** The same over one campaign, or over all drives between two days. */
export type Over = Omit<Within, "campaignId"> &
  ({ readonly campaignId: string } | { readonly from: string; readonly until: string });

/** The drives closed by the end of the day. */
export const closedBy = ({ end, ...drives }: Over & { readonly driveIds?: readonly string[] }) => sql`
  select d.drive_id, d.campaign_id, d.name, d.day from drive.v_drive d
  join turnout.v_sheet s on s.drive_id = d.drive_id and s.closed_at < ${end}::timestamptz
  where d.state = 'closed' and ${
    "campaignId" in drives
      ? sql`d.campaign_id = ${drives.campaignId}`
      : sql`d.day between ${drives.from}::date and ${drives.until}::date`
  } ${drives.driveIds === undefined ? sql`` : sql`and d.drive_id = any (${drives.driveIds}::uuid[])`}`;

/** The law of `resting` over these drives, as far as it matters at the unit. */
export const restingOver = (over: Over & { readonly driveIds?: readonly string[] }) =>
  resting(closedBy(over), {
    day: over.day,
    end: over.end,
    ...(over.path !== undefined && { within: over.path }),
  });

/** Reports owed and not sent at a unit and below, of the drives closed by the end of the day, by the law of `resting`. */
export const outstanding = (over: Over) => sql`${restingOver(over)}, ${outstandingAt(over.unitId)}`;

/**
 * The same to stand after the queries of `resting`, whatever drives they are of. Each unit is looked up by itself, and the
 * letter that orders its report once for all its neighbours.
 */
export const outstandingAt = (unitId: string) => sql`
  -- Days with where the unit stood on each: found in an order, not by a join of two lists that the planner takes for short.
  tops_on as materialized (
    select array_agg(t.tree_on order by t.tree_on) as days, array_agg(top.path order by t.tree_on) as paths
    from (select distinct d.tree_on from closed d) t
    left join lateral (
      select w.path from unit.v_place w where w.unit_id = ${unitId} and (w.valid @> t.tree_on) is true offset 0) top on true),
  unsent as materialized (
    select d.drive_id, d.name, d.campaign_id, d.tree_on, d.due_from, u.unit_id, r.id as report_id, r.due_on,
           substring(u.path from '^(.*\\.)?[0-9]+\\.$') as above,
           split_part(substr(u.path, length(top.path) + 1), '.', 1) as branch
    from stood s
    join closed d on d.drive_id = s.drive_id
    cross join lateral (select t.paths[width_bucket(d.tree_on, t.days)] as path from tops_on t offset 0) top
    cross join lateral (
      select u.unit_id, u.path from unit.v_place u where u.no = s.no and (u.valid @> d.tree_on) is true offset 0) u
    -- By the drive and the unit at once, which a range tells the planner: a unit has reports of many drives, and a drive
    -- those of many units.
    left join lateral (
      select r.id, r.due_on from report.report r
      where r.kind = 'drive' and r.drive_id = d.drive_id and r.unit_id between u.unit_id and u.unit_id offset 0) r on true
    where starts_with(u.path, top.path) and starts_with(u.path, d.lead_path)
      and (d.drive_id, u.unit_id) not in (select sent.drive_id, sent.unit_id from sent)),
  outstanding as (
    select e.drive_id, e.drive_name, e.unit_id, a.tree_on, e.branch,
           case when e.reported then e.due_on else e.due_from + a.report_days end as due_on
    from (
      select d.*, ${ruleAbove} as report_days
      from (select o.above, o.campaign_id, o.tree_on, array_agg(o.drive_id) as drives, array_agg(o.name) as names,
                   array_agg(o.unit_id) as units, array_agg(o.branch) as branches, array_agg(o.due_from) as froms,
                   array_agg(o.report_id is not null) as reporteds, array_agg(o.due_on) as dues
            from unsent o group by o.above, o.campaign_id, o.tree_on) d
      -- Whoever stands below there; nobody has this id.
      cross join lateral (select d.above as path, '00000000-0000-0000-0000-000000000000'::uuid as unit_id) u offset 0) a
    cross join lateral unnest(a.drives, a.names, a.units, a.branches, a.froms, a.reporteds, a.dues)
      as e (drive_id, drive_name, unit_id, branch, due_from, reported, due_on))`;

/** The name of an outstanding report's unit in the tree that holds for it. To be joined laterally as `n`. */
export const nameThen = sql`
  lateral (
    select w.name, w.short_name, w.sort_key from unit.v_naming w
    where w.unit_id = o.unit_id and (w.valid @> o.tree_on) is true offset 0)`;

/** How many are outstanding and late, by branch: the short number of the unit directly below, "" for the unit itself. */
export const countOutstanding = (
  db: Db,
  within: Within,
): Promise<{ branch: string; owed: number; late: number }[]> =>
  rows(
    db,
    sql`with recursive ${outstanding(within)}
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
    sql`with recursive ${outstanding(within)}
        select o.drive_id, o.drive_name, o.unit_id, n.name, n.short_name, o.due_on, count(*) over () as total
        from outstanding o cross join ${nameThen} n
        where o.due_on < ${within.day}::date order by o.due_on, n.sort_key, o.unit_id limit ${limit}`,
  );
