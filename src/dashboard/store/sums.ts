// Sums of the campaign's counters below a unit, by branch and by day, in the tree and with the facts of one day.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import type { Look } from "../store.ts";

export interface SumRow {
  /** Short number of the unit directly below, "" for the unit itself; null on rows by day. */
  readonly branch: string | null;
  /** null on rows by branch. */
  readonly day: string | null;
  readonly measure: "registered" | "donated" | "bags" | "ml" | "units";
  /** Rows of `registered` by branch: at drives whose result is not in by then (`coming`), or that were cancelled. */
  readonly stage: "coming" | "off" | null;
  /** On rows of `units` by branch: which step of the campaign's days, from 0; 0 for other measures. */
  readonly step: number | null;
  readonly value: number;
}

/** The days the small curves run over. */
export interface Steps {
  readonly from: string;
  /** Days of the small curve, at least 1, cut into `steps`. */
  readonly days: number;
  readonly steps: number;
}

/** Which step of the small curves a day falls in. */
const stepOf = ({ from, days, steps }: Steps) =>
  sql`case when measure = 'units'
      then greatest(0, least(${steps}::int - 1, (day - ${from}::date) * ${steps}::int / ${days}::int)) else 0 end`;

/** Drives of the campaign whose result is not in by the end of the day, `stage` says why. */
const waiting = (look: Look) =>
  sql`select d.drive_id, case when d.state = 'cancelled' then 'off' else 'coming' end as stage
      from drive.v_drive d left join turnout.v_sheet t on t.drive_id = d.drive_id
      where d.campaign_id = ${look.campaignId}
        and (d.state = 'cancelled' or t.closed_at is null or t.closed_at >= ${look.end})`;

const branchOf = (look: Look) => sql`split_part(substr(c.path, length(${look.path}::text) + 1), '.', 1)`;

/**
 * Counters of the campaign that count within the subtree on the day, up to the day: totals by branch with their small
 * curves, sums by day, and by branch what was registered for drives that wait. Totals and the curve come from the same
 * rows and so always agree. A unit that has ended counts where `unit.v_credit` says on that day.
 *
 * Cost: on the first floors of the tree the kept sums (branches × days) and the counters of drives that wait; further
 * down the counters of the units below.
 */
export const sumCounters = (db: Db, look: Look, steps: Steps): Promise<SumRow[]> =>
  rows<SumRow>(
    db,
    isSumKept(look.path)
      ? sql`with facts as (
              select b.branch, b.day, b.measure, b.value from tally.v_branch b
              where b.campaign_id = ${look.campaignId} and b.above = ${look.path} and b.day <= ${look.day}::date
                and b.since <= ${look.day}::date and b.until > ${look.day}::date)
            select branch, day, measure, null as stage, step, sum(value) as value
            from (select facts.*, ${stepOf(steps)} as step from facts) f
            group by grouping sets ((branch, measure, step), (day, measure))
            union all
            select ${branchOf(look)}, null, 'registered', w.stage, null, sum(k.value)
            from (${waiting(look)}) w
            join tally.v_counter k on k.drive_id = w.drive_id and k.measure = 'registered' and k.day <= ${look.day}::date
            join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${look.day}::date
            where c.path like ${`${look.path}%`}
            group by 1, 4
            order by 2, 1, 5`
      : sql`with facts as materialized (
              select ${branchOf(look)} as branch, k.drive_id, k.day, k.measure, k.value
              from unit.v_credit c
              join tally.v_counter k on k.unit_id = c.unit_id and k.campaign_id = ${look.campaignId}
              where k.day <= ${look.day}::date and c.path like ${`${look.path}%`} and c.valid @> ${look.day}::date)
            select branch, day, measure, null as stage, step, sum(value) as value
            from (select facts.*, ${stepOf(steps)} as step from facts) f
            group by grouping sets ((branch, measure, step), (day, measure))
            union all
            select branch, null, 'registered', w.stage, null, sum(value)
            from facts join (${waiting(look)}) w on w.drive_id = facts.drive_id
            where measure = 'registered'
            group by 1, 4
            order by 2, 1, 5`,
  );

/** So many kept sums make an answer that is worth giving again: a province in the middle of a year, and a nation. */
const LONG = 10_000;

export const isLongSum = async (db: Db, look: Look): Promise<boolean> =>
  isSumKept(look.path) &&
  (await row(
    db,
    sql`select 1 from tally.v_branch where campaign_id = ${look.campaignId} and above = ${look.path} offset ${LONG} limit 1`,
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

/**
 * Everybody counted in the campaign's drives that were closed by the end of the day, whatever unit they are credited
 * to, and the facilities' lines for donors outside the system. What every root of the tree has, without what was counted
 * at drives that wait.
 */
export const sumEvents = (db: Db, look: Look): Promise<EventRow | undefined> =>
  row<EventRow>(
    db,
    sql`with waits as materialized (${waiting(look)}),
        closed as (
          select sum(s.outside_250) as outside_250, sum(s.outside_350) as outside_350, sum(s.outside_450) as outside_450
          from drive.v_drive d join turnout.v_sheet s on s.drive_id = d.drive_id
          where d.campaign_id = ${look.campaignId} and s.closed_at < ${look.end}),
        known as (
          select measure, sum(value) as value
          from (select b.measure, b.value from tally.v_branch b
                where b.campaign_id = ${look.campaignId} and b.above = '' and b.day <= ${look.day}::date
                  and b.since <= ${look.day}::date and b.until > ${look.day}::date
                union all
                select k.measure, -k.value
                from waits join tally.v_counter k on k.drive_id = waits.drive_id and k.day <= ${look.day}::date) k
          group by measure)
        select coalesce((select value from known where measure = 'registered'), 0)::int as registered,
               coalesce((select value from known where measure = 'donated'), 0)::int as donated,
               coalesce((select value from known where measure = 'bags'), 0)::int as bags,
               coalesce((select value from known where measure = 'ml'), 0)::bigint as ml,
               coalesce((select value from known where measure = 'units'), 0)::bigint as units,
               coalesce(closed.outside_250, 0)::int as outside_250, coalesce(closed.outside_350, 0)::int as outside_350,
               coalesce(closed.outside_450, 0)::int as outside_450
        from closed`,
  );
