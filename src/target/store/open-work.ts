// SQL of the work an office leaves open.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export const countOpenWork = (db: Db, unitId: string): Promise<{ what: string; count: number }[]> =>
  rows(
    db,
    sql`select 'targets-asked' as what, count(*) as count from target.request
        where unit_id = ${unitId} and state = 'open'
        union all
        select 'targets-to-decide', count(*) from target.request where to_unit_id = ${unitId} and state = 'open'`,
  );
