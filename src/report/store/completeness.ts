// Reports owed, sent, on time, late and returned, by unit below.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { type Over, outstanding } from "./lists.ts";
import { lastName } from "./owing.ts";

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

/** `direct`: units that stand, or stood, directly below; else every unit below. One page of them when `limit` is given. */
export const listCompleteness = (
  db: Db,
  over: Over,
  {
    direct,
    after,
    limit,
  }: { direct: boolean; after?: { by: string; id: string } | undefined; limit?: number },
): Promise<CompletenessRowStored[]> =>
  rows<CompletenessRowStored>(
    db,
    sql`with recursive ${outstanding(over)},
        found as materialized (
          select o.unit_id, 0 as sent, 0 as on_time, greatest(0, ${over.day}::date - o.due_on) as days_late, 0 as returned
          from outstanding o
          union all
          select r.unit_id, 1, (r.due_on is null or s.day <= r.due_on)::int, greatest(0, s.day - r.due_on),
                 (select count(distinct c.version) from report.comment c where c.report_id = r.id and c.at < ${over.end}::timestamptz)
          from sent join closed d on d.drive_id = sent.drive_id
          join report.report r on r.id = sent.report_id
          cross join lateral (select (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date as day) s
          join unit.v_credit c on c.unit_id = r.unit_id and c.valid @> d.tree_on
          join unit.v_place top on top.unit_id = ${over.unitId} and top.valid @> d.tree_on
          where c.path like top.path || '%'),
        summed as (
          select unit_id, count(*)::int as owed, sum(sent)::int as sent, sum(on_time)::int as on_time,
                 coalesce(sum(days_late), 0)::int as days_late, sum(returned)::int as returned
          from found where unit_id <> ${over.unitId} group by unit_id)
        select s.*, n.name, n.short_name, n.sort_key
        from summed s cross join ${lastName(sql`s.unit_id`, sql`${over.day}::date`)} n
        where (not ${direct}::boolean
               or exists (select 1 from unit.v_place w where w.unit_id = s.unit_id and w.parent_id = ${over.unitId}
                          and lower(w.valid) <= ${over.day}::date))
          and (${after?.id ?? null}::uuid is null
               or (n.sort_key, s.unit_id) > (${after?.by ?? null}::text, ${after?.id ?? null}::uuid))
        order by n.sort_key, s.unit_id limit ${limit ?? null}::int`,
  );
