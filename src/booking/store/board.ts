// SQL of the host's board: what each slot holds, places kept for units, the cap.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface BoardSlotRow {
  readonly slotId: string;
  readonly startsAt: string;
  readonly capacity: number;
  readonly held: number;
  readonly confirmed: number;
  readonly kept: number;
  readonly walkIn: number;
  readonly cap: number | null;
  readonly waiting: number;
}

/** Slots of a drive; before anything was arranged they have no seats yet and hold nothing. */
export const listBoardSlots = (db: Db, driveId: string, now: string): Promise<BoardSlotRow[]> =>
  rows(
    db,
    sql`select v.slot_id, v.starts_at, v.capacity, t.held, t.confirmed, coalesce(s.kept, 0) as kept,
               coalesce(s.walk_in, 0) as walk_in, s.cap,
               (select count(*) from booking.waiting w where w.slot_id = v.slot_id and w.state = 'waiting') as waiting
        from drive.v_slot v
        left join booking.seat s on s.slot_id = v.slot_id
        cross join lateral (
          select count(*) filter (where b.state = 'held' and b.held_until > ${now}::timestamptz) as held,
                 count(*) filter (where b.state = 'confirmed') as confirmed
          from booking.booking b where b.slot_id = v.slot_id and b.state <> 'released') t
        where v.drive_id = ${driveId} order by v.starts_at, v.slot_id`,
  );

export const countWaiting = async (db: Db, driveId: string): Promise<{ people: number; offered: number }> =>
  (await row<{ people: number; offered: number }>(
    db,
    sql`select count(*)::integer as people, count(*) filter (where state = 'offered')::integer as offered
        from booking.waiting where drive_id = ${driveId} and state in ('waiting', 'offered')`,
  )) ?? { people: 0, offered: 0 };

export interface ReserveFacts {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly unitId: string;
  readonly places: number;
  readonly used: number;
  readonly cutOff: string;
  readonly endedAt: string | null;
}

export interface ListedReserve extends ReserveFacts {
  readonly startsAt: string;
}

export const listReserves = (db: Db, driveId: string): Promise<ListedReserve[]> =>
  rows(
    db,
    sql`select r.id, r.drive_id, r.slot_id, r.unit_id, r.places, r.used, r.cut_off, r.ended_at, v.starts_at
        from booking.reserve r join drive.v_slot v on v.slot_id = r.slot_id
        where r.drive_id = ${driveId} order by v.starts_at, r.slot_id, r.created_at, r.id`,
  );

export const findReserve = (db: Db, id: string): Promise<ReserveFacts | undefined> =>
  row(
    db,
    sql`select id, drive_id, slot_id, unit_id, places, used, cut_off, ended_at from booking.reserve where id = ${id}`,
  );

/** When a slot of the drive begins; and does the unit lead the drive's campaign, or stand below who does? */
export const findReserveFacts = (
  db: Db,
  asked: { driveId: string; slotId: string; unitId: string; today: string },
): Promise<{ startsAt: string; takesPart: boolean } | undefined> =>
  row(
    db,
    sql`select v.starts_at,
               exists (select 1 from unit.v_credit l join unit.v_unit u on u.path like l.path || '%'
                       where l.unit_id = c.unit_id and l.valid @> ${asked.today}::date
                         and u.unit_id = ${asked.unitId} and u.valid @> ${asked.today}::date) as takes_part
        from drive.v_drive d
        join campaign.v_campaign c on c.campaign_id = d.campaign_id
        join drive.v_slot v on v.drive_id = d.drive_id and v.slot_id = ${asked.slotId}
        where d.drive_id = ${asked.driveId}`,
  );

/**
 * Writes a reserve, or changes the places and cut-off of a running one, and keeps so many more places of its slot, whose
 * seat is locked. Answers 0 where the slot has no room for it.
 */
export const keepPlaces = (
  tx: Tx,
  reserve: {
    id: string;
    driveId: string;
    slotId: string;
    unitId: string;
    places: number;
    cutOff: string;
    more: number;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`with seat as (
          update booking.seat s set kept = s.kept + ${reserve.more}::integer
          where s.slot_id = ${reserve.slotId} and s.booked + s.kept + s.walk_in + ${reserve.more}::integer <= s.capacity
          returning s.slot_id)
        insert into booking.reserve (id, drive_id, slot_id, unit_id, places, cut_off, created_at)
        select ${reserve.id}::uuid, ${reserve.driveId}::uuid, seat.slot_id, ${reserve.unitId}::uuid,
               ${reserve.places}::integer, ${reserve.cutOff}::timestamptz, ${reserve.now}::timestamptz from seat
        on conflict (id) do update set places = excluded.places, cut_off = excluded.cut_off`,
  );

/** Changes what a slot takes, its seat locked. Answers 0 where more is booked and kept than it would take. */
export const updateSeat = (
  tx: Tx,
  seat: { slotId: string; capacity: number; walkIn: number },
): Promise<number> =>
  execute(
    tx,
    sql`update booking.seat set capacity = ${seat.capacity}, walk_in = ${seat.walkIn}
        where slot_id = ${seat.slotId} and booked + kept + ${seat.walkIn}::integer <= ${seat.capacity}::integer`,
  );

export const findCap = (db: Db, driveId: string): Promise<{ perSlot: number; reason: string } | undefined> =>
  row(db, sql`select per_slot, reason from booking.cap where drive_id = ${driveId}`);

/** Sets the cap of all seats of a drive, or lifts it (null); the seats are locked. */
export async function writeCap(
  tx: Tx,
  cap: { driveId: string; perSlot: number | null; reason: string; now: string },
): Promise<void> {
  await execute(
    tx,
    cap.perSlot === null
      ? sql`delete from booking.cap where drive_id = ${cap.driveId}`
      : sql`insert into booking.cap (drive_id, per_slot, reason, set_at)
            values (${cap.driveId}, ${cap.perSlot}, ${cap.reason}, ${cap.now})
            on conflict (drive_id) do update
            set per_slot = excluded.per_slot, reason = excluded.reason, set_at = excluded.set_at`,
  );
  await execute(
    tx,
    sql`update booking.seat set cap = ${cap.perSlot}::integer where drive_id = ${cap.driveId}`,
  );
}
