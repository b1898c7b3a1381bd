// SQL of a drive's hours.
import { type Db, row, sql } from "../../platform/db/sql.ts";

export const findSessionsEnd = (db: Db, driveId: string): Promise<{ endsAt: string | null } | undefined> =>
  row(db, sql`select max(ends_at) as ends_at from drive.session where drive_id = ${driveId}`);
