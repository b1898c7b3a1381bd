// Reports owed and not sent everywhere below a unit, counted and listed in one look: what rests with whom is worked out once.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { type LateRow, outstanding, type Within } from "./lists.ts";

export interface BelowRow {
  /** Short number of the unit directly below, "" for the unit itself; null on rows of `late`. */
  readonly branch: string | null;
  readonly owed: number;
  readonly late: number;
}

interface FlatRow extends BelowRow, Omit<LateRow, "total"> {}

/** By branch how many are owed and how many of them are past their day; and those, longest due first, at most `limit`. */
export async function lookBelow(
  db: Db,
  within: Within,
  limit: number,
): Promise<{ branches: BelowRow[]; late: Omit<LateRow, "total">[] }> {
  const found = await rows<FlatRow>(
    db,
    sql`with recursive ${outstanding(within)},
        owing as materialized (select * from outstanding)
        select o.branch, count(*)::int as owed, (count(*) filter (where o.due_on < ${within.day}::date))::int as late,
               null::uuid as drive_id, null as drive_name, null::uuid as unit_id, null as name, null as short_name,
               null::date as due_on, null as sort_key
        from owing o group by o.branch
        union all
        (select null, 0, 0, o.drive_id, o.drive_name, o.unit_id, o.name, o.short_name, o.due_on, o.sort_key
         from owing o where o.due_on < ${within.day}::date order by o.due_on, o.sort_key, o.unit_id limit ${limit})
        order by due_on, sort_key, unit_id`,
  );
  return {
    branches: found.filter(({ branch }) => branch !== null),
    late: found.filter(({ branch }) => branch === null),
  };
}
