// SQL of the printed list: numbers, and many outcomes at once.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Volume } from "../schema.ts";

/** One printing numbers at a time; entering goes on beside it. */
export const lockForNumbers = (tx: Tx, driveId: string): Promise<{ state: string } | undefined> =>
  row(tx, sql`select state from drive.v_drive where drive_id = ${driveId} for no key update`);

/** Who has no number yet gets the next ones, by time and given name. Answers how many. */
export const insertNumbers = (tx: Tx, driveId: string): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.list_number (booking_id, drive_id, number)
        select b.booking_id, b.drive_id,
               coalesce((select max(number) from turnout.list_number where drive_id = ${driveId}), 0)
                 + row_number() over (order by s.starts_at, s.slot_id, p.sort_key, b.booking_id)
        from booking.v_booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_slot s on s.slot_id = b.slot_id
        where b.drive_id = ${driveId} and b.state = 'confirmed' and not b.withdrawn
          and not exists (select 1 from turnout.list_number n where n.booking_id = b.booking_id)`,
  );

export const countNumbers = async (db: Db, driveId: string): Promise<number> =>
  (
    await row<{ numbered: number }>(
      db,
      sql`select count(*) as numbered from turnout.list_number where drive_id = ${driveId}`,
    )
  )?.numbered ?? 0;

export interface BookingFound {
  readonly id: string;
  readonly state: string;
  readonly volume: Volume | null;
}

export const findBookings = (db: Db, driveId: string, ids: readonly string[]): Promise<BookingFound[]> =>
  rows(
    db,
    sql`select b.booking_id as id, b.state, o.volume_ml as volume
        from booking.v_booking b left join turnout.outcome o on o.booking_id = b.booking_id
        where b.drive_id = ${driveId} and b.booking_id = any (${ids}::uuid[])`,
  );
