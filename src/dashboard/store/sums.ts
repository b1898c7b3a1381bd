// Sums of the campaign's counters below a unit, by branch and by day, in the tree and with the facts of one day.
import { type Db, join, row, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import type { Look } from "../store.ts";

type Piece = ReturnType<typeof sql>;

/** Sums of one step of a branch, or (`branch` null) of one day of all. */
export interface SumRow {
  /** Short number of the unit directly below, "" for the unit itself; null on rows by day. */
  readonly branch: string | null;
  /** null on rows by branch. */
  readonly day: string | null;
  /** On rows by branch: which step of the campaign's days, from 0. */
  readonly step: number | null;
  /** By branch: at drives whose result is not in by then (`coming`), or that were cancelled; counted elsewhere too. */
  readonly stage: "coming" | "off" | null;
  readonly registered: number;
  readonly donated: number;
  readonly bags: number;
  readonly ml: number;
  readonly units: number;
}

/** The days the small curves run over. */
export interface Steps {
  readonly from: string;
  /** Days of the small curve, at least 1, cut into `steps`. */
  readonly days: number;
  readonly steps: number;
}

/** Sums of `facts` (branch, day, and a column for each measure) by branch and step, and by day. */
const sumsOf = ({ from, days, steps }: Steps) =>
  sql`select branch, day, step, null as stage, sum(registered) as registered, sum(donated) as donated, sum(bags) as bags,
             sum(ml) as ml, sum(units) as units
      from (select facts.*, greatest(0, least(${steps}::int - 1, (day - ${from}::date) * ${steps}::int / ${days}::int)) as step
            from facts) f
      group by grouping sets ((branch, step), (day))`;

/** Drives of the campaign whose result is not in by the end of the day, `stage` says why. */
const waiting = (look: Look) =>
  sql`select d.drive_id, case when d.state = 'cancelled' then 'off' else 'coming' end as stage
      from drive.v_drive d
      where d.campaign_id = ${look.campaignId}
        and (d.state = 'cancelled' or d.closed_at is null or d.closed_at >= ${look.end})`;

/** What counts at the drives `waits`, by place. */
const atDrives = (look: Look) => sql`tally.at_drives(array(select drive_id from waits), ${look.day}::date)`;

const branchOf = (look: Look, path: Piece) =>
  sql`split_part(substr(${path}, length(${look.path}::text) + 1), '.', 1)`;

/** The kept sums that hold on the day, below a path. */
const kept = (look: Look, above: string) =>
  sql`select b.branch, b.day, b.registered, b.donated, b.bags, b.ml, b.units from tally.v_branch b
      where b.campaign_id = ${look.campaignId} and b.above = ${above} and b.day <= ${look.day}::date
        and b.since <= ${look.day}::date and b.until > ${look.day}::date`;

/**
 * Counters of the campaign that count within the subtree on the day, up to the day: by branch with their small curves,
 * by day, and by branch what was registered for drives that wait. Totals and the curve come from the same rows and so
 * always agree. A unit that has ended counts where `unit.v_credit` says on that day.
 *
 * Cost: on the first floors of the tree the kept sums, of branches (× days) and of the drives that wait (× days); further
 * down the counters of the units below.
 */
export const sumCounters = (db: Db, look: Look, steps: Steps): Promise<SumRow[]> =>
  rows<SumRow>(
    db,
    isSumKept(look.path)
      ? sql`with facts as (${kept(look, look.path)}),
            waits as materialized (${waiting(look)})
            ${sumsOf(steps)}
            union all
            select ${branchOf(look, sql`k.place`)}, null, null, w.stage, sum(k.registered), 0, 0, 0, 0
            from ${atDrives(look)} k join waits w on w.drive_id = k.drive_id
            where k.place like ${`${look.path}%`}
            group by 1, 4
            order by 2, 1, 3`
      : sql`with counted as materialized (
              select ${branchOf(look, sql`c.path`)} as branch, k.drive_id, k.day, k.measure, k.value
              from unit.v_credit c
              join tally.v_counter k on k.unit_id = c.unit_id and k.campaign_id = ${look.campaignId}
              where k.day <= ${look.day}::date and c.path like ${`${look.path}%`} and c.valid @> ${look.day}::date),
            facts as (
              select branch, day, case measure when 'registered' then value else 0 end as registered,
                     case measure when 'donated' then value else 0 end as donated,
                     case measure when 'bags' then value else 0 end as bags, case measure when 'ml' then value else 0 end as ml,
                     case measure when 'units' then value else 0 end as units
              from counted)
            ${sumsOf(steps)}
            union all
            select branch, null, null, w.stage, sum(value), 0, 0, 0, 0
            from counted join (${waiting(look)}) w on w.drive_id = counted.drive_id
            where measure = 'registered'
            group by 1, 4
            order by 2, 1, 3`,
  );

/** So many kept sums at who leads it make a campaign whose overviews are worth giving again: a province's year, a nation's. */
const LONG = 4_000;

/** @param leadPath where the unit that leads the campaign stands */
export const isLongCampaign = async (db: Db, campaignId: string, leadPath: string): Promise<boolean> =>
  isSumKept(leadPath) &&
  (await row(
    db,
    sql`select 1 from tally.v_branch where campaign_id = ${campaignId} and above = ${leadPath} offset ${LONG} limit 1`,
  )) !== undefined;

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

const MEASURES = join(
  [sql`registered`, sql`donated`, sql`bags`, sql`ml`, sql`units`].map(
    // What is known of everybody, without what was counted at drives that wait.
    (measure) => sql`(coalesce(known.${measure}, 0) - coalesce(waiting.${measure}, 0))::bigint as ${measure}`,
  ),
);
const SUMS = sql`sum(registered) as registered, sum(donated) as donated, sum(bags) as bags, sum(ml) as ml, sum(units) as units`;

/**
 * Everybody counted in the campaign's drives that were closed by the end of the day, whatever unit they are credited
 * to, and the facilities' lines for donors outside the system. What every root of the tree has, without what was counted
 * at drives that wait.
 */
export const sumEvents = (db: Db, look: Look): Promise<EventRow | undefined> =>
  row<EventRow>(
    db,
    sql`with closed as (
          select sum(s.outside_250) as outside_250, sum(s.outside_350) as outside_350, sum(s.outside_450) as outside_450
          from drive.v_drive d join turnout.v_sheet s on s.drive_id = d.drive_id
          where d.campaign_id = ${look.campaignId} and s.closed_at < ${look.end}),
        known as (select ${SUMS} from (${kept(look, "")}) k),
        waits as materialized (${waiting(look)}),
        waiting as (select ${SUMS} from ${atDrives(look)} k)
        select ${MEASURES},
               coalesce(closed.outside_250, 0)::int as outside_250, coalesce(closed.outside_350, 0)::int as outside_350,
               coalesce(closed.outside_450, 0)::int as outside_450
        from closed cross join known cross join waiting`,
  );
