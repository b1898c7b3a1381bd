// SQL of seats: locking them in one order, taking a place, and giving places back. Whoever changes a slot's places holds
// its seat's lock first, so no order of requests can take a place twice; the CHECK on the counter has the last word.
import { type Db, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { PlaceRelation, PlaceSource } from "../schema/self.ts";

export interface Seat {
  readonly slotId: string;
  readonly capacity: number;
  readonly cap: number | null;
  readonly booked: number;
  readonly kept: number;
  readonly walkIn: number;
}

/** Which slots of a drive to lock, and in what states the drive must stand; none named: all, whatever the state. */
export interface SeatScope {
  readonly driveId: string;
  readonly slotIds?: readonly string[] | undefined;
  readonly states?: readonly string[];
}

/**
 * Locks the drive as it stands and then seats in the order of their ids; none answered: there are none, or the drive is
 * in another state. What is read in later statements is true until the transaction ends.
 */
export const lockSeats = (tx: Tx, { driveId, slotIds, states }: SeatScope): Promise<Seat[]> =>
  rows(
    tx,
    sql`with d as materialized (
          select drive_id from drive.v_drive
          where drive_id = ${driveId} and (${states ?? null}::text[] is null or state = any (${states ?? null}::text[]))
          for share)
        select s.slot_id, s.capacity, s.cap, s.booked, s.kept, s.walk_in
        from d join booking.seat s on s.drive_id = d.drive_id
        where ${slotIds ?? null}::uuid[] is null or s.slot_id = any (${slotIds ?? null}::uuid[])
        order by s.slot_id for no key update of s`,
    "booking-lock",
  );

/** Anybody may take one, under the cap too. Of seat `s`. */
export const OPEN_ROOM = sql`s.booked + s.kept + s.walk_in < least(s.capacity, s.cap)`;
/** A kept place may be taken by its unit, where the cap leaves room. Of seat `s`. */
export const CAP_ROOM = sql`s.booked + s.walk_in < coalesce(s.cap, s.capacity)`;

/** Running reserves of slot `s` with a place left for whom is credited to `unit`; the nearest unit's first. */
export const reservesFor = (
  unit: ReturnType<typeof sql>,
  { now, today }: { now: string; today: string },
) => sql`
  select r.id, length(ru.path) as near from booking.reserve r
  join unit.v_credit rc on rc.unit_id = r.unit_id and rc.valid @> ${today}::date
  join unit.v_unit ru on ru.unit_id = rc.credit_unit_id and ru.valid @> ${today}::date
  join unit.v_credit c on c.unit_id = ${unit} and c.valid @> ${today}::date and c.path like ru.path || '%'
  where r.slot_id = s.slot_id and r.ended_at is null and r.cut_off > ${now}::timestamptz and r.used < r.places`;

export interface NewPlace {
  readonly id: string;
  readonly driveId: string;
  readonly slotId: string;
  /** As it was read before: a drive moved meanwhile is read again. */
  readonly startsAt: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly state: "held" | "confirmed";
  readonly source: PlaceSource;
  readonly relation: PlaceRelation;
  readonly invitation: string | null;
  readonly heldBy: string | null;
  readonly heldUntil: string;
  readonly linkHash: Buffer;
  readonly linkSealed: string;
  readonly insteadOf?: string | null;
  readonly written: boolean;
  readonly now: string;
  readonly today: string;
}

/**
 * `running`: the person has a place in this drive already. `sameTime`: the slot still begins when it was said to.
 * `seats` 0: the slot is full for them. `placed` 0 with `seats` 1: somebody gave the person a place at this moment.
 */
export interface Taken {
  readonly running: boolean;
  readonly sameTime: boolean;
  readonly seats: number;
  readonly placed: number;
}

/**
 * Takes one place under the seat's lock and writes its booking: out of the nearest reserve of the credited unit, out of
 * the walk-in places for who comes unbooked, else out of what is open to anybody. Who waited in this drive no longer does.
 */
export async function takePlace(tx: Tx, place: NewPlace): Promise<Taken> {
  const { now, today } = place;
  const walkIn = place.source === "walk-in";
  const taken = await row<Taken>(
    tx,
    sql`with asked as (
          select s.slot_id, s.walk_in > 0 and ${walkIn}::boolean as walks,
                 (select b.id from (${reservesFor(sql`${place.creditedUnitId}::uuid`, { now, today })}) b
                  order by b.near desc, b.id limit 1) as reserve_id,
                 v.starts_at = ${place.startsAt}::timestamptz as same_time,
                 exists (select 1 from booking.booking b where b.drive_id = s.drive_id and b.state <> 'released'
                         and b.person_id = ${place.personId}::uuid) as running
          from booking.seat s join drive.v_slot v on v.slot_id = s.slot_id
          where s.slot_id = ${place.slotId}::uuid and s.drive_id = ${place.driveId}::uuid),
        seat as (
          update booking.seat s
          set booked = s.booked + 1, walk_in = s.walk_in - a.walks::integer,
              kept = s.kept - (not a.walks and a.reserve_id is not null)::integer
          from asked a
          where s.slot_id = a.slot_id and a.same_time and not a.running
            and case when a.walks then s.booked < s.capacity when a.reserve_id is not null then ${CAP_ROOM}
                     else ${OPEN_ROOM} end
          returning s.slot_id, s.drive_id, case when not a.walks then a.reserve_id end as reserve_id),
        used as (update booking.reserve r set used = r.used + 1 from seat where r.id = seat.reserve_id),
        waited as (
          update booking.waiting w
          set state = ${place.state === "confirmed" || place.source !== "offer" ? "placed" : "offered"}::text,
              booking_id = ${place.id}::uuid, offered_until = ${place.heldUntil}::timestamptz,
              ended_at = case when ${place.source}::text <> 'offer' then ${now}::timestamptz end,
              link_sealed = case when ${place.source}::text = 'offer' then w.link_sealed end
          from seat where w.drive_id = seat.drive_id and w.person_id = ${place.personId}::uuid and w.state = 'waiting'
          returning w.id),
        placed as (
          insert into booking.booking (id, drive_id, slot_id, reserve_id, person_id, credited_unit_id, state, source,
                                       relation, invitation, held_by, held_until, confirmed_at, link_hash, link_sealed,
                                       instead_of, written_at, created_at)
          select ${place.id}::uuid, seat.drive_id, seat.slot_id, seat.reserve_id, ${place.personId}::uuid,
                 ${place.creditedUnitId}::uuid, ${place.state}::text, ${place.source}::text, ${place.relation}::text,
                 ${place.invitation}::text, ${place.heldBy}::uuid, ${place.heldUntil}::timestamptz,
                 case when ${place.state}::text = 'confirmed' then ${now}::timestamptz end,
                 ${place.linkHash}::bytea, ${place.linkSealed}::text, ${place.insteadOf ?? null}::uuid,
                 case when ${place.written}::boolean then ${now}::timestamptz end, ${now}::timestamptz
          from seat, (select count(*) from waited) w
          on conflict (drive_id, person_id) where state <> 'released' do nothing
          returning id)
        select a.running, a.same_time, (select count(*) from seat)::integer as seats,
               (select count(*) from placed)::integer as placed
        from asked a`,
    "booking-take",
  );
  return taken ?? { running: false, sameTime: true, seats: 0, placed: 0 };
}

export interface GivenBack {
  readonly id: string;
  readonly slotId: string;
  readonly creditedUnitId: string;
  readonly wasConfirmed: boolean;
}

const MOST_AT_ONCE = 1000;

/**
 * Gives places back under their seats' locks: those of `ids` whatever their time, or held ones of the slots that ran out.
 * A place out of a running reserve goes back to it; whoever was offered the place is off the waiting list.
 */
export const giveBack = (
  tx: Tx,
  given: {
    now: string;
    slotIds: readonly string[];
    /** null: all that run. */
    ids?: readonly string[] | null;
    changeId?: string;
    /** Officers are to see nothing of it before the offer would have run out. */
    quietly?: boolean;
  },
): Promise<GivenBack[]> => {
  const runOut = sql`b.state = 'held' and b.held_until <= ${given.now}::timestamptz`;
  const named = sql`b.state <> 'released' and (${given.ids ?? null}::uuid[] is null or b.id = any (${given.ids ?? null}::uuid[]))`;
  return rows(
    tx,
    sql`with asked as (
          select b.id from booking.booking b
          where b.slot_id = any (${given.slotIds}::uuid[]) and ${given.ids === undefined ? runOut : named}
          order by b.id limit ${MOST_AT_ONCE} for update),
        gone as (
          update booking.booking b
          set state = 'released', released_at = ${given.now}::timestamptz, link_sealed = null,
              change_id = coalesce(${given.changeId ?? null}::uuid, b.change_id)
          from asked where b.id = asked.id
          returning b.id, b.slot_id, b.reserve_id, b.credited_unit_id, b.confirmed_at is not null as was_confirmed),
        offers as (
          update booking.waiting w
          set state = 'left', ended_at = ${given.now}::timestamptz, link_sealed = null,
              offered_until = case when ${given.quietly ?? false}::boolean then w.offered_until end
          from gone where w.booking_id = gone.id and w.state = 'offered'),
        kept as (
          update booking.reserve r set used = r.used - g.places
          from (select reserve_id, count(*)::integer as places from gone where reserve_id is not null
                group by reserve_id) g
          where r.id = g.reserve_id and r.ended_at is null
          returning r.slot_id, g.places),
        seats as (
          update booking.seat s set booked = s.booked - g.places, kept = s.kept + g.kept
          from (select slot_id, count(*)::integer as places,
                       coalesce((select sum(k.places) from kept k where k.slot_id = gone.slot_id), 0)::integer as kept
                from gone group by slot_id) g
          where s.slot_id = g.slot_id)
        select id, slot_id, credited_unit_id, was_confirmed from gone order by id`,
    given.ids === undefined ? "booking-run-out" : "booking-give-back",
  );
};

/** Ends reserves under their seats' locks: one, or those past their cut-off. Answers them with their slots. */
export const endReserves = (
  tx: Tx,
  ended: { now: string; slotIds: readonly string[]; id?: string; all?: boolean },
): Promise<{ id: string; unitId: string; slotId: string }[]> =>
  rows(
    tx,
    sql`with gone as (
          update booking.reserve r set ended_at = ${ended.now}::timestamptz
          where r.slot_id = any (${ended.slotIds}::uuid[]) and r.ended_at is null
            and ((${ended.id ?? null}::uuid is null and r.cut_off <= ${ended.now}::timestamptz)
                 or r.id = ${ended.id ?? null}::uuid or ${ended.all ?? false}::boolean)
          returning r.id, r.unit_id, r.slot_id, r.places - r.used as unused),
        seats as (
          update booking.seat s set kept = s.kept - g.unused
          from (select slot_id, sum(unused)::integer as unused from gone group by slot_id) g
          where s.slot_id = g.slot_id)
        select id, unit_id, slot_id from gone order by id`,
  );

/** Slots that hold a place run out or a reserve past its cut-off, by drive, in a fixed order. */
export const listOverdue = (db: Db, now: string): Promise<{ driveId: string; slotIds: string[] }[]> =>
  rows(
    db,
    sql`select o.drive_id, array_agg(distinct o.slot_id order by o.slot_id) as slot_ids from (
          select b.drive_id, b.slot_id from booking.booking b
          where b.state = 'held' and b.held_until <= ${now}::timestamptz
          union all
          select r.drive_id, r.slot_id from booking.reserve r
          where r.ended_at is null and r.cut_off <= ${now}::timestamptz) o
        group by o.drive_id order by o.drive_id`,
  );

/** One counter for each slot of the drive, under its cap; slots that have theirs keep it. */
export const insertSeats = (tx: Tx, driveId: string): Promise<{ slotId: string }[]> =>
  rows(
    tx,
    sql`insert into booking.seat (slot_id, drive_id, capacity, cap)
        select v.slot_id, v.drive_id, v.capacity, c.per_slot
        from drive.v_slot v left join booking.cap c on c.drive_id = v.drive_id where v.drive_id = ${driveId}
        on conflict (slot_id) do nothing returning slot_id`,
  );
