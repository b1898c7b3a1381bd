// SQL of running places credited to units that end.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

/** Running places in open drives still to come, by credited unit; `later`: taken on the day or after. */
export const countRunning = (
  db: Db,
  unitIds: readonly string[],
  { on, today }: { on: string; today: string },
): Promise<{ unitId: string; places: number; later: number }[]> =>
  rows(
    db,
    sql`select b.credited_unit_id as unit_id, count(*)::int as places,
               (count(*) filter (where (b.created_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date))::int as later
        from booking.booking b join drive.v_drive d on d.drive_id = b.drive_id
        where b.credited_unit_id = any (${unitIds}::uuid[]) and b.state <> 'released'
          and d.state = 'open' and d.day >= ${today}::date
        group by b.credited_unit_id order by b.credited_unit_id`,
  );

/** Places ever credited to these units. */
export const countCredited = async (db: Db, unitIds: readonly string[]): Promise<number> =>
  (
    await row<{ places: number }>(
      db,
      sql`select count(*)::int as places from booking.booking where credited_unit_id = any (${unitIds}::uuid[])`,
    )
  )?.places ?? 0;
