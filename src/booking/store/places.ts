// SQL of what becomes of one place without its seat: a yes, a yes taken back, another link.
import { execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface ConfirmedRow {
  readonly id: string;
  readonly creditedUnitId: string;
  readonly campaignId: string;
}

/** The member's yes: only while the place is still theirs and the drive open. Their waiting ends with it. */
export const confirmHeld = (
  tx: Tx,
  confirm: { bookingIds: readonly string[]; driveId: string; now: string },
): Promise<ConfirmedRow[]> =>
  rows(
    tx,
    sql`with open_drive as materialized (
          select drive_id, campaign_id from drive.v_drive
          where drive_id = ${confirm.driveId} and state = 'open' for share),
        asked as (
          select b.id, d.campaign_id from open_drive d join booking.booking b on b.drive_id = d.drive_id
          where b.id = any (${confirm.bookingIds}::uuid[]) and b.state = 'held' and b.held_until > ${confirm.now}::timestamptz
          order by b.id for update of b),
        said as (
          update booking.booking b
          set state = 'confirmed', confirmed_at = ${confirm.now}::timestamptz, withdrawn_at = null, agreed_before = false
          from asked where b.id = asked.id returning b.id, b.credited_unit_id, asked.campaign_id),
        waited as (
          update booking.waiting w set state = 'placed', ended_at = ${confirm.now}::timestamptz, link_sealed = null
          from said where w.booking_id = said.id and w.state = 'offered')
        select id, credited_unit_id, campaign_id from said order by id`,
    "booking-confirm",
  );

/** The member takes a yes back (`now`) or gives it again (null). The place stays as officers see it. */
export const setWithdrawn = (
  tx: Tx,
  change: { bookingId: string; driveId: string; at: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`with open_drive as (
          select drive_id from drive.v_drive where drive_id = ${change.driveId} and state = 'open' for share)
        update booking.booking b set withdrawn_at = ${change.at}::timestamptz
        from open_drive d
        where b.id = ${change.bookingId} and b.drive_id = d.drive_id and b.state = 'confirmed'
          and (b.withdrawn_at is null) = (${change.at}::timestamptz is not null)`,
  );

export const replaceLink = (
  tx: Tx,
  link: { bookingId: string; hash: Buffer; sealed: string },
): Promise<number> =>
  execute(
    tx,
    sql`update booking.booking set link_hash = ${link.hash}, link_sealed = ${link.sealed}
        where id = ${link.bookingId} and state in ('held', 'confirmed')`,
  );

/** Puts a place into another slot, both seats locked; a hold does not outlast the new slot's beginning. */
export const putInSlot = (
  tx: Tx,
  put: { bookingId: string; slotId: string; reserveId: string | null },
): Promise<number> =>
  execute(
    tx,
    sql`update booking.booking b
        set slot_id = v.slot_id, reserve_id = ${put.reserveId}::uuid, held_until = least(b.held_until, v.starts_at)
        from drive.v_slot v
        where b.id = ${put.bookingId} and v.slot_id = ${put.slotId} and b.state <> 'released'`,
  );

export interface RunningPlace {
  readonly id: string;
  readonly slotId: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly reserveId: string | null;
  readonly startsAt: string;
}

/** A place that runs, its booking locked; undefined once it was given back or ran out. */
export const lockRunning = (
  tx: Tx,
  { bookingId, now }: { bookingId: string; now: string },
): Promise<RunningPlace | undefined> =>
  row(
    tx,
    sql`select b.id, b.slot_id, b.person_id, b.credited_unit_id, b.reserve_id, v.starts_at
        from booking.booking b join drive.v_slot v on v.slot_id = b.slot_id
        where b.id = ${bookingId} and (b.state = 'confirmed' or (b.state = 'held' and b.held_until > ${now}::timestamptz))
        for update of b`,
  );

/** Takes a seat for a place that is there already: answers the reserve it came out of; undefined: the slot is full. */
export const shiftSeat = async (
  tx: Tx,
  shift: { fromSlotId: string; fromReserveId: string | null; toSlotId: string; toReserveId: string | null },
): Promise<void> => {
  await execute(tx, sql`update booking.reserve set used = used + 1 where id = ${shift.toReserveId}::uuid`);
  const back = await execute(
    tx,
    sql`update booking.reserve set used = used - 1 where id = ${shift.fromReserveId}::uuid and ended_at is null`,
  );
  await execute(
    tx,
    sql`update booking.seat s set booked = s.booked + c.places, kept = s.kept + c.kept
        from (values (${shift.toSlotId}::uuid, 1, ${shift.toReserveId === null ? 0 : -1}::integer),
                     (${shift.fromSlotId}::uuid, -1, ${back}::integer)) as c (slot_id, places, kept)
        where s.slot_id = c.slot_id`,
  );
};
