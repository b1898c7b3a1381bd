// One invitation: behind its link, on the call list, and when its e-mail is about to leave.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { agreesToInvitations, placedAt } from "./due.ts";

export interface LinkedInvitation {
  readonly id: string;
  readonly driveId: string;
  /** The one who stands for all entries of this person. */
  readonly personId: string;
  readonly fullName: string;
  readonly slotId: string;
  readonly driveName: string;
  readonly day: string;
  readonly place: string;
  readonly hostName: string;
}

/** The invitation a link opens, while its drive takes bookings and its day has not passed. */
export const findByLink = (
  db: Db,
  { hash, today }: { hash: Buffer; today: string },
): Promise<LinkedInvitation | undefined> =>
  row(
    db,
    sql`select i.id, i.drive_id, s.one_id as person_id, p.full_name, i.slot_id, d.name as drive_name, d.day, d.place,
               u.name as host_name
        from recall.invitation i
        join person.v_same s on s.person_id = i.person_id
        join person.v_person p on p.person_id = s.one_id and not p.erased
        join drive.v_drive d on d.drive_id = i.drive_id and d.state = 'open' and d.day >= ${today}::date
        join unit.v_unit u on u.unit_id = d.host_unit_id and u.valid @> ${today}::date
        where i.link_hash = ${hash}`,
  );

/** The place somebody has at a drive, on whichever of their entries. */
export const findPlace = (
  db: Db,
  driveId: string,
  personId: string,
): Promise<{ bookingId: string; startsAt: string } | undefined> =>
  row(
    db,
    sql`select b.booking_id, l.starts_at from person.v_entry e
        join booking.v_booking b on b.person_id = e.entry_id and b.drive_id = ${driveId} and b.state <> 'released'
        join drive.v_slot l on l.slot_id = b.slot_id
        where e.person_id = ${personId} limit 1`,
  );

/** Which unit the person's place would be credited to, and as what: their primary affiliation on the day, or today's. */
export const findBelonging = (
  db: Db,
  { personId, day, today }: { personId: string; day: string; today: string },
): Promise<{ unitId: string; relation: "member" | "worker" | "relative" } | undefined> =>
  row(
    db,
    sql`select c.credit_unit_id as unit_id, a.relation from person.v_affiliation a
        join unit.v_credit c on c.unit_id = a.unit_id and c.valid @> ${today}::date
        where a.person_id = ${personId} and a.is_primary and (a.valid @> ${day}::date or a.valid @> ${today}::date)
        order by a.valid @> ${day}::date desc, a.unit_id limit 1`,
  );

/** All entries of one person. */
export const listEntries = (db: Db, personId: string): Promise<{ personId: string }[]> =>
  rows(db, sql`select entry_id as person_id from person.v_entry where person_id = ${personId}`);

/** Is it still to be told: agreed to, drive open and to come, no place there yet? */
export const isStillWanted = async (
  db: Db,
  { invitationId, driveId, today }: { invitationId: string; driveId: string; today: string },
): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from recall.invitation i
        join drive.v_drive d on d.drive_id = i.drive_id and d.state = 'open' and d.day > ${today}::date
        join person.v_same me on me.person_id = i.person_id
        join person.v_person p on p.person_id = me.one_id and not p.erased and not p.restricted
        where i.id = ${invitationId} and i.link_sealed is not null and ${agreesToInvitations}
          and me.one_id not in (${placedAt(driveId)})`,
  )) !== undefined;

export interface CallFacts {
  readonly id: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly startsAt: string;
  readonly linkSealed: string;
}

export interface CallQuestion {
  readonly driveId: string;
  readonly unitId: string;
  readonly today: string;
  /** Asked before this: no longer waited for. */
  readonly since: string;
}

/** The primary affiliation today of the person `me`, and where it counts. For each of a few people, never the other way. */
const belonging = (today: string) => sql`
  cross join lateral (
    select a.unit_id from person.v_affiliation a
    where a.person_id = me.one_id and a.is_primary and (a.valid @> ${today}::date) is true offset 0) a
  cross join lateral (
    select k.path, k.credit_unit_id from unit.v_credit k
    where k.unit_id = a.unit_id and (k.valid @> ${today}::date) is true offset 0) k`;

const callable = ({ driveId, unitId, today, since }: CallQuestion) => sql`
  from (
    select i.id, i.person_id, i.slot_id, i.link_sealed from recall.invitation i
    where i.drive_id = ${driveId} and not i.by_email and i.told_at is null and i.link_sealed is not null
      and i.at > ${since}::timestamptz offset 0) i
  join drive.v_drive d on d.drive_id = ${driveId} and d.state = 'open' and d.day > ${today}::date
  cross join lateral (select s.one_id from person.v_same s where s.person_id = i.person_id offset 0) me
  cross join lateral (
    select p.full_name, p.sort_key, p.phone from person.v_person p
    where p.person_id = me.one_id and not p.erased and not p.restricted offset 0) p
  ${belonging(today)}
  join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${today}::date and k.path like top.path || '%'
  join unit.v_unit u on u.unit_id = k.credit_unit_id and u.valid @> ${today}::date
  cross join lateral (select l.starts_at from drive.v_slot l where l.slot_id = i.slot_id offset 0) l
  where ${agreesToInvitations}
    and me.one_id not in (${placedAt(driveId)})`;

/**
 * People of the unit who have no e-mail, and whom nobody has told yet. Whoever took a place, was told, asked not to be
 * invited, left the union or was asked too long ago is not among them: the list does not say which.
 */
export const listToCall = (
  db: Db,
  asked: CallQuestion & { after: string | undefined; limit: number },
): Promise<CallFacts[]> =>
  rows(
    db,
    sql`select i.id, p.full_name, p.phone, u.unit_id, u.name as unit_name, u.short_name as unit_short_name, l.starts_at,
               i.link_sealed
        ${callable(asked)}
          and (${asked.after ?? null}::uuid is null
               or (p.sort_key, i.id) > (
                 select lp.sort_key, li.id from recall.invitation li
                 join person.v_same ls on ls.person_id = li.person_id
                 join person.v_person lp on lp.person_id = ls.one_id
                 where li.id = ${asked.after ?? null}::uuid))
        order by p.sort_key, i.id limit ${asked.limit}`,
  );

export const countToCall = async (db: Db, asked: CallQuestion): Promise<number> =>
  (await row<{ people: number }>(db, sql`select count(*) as people ${callable(asked)}`))?.people ?? 0;

/** The invitation of somebody who belongs to the unit or below it today; undefined where there is none. */
export const findWithin = (
  db: Db,
  { invitationId, unitId, today }: { invitationId: string; unitId: string; today: string },
): Promise<{ toldAt: string | null } | undefined> =>
  row(
    db,
    sql`select i.told_at from recall.invitation i
        join person.v_same me on me.person_id = i.person_id
        ${belonging(today)}
        join unit.v_unit top on top.unit_id = ${unitId} and top.valid @> ${today}::date and k.path like top.path || '%'
        where i.id = ${invitationId} and not i.by_email`,
  );

export const setTold = (tx: Tx, invitationId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update recall.invitation set told_at = ${now} where id = ${invitationId} and told_at is null`,
  );
