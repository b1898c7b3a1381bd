// The one law of where each donation of a closed drive rests on its way up, as SQL that every query of this store shares.
//
// A report that was sent (submitted or approved) keeps what it covers, whatever becomes of the tree: it counts with the
// unit it was sent to, or with who stands for that unit, and on with the report of that one. What no report covers rests
// with the unit that reports for those people in the tree of the day; if that one has sent its report already, where that
// report counts. So every donation rests with exactly one unit, and a unit owes a report where something rests with it or
// below. A unit that has ended owes nothing: what it had not sent rests with its successor.
import { sql } from "../../platform/db/sql.ts";
import { endOfRange, isRoot, numbersOf } from "../../unit/rules/path.ts";

type Piece = ReturnType<typeof sql>;

/** In the tree and with the facts of `day`; `end`: an instant before which things must have happened to count. */
export interface Asked {
  readonly day: string;
  readonly end?: string;
  /** Only people who count within this place today, or are covered by a report sent to it: enough to ask what one owes. */
  readonly within?: string;
  /**
   * Of each drive at most so many counters are looked at, for who uncovered came: what rests anywhere does rest there,
   * but not all that does is found.
   */
  readonly few?: number;
}

/**
 * Days that the letter nearest above `u` allows for the report of the drive `d`, counted from `d.due_from`; no row without one. The leading unit's own letter
 * orders the units below it, not itself. `u` is a unit in the tree of `d.tree_on`.
 */
export const ruleAbove: Piece = sql`(
  select r.report_days
  from (select unnest(string_to_array(rtrim(u.path, '.'), '.')::bigint[]) as no offset 0) step
  join unit.v_place s on s.no = step.no and s.valid @> d.tree_on and s.unit_id <> u.unit_id
  -- The letters of the few units above, not the units of all letters: a nation's campaign has thousands.
  cross join lateral (
    select r.report_days, r.directive_id from directive.v_report_rule r
    where r.sender_unit_id = s.unit_id and r.campaign_id = d.campaign_id and r.report_days is not null
    order by r.directive_id desc limit 1) r
  order by s.depth desc limit 1)`;

/** One drive, for `resting`, where it was closed by `end` (absent: by now). */
export const oneDrive = (driveId: string, end?: string): Piece => sql`
  select d.drive_id, d.campaign_id, d.name, d.day from drive.v_drive d
  where d.drive_id = ${driveId} and d.state = 'closed'
    and ${
      end === undefined
        ? sql`true`
        : sql`exists (select 1 from turnout.v_sheet s where s.drive_id = d.drive_id and s.closed_at < ${end}::timestamptz)`
    }`;

/** A name for a unit: as of the day, or its last. To be joined laterally as `n`. */
export const lastName = (unit: Piece, day: Piece): Piece => sql`
  lateral (select w.name, w.short_name, w.sort_key from unit.v_unit w where w.unit_id = ${unit}
           order by w.valid @> ${day} desc, upper(w.valid) desc nulls first limit 1)`;

/** A place and all below it, as a range of the path index under any collation. */
const below = (path: Piece, top: string): Piece =>
  sql`${path} ~>=~ ${top} and ${path} ~<~ ${endOfRange(top)}`;

/** The short number of the unit that a path leads to. */
const lastNumber = (path: string): string => numbersOf(path).at(-1) ?? "";

const sentBy = (end: string | undefined): Piece => sql`
  r.kind = 'drive' and r.state in ('submitted', 'approved')
  and (${end ?? null}::timestamptz is null or r.submitted_at < ${end ?? null}::timestamptz)`;

/**
 * Units with people or kept places at the drives that no report covers. Who was ever counted at a drive is read from the
 * index alone; only of those who are left is it asked whether their counters were taken back to nothing.
 */
const creditedAnywhere = ({ day, few }: Asked): Piece => sql`
  credited as materialized (
    select c.drive_id, c.unit_id, c.tree_on, c.lead_path
    from (select distinct d.drive_id, d.campaign_id, d.tree_on, d.lead_path, k.unit_id
          from closed d
          cross join lateral (
            select k.unit_id from tally.v_counter k
            where k.drive_id = d.drive_id and k.measure in ('registered', 'donated') and k.day <= ${day}::date
            offset 0 limit ${few ?? null}::bigint) k) c
    where (c.drive_id, c.unit_id) not in (select v.drive_id, v.credited_unit_id from covering v)
      and exists (
        select 1 from tally.v_counter k
        where k.campaign_id = c.campaign_id and k.unit_id = c.unit_id and k.measure in ('registered', 'donated')
          and k.drive_id = c.drive_id and k.day <= ${day}::date
        group by k.measure having sum(k.value) > 0 offset 0)
    union
    select d.drive_id, k.unit_id, d.tree_on, d.lead_path
    from closed d
    cross join lateral (select k.unit_id from booking.v_reserve k where k.drive_id = d.drive_id offset 0) k)`;

/**
 * The same of those who count within a place, or are covered by a report sent to it. Each is looked up by itself
 * (counter_unit, the counters' primary key, reserve_unit): a drive may have half a million counters.
 */
const creditedAround = (within: string, { day, end }: Asked): Piece => sql`
  counting as materialized (
    select p.unit_id from unit.v_credit p where ${below(sql`p.path`, within)} and p.valid @> ${day}::date),
  toward as materialized (
    select r.id as report_id, r.version from counting p
    -- A unit's few reports and then their drives: the other way round each of a nation's drives is asked for each unit.
    cross join lateral (
      select r.id, r.version, r.drive_id from report.report r where r.to_unit_id = p.unit_id and ${sentBy(end)} offset 0) r
    where r.drive_id in (select c.drive_id from closed c)),
  around as materialized (
    select p.unit_id from counting p
    union
    select v.credited_unit_id from toward s
    join report.covered v on v.report_id = s.report_id and v.version = s.version),
  counted_at as materialized (
    select distinct k.drive_id, a.unit_id
    from around a
    cross join lateral (
      select k.drive_id from tally.v_counter k
      where k.unit_id = a.unit_id and k.measure in ('registered', 'donated') and k.value > 0 offset 0) k
    where k.drive_id in (select c.drive_id from closed c)),
  credited as materialized (
    select c.drive_id, c.unit_id, d.tree_on, d.lead_path
    from counted_at c join closed d on d.drive_id = c.drive_id
    cross join lateral (
      select 1 as one from tally.v_counter k
      where k.campaign_id = d.campaign_id and k.unit_id = c.unit_id and k.measure in ('registered', 'donated')
        and k.drive_id = c.drive_id and k.day <= ${day}::date
      group by k.measure having sum(k.value) > 0 limit 1) k
    union
    select k.drive_id, a.unit_id, d.tree_on, d.lead_path
    from around a
    cross join lateral (select k.drive_id from booking.v_reserve k where k.unit_id = a.unit_id offset 0) k
    join closed d on d.drive_id = k.drive_id)`;

/**
 * `sent` as far as it matters at a place: the reports that its units sent, that were sent to them, that cover its
 * people or were made by who reports for them, and all these went on with. A drive may have more than a hundred thousand
 * reports, and each of those who make one asks.
 */
const sentAround = (within: string, { end }: Asked): Piece => sql`
  sent (drive_id, unit_id, report_id, version, to_unit_id) as (
    select r.drive_id, r.unit_id, r.id, r.version, r.to_unit_id
    from (
      select t.report_id as id from toward t
      union all
      select r.id
      from (select distinct p.unit_id from unit.v_place top
            join unit.v_credit p on p.path ~>=~ top.path and p.path ~<~ (rtrim(top.path, '.') || '/')
            where top.no = ${lastNumber(within)}::bigint) p
      cross join lateral (
        select r.id, r.unit_id, r.drive_id from report.report r where r.unit_id = p.unit_id and ${sentBy(end)} offset 0) r
      join closed d on d.drive_id = r.drive_id
      where exists (
        select 1 from unit.v_place top
        join unit.v_place here on here.unit_id = r.unit_id and here.valid @> d.tree_on
          and here.path ~>=~ top.path and here.path ~<~ (rtrim(top.path, '.') || '/')
        where top.no = ${lastNumber(within)}::bigint and top.valid @> d.tree_on)
      union all
      select r.id from (select distinct c.unit_id from credited c) c
      cross join lateral (
        select v.report_id, v.version from report.covered v where v.credited_unit_id = c.unit_id offset 0) v
      cross join lateral (
        select r.id, r.drive_id from report.report r
        where r.id = v.report_id and r.version = v.version and ${sentBy(end)} offset 0) r
      where (r.drive_id, c.unit_id) in (select k.drive_id, k.unit_id from credited k)
      union all
      select r.id from homes h join report.report r on r.drive_id = h.drive_id and r.unit_id = h.home_id
      where ${sentBy(end)}) i
    cross join lateral (
      select r.id, r.drive_id, r.unit_id, r.version, r.to_unit_id from report.report r where r.id = i.id offset 0) r
    union
    select r.drive_id, r.unit_id, r.id, r.version, r.to_unit_id
    from sent s join closed d on d.drive_id = s.drive_id
    cross join lateral (
      select s.to_unit_id as unit_id
      union all select h.credit_unit_id from unit.v_credit h where h.unit_id = s.to_unit_id and h.valid @> d.tree_on
      union all select me.parent_id from unit.v_place me where me.unit_id = s.unit_id and me.valid @> d.tree_on) up
    join report.report r on r.drive_id = s.drive_id and r.unit_id = up.unit_id and ${sentBy(end)})`;

const sentAnywhere = ({ end }: Asked): Piece => sql`
  sent as materialized (
    select r.drive_id, r.unit_id, r.id as report_id, r.version, r.to_unit_id
    from closed d join report.report r on r.drive_id = d.drive_id
    where ${sentBy(end)})`;

/**
 * Queries to stand after `with recursive`. `drives` selects drive_id, campaign_id, name and day of closed drives.
 *
 * - `closed`: those drives with the leading unit; `due_from`: the day they count from that a report is due after, the
 *   drive's or, where the facility closed its books later, that one; `tree_on`: the asked day, or the day the leading unit's report was
 *   approved: from then on the drive is done, and what becomes of the tree makes nobody owe.
 * - `sent`: reports sent. `hop`: the unit each counts with next (null: the leading unit's own).
 * - `credited`: units with people at a drive, or with places kept there for them until the cut-off; with the drive's own
 *   day and place of the tree, since a join of two long lists is what the planner does worst.
 * - `rests`: a row for each credited unit: with whom its people rest (`rest_id`), and whether a report covers them.
 * - `stood`: short numbers of the units with whom something rests, and of all above those, by drive.
 *
 * The planner cannot tell how many rows these have, takes them for one, and would go through one list for each row of
 * another: so they meet by `in` (a hash, whatever it believes) and by grouping, not by a join of two long lists.
 */
export const resting = (drives: Piece, { within: place, ...at }: Asked): Piece => {
  const { day, end } = at;
  // Below a root lies everything: there all reports of a drive are read at once.
  const within = place === undefined || isRoot(place) ? undefined : place;
  return sql`
  closed as materialized (
    select a.drive_id, a.campaign_id, a.name, a.day, t.tree_on, l.credit_unit_id as lead_id, l.path as lead_path,
           -- A report is due so many days after the drive, and before the facility has closed the books none can be made.
           greatest(a.day, (select (s.closed_at at time zone 'Asia/Ho_Chi_Minh')::date from turnout.v_sheet s
                            where s.drive_id = a.drive_id)) as due_from
    from (${drives}) a
    join campaign.v_campaign c on c.campaign_id = a.campaign_id
    cross join lateral (
      select least(${day}::date, max((f.approved_at at time zone 'Asia/Ho_Chi_Minh')::date)) as tree_on
      from report.report f
      where f.drive_id = a.drive_id and f.to_unit_id is null and f.state = 'approved'
        and (${end ?? null}::timestamptz is null or f.approved_at < ${end ?? null}::timestamptz)) t
    join unit.v_credit l on l.unit_id = c.unit_id and l.valid @> t.tree_on),
  ${within === undefined ? sentAnywhere(at) : sentAround(within, at)},
  hop as materialized (
    select s.drive_id, s.unit_id, s.report_id, s.taken,
           case when s.taken then s.to_unit_id
                -- Who stands for it must stand above: nobody reports to themselves.
                when h.path like me.path || '%' then me.parent_id
                else h.credit_unit_id end as next_id
    from (select t.*, (t.drive_id, t.to_unit_id) in (select o.drive_id, o.unit_id from sent o) as taken from sent t offset 0) s
    join closed d on d.drive_id = s.drive_id
    -- Where both stand is asked of the few whose report nobody has gone on with.
    left join lateral (
      select c.path, c.credit_unit_id from unit.v_credit c
      where s.taken is not true and c.unit_id = s.to_unit_id and (c.valid @> d.tree_on) is true offset 0) h on true
    left join lateral (
      select p.path, p.parent_id from unit.v_place p
      where s.taken is not true and p.unit_id = s.unit_id and (p.valid @> d.tree_on) is true offset 0) me on true),
  -- Where reports wait that nobody has gone on with, and back to all that went into those: of a campaign that is mostly
  -- done few do.
  walk (drive_id, from_id, next_id) as (
    select h.drive_id, h.unit_id, h.next_id from hop h
    where h.taken is not true and h.next_id is not null
      and (h.drive_id, h.next_id) not in (select s.drive_id, s.unit_id from sent s)
    union
    select w.drive_id, h.unit_id, w.next_id
    from walk w join hop h on h.drive_id = w.drive_id and h.next_id = w.from_id),
  ${within === undefined ? creditedAnywhere(at) : creditedAround(within, at)},
  covering as materialized (
    select s.drive_id, v.credited_unit_id, s.unit_id
    from sent s join report.covered v on v.report_id = s.report_id and v.version = s.version),
  -- Who reports for the people of a unit: the lowest at or above its place, from the leading unit down, before a section
  -- or group, and not below a grassroots union, which is the lowest that reports. What stands above a unit is looked at
  -- once for all its neighbours.
  homes as materialized (
    select h.drive_id, h.unit_id, h.home_id
    from (
      select e.drive_id, e.unit_id, coalesce(own.unit_id, n.home_id) as home_id
      from (select k.above, k.tree_on, k.lead_path, array_agg(k.drive_id) as drives, array_agg(k.unit_id) as units,
                   array_agg(k.no) as nos
            from (select c.drive_id, c.unit_id, c.tree_on, c.lead_path,
                         substring(p.path from '^(.*\\.)?[0-9]+\\.$') as above, substring(p.path from '([0-9]+)\\.$')::bigint as no
                  from credited c
                  cross join lateral (
                    select p.path from unit.v_credit p
                    where p.unit_id = c.unit_id and (p.valid @> c.tree_on) is true and starts_with(p.path, c.lead_path) offset 0) p
                  where ${within === undefined ? sql`(c.drive_id, c.unit_id) not in (select v.drive_id, v.credited_unit_id from covering v)` : sql`true`}) k
            group by k.above, k.tree_on, k.lead_path) g
      cross join lateral (
        select (array_agg(s.unit_id order by s.depth desc) filter (where not s.inside and s.under_grassroots is not true))[1]
                 as home_id,
               coalesce(bool_or(s.inside or s.under_grassroots or s.kind = 'grassroots'), false) as done
        from (select a.unit_id, a.depth, m.kind,
                     bool_or(a.side <> 'union' or m.kind in ('section', 'group')) over (order by a.depth) as inside,
                     bool_or(m.kind = 'grassroots')
                       over (order by a.depth rows between unbounded preceding and 1 preceding) as under_grassroots
              from (select unnest(string_to_array(rtrim(g.above, '.'), '.')::bigint[]) as no
                    -- Steps first, then the unit of each: left alone, the planner walks all units for each of them.
                    offset 0) step
              -- By the unit alone, in narrow indexes: with the day, the planner takes the index of the days, ten times as dear.
              cross join lateral (
                select p.unit_id, p.path, p.side, cardinality(string_to_array(p.path, '.')) as depth from unit.v_place p
                where p.no = step.no and (p.valid @> g.tree_on) is true and p.path like g.lead_path || '%' offset 0) a
              cross join lateral (
                select w.kind from unit.v_naming w
                where w.unit_id = a.unit_id and (w.valid @> g.tree_on) is true offset 0) m) s) n
      cross join lateral unnest(g.drives, g.units, g.nos) as e (drive_id, unit_id, no)
      left join lateral (
        select u.unit_id from unit.v_place u join unit.v_naming m on m.unit_id = u.unit_id and (m.valid @> g.tree_on) is true
        where n.done is not true and u.no = e.no and (u.valid @> g.tree_on) is true and u.side = 'union'
          and m.kind not in ('section', 'group')
        offset 0) own on true) h
    where h.home_id is not null),
  based as materialized (
    select b.drive_id, b.credited_id, count(b.covered_by) > 0 as covered,
           coalesce((array_agg(b.covered_by) filter (where b.covered_by is not null))[1],
                    (array_agg(b.home_id) filter (where b.home_id is not null))[1]) as base_id
    from (select drive_id, unit_id as credited_id, null::uuid as covered_by, home_id from homes
          union all
          select drive_id, credited_unit_id, unit_id, null from covering) b
    group by b.drive_id, b.credited_id),
  rests as materialized (
    select b.drive_id, b.credited_id, b.covered, b.base_id as rest_id from based b
    where (b.drive_id, b.base_id) not in (select s.drive_id, s.unit_id from sent s)
    union all
    select b.drive_id, b.credited_id, b.covered, w.next_id
    from based b join walk w on w.drive_id = b.drive_id and w.from_id = b.base_id),
  stood as materialized (
    select distinct r.drive_id, step.no
    from (select distinct drive_id, rest_id from rests) r
    join closed d on d.drive_id = r.drive_id
    join unit.v_place p on p.unit_id = r.rest_id and p.valid @> d.tree_on
    cross join lateral unnest(string_to_array(rtrim(p.path, '.'), '.')::bigint[]) as step (no))`;
};

/** `u`, a unit in the tree of `d.tree_on`, has something resting with it or below, and has not sent its report. */
export const owes: Piece = sql`(
  u.path like d.lead_path || '%'
  and (d.drive_id, u.no) in (select stood.drive_id, stood.no from stood)
  and (d.drive_id, u.unit_id) not in (select sent.drive_id, sent.unit_id from sent))`;
