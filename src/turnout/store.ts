// All SQL of outcomes and the facility's sheet. A donor is here by their confirmed booking.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import type { Entered } from "./rules/differences.ts";
import type { ByVolume, SheetEntry, Volume } from "./schema.ts";

export interface SheetRow {
  readonly outside250: number;
  readonly outside350: number;
  readonly outside450: number;
  readonly bags250: number;
  readonly bags350: number;
  readonly bags450: number;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

export interface Sheet {
  readonly entry: SheetEntry;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

const NONE: ByVolume = { ml250: 0, ml350: 0, ml450: 0 };

/** A drive nobody has written anything for has a sheet of zeros. */
export async function readSheet(db: Db, driveId: string): Promise<Sheet> {
  const found = await row<SheetRow>(
    db,
    sql`select outside_250, outside_350, outside_450, bags_250, bags_350, bags_450, closed_at, closed_by
        from turnout.sheet where drive_id = ${driveId}`,
  );
  if (found === undefined) {
    return { entry: { outside: NONE, bags: NONE }, closedAt: null, closedBy: null };
  }
  return {
    entry: {
      outside: { ml250: found.outside250, ml350: found.outside350, ml450: found.outside450 },
      bags: { ml250: found.bags250, ml350: found.bags350, ml450: found.bags450 },
    },
    closedAt: found.closedAt,
    closedBy: found.closedBy,
  };
}

/**
 * Holds the drive's row against being closed until this transaction ends, and tells how it stands. Recorders hold
 * it side by side; closing waits for them and they for it.
 */
export const lockDrive = (tx: Tx, driveId: string): Promise<{ state: string } | undefined> =>
  row(tx, sql`select state from drive.v_drive where drive_id = ${driveId} for share`);

export interface DonorRow {
  readonly bookingId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly startsAt: string;
  readonly volume: Volume | null;
  readonly number: number | null;
}

/** A unit as it was named on the day, or where it did not stand that day, at its latest. */
const unitOn = (day: string) => sql`
  cross join lateral (select n.unit_id, n.name, n.short_name from unit.v_unit n where n.unit_id = b.credited_unit_id
                      order by n.valid @> ${day}::date desc, upper(n.valid) desc nulls first limit 1) u`;

/** Confirmed donors of the drive who stand by their yes, by given name, with what was entered so far. */
export const listDonors = (
  db: Db,
  asked: { driveId: string; day: string; words: string; after: string | undefined; limit: number },
): Promise<DonorRow[]> =>
  rows(
    db,
    sql`select b.booking_id, p.full_name, p.birth_year, u.unit_id, u.name as unit_name, u.short_name as unit_short_name,
               s.starts_at, coalesce(c.volume_ml, o.volume_ml) as volume, n.number
        from booking.v_booking b
        join person.v_person p on p.person_id = b.person_id
        join drive.v_slot s on s.slot_id = b.slot_id
        ${unitOn(asked.day)}
        left join turnout.outcome o on o.booking_id = b.booking_id
        left join turnout.corrected c on c.booking_id = b.booking_id
        left join turnout.list_number n on n.booking_id = b.booking_id
        where b.drive_id = ${asked.driveId} and b.state = 'confirmed'
          and (not b.withdrawn or o.booking_id is not null)
          and strpos(p.search_key, ${asked.words}) > 0
          and (${asked.after ?? null}::uuid is null
               or (p.sort_key, b.booking_id) > (
                 select lp.sort_key, l.booking_id from booking.v_booking l
                 join person.v_person lp on lp.person_id = l.person_id where l.booking_id = ${asked.after ?? null}::uuid))
        order by p.sort_key, b.booking_id limit ${asked.limit}`,
  );

/** Of the donors on the facility's list: how many, how many entered, and what they gave. */
export async function countEntered(db: Db, driveId: string): Promise<Entered> {
  const found = await row<{
    registered: number;
    recorded: number;
    ml250: number;
    ml350: number;
    ml450: number;
  }>(
    db,
    sql`select count(*) as registered, count(o.booking_id) as recorded,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) = 250) as ml250,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) = 350) as ml350,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) = 450) as ml450
        from booking.v_booking b
        left join turnout.outcome o on o.booking_id = b.booking_id
        left join turnout.corrected c on c.booking_id = b.booking_id
        where b.drive_id = ${driveId} and b.state = 'confirmed' and (not b.withdrawn or o.booking_id is not null)`,
  );
  const { registered, recorded, ...donated } = found ?? { registered: 0, recorded: 0, ...NONE };
  return { registered, recorded, donated };
}

/** The facility's list by credited unit: how many, and how many of them gave. */
export const listUnits = (
  db: Db,
  driveId: string,
): Promise<{ unitId: string; registered: number; donated: number }[]> =>
  rows(
    db,
    sql`select b.credited_unit_id as unit_id, count(*) as registered,
               count(*) filter (where coalesce(c.volume_ml, o.volume_ml) > 0) as donated
        from booking.v_booking b
        left join turnout.outcome o on o.booking_id = b.booking_id
        left join turnout.corrected c on c.booking_id = b.booking_id
        where b.drive_id = ${driveId} and b.state = 'confirmed' and (not b.withdrawn or o.booking_id is not null)
        group by b.credited_unit_id order by b.credited_unit_id`,
  );

export const findBooking = (
  db: Db,
  driveId: string,
  bookingId: string,
): Promise<{ state: string; volume: Volume | null } | undefined> =>
  row(
    db,
    sql`select b.state, o.volume_ml as volume
        from booking.v_booking b left join turnout.outcome o on o.booking_id = b.booking_id
        where b.booking_id = ${bookingId} and b.drive_id = ${driveId}`,
  );

/** The last entry stands. */
export const upsertOutcome = (
  tx: Tx,
  outcome: { bookingId: string; driveId: string; volume: Volume; by: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at, recorded_by)
        values (${outcome.bookingId}, ${outcome.driveId}, ${outcome.volume}, ${outcome.now}, ${outcome.by})
        on conflict (booking_id) do update
          set volume_ml = excluded.volume_ml, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
    "turnout-record",
  );

/** An entry taken back: as if nothing had been entered. */
export const deleteOutcome = (tx: Tx, bookingId: string): Promise<number> =>
  execute(tx, sql`delete from turnout.outcome where booking_id = ${bookingId}`);

export const upsertSheet = (
  tx: Tx,
  driveId: string,
  { outside, bags }: SheetEntry,
  now: string,
): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.sheet (drive_id, outside_250, outside_350, outside_450, bags_250, bags_350, bags_450,
                                   changed_at)
        values (${driveId}, ${outside.ml250}, ${outside.ml350}, ${outside.ml450},
                ${bags.ml250}, ${bags.ml350}, ${bags.ml450}, ${now})
        on conflict (drive_id) do update
          set (outside_250, outside_350, outside_450, bags_250, bags_350, bags_450, changed_at)
            = (excluded.outside_250, excluded.outside_350, excluded.outside_450,
               excluded.bags_250, excluded.bags_350, excluded.bags_450, excluded.changed_at)`,
  );

export interface UnitOutcomeRow {
  readonly bookingId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly volume: Volume;
}

/**
 * Published outcomes of people who count within the unit's subtree today, those of a unit that has ended with its
 * successor; none before the drive is closed. Who came unbooked is among them only if they gave: they plainly came.
 */
export const listPublished = (
  db: Db,
  asked: { driveId: string; unitId: string; today: string; after: string | undefined; limit: number },
): Promise<UnitOutcomeRow[]> =>
  rows(
    db,
    sql`select o.booking_id, o.person_id, p.full_name, u.unit_id, u.name as unit_name, u.short_name as unit_short_name,
               o.volume_ml as volume
        from turnout.v_outcome o
        join person.v_person p on p.person_id = o.person_id
        join booking.v_booking b on b.booking_id = o.booking_id
        join unit.v_credit c on c.unit_id = o.credited_unit_id and c.valid @> ${asked.today}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
             and c.path like top.path || '%'
        ${unitOn(asked.today)}
        where o.drive_id = ${asked.driveId} and (o.volume_ml > 0 or b.source <> 'walk-in')
          and (${asked.after ?? null}::uuid is null
               or (p.sort_key, o.booking_id) > (
                 select lp.sort_key, l.booking_id from turnout.v_outcome l
                 join person.v_person lp on lp.person_id = l.person_id where l.booking_id = ${asked.after ?? null}::uuid))
        order by p.sort_key, o.booking_id limit ${asked.limit}`,
  );
