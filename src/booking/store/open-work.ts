// SQL of the work an office leaves open.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export const countOpenWork = (db: Db, unitId: string): Promise<{ what: string; count: number }[]> =>
  rows(
    db,
    sql`select 'places-held' as what, count(*) as count from booking.booking
        where credited_unit_id = ${unitId} and state = 'held'`,
  );
