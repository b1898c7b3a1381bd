// SQL that reads places. A held place whose time has run out is nobody's, swept or not.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import type { SlotPlaces } from "../schema.ts";

export interface HoldFacts {
  readonly driveState: string;
  readonly driveName: string;
  readonly day: string;
  readonly place: string;
  /** null: no such slot in this drive. */
  readonly startsAt: string | null;
  /** The unit leads the drive's campaign, or stands below the one that does. */
  readonly takesPart: boolean;
  readonly birthDate: string | null;
  readonly hasEmail: boolean | null;
  /** The person's affiliation within the unit's subtree today. */
  readonly ownUnitId: string | null;
  /**
   * The person's primary affiliation on the drive's day; today's, where that one has not been opened yet: what is credited
   * to it counts for its successor when the day comes.
   */
  readonly primaryUnitId: string | null;
  /** Of that affiliation. */
  readonly relation: "member" | "worker" | "relative" | null;
  readonly setting: unknown;
  readonly runningId: string | null;
  readonly runningSlotId: string | null;
  readonly runningOut: boolean | null;
}

/** Everything a hold is decided by, in one reading. Undefined: no such drive. */
export const findHoldFacts = (
  db: Db,
  asked: { unitId: string; driveId: string; personId: string; slotId: string; today: string; now: string },
): Promise<HoldFacts | undefined> =>
  row(
    db,
    sql`with top as (select path from unit.v_unit where unit_id = ${asked.unitId} and valid @> ${asked.today}::date)
        select d.state as drive_state, d.name as drive_name, d.day, d.place, s.starts_at,
               exists (select 1 from unit.v_credit l, top where l.unit_id = c.unit_id and l.valid @> ${asked.today}::date
                       and top.path like l.path || '%') as takes_part,
               p.birth_date, p.has_email,
               (select a.unit_id from person.v_affiliation a
                join unit.v_unit u on u.unit_id = a.unit_id and u.valid @> ${asked.today}::date
                join top on u.path like top.path || '%'
                where a.person_id = p.person_id and a.valid @> ${asked.today}::date
                order by a.is_primary desc, a.unit_id limit 1) as own_unit_id,
               h.unit_id as primary_unit_id, h.relation,
               (select value from platform.setting where name = 'booking.hold') as setting,
               b.id as running_id, b.slot_id as running_slot_id,
               b.state = 'held' and b.held_until <= ${asked.now}::timestamptz as running_out
        from drive.v_drive d
        join campaign.v_campaign c on c.campaign_id = d.campaign_id
        left join drive.v_slot s on s.drive_id = d.drive_id and s.slot_id = ${asked.slotId}
        left join person.v_person p on p.person_id = ${asked.personId}
        left join booking.booking b on b.drive_id = d.drive_id and b.person_id = p.person_id and b.state <> 'released'
        left join lateral (
          select a.unit_id, a.relation from person.v_affiliation a
          join unit.v_credit k on k.unit_id = a.unit_id and k.valid @> ${asked.today}::date
          where a.person_id = p.person_id and a.is_primary
            and (a.valid @> d.day or a.valid @> ${asked.today}::date)
          order by a.valid @> d.day desc limit 1) h on true
        where d.drive_id = ${asked.driveId}`,
    "booking-facts",
  );

export interface BookingFacts {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  readonly personId: string;
  readonly state: "held" | "confirmed";
  readonly heldUntil: string;
  readonly linkSealed: string | null;
}

/** A running booking, wherever it is credited. */
export const findRunning = (db: Db, bookingId: string, now: string): Promise<BookingFacts | undefined> =>
  row(
    db,
    sql`select id, drive_id, slot_id, person_id, state, held_until, link_sealed from booking.booking
        where id = ${bookingId} and (state = 'confirmed' or (state = 'held' and held_until > ${now}::timestamptz))`,
  );

/** In what state a booking is that counts within the unit's subtree today; undefined where there is none. */
export const findStateWithin = (
  db: Db,
  { bookingId, unitId, today }: { bookingId: string; unitId: string; today: string },
): Promise<{ driveId: string; slotId: string; state: "held" | "confirmed" | "released" } | undefined> =>
  row(
    db,
    sql`select b.drive_id, b.slot_id, b.state from booking.booking b
        join unit.v_credit c on c.unit_id = b.credited_unit_id and c.valid @> ${today}::date
        join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${today}::date and c.path like top.path || '%'
        where b.id = ${bookingId}`,
    "booking-state-within",
  );

export const findState = async (
  db: Db,
  bookingId: string,
): Promise<"held" | "confirmed" | "released" | undefined> =>
  (
    await row<{ state: "held" | "confirmed" | "released" }>(
      db,
      sql`select state from booking.booking where id = ${bookingId}`,
    )
  )?.state;

export interface ListedBooking {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly state: "held" | "confirmed";
}

/**
 * Running places `b` of a drive that count within the unit's subtree today, without what is only offered to who waits,
 * and without who came unbooked: that they came is the facility's to know;
 * `u`: their unit under its name of today or its last. To be followed by further conditions.
 */
export const runningWithin = (asked: { driveId: string; unitId: string; today: string; now: string }) => sql`
  join unit.v_credit c on c.unit_id = b.credited_unit_id and c.valid @> ${asked.today}::date
  join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
       and c.path like top.path || '%'
  cross join lateral (select n.unit_id, n.name, n.short_name from unit.v_unit n where n.unit_id = b.credited_unit_id
                      order by n.valid @> ${asked.today}::date desc, upper(n.valid) desc nulls first limit 1) u
  where b.drive_id = ${asked.driveId}
    and b.source <> 'walk-in'
    and (b.state = 'confirmed' or (b.state = 'held' and b.source <> 'offer' and b.held_until > ${asked.now}::timestamptz))`;

/**
 * Running places of a drive that count within the unit's subtree today, by given name, without what is only offered to
 * who waits (the waiting list shows that); those of a unit that has ended
 * with its successor, under the name the unit had last.
 */
export const listWithin = (
  db: Db,
  asked: {
    driveId: string;
    unitId: string;
    today: string;
    now: string;
    after: string | undefined;
    limit: number;
  },
): Promise<ListedBooking[]> =>
  rows(
    db,
    sql`select b.id, b.person_id, p.full_name, u.unit_id, u.name as unit_name, u.short_name as unit_short_name,
               b.slot_id, s.starts_at, b.state
        from booking.booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_slot s on s.slot_id = b.slot_id
        ${runningWithin(asked)}
          and (${asked.after ?? null}::uuid is null
               or (p.sort_key, b.id) > (
                 select lp.sort_key, l.id from booking.booking l join person.v_person lp on lp.person_id = l.person_id
                 where l.id = ${asked.after ?? null}::uuid))
        order by p.sort_key, b.id limit ${asked.limit}`,
  );

export interface SlotCounts extends SlotPlaces {
  readonly held: number;
  readonly confirmed: number;
}

/** Slots of a drive with what is taken; a drive not yet opened has its slots and nothing taken. */
export const listPlaces = (db: Db, driveId: string, now: string): Promise<SlotCounts[]> =>
  rows(
    db,
    sql`select s.slot_id, s.starts_at, s.capacity, t.held, t.confirmed, t.held + t.confirmed as booked,
               coalesce(seat.walk_in, 0) + greatest(0, least(seat.capacity, seat.cap) - seat.kept - seat.walk_in
                                                       - t.held - t.confirmed)::integer as walk_ins
        from drive.v_slot s left join booking.seat seat on seat.slot_id = s.slot_id
        cross join lateral (
          select count(*) filter (where b.state = 'held' and b.held_until > ${now}::timestamptz) as held,
                 count(*) filter (where b.state = 'confirmed') as confirmed
          from booking.booking b where b.slot_id = s.slot_id and b.state <> 'released') t
        where s.drive_id = ${driveId} order by s.starts_at, s.slot_id`,
  );

export interface LinkedBooking {
  readonly bookingId: string;
  readonly driveId: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly state: "held" | "confirmed";
  readonly withdrawn: boolean;
  readonly heldUntil: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly driveName: string;
  readonly day: string;
  readonly startsAt: string;
  readonly place: string;
  /** They put themselves on the waiting list from which this is offered: only they have the link. */
  readonly selfWaitingId: string | null;
  /** They had said yes before the drive was moved, and their consent still stands: one tap says it again. */
  readonly oneTap: boolean;
}

/** The place a link opens, while it does: held and not run out, or confirmed until the end of the drive's day. */
export const findByLink = (
  db: Db,
  { hash, now, today }: { hash: Buffer; now: string; today: string },
): Promise<LinkedBooking | undefined> =>
  row(
    db,
    sql`select b.id as booking_id, b.drive_id, b.person_id, b.credited_unit_id, b.state,
               b.withdrawn_at is not null as withdrawn, b.held_until, p.full_name, u.name as unit_name,
               d.name as drive_name, d.day, s.starts_at, d.place,
               (select w.id from booking.waiting w
                where w.booking_id = b.id and w.put_by is null and w.state = 'offered') as self_waiting_id,
               b.state = 'held' and b.agreed_before and b.withdrawn_at is null
                 and exists (select 1 from person.v_consent k where k.person_id = b.person_id
                             and k.purpose = 'take-part' and k.withdrawn_at is null) as one_tap
        from booking.booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_drive d on d.drive_id = b.drive_id and d.day >= ${today}::date and d.state in ('open', 'closed')
        join drive.v_slot s on s.slot_id = b.slot_id
        cross join lateral (select n.name from unit.v_unit n where n.unit_id = b.credited_unit_id
                            order by n.valid @> ${today}::date desc, upper(n.valid) desc nulls first limit 1) u
        where b.link_hash = ${hash}
          and (b.state = 'confirmed' or (b.state = 'held' and d.state = 'open' and b.held_until > ${now}::timestamptz))`,
    "booking-link",
  );

/** Does the person stand by a yes to another drive that is still to come? Then their consent is still in use. */
export const hasOtherConfirmed = async (
  db: Db,
  { personId, bookingId, today }: { personId: string; bookingId: string; today: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from booking.booking b
        join drive.v_drive d on d.drive_id = b.drive_id and d.day >= ${today}::date and d.state = 'open'
        where b.person_id = ${personId} and b.id <> ${bookingId}
          and b.state = 'confirmed' and b.withdrawn_at is null limit 1`,
  )) !== undefined;
