// Reports owed, sent, on time, late and returned, by unit below.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { isRoot } from "../../unit/rules/path.ts";
import { closedBy, type Over, outstanding, restingOver, touched } from "./lists.ts";
import { lastName, ruleAbove } from "./owing.ts";

export interface CompletenessRowStored {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
  readonly owed: number;
  readonly sent: number;
  readonly onTime: number;
  readonly daysLate: number;
  readonly returned: number;
}

interface Page {
  readonly after?: { by: string; id: string } | undefined;
  readonly limit?: number;
}

/** `direct`: units that stand, or stood, directly below; else every unit below. One page of them when `limit` is given. */
export async function listCompleteness(
  db: Db,
  over: Over,
  { direct, ...page }: { direct: boolean } & Page,
): Promise<CompletenessRowStored[]> {
  if (!direct) return listAll(db, over, page);
  const open = await rows<{ driveId: string }>(db, openDirectly(over));
  return listDirect(db, { ...over, driveIds: open.map(({ driveId }) => driveId) }, over, page);
}

/** A report sent, judged: `r` with the tree of its drive's day. */
const judged = (over: Over) => sql`
  r.unit_id, 1 as sent, (r.due_on is null or s.day <= r.due_on)::int as on_time, greatest(0, s.day - r.due_on) as days_late,
  (select count(distinct c.version) from report.comment c where c.report_id = r.id and c.at < ${over.end}::timestamptz) as returned`;

const sentDay = sql`lateral (select (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as day) s`;

/** Units that stood directly below by the day, with their short numbers. */
const directly = (over: Over) => sql`
  directly as materialized (
    select distinct w.unit_id, w.no from unit.v_place w
    where w.parent_id = ${over.unitId} and lower(w.valid) <= ${over.day}::date)`;

/** Below a root lies everything. */
const anywhere = ({ path }: Over): boolean => path === undefined || isRoot(path);

/** The drives with anything of the place, each with the day whose tree holds for it and where its leading unit stood then. */
const drivesOf = (over: Over) => sql`
  ${anywhere(over) ? sql`` : touched({ id: over.unitId, path: over.path ?? "" }, over.day)}
  done as materialized (
    select d.drive_id, d.campaign_id, t.tree_on, l.path as lead_path
    from (${closedBy(over)}) d
    join campaign.v_campaign c on c.campaign_id = d.campaign_id
    cross join lateral (
      select least(${over.day}::date, max((f.approved_at at time zone 'Asia/Ho_Chi_Minh')::date)) as tree_on
      from report.report f
      where f.drive_id = d.drive_id and f.to_unit_id is null and f.state = 'approved' and f.approved_at < ${over.end}::timestamptz) t
    cross join lateral (
      select l.path from unit.v_credit l where l.unit_id = c.unit_id and (l.valid @> t.tree_on) is true offset 0) l
    where ${
      anywhere(over)
        ? sql`true`
        : sql`(d.drive_id in (select x.drive_id from touched x)
               or d.drive_id in (select r.drive_id from directly w join report.report r on r.unit_id = w.unit_id where r.kind = 'drive'))`
    }),
  tops as materialized (
    select t.tree_on, top.path from (select distinct d.tree_on from done d) t
    join unit.v_place top on top.unit_id = ${over.unitId} and top.valid @> t.tree_on)`;

/**
 * Drives of which a unit directly below may owe its report: something of the drive is, or waits, below it, and it has not
 * sent one. Of a nation's year that is a few in a hundred, and where each donation rests is worked out for those alone.
 *
 * What rests somewhere is there because somebody credited counts there (a), or because a report was sent that the next
 * unit has not gone on with (b): see `hop` in owing.ts. A drive led from below touches nobody but who leads it.
 */
const openDirectly = (over: Over) => sql`
  with ${directly(over)}, ${drivesOf(over)},
  sent as materialized (
    select r.drive_id, r.unit_id, r.to_unit_id, d.tree_on, t.path as top_path
    from done d join tops t on t.tree_on = d.tree_on
    cross join lateral (
      select r.drive_id, r.unit_id, r.to_unit_id from report.report r
      where r.drive_id = d.drive_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
        and r.submitted_at < ${over.end}::timestamptz offset 0) r),
  led as materialized (
    select d.drive_id, d.tree_on, t.path as top_path from done d join tops t on t.tree_on = d.tree_on
    where starts_with(t.path, d.lead_path)),
  counted as materialized (
    select distinct k.unit_id, d.drive_id, d.tree_on, d.top_path
    from led d
    cross join lateral (
      select k.unit_id from tally.v_counter k
      where k.drive_id = d.drive_id and k.measure in ('registered', 'donated') and k.day <= ${over.day}::date
      union all
      select k.unit_id from booking.v_reserve k where k.drive_id = d.drive_id) k
    -- In the order of the index that each is looked up in.
    order by k.unit_id),
  waiting as materialized (
    select w.drive_id, w.tree_on, w.top_path, x.unit_id
    from (select s.* from sent s where s.to_unit_id is not null and (s.drive_id, s.to_unit_id) not in (select o.drive_id, o.unit_id from sent o)) w
    cross join lateral (values (w.to_unit_id), (w.unit_id)) x (unit_id)),
  placed as (
    select distinct k.drive_id, substr(p.path, length(k.top_path) + 1) as below
    from (select drive_id, tree_on, top_path, unit_id from counted
          union all select drive_id, tree_on, top_path, unit_id from waiting) k
    cross join lateral (
      select p.path from unit.v_credit p
      where p.unit_id = k.unit_id and (p.valid @> k.tree_on) is true offset 0) p
    where starts_with(p.path, k.top_path)),
  pairs as (
    select p.drive_id, w.unit_id
    from placed p cross join lateral unnest(string_to_array(rtrim(p.below, '.'), '.')) step (no)
    join directly w on w.no::text = step.no
    union
    select d.drive_id, w.unit_id from done d join directly w on w.no::text = split_part(d.lead_path, '.', -2))
  select distinct t.drive_id from pairs t
  where (t.drive_id, t.unit_id) not in (select s.drive_id, s.unit_id from sent s)`;

const listDirect = (
  db: Db,
  open: Over & { readonly driveIds: readonly string[] },
  over: Over,
  page: Page,
): Promise<CompletenessRowStored[]> =>
  rows<CompletenessRowStored>(
    db,
    sql`with recursive ${directly(over)}, ${drivesOf(over)}, ${restingOver(open)},
        -- As outstanding() of lists.ts, of the few units directly below.
        stands as materialized (
          select s.drive_id, s.no from stood s where s.no in (select w.no from directly w)),
        outstanding as (
          select u.unit_id, case when r.id is null then d.due_from + ${ruleAbove} else r.due_on end as due_on
          from stands s
          join closed d on d.drive_id = s.drive_id
          join tops t on t.tree_on = d.tree_on
          cross join lateral (
            select u.unit_id, u.path from unit.v_place u where u.no = s.no and (u.valid @> d.tree_on) is true offset 0) u
          left join lateral (
            select r.id, r.due_on from report.report r
            where r.kind = 'drive' and r.drive_id = d.drive_id and r.unit_id is not distinct from u.unit_id offset 0) r on true
          where starts_with(u.path, t.path) and starts_with(u.path, d.lead_path)
            and (d.drive_id, u.unit_id) not in (select sent.drive_id, sent.unit_id from sent)),
        found as materialized (
          select o.unit_id, 0 as sent, 0 as on_time, greatest(0, ${over.day}::date - o.due_on) as days_late, 0 as returned
          from outstanding o
          union all
          select ${judged(over)}
          from directly w
          cross join lateral (
            select r.id, r.drive_id, r.unit_id, r.due_on, r.submitted_at from report.report r
            where r.unit_id = w.unit_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
              and r.submitted_at < ${over.end}::timestamptz offset 0) r
          join done d on d.drive_id = r.drive_id
          join tops t on t.tree_on = d.tree_on
          cross join ${sentDay}
          cross join lateral (
            select c.path from unit.v_credit c where c.unit_id = r.unit_id and (c.valid @> d.tree_on) is true offset 0) c
          where starts_with(c.path, t.path)),
        ${pageOf(over, page)}`,
  );

const listAll = (db: Db, over: Over, page: Page): Promise<CompletenessRowStored[]> =>
  rows<CompletenessRowStored>(
    db,
    sql`with recursive ${outstanding(over)},
        found as materialized (
          select o.unit_id, 0 as sent, 0 as on_time, greatest(0, ${over.day}::date - o.due_on) as days_late, 0 as returned
          from outstanding o
          union all
          select ${judged(over)}
          from sent join closed d on d.drive_id = sent.drive_id
          join report.report r on r.id = sent.report_id
          cross join ${sentDay}
          join unit.v_credit c on c.unit_id = r.unit_id and c.valid @> d.tree_on
          join unit.v_place top on top.unit_id = ${over.unitId} and top.valid @> d.tree_on
          where c.path like top.path || '%'),
        ${pageOf(over, page)}`,
  );

/** Sums of `found` by unit, a page of them in the order of names. */
const pageOf = (over: Over, { after, limit }: Page) => sql`
  summed as (
    select unit_id, count(*)::int as owed, sum(sent)::int as sent, sum(on_time)::int as on_time,
           coalesce(sum(days_late), 0)::int as days_late, sum(returned)::int as returned
    from found where unit_id <> ${over.unitId} group by unit_id)
  select s.*, n.name, n.short_name, n.sort_key
  from summed s cross join ${lastName(sql`s.unit_id`, sql`${over.day}::date`)} n
  where (${after?.id ?? null}::uuid is null
         or (n.sort_key, s.unit_id) > (${after?.by ?? null}::text, ${after?.id ?? null}::uuid))
  order by n.sort_key, s.unit_id limit ${limit ?? null}::int`;
