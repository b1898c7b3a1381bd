// SQL that takes places and gives them back. Each statement moves a booking and its slot's counter together, so no
// order of requests can take a place twice or give it back twice; the CHECK on the counter has the last word.
import { execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface NewBooking {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly heldBy: string;
  readonly heldUntil: string;
  readonly linkHash: Buffer;
  readonly linkSealed: string;
  readonly now: string;
}

/**
 * Takes one place and writes its booking. `seats` 0: the slot is full, nothing was written. `placed` 0 with `seats` 1:
 * the person has a place in this drive already, and the caller must undo or roll back.
 */
export async function takePlace(tx: Tx, booking: NewBooking): Promise<{ seats: number; placed: number }> {
  const taken = await row<{ seats: number; placed: number }>(
    tx,
    sql`with seat as (
          update booking.seat set booked = booked + 1
          where slot_id = ${booking.slotId} and drive_id = ${booking.driveId} and booked < capacity
          returning slot_id, drive_id),
        placed as (
          insert into booking.booking (id, drive_id, slot_id, person_id, credited_unit_id, state, held_by, held_until,
                                       link_hash, link_sealed, created_at)
          select ${booking.id}::uuid, drive_id, slot_id, ${booking.personId}::uuid, ${booking.creditedUnitId}::uuid,
                 'held', ${booking.heldBy}::uuid, ${booking.heldUntil}::timestamptz, ${booking.linkHash}::bytea,
                 ${booking.linkSealed}::text, ${booking.now}::timestamptz
          from seat
          on conflict (drive_id, person_id) where state <> 'released' do nothing
          returning id)
        select (select count(*) from seat)::integer as seats, (select count(*) from placed)::integer as placed`,
    "booking-take",
  );
  return taken ?? { seats: 0, placed: 0 };
}

/** Undoes the counting of a `takePlace` that placed nothing, in its transaction. */
export const untakeSeat = (tx: Tx, slotId: string): Promise<number> =>
  execute(tx, sql`update booking.seat set booked = booked - 1 where slot_id = ${slotId}`);

export interface ReleasedRow {
  readonly id: string;
  readonly creditedUnitId: string;
}

/** Which held places to look at: one slot's, one person's at a drive, or all. */
export interface ExpiredScope {
  readonly slotId?: string;
  readonly of?: { readonly driveId: string; readonly personId: string };
}

const MOST_AT_ONCE = 1000;

/** Gives back held places whose time ran out by `now`; those another transaction is moving are left to it. */
export const releaseExpiredPlaces = (
  tx: Tx,
  now: string,
  { slotId, of }: ExpiredScope,
): Promise<ReleasedRow[]> =>
  rows(
    tx,
    sql`with gone as (
          select id from booking.booking
          where state = 'held' and held_until <= ${now}::timestamptz
            and (${slotId ?? null}::uuid is null or slot_id = ${slotId ?? null}::uuid)
            and (${of?.driveId ?? null}::uuid is null
                 or (drive_id, person_id) = (${of?.driveId ?? null}::uuid, ${of?.personId ?? null}::uuid))
          order by held_until, id limit ${MOST_AT_ONCE} for update skip locked),
        released as (
          update booking.booking b set state = 'released', released_at = ${now}::timestamptz, link_sealed = null
          from gone where b.id = gone.id returning b.id, b.slot_id, b.credited_unit_id),
        seats as (
          update booking.seat s set booked = s.booked - r.places
          from (select slot_id, count(*)::integer as places from released group by slot_id) r
          where s.slot_id = r.slot_id)
        select id, credited_unit_id from released`,
  );

export interface MovedRow extends ReleasedRow {
  readonly campaignId: string;
  readonly wasConfirmed: boolean;
}

/** Gives one running place back, while its drive is open and its day has not come. Answers what it was. */
export const releaseOne = (
  tx: Tx,
  release: { bookingId: string; driveId: string; now: string; today: string },
): Promise<MovedRow | undefined> =>
  row(
    tx,
    sql`with open_drive as (
          select drive_id, campaign_id from drive.v_drive
          where drive_id = ${release.driveId} and state = 'open' and day > ${release.today}::date for share),
        released as (
          update booking.booking b set state = 'released', released_at = ${release.now}::timestamptz, link_sealed = null
          from open_drive d
          where b.id = ${release.bookingId} and b.drive_id = d.drive_id and b.state in ('held', 'confirmed')
          returning b.id, b.slot_id, b.credited_unit_id, d.campaign_id, b.confirmed_at is not null as was_confirmed),
        seats as (
          update booking.seat s set booked = s.booked - 1 from released r where s.slot_id = r.slot_id)
        select id, credited_unit_id, campaign_id, was_confirmed from released`,
  );

/** The member's yes: only while the place is still theirs and the drive open. */
export const confirmOne = (
  tx: Tx,
  confirm: { bookingId: string; driveId: string; now: string },
): Promise<Omit<MovedRow, "wasConfirmed"> | undefined> =>
  row(
    tx,
    sql`with open_drive as (
          select drive_id, campaign_id from drive.v_drive
          where drive_id = ${confirm.driveId} and state = 'open' for share)
        update booking.booking b set state = 'confirmed', confirmed_at = ${confirm.now}::timestamptz
        from open_drive d
        where b.id = ${confirm.bookingId} and b.drive_id = d.drive_id
          and b.state = 'held' and b.held_until > ${confirm.now}::timestamptz
        returning b.id, b.credited_unit_id, d.campaign_id`,
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

/** One counter for each slot of the drive; slots that have theirs keep it. */
export const insertSeats = (tx: Tx, driveId: string): Promise<number> =>
  execute(
    tx,
    sql`insert into booking.seat (slot_id, drive_id, capacity)
        select slot_id, drive_id, capacity from drive.v_slot where drive_id = ${driveId}
        on conflict (slot_id) do nothing`,
  );
