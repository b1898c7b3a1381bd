// SQL of outcomes by person.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

/** Days of closed drives at which this person did not give. */
export const listNotGiven = (db: Db, personId: string): Promise<{ day: string }[]> =>
  rows(
    db,
    sql`select d.day from turnout.v_outcome o join drive.v_drive d on d.drive_id = o.drive_id
        where o.person_id = ${personId} and o.volume_ml = 0 order by d.day desc, d.drive_id`,
  );

export const listWithOutcome = (db: Db, personIds: readonly string[]): Promise<{ personId: string }[]> =>
  rows(
    db,
    sql`select distinct b.person_id from turnout.outcome o join booking.v_booking b on b.booking_id = o.booking_id
        where b.person_id = any (${personIds}::uuid[])`,
  );
