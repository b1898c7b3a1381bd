// SQL of the waiting list: who is next for a place that is free, and what a unit's people may still take.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { FreeSlot, PlaceRelation } from "../schema/self.ts";
import { CAP_ROOM, OPEN_ROOM, reservesFor } from "./seats.ts";

export interface NextInLine {
  readonly waitingId: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly relation: PlaceRelation;
  readonly invitation: string | null;
  readonly putBy: string | null;
  readonly linkHash: Buffer;
  readonly linkSealed: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly driveName: string;
  readonly day: string;
  readonly place: string;
  readonly hasEmail: boolean;
  /** Setting `booking.offer`. */
  readonly setting: unknown;
}

interface InSlots {
  readonly driveId: string;
  readonly slotIds: readonly string[];
  readonly now: string;
  readonly today: string;
}

/** Who has waited longest for a place that they could take now in one of these slots, whose seats are locked. */
export const nextInLine = (
  tx: Tx,
  { driveId, slotIds, now, today }: InSlots,
): Promise<NextInLine | undefined> =>
  row(
    tx,
    sql`select w.id as waiting_id, w.person_id, w.credited_unit_id, w.relation, w.invitation, w.put_by, w.link_hash,
               w.link_sealed, s.slot_id, v.starts_at, d.name as drive_name, d.day, d.place, p.has_email,
               (select value from platform.setting where name = 'booking.offer') as setting
        from booking.waiting w
        join drive.v_drive d on d.drive_id = w.drive_id and d.state = 'open'
        join booking.seat s on s.drive_id = w.drive_id and s.slot_id = any (${slotIds}::uuid[])
             and (w.slot_id is null or w.slot_id = s.slot_id)
        join drive.v_slot v on v.slot_id = s.slot_id and v.starts_at > ${now}::timestamptz
        join person.v_person p on p.person_id = w.person_id
        where w.drive_id = ${driveId} and w.state = 'waiting'
          -- Said of the seat alone first, so that full ones are not asked for each who waits.
          and (${OPEN_ROOM} or (s.kept > 0 and ${CAP_ROOM}))
          and (${OPEN_ROOM}
               or (s.kept > 0 and ${CAP_ROOM} and exists (${reservesFor(sql`w.credited_unit_id`, { now, today })})))
        order by w.joined_at, w.id, v.starts_at, s.slot_id limit 1 for update of w`,
    "booking-next",
  );

/** Slots of a drive that have not begun, with how many of the unit's people may still take a place in each. */
export const listFree = (
  db: Db,
  { driveId, unitId, now, today }: { driveId: string; unitId: string; now: string; today: string },
): Promise<FreeSlot[]> =>
  rows(
    db,
    sql`select s.slot_id, v.starts_at,
               greatest(0, least(
                 greatest(0, least(s.capacity, s.cap) - s.booked - s.kept - s.walk_in)
                   + coalesce((select sum(x.places - x.used) from booking.reserve x where x.id in (
                       select m.id from (${reservesFor(sql`${unitId}::uuid`, { now, today })}) m)), 0),
                 coalesce(s.cap, s.capacity) - s.booked - s.walk_in))::integer as free
        from booking.seat s join drive.v_slot v on v.slot_id = s.slot_id and v.starts_at > ${now}::timestamptz
        where s.drive_id = ${driveId} order by v.starts_at, s.slot_id`,
    "booking-free",
  );

/** Could somebody of the unit take a place now, out of its reserve or what is open? The reserve it would come out of. */
export const findRoom = (
  tx: Tx,
  asked: { slotId: string; unitId: string; now: string; today: string },
): Promise<{ room: boolean; reserveId: string | null; startsAt: string } | undefined> =>
  row(
    tx,
    sql`select m.id as reserve_id, v.starts_at,
               case when m.id is null then ${OPEN_ROOM} else ${CAP_ROOM} end as room
        from booking.seat s join drive.v_slot v on v.slot_id = s.slot_id
        left join lateral (select b.id from (${reservesFor(sql`${asked.unitId}::uuid`, asked)}) b
                           order by b.near desc, b.id limit 1) m on true
        where s.slot_id = ${asked.slotId}`,
  );

export interface NewWaiting {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string | null;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly relation: PlaceRelation;
  readonly invitation: string | null;
  readonly putBy: string | null;
  readonly linkHash: Buffer;
  readonly linkSealed: string;
  readonly now: string;
}

/** Answers 0 where the person waits in this drive already. */
export const insertWaiting = (tx: Tx, waiting: NewWaiting): Promise<number> =>
  execute(
    tx,
    sql`insert into booking.waiting (id, drive_id, slot_id, person_id, credited_unit_id, relation, invitation, state, put_by,
                                     link_hash, link_sealed, joined_at)
        values (${waiting.id}, ${waiting.driveId}, ${waiting.slotId}, ${waiting.personId}, ${waiting.creditedUnitId},
                ${waiting.relation}, ${waiting.invitation}, 'waiting', ${waiting.putBy}, ${waiting.linkHash},
                ${waiting.linkSealed}, ${waiting.now})
        on conflict (drive_id, person_id) where state in ('waiting', 'offered') do nothing`,
  );

export interface KnownWaiting {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string | null;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly state: "waiting" | "offered" | "placed" | "left";
  readonly bookingId: string | null;
  readonly bookedSlotId: string | null;
  readonly putBy: string | null;
  readonly linkSealed: string | null;
  readonly offeredUntil: string | null;
}

export const findWaiting = (db: Db, id: string): Promise<KnownWaiting | undefined> =>
  row(
    db,
    sql`select w.id, w.drive_id, w.slot_id, w.person_id, w.credited_unit_id, w.state, w.booking_id,
               b.slot_id as booked_slot_id, w.put_by, w.link_sealed, w.offered_until
        from booking.waiting w left join booking.booking b on b.id = w.booking_id where w.id = ${id}`,
    "waiting-find",
  );

/** Ends a waiting that was offered nothing yet, or of all in a drive. */
export const endWaiting = (
  tx: Tx,
  ended: { now: string; id?: string; driveId?: string },
): Promise<{ id: string; creditedUnitId: string }[]> =>
  rows(
    tx,
    sql`update booking.waiting w set state = 'left', ended_at = ${ended.now}::timestamptz, link_sealed = null,
               offered_until = null
        where w.state = 'waiting' and (w.id = ${ended.id ?? null}::uuid or w.drive_id = ${ended.driveId ?? null}::uuid)
        returning w.id, w.credited_unit_id`,
  );

/** Takes what was refused quietly off the officers' sight too. */
export const forgetOffer = (tx: Tx, id: string): Promise<number> =>
  execute(
    tx,
    sql`update booking.waiting set offered_until = null where id = ${id} and state = 'left' and offered_until is not null`,
  );

export interface WaitingOnLink {
  readonly waitingId: string;
  readonly driveId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly driveName: string;
  readonly day: string;
  readonly place: string;
  readonly slotId: string | null;
  readonly startsAt: string | null;
  readonly turn: number;
}

/** Who waits behind a link, while they do. A link of an offered place opens the place instead. */
export const findWaitingByLink = (
  db: Db,
  { hash, today }: { hash: Buffer; today: string },
): Promise<WaitingOnLink | undefined> =>
  row(
    db,
    sql`select w.id as waiting_id, w.drive_id, w.person_id, p.full_name, u.name as unit_name, d.name as drive_name, d.day,
               d.place, w.slot_id, v.starts_at,
               (select count(*) from booking.waiting o where o.drive_id = w.drive_id and o.state = 'waiting'
                and (o.joined_at, o.id) <= (w.joined_at, w.id))::integer as turn
        from booking.waiting w
        join person.v_person p on p.person_id = w.person_id
        join drive.v_drive d on d.drive_id = w.drive_id and d.day >= ${today}::date and d.state = 'open'
        left join drive.v_slot v on v.slot_id = w.slot_id
        cross join lateral (select n.name from unit.v_unit n where n.unit_id = w.credited_unit_id
                            order by n.valid @> ${today}::date desc, upper(n.valid) desc nulls first limit 1) u
        where w.link_hash = ${hash} and w.state = 'waiting'`,
  );

/** Slots to come that have room for somebody who waits for them or for any. Begins at who waits: mostly nobody. */
export const listWaitedFor = (
  db: Db,
  { now, today }: { now: string; today: string },
): Promise<{ driveId: string; slotIds: string[] }[]> => {
  const waits = sql`select 1 from booking.waiting w where w.drive_id = s.drive_id and w.state = 'waiting'
                    and (w.slot_id is null or w.slot_id = s.slot_id)`;
  return rows(
    db,
    sql`with waited as materialized (select distinct drive_id from booking.waiting where state = 'waiting')
        select s.drive_id, array_agg(s.slot_id order by s.slot_id) as slot_ids
        from waited
        join drive.v_drive d on d.drive_id = waited.drive_id and d.state = 'open'
        join booking.seat s on s.drive_id = waited.drive_id
        join drive.v_slot v on v.slot_id = s.slot_id and v.starts_at > ${now}::timestamptz
        where (${OPEN_ROOM} and exists (${waits}))
           or (s.kept > 0 and ${CAP_ROOM}
               and exists (${waits} and exists (${reservesFor(sql`w.credited_unit_id`, { now, today })})))
        group by s.drive_id order by s.drive_id`,
  );
};
