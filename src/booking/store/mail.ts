// SQL of messages about places, when they are about to leave.
import { type Db, row, sql } from "../../platform/db/sql.ts";

export const awaitsAnswer = async (
  db: Db,
  { bookingId, now }: { bookingId: string; now: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from booking.booking
        where id = ${bookingId} and state = 'held' and held_until > ${now}::timestamptz and withdrawn_at is null`,
  )) !== undefined;

export const isOfferedOn = async (db: Db, bookingId: string): Promise<boolean> =>
  (await row(db, sql`select 1 from booking.booking where id = ${bookingId} and withdrawn_at is null`)) !==
  undefined;
