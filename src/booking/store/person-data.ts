// SQL of what is kept of one person: places in drives, and waiting for one.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface HeldPlaceOf {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly campaignId: string;
  readonly driveName: string;
  readonly day: string;
  readonly startsAt: string;
  readonly unitName: string;
  readonly state: "held" | "confirmed" | "released";
  /** The drive takes places still, and its day has not come. */
  readonly toCome: boolean;
}

export const listPlacesOf = (db: Db, personId: string, today: string): Promise<HeldPlaceOf[]> =>
  rows(
    db,
    sql`select b.id, b.drive_id, b.slot_id, d.campaign_id, d.name as drive_name, d.day, v.starts_at, u.name as unit_name,
               b.state, d.state = 'open' and d.day > ${today}::date as to_come
        from booking.booking b
        join drive.v_drive d on d.drive_id = b.drive_id
        join drive.v_slot v on v.slot_id = b.slot_id
        cross join lateral (select n.name from unit.v_unit n where n.unit_id = b.credited_unit_id
                            order by n.valid @> d.day desc, upper(n.valid) desc nulls first limit 1) u
        where b.person_id = ${personId} order by v.starts_at desc, b.id`,
  );

export const listWaitingOf = (
  db: Db,
  personId: string,
): Promise<{ id: string; driveName: string; day: string }[]> =>
  rows(
    db,
    sql`select w.id, d.name as drive_name, d.day from booking.waiting w
        join drive.v_drive d on d.drive_id = w.drive_id and d.state = 'open'
        where w.person_id = ${personId} and w.state = 'waiting' order by w.joined_at, w.id`,
  );

export const listHolders = (db: Db, personIds: readonly string[]): Promise<{ personId: string }[]> =>
  rows(
    db,
    sql`select person_id from booking.booking where person_id = any (${personIds}::uuid[])
        union select person_id from booking.waiting where person_id = any (${personIds}::uuid[])`,
  );

/** Places that run in drives still to come, and waiting for one. */
export const countRunningOf = async (db: Db, personId: string, now: string): Promise<number> =>
  (
    await row<{ running: number }>(
      db,
      sql`select (select count(*) from booking.booking b join drive.v_drive d on d.drive_id = b.drive_id and d.state = 'open'
                  where b.person_id = ${personId}
                    and (b.state = 'confirmed' or (b.state = 'held' and b.held_until > ${now}::timestamptz)))
                 + (select count(*) from booking.waiting w join drive.v_drive d on d.drive_id = w.drive_id and d.state = 'open'
                    where w.person_id = ${personId} and w.state = 'waiting') as running`,
    )
  )?.running ?? 0;

/** The link of a place that stays as a fact opens nothing any more. */
export const forgetLink = (tx: Tx, bookingId: string, hash: Buffer): Promise<number> =>
  execute(
    tx,
    sql`update booking.booking set link_hash = ${hash}, link_sealed = null
        where id = ${bookingId} and state = 'confirmed'`,
  );
