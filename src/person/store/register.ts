// SQL of people who came by themselves.
import { type Db, row, sql } from "../../platform/db/sql.ts";

/** The name somebody registered with under this id; undefined: nobody did by themselves. */
export const findRegistered = (db: Db, personId: string): Promise<{ fullName: string } | undefined> =>
  row(
    db,
    sql`select full_name from person.person where id = ${personId} and source = 'self' and erased_at is null`,
  );
