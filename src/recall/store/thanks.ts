// Who gave at closed drives, for thanking them. Whoever did not give is in none of these.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface Given {
  readonly bookingId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly driveName: string;
  readonly day: string;
  readonly place: string;
  readonly volumeMl: number;
}

/** Drives closed since then whose donors nobody has thanked yet. */
export const listUnthanked = (db: Db, since: string): Promise<{ driveId: string }[]> =>
  rows(
    db,
    sql`select s.drive_id from turnout.v_sheet s
        where s.closed_at > ${since}::timestamptz
          and not exists (select 1 from recall.thanked t where t.drive_id = s.drive_id offset 0)
        order by s.closed_at, s.drive_id limit 20`,
  );

/** 0 where another look has it. */
export const insertThanked = (tx: Tx, driveId: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`insert into recall.thanked (drive_id, at) values (${driveId}, ${now}) on conflict do nothing`,
  );

export interface ToThank {
  readonly bookingId: string;
  readonly personId: string;
  readonly driveName: string;
  readonly day: string;
}

/** Donors of a closed drive who can be written to and whose consent to take part still runs. */
export const listToThank = (db: Db, driveId: string): Promise<ToThank[]> =>
  rows(
    db,
    sql`select o.booking_id, o.person_id, d.name as drive_name, d.day
        from turnout.v_outcome o
        join drive.v_drive d on d.drive_id = o.drive_id
        join person.v_person p on p.person_id = o.person_id and not p.erased and not p.restricted and p.has_email
        join person.v_consent c on c.person_id = o.person_id and c.purpose = 'take-part' and c.withdrawn_at is null
        where o.drive_id = ${driveId} and o.volume_ml > 0
        order by o.booking_id`,
  );

export const insertThanks = (
  tx: Tx,
  driveId: string,
  now: string,
  thanks: readonly { bookingId: string; personId: string; hash: Buffer; sealed: string }[],
): Promise<number> =>
  execute(
    tx,
    sql`insert into recall.thanks (booking_id, person_id, drive_id, at, link_hash, link_sealed)
        select n.booking_id, n.person_id, ${driveId}, ${now}, n.hash, n.sealed
        from unnest(${thanks.map(({ bookingId }) => bookingId)}::uuid[], ${thanks.map(({ personId }) => personId)}::uuid[],
                    ${thanks.map(({ hash }) => hash)}::bytea[], ${thanks.map(({ sealed }) => sealed)}::text[])
             as n (booking_id, person_id, hash, sealed)
        on conflict do nothing`,
  );

const given = sql`
  select o.booking_id, p.full_name, o.credited_unit_id as unit_id, d.name as drive_name, d.day, d.place, o.volume_ml
  from turnout.v_outcome o
  join drive.v_drive d on d.drive_id = o.drive_id
  join person.v_person p on p.person_id = o.person_id and not p.erased`;

/** What a link of thanks opens; undefined too where a correction says that nothing was given. */
export const findThanked = (db: Db, hash: Buffer): Promise<Given | undefined> =>
  row(
    db,
    sql`${given} join recall.thanks t on t.booking_id = o.booking_id and t.link_hash = ${hash}
        where o.volume_ml > 0`,
  );

/** Donors of a closed drive who count within the unit's subtree today, by given name. */
export const listGiven = (
  db: Db,
  asked: { driveId: string; unitId: string; today: string; offset: number; limit: number },
): Promise<Given[]> =>
  rows(
    db,
    sql`${given}
        join unit.v_credit k on k.unit_id = o.credited_unit_id and k.valid @> ${asked.today}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
             and k.path like top.path || '%'
        where o.drive_id = ${asked.driveId} and o.volume_ml > 0
        order by p.sort_key, o.booking_id limit ${asked.limit} offset ${asked.offset}`,
  );

export const countGiven = async (
  db: Db,
  asked: { driveId: string; unitId: string; today: string },
): Promise<number> =>
  (
    await row<{ people: number }>(
      db,
      // The drive's outcomes first: places of a large unit's people are far more than those of one drive.
      sql`with o as materialized (
            select credited_unit_id from turnout.v_outcome where drive_id = ${asked.driveId} and volume_ml > 0)
          select count(*) as people from o
          join unit.v_credit k on k.unit_id = o.credited_unit_id and k.valid @> ${asked.today}::date
          join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
               and k.path like top.path || '%'`,
    )
  )?.people ?? 0;
