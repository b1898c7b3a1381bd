// SQL of the work an office leaves open.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export const countOpenWork = (db: Db, unitId: string): Promise<{ what: string; count: number }[]> =>
  rows(
    db,
    sql`select case state when 'draft' then 'report-drafts' else 'reports-returned' end as what, count(*) as count
        from report.report where unit_id = ${unitId} and state in ('draft', 'returned') group by 1
        union all
        select 'reports-to-decide', count(*) from report.report where to_unit_id = ${unitId} and state = 'submitted'`,
  );
