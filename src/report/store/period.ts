// What a period report is made of: the facts of its drives, by drive and by unit directly below, in the tree of one day,
// as far as approved reports of drives have brought them.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { endOfRange, isRoot } from "../../unit/rules/path.ts";
import type { Figures } from "../schema.ts";
import { resting } from "./owing.ts";

/** Drives between two days, of one campaign if said, seen from a unit in the tree of `day`. */
export interface PeriodOf {
  readonly unitId: string;
  readonly path: string;
  readonly from: string;
  readonly until: string;
  readonly campaignId: string | null;
  readonly day: string;
}

/** Closed drives of the campaigns that the unit, one above or one below it leads. */
const drivesOf = (of: PeriodOf) => sql`
  select d.drive_id, d.campaign_id, d.name, d.day from drive.v_drive d
  join campaign.v_campaign c on c.campaign_id = d.campaign_id
  join unit.v_credit l on l.unit_id = c.unit_id and l.valid @> ${of.day}::date
  where d.state = 'closed' and d.day between ${of.from}::date and ${of.until}::date
    and (${of.campaignId}::uuid is null or d.campaign_id = ${of.campaignId}::uuid)
    and (starts_with(${of.path}, l.path) or starts_with(l.path, ${of.path}))`;

export interface Cell extends Figures {
  readonly driveId: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly campaignId: string;
  /** Short number of the unit directly below; "" for the unit's own people. */
  readonly branch: string;
  readonly reported: boolean;
  /** Where what is not reported waits: the unit whose report is not approved yet. */
  readonly stuckId: string | null;
}

/**
 * Facts by drive and branch, reported and not. People count in the branch where they are credited on `day`. They are
 * reported to the unit when approved reports have carried them up to it, or past it: for a report that was made before
 * a re-organisation went up where it was sent then.
 */
export const listCells = (db: Db, of: PeriodOf): Promise<Cell[]> =>
  rows<Cell>(
    db,
    sql`with recursive ${resting(drivesOf(of), { day: of.day, within: of.path })},
        approved as materialized (
          select s.drive_id, s.unit_id from sent s join report.report r on r.id = s.report_id where r.state = 'approved'),
        climb (drive_id, from_id, at_id) as (
          select drive_id, unit_id, unit_id from approved
          union
          select c.drive_id, c.from_id, h.next_id
          from climb c join hop h on h.drive_id = c.drive_id and h.unit_id = c.at_id
          where h.next_id is not null and (c.drive_id, c.at_id) in (select a.drive_id, a.unit_id from approved a)),
        arrived as materialized (
          select distinct c.drive_id, c.from_id from climb c
          left join unit.v_credit w on w.unit_id = c.at_id and w.valid @> ${of.day}::date
          where w.path is null or w.path = ${of.path} or not starts_with(w.path, ${of.path})
             -- The leading unit's own, below a unit that stands above it, goes no further.
             or (c.drive_id, c.at_id) in (select h.drive_id, h.unit_id from hop h join approved a
                                          on a.drive_id = h.drive_id and a.unit_id = h.unit_id where h.next_id is null)),
        waiting as materialized (
          select c.drive_id, c.from_id, (array_agg(c.at_id))[1] as at_id from climb c
          where (c.drive_id, c.at_id) not in (select a.drive_id, a.unit_id from approved a)
          group by c.drive_id, c.from_id),
        judged as materialized (
          select b.drive_id, b.credited_id, b.base_id,
                 -- Whose people these are when they are the unit's own, they are the unit's own in any tree.
                 case when b.base_id = ${of.unitId}::uuid then ''
                      else split_part(substr(c.path, length(${of.path}::text) + 1), '.', 1) end as branch,
                 b.base_id is null or b.base_id = ${of.unitId}::uuid
                   or (b.covered and (b.drive_id, b.base_id) in (select a.drive_id, a.from_id from arrived a)) as reported
          from based b
          join unit.v_credit c on c.unit_id = b.credited_id and c.valid @> ${of.day}::date
          where starts_with(c.path, ${of.path})),
        counted as materialized (
          select k.drive_id, k.unit_id,
                 coalesce(sum(k.value) filter (where k.measure = 'registered'), 0) as registered,
                 coalesce(sum(k.value) filter (where k.measure = 'donated'), 0) as donated,
                 coalesce(sum(k.value) filter (where k.measure = 'ml'), 0) as ml,
                 coalesce(sum(k.value) filter (where k.measure = 'units'), 0) as units
          from tally.v_counter k where k.drive_id in (select drive_id from closed) group by k.drive_id, k.unit_id),
        bags as materialized (
          select o.drive_id, o.credited_unit_id as unit_id,
                 count(*) filter (where o.volume_ml = 250) as bags_250,
                 count(*) filter (where o.volume_ml = 350) as bags_350,
                 count(*) filter (where o.volume_ml = 450) as bags_450
          from turnout.v_outcome o where o.drive_id in (select drive_id from closed) group by o.drive_id, o.credited_unit_id)
        select j.drive_id, d.name as drive_name, d.day as drive_day, d.campaign_id, j.branch, j.reported,
               case when not j.reported then coalesce(w.at_id, j.base_id) end as stuck_id,
               coalesce(sum(k.registered), 0)::int as registered, coalesce(sum(k.donated), 0)::int as donated,
               coalesce(sum(k.ml), 0)::int as ml, coalesce(sum(k.units), 0)::int as units_hundredths, coalesce(sum(g.bags_250), 0)::int as bags_250,
               coalesce(sum(g.bags_350), 0)::int as bags_350, coalesce(sum(g.bags_450), 0)::int as bags_450
        from judged j
        join closed d on d.drive_id = j.drive_id
        left join counted k on k.drive_id = j.drive_id and k.unit_id = j.credited_id
        left join bags g on g.drive_id = j.drive_id and g.unit_id = j.credited_id
        left join waiting w on w.drive_id = j.drive_id and w.from_id = j.base_id
        group by j.drive_id, d.name, d.day, d.campaign_id, j.branch, j.reported, 7
        order by d.day, j.drive_id, j.branch`,
  );

/** Units directly below by their short numbers, and units that reports wait at, under their names of the day or their last. */
export const listNamed = (
  db: Db,
  { nos, ids, day }: { nos: readonly string[]; ids: readonly string[]; day: string },
): Promise<{ no: string; unitId: string; name: string; shortName: string; sortKey: string }[]> =>
  rows(
    db,
    sql`select distinct on (u.unit_id) u.no::text as no, u.unit_id, u.name, u.short_name, u.sort_key
        from unit.v_unit u
        where u.no = any (${nos}::bigint[]) or u.unit_id = any (${ids}::uuid[])
        order by u.unit_id, u.valid @> ${day}::date desc, upper(u.valid) desc nulls first`,
  );

export interface PeriodEvent extends Figures {
  readonly unitRule: "bag" | "ml250";
  readonly outside250: number;
  readonly outside350: number;
  readonly outside450: number;
}

/** Whole events of the drives whose campaigns the unit leads on the day, by what a đơn vị máu is in them. */
export const sumLedEvents = (db: Db, of: PeriodOf): Promise<PeriodEvent[]> =>
  rows<PeriodEvent>(
    db,
    sql`with led as materialized (
          select d.drive_id, c.unit_rule from (${drivesOf(of)}) d
          join campaign.v_campaign c on c.campaign_id = d.campaign_id
          join unit.v_credit l on l.unit_id = c.unit_id and l.valid @> ${of.day}::date
          where l.credit_unit_id = ${of.unitId}),
        known as (
          select led.unit_rule, k.measure, sum(k.value)::int as value from led
          join tally.v_counter k on k.drive_id = led.drive_id group by led.unit_rule, k.measure),
        bags as (
          select led.unit_rule, o.volume_ml, count(*)::int as bags from led
          join turnout.v_outcome o on o.drive_id = led.drive_id group by led.unit_rule, o.volume_ml)
        select led.unit_rule,
               coalesce(max(k.value) filter (where k.measure = 'registered'), 0) as registered,
               coalesce(max(k.value) filter (where k.measure = 'donated'), 0) as donated,
               coalesce(max(k.value) filter (where k.measure = 'ml'), 0) as ml,
               coalesce(max(k.value) filter (where k.measure = 'units'), 0) as units_hundredths,
               coalesce((select b.bags from bags b where b.unit_rule = led.unit_rule and b.volume_ml = 250), 0) as bags_250,
               coalesce((select b.bags from bags b where b.unit_rule = led.unit_rule and b.volume_ml = 350), 0) as bags_350,
               coalesce((select b.bags from bags b where b.unit_rule = led.unit_rule and b.volume_ml = 450), 0) as bags_450,
               s.outside_250, s.outside_350, s.outside_450
        from (select distinct unit_rule from led) led
        left join known k on k.unit_rule = led.unit_rule
        cross join lateral (
          select coalesce(sum(v.outside_250), 0)::int as outside_250, coalesce(sum(v.outside_350), 0)::int as outside_350,
                 coalesce(sum(v.outside_450), 0)::int as outside_450
          from led l join turnout.v_sheet v on v.drive_id = l.drive_id where l.unit_rule = led.unit_rule) s
        group by led.unit_rule, s.outside_250, s.outside_350, s.outside_450`,
  );

/** Drives of the period whose books are not closed, and were not cancelled. */
export const countOpenDrives = async (db: Db, of: PeriodOf): Promise<number> =>
  (
    await row<{ drives: number }>(
      db,
      sql`select count(*)::int as drives from drive.v_drive d
          join campaign.v_campaign c on c.campaign_id = d.campaign_id
          join unit.v_credit l on l.unit_id = c.unit_id and l.valid @> ${of.day}::date
          where d.state not in ('closed', 'cancelled') and d.day between ${of.from}::date and ${of.until}::date
            and (${of.campaignId}::uuid is null or d.campaign_id = ${of.campaignId}::uuid)
            and starts_with(${of.path}, l.path)`,
    )
  )?.drives ?? 0;

/** People who count within the unit today, and which drives are meant. */
interface Driven {
  readonly path: string;
  readonly today: string;
  readonly from?: string;
  readonly until?: string;
  readonly campaignId?: string | null;
}

/** Campaigns and months of closed drives at which people who count within the unit registered or gave. */
const driven = ({ path, today, from, until, campaignId }: Driven) => sql`
  ${isRoot(path) ? sql`` : sql`around as materialized (${drivesAround(path, today)}),`}
  driven as materialized (
    select c.campaign_id, c.name, c.period, m.month
    from campaign.v_campaign c
    cross join lateral (
      select distinct date_trunc('month', d.day)::date as month from drive.v_drive d
      where d.campaign_id = c.campaign_id and d.state = 'closed'
        and d.day between ${from ?? "-infinity"}::date and ${until ?? "infinity"}::date
        ${isRoot(path) ? sql`` : sql`and d.drive_id in (select a.drive_id from around a)`}) m
    where (${campaignId ?? null}::uuid is null or c.campaign_id = ${campaignId ?? null}::uuid)
      -- Below a root almost anybody counts: one of the month's drives is enough.
      ${
        isRoot(path)
          ? sql`and exists (
              select 1 from drive.v_drive d ${someoneAt(path, today)}
              where d.campaign_id = c.campaign_id and d.state = 'closed'
                and d.day between greatest(m.month, ${from ?? "-infinity"}::date)
                              and least(m.month + interval '1 month' - interval '1 day', ${until ?? "infinity"}::date)
              offset 0)`
          : sql``
      })`;

/** Nobody looks further back than over so many campaigns. */
const MOST_CAMPAIGNS = 200;

export interface DrivenPeriods {
  /** First days of months. */
  readonly months: readonly string[];
  /** The latest first. */
  readonly campaigns: readonly {
    readonly campaignId: string;
    readonly campaignName: string;
    readonly from: string;
    readonly until: string;
  }[];
}

export async function listDrivenPeriods(db: Db, path: string, today: string): Promise<DrivenPeriods> {
  const found = await rows<
    { readonly month: string | null } & { [Key in keyof DrivenPeriods["campaigns"][number]]: string | null }
  >(
    db,
    sql`with ${driven({ path, today })}
        select month, null::uuid as campaign_id, null as campaign_name, null::date as "from", null::date as until
        from driven group by month
        union all
        (select null, campaign_id, name, lower(period), upper(period) - 1
         from driven group by campaign_id, name, period order by upper(period) desc, campaign_id limit ${MOST_CAMPAIGNS})`,
  );
  return {
    months: found.flatMap(({ month }) => month ?? []),
    campaigns: found.flatMap(({ campaignId, campaignName, from, until }) =>
      campaignId === null || campaignName === null || from === null || until === null
        ? []
        : [{ campaignId, campaignName, from, until }],
    ),
  };
}

/** Campaigns of such drives. */
export const listDrivenCampaigns = async (db: Db, asked: Driven): Promise<string[]> =>
  (
    await rows<{ campaignId: string }>(
      db,
      sql`with ${driven(asked)}
          select campaign_id from driven group by campaign_id order by min(month), campaign_id`,
    )
  ).map(({ campaignId }) => campaignId);

/** Of a drive `d`, the first one found who counts below a root: mostly whoever is looked at first. */
const someoneAt = (path: string, today: string) => sql`
  cross join lateral (
    select 1 as one from tally.v_counter k
    cross join lateral (
      select 1 as one from unit.v_credit p
      where p.unit_id = k.unit_id and (p.valid @> ${today}::date) is true and starts_with(p.path, ${path}) offset 0) p
    where k.drive_id = d.drive_id and k.measure in ('registered', 'donated') and k.value > 0 limit 1) someone`;

const drivesAround = (path: string, today: string) => sql`
  select k.drive_id from unit.v_credit p
  cross join lateral (
    select k.drive_id from tally.v_counter k
    where k.unit_id = p.unit_id and k.measure in ('registered', 'donated') and k.value > 0 offset 0) k
  where p.path ~>=~ ${path} and p.path ~<~ ${endOfRange(path)} and p.valid @> ${today}::date`;

/** Planned and actual cost of the campaign's drives, by source, in đồng. */
export const listCosts = (
  db: Db,
  campaignId: string,
): Promise<{ source: string; plannedDong: number; actualDong: number }[]> =>
  rows(
    db,
    sql`select k.source, coalesce(sum(k.planned_dong), 0)::bigint as planned_dong,
               coalesce(sum(k.actual_dong), 0)::bigint as actual_dong
        from drive.v_cost k join drive.v_drive d on d.drive_id = k.drive_id
        where d.campaign_id = ${campaignId} group by k.source order by k.source`,
  );

/** Unions directly below that report, by name. */
export const listChildIds = async (db: Db, unitId: string, day: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select u.unit_id as id from unit.v_unit u
          where u.parent_id = ${unitId} and u.valid @> ${day}::date and u.side = 'union'
            and u.kind not in ('section', 'group')
          order by u.sort_key, u.unit_id`,
    )
  ).map(({ id }) => id);
