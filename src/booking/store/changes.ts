// SQL of a drive's change for who has a place in it: asked anew, or told that it is not held.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { runningWithin } from "./lists.ts";

/** A running place whose person is to be told. */
export interface ToldPlace {
  readonly id: string;
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly slotId: string;
  readonly startsAt: string;
  readonly heldUntil: string;
  readonly wasConfirmed: boolean;
  readonly linkSealed: string | null;
  readonly hasEmail: boolean;
}

/** Running places of a drive, locked in one order; their seats are locked. */
export const lockRunningOf = (tx: Tx, driveId: string): Promise<ToldPlace[]> =>
  rows(
    tx,
    sql`select b.id, b.person_id, b.credited_unit_id, b.slot_id, v.starts_at, b.held_until,
               b.state = 'confirmed' as was_confirmed, b.link_sealed, p.has_email
        from booking.booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_slot v on v.slot_id = b.slot_id
        where b.drive_id = ${driveId} and b.state <> 'released' order by b.id for update of b`,
  );

/** All running places wait for a yes to the new day, each until its slot's time; who had said yes says it by one tap. */
export const askAnew = (
  tx: Tx,
  asked: {
    driveId: string;
    changeId: string;
    slots: readonly { slotId: string; heldUntil: string }[];
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`with told as (
          update booking.booking b
          set state = 'held', confirmed_at = null, agreed_before = b.agreed_before or b.state = 'confirmed',
              change_id = ${asked.changeId}::uuid, held_until = u.held_until,
              written_at = case when p.has_email then ${asked.now}::timestamptz end
          from unnest(${asked.slots.map(({ slotId }) => slotId)}::uuid[],
                      ${asked.slots.map(({ heldUntil }) => heldUntil)}::timestamptz[]) as u (slot_id, held_until),
               person.v_person p
          where b.drive_id = ${asked.driveId} and b.state <> 'released' and u.slot_id = b.slot_id
            and p.person_id = b.person_id
          returning b.id, b.held_until),
        offers as (
          update booking.waiting w set offered_until = told.held_until
          from told where w.booking_id = told.id and w.state = 'offered')
        select 1 from told`,
  );

/** Cut-offs keep their distance from the day; none is later than its slot's beginning. */
export const shiftCutOffs = (tx: Tx, driveId: string, seconds: number): Promise<number> =>
  execute(
    tx,
    sql`update booking.reserve r
        set cut_off = least(v.starts_at, r.cut_off + make_interval(secs => ${seconds}::integer))
        from drive.v_slot v where v.slot_id = r.slot_id and r.drive_id = ${driveId} and r.ended_at is null`,
  );

export const findHoldSetting = async (db: Db): Promise<unknown> =>
  (await row<{ value: unknown }>(db, sql`select value from platform.setting where name = 'booking.hold'`))
    ?.value ?? null;

export const listSlotStarts = (db: Db, driveId: string): Promise<{ slotId: string; startsAt: string }[]> =>
  rows(db, sql`select slot_id, starts_at from drive.v_slot where drive_id = ${driveId} order by slot_id`);

export interface ListedChange {
  readonly id: string;
  readonly kind: "moved" | "cancelled";
  readonly at: string;
  readonly reason: "weather" | "epidemic" | "facility" | "other";
  readonly note: string;
  readonly fromDay: string;
  readonly fromPlace: string;
  readonly fromStartsAt: string;
  readonly toDay: string | null;
  readonly toPlace: string | null;
  readonly toStartsAt: string | null;
  readonly insteadId: string | null;
  readonly asked: number;
  readonly answered: number;
}

/** Newest first. Answered: a yes to the new day, or a place at the drive held instead. */
export const listChanges = (db: Db, driveId: string): Promise<ListedChange[]> =>
  rows(
    db,
    sql`select c.change_id as id, c.kind, c.at, c.reason, c.note, c.from_day, c.from_place, c.from_starts_at, c.to_day,
               c.to_place, c.to_starts_at, c.instead_id, c.asked,
               case c.kind when 'moved' then (
                 select count(*) from booking.booking b where b.change_id = c.change_id and b.state = 'confirmed')
               else (select count(*) from booking.booking b join booking.booking n on n.instead_of = b.id
                     where b.change_id = c.change_id and n.state = 'confirmed') end as answered
        from drive.v_change c where c.drive_id = ${driveId} order by c.at desc, c.change_id desc`,
  );

/** A drive of the same campaign that takes places still. */
export const isInstead = async (
  db: Db,
  asked: { driveId: string; insteadId: string; now: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from drive.v_drive d join drive.v_drive i on i.campaign_id = d.campaign_id
        where d.drive_id = ${asked.driveId} and i.drive_id = ${asked.insteadId} and i.drive_id <> d.drive_id
          and i.state = 'open'
          and exists (select 1 from drive.v_slot v where v.drive_id = i.drive_id and v.starts_at > ${asked.now}::timestamptz)`,
  )) !== undefined;

export interface ListedCall {
  readonly bookingId: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly startsAt: string;
  readonly state: "held" | "confirmed";
  readonly written: boolean;
}

/** Running places that count within the unit, who was not written to first, then by given name. */
export const listCallsWithin = (
  db: Db,
  asked: {
    driveId: string;
    unitId: string;
    today: string;
    now: string;
    after: string | undefined;
    limit: number;
  },
): Promise<ListedCall[]> =>
  rows(
    db,
    sql`select b.id as booking_id, p.full_name, p.phone, u.unit_id, u.name as unit_name, u.short_name as unit_short_name,
               v.starts_at, b.state, b.written_at is not null as written
        from booking.booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_slot v on v.slot_id = b.slot_id
        ${runningWithin(asked)}
          and (${asked.after ?? null}::uuid is null
               or (b.written_at is not null, p.sort_key, b.id) > (
                 select l.written_at is not null, lp.sort_key, l.id from booking.booking l
                 join person.v_person lp on lp.person_id = l.person_id where l.id = ${asked.after ?? null}::uuid))
        order by b.written_at is not null, p.sort_key, b.id limit ${asked.limit}`,
  );
