// SQL of reports of units that end, and of reports that rest on their end.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

/** Reports of each unit: not yet approved, approved, and sent on the day or after. */
export const countReports = (
  db: Db,
  unitIds: readonly string[],
  on: string,
): Promise<{ unitId: string; open: number; approved: number; later: number }[]> =>
  rows(
    db,
    sql`select r.unit_id, (count(*) filter (where r.state <> 'approved'))::int as open,
               (count(*) filter (where r.state = 'approved'))::int as approved,
               (count(*) filter (where (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date))::int as later
        from report.report r where r.unit_id = any (${unitIds}::uuid[])
        group by r.unit_id order by r.unit_id`,
  );

/** Reports approved since `at` in which another unit answers for people of these. */
export const countFrozenWith = async (db: Db, unitIds: readonly string[], at: string): Promise<number> =>
  (
    await row<{ reports: number }>(
      db,
      sql`select count(distinct r.id)::int as reports
          from report.covered v join report.report r on r.id = v.report_id and r.version = v.version
          where v.credited_unit_id = any (${unitIds}::uuid[]) and r.state = 'approved'
            and r.approved_at >= ${at}::timestamptz and not r.unit_id = any (${unitIds}::uuid[])`,
    )
  )?.reports ?? 0;

/** Reports that these units made, or got, or stand in. */
export const countNaming = async (db: Db, unitIds: readonly string[]): Promise<number> =>
  (
    await row<{ reports: number }>(
      db,
      sql`select count(*)::int as reports from (
            select r.id from report.report r where r.unit_id = any (${unitIds}::uuid[])
            union select r.id from report.report r where r.to_unit_id = any (${unitIds}::uuid[])
            union select n.report_id from report.line n where n.unit_id = any (${unitIds}::uuid[])
            union select v.report_id from report.covered v where v.credited_unit_id = any (${unitIds}::uuid[])) named`,
    )
  )?.reports ?? 0;
