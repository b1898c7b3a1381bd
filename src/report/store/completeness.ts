// Reports owed, sent, on time, late and returned, by unit below.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { isRoot } from "../../unit/rules/path.ts";
import { closedBy, type Over, outstanding } from "./lists.ts";
import { directly, doneOf, listOpenPairs, type OpenPair } from "./open-drives.ts";
import { lastName, resting, ruleAbove } from "./owing.ts";

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
  return listDirect(db, over, await listOwing(db, over, await listOpenPairs(db, over)), page);
}

/** A report that a unit directly below owes and has not sent. */
interface Owing extends OpenPair {
  readonly unitId: string;
  readonly daysLate: number;
}

/** By a few of those who came it is mostly known already who owes. */
const FEW_COUNTERS = 2;

/**
 * Which of the pairs are owed, by the law of `resting`. One donation that rests below a unit is enough: so the law is
 * asked of a few of each drive first, and of all only where that found nobody.
 */
async function listOwing(db: Db, over: Over, open: readonly OpenPair[]): Promise<Owing[]> {
  if (open.length === 0) return [];
  const keyOf = ({ driveId, no }: OpenPair): string => `${driveId} ${no}`;
  const anywhere = over.path === undefined || isRoot(over.path);
  const whole =
    anywhere ||
    (await areSmall(
      db,
      open.map(({ driveId }) => driveId),
    ));
  const found = whole ? await listOwed(db, over, open, { whole, few: FEW_COUNTERS }) : [];
  const known = new Set(found.map(keyOf));
  const left = open.filter((pair) => !known.has(keyOf(pair)));
  if (left.length === 0) return found;
  const rest = await listOwed(db, over, left, { whole });
  return [...found, ...rest.filter((one) => !known.has(keyOf(one)))];
}

/** Of drives with more counters only those are read that have to do with the unit. */
const MOST_COUNTERS = 20_000;

/** True: what is known of these drives is sooner read than who counts below a province. */
const areSmall = async (db: Db, driveIds: readonly string[]): Promise<boolean> =>
  ((
    await row<{ n: number }>(
      db,
      sql`select count(*) as n from (
            select 1 from tally.v_counter k
            where k.drive_id = any (${driveIds}::uuid[]) and k.measure in ('registered', 'donated')
            limit ${MOST_COUNTERS + 1}) k`,
    )
  )?.n ?? 0) <= MOST_COUNTERS;

/** `whole`: with all who counted there, wherever that is; `few`: see `resting`. */
const listOwed = (
  db: Db,
  over: Over,
  open: readonly OpenPair[],
  { whole, few }: { whole: boolean; few?: number },
): Promise<Owing[]> => {
  const { day, end, path } = over;
  const driveIds = [...new Set(open.map(({ driveId }) => driveId))];
  return rows<Owing>(
    db,
    sql`with recursive ${directly(over)},
        ${resting(closedBy({ ...over, driveIds }), {
          day,
          end,
          ...(few !== undefined && { few }),
          ...(!whole && path !== undefined && { within: path }),
        })},
        -- As outstanding() of lists.ts, of the few units directly below.
        stands as materialized (
          select s.drive_id, s.no from stood s where s.no in (select w.no from directly w))
        select s.drive_id, s.no::text as no, u.unit_id,
               greatest(0, ${over.day}::date - case when r.id is null then d.due_from + ${ruleAbove} else r.due_on end) as days_late
        from stands s
        join closed d on d.drive_id = s.drive_id
        cross join lateral (
          select u.unit_id, u.path from unit.v_place u where u.no = s.no and (u.valid @> d.tree_on) is true offset 0) u
        cross join lateral (
          select t.path from unit.v_place t
          where t.unit_id = ${over.unitId} and (t.valid @> d.tree_on) is true offset 0) top
        left join lateral (
          select r.id, r.due_on from report.report r
          where r.kind = 'drive' and r.drive_id = d.drive_id and r.unit_id = u.unit_id offset 0) r on true
        where starts_with(u.path, top.path) and starts_with(u.path, d.lead_path)
          and (d.drive_id, u.unit_id) not in (select sent.drive_id, sent.unit_id from sent)`,
  );
};

/** A report sent, judged: `r` with the tree of its drive's day. */
const judged = (over: Over) => sql`
  r.unit_id, 1 as sent, (r.due_on is null or s.day <= r.due_on)::int as on_time, greatest(0, s.day - r.due_on) as days_late,
  (select count(distinct c.version) from report.comment c where c.report_id = r.id and c.at < ${over.end}::timestamptz) as returned`;

const sentDay = sql`lateral (select (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as day) s`;

const listDirect = (
  db: Db,
  over: Over,
  owing: readonly Owing[],
  page: Page,
): Promise<CompletenessRowStored[]> =>
  rows<CompletenessRowStored>(
    db,
    sql`with ${directly(over)},
        made as materialized (
          select r.id, r.drive_id, r.unit_id, r.due_on, r.submitted_at
          from directly w
          cross join lateral (
            select r.id, r.drive_id, r.unit_id, r.due_on, r.submitted_at from report.report r
            where r.unit_id = w.unit_id and r.kind = 'drive' and r.state in ('submitted', 'approved')
              and r.submitted_at < ${over.end}::timestamptz offset 0) r),
        ${doneOf(over, sql`d.drive_id in (select m.drive_id from made m)`)},
        found as materialized (
          select o.unit_id, 0 as sent, 0 as on_time, o.days_late, 0 as returned
          from unnest(${owing.map(({ unitId }) => unitId)}::uuid[], ${owing.map(({ daysLate }) => daysLate)}::int[])
            o (unit_id, days_late)
          union all
          select ${judged(over)}
          from made r join done d on d.drive_id = r.drive_id
          cross join ${sentDay}
          cross join lateral (
            select c.path from unit.v_credit c where c.unit_id = r.unit_id and (c.valid @> d.tree_on) is true offset 0) c
          where starts_with(c.path, d.top_path)),
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
