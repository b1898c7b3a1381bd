// Who is reminded of their place, once for each reminder and day.
import { type Db, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { ReminderKind } from "../rules/reminding.ts";

export interface ReminderRow {
  readonly bookingId: string;
  readonly personId: string;
  readonly driveName: string;
  readonly day: string;
  readonly startsAt: string;
  readonly place: string;
}

// Their word stands, they agreed to be reminded, and the drive is still that day's.
const reminded = sql`
  from booking.v_booking b
  join drive.v_drive d on d.drive_id = b.drive_id and d.state = 'open'
  join drive.v_slot l on l.slot_id = b.slot_id
  join person.v_person p on p.person_id = b.person_id and not p.erased and not p.restricted and p.has_email
  join person.v_consent c on c.person_id = b.person_id and c.purpose = 'reminder' and c.withdrawn_at is null
  where b.state = 'confirmed' and not b.withdrawn`;

const MOST_AT_ONCE = 500;

/** Writes who is to be reminded now and answers them; whom another look has written is left to it. */
export const insertReminders = (
  tx: Tx,
  due: { kind: ReminderKind; day: string; confirmedBefore: string; now: string },
): Promise<ReminderRow[]> =>
  rows(
    tx,
    sql`with due as (
          select b.booking_id, b.person_id, d.name as drive_name, d.day, l.starts_at, d.place ${reminded}
            and d.day = ${due.day}::date and b.confirmed_at < ${due.confirmedBefore}::timestamptz
            and not exists (select 1 from recall.reminder r
                            where (r.booking_id, r.day, r.kind) = (b.booking_id, d.day, ${due.kind}))
          order by b.booking_id limit ${MOST_AT_ONCE}),
        written as (
          insert into recall.reminder (booking_id, day, kind, at)
          select booking_id, day, ${due.kind}, ${due.now}::timestamptz from due
          on conflict do nothing returning booking_id)
        select due.* from due join written on written.booking_id = due.booking_id`,
  );

/** Is the place still theirs, at the very time the reminder speaks of? */
export const isStillTheirs = async (
  db: Db,
  { bookingId, startsAt, now }: { bookingId: string; startsAt: string; now: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 ${reminded} and b.booking_id = ${bookingId} and l.starts_at = ${startsAt}::timestamptz
        and l.starts_at > ${now}::timestamptz`,
  )) !== undefined;
