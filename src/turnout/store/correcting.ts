// SQL of facts put right after closing.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { CorrectionEntry, CorrectionRow } from "../schema/correcting.ts";
import type { Volume } from "../schema.ts";

export interface Stood {
  readonly personId: string;
  readonly creditedUnitId: string;
  readonly volume: Volume;
  readonly no: number;
}

/** What stands of a booking of a closed drive, held until this transaction ends. */
export const lockStood = (tx: Tx, driveId: string, bookingId: string): Promise<Stood | undefined> =>
  row(
    tx,
    sql`select b.person_id, b.credited_unit_id, coalesce(c.volume_ml, o.volume_ml) as volume, coalesce(c.no, 0) as no
        from (select booking_id, volume_ml from turnout.outcome
              where booking_id = ${bookingId} and drive_id = ${driveId} for update) o
        join booking.v_booking b on b.booking_id = o.booking_id
        left join turnout.corrected c on c.booking_id = o.booking_id`,
  );

export const findCorrection = (db: Db, id: string): Promise<{ bookingId: string; to: Volume } | undefined> =>
  row(db, sql`select booking_id, to_ml as "to" from turnout.correction where id = ${id}`);

export const insertCorrection = (
  tx: Tx,
  correction: CorrectionEntry & { driveId: string; bookingId: string; no: number; by: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into turnout.correction (id, drive_id, booking_id, no, from_ml, to_ml, reason, at, by_account)
        values (${correction.id}, ${correction.driveId}, ${correction.bookingId}, ${correction.no},
                ${correction.from}, ${correction.to}, ${correction.reason}, ${correction.now}, ${correction.by})`,
  );

export const listOfDrive = (
  db: Db,
  asked: { driveId: string; after: string | undefined; limit: number },
): Promise<CorrectionRow[]> =>
  rows(
    db,
    sql`select k.id, k.booking_id, p.full_name, k.from_ml as "from", k.to_ml as "to", k.reason, k.at
        from turnout.correction k
        join booking.v_booking b on b.booking_id = k.booking_id
        join person.v_person p on p.person_id = b.person_id
        where k.drive_id = ${asked.driveId}
          and (${asked.after ?? null}::uuid is null
               or (k.at, k.id) < (select l.at, l.id from turnout.correction l where l.id = ${asked.after ?? null}::uuid))
        order by k.at desc, k.id desc limit ${asked.limit}`,
  );

export const countCorrections = async (
  db: Db,
  driveId: string,
  unitIds: readonly string[],
): Promise<number> =>
  (
    await row<{ corrected: number }>(
      db,
      sql`select count(*) as corrected from turnout.v_correction
          where drive_id = ${driveId} and credited_unit_id = any (${unitIds}::uuid[])`,
    )
  )?.corrected ?? 0;
