// SQL of signed lists: the scan attached, and whose places it confirmed.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

/** Has the unit sent in this file, and is it there still? */
export const hasFile = async (
  db: Db,
  { fileId, unitId }: { fileId: string; unitId: string },
): Promise<boolean> =>
  (await row(db, sql`select 1 from document.v_file where file_id = ${fileId} and unit_id = ${unitId}`)) !==
  undefined;

/** Those of the places that count within the unit today. */
export const listListed = (
  db: Db,
  asked: { driveId: string; unitId: string; bookingIds: readonly string[]; today: string },
): Promise<{ id: string; personId: string; state: "held" | "confirmed" | "released" }[]> =>
  rows(
    db,
    sql`select b.id, b.person_id, b.state from booking.booking b
        join unit.v_credit c on c.unit_id = b.credited_unit_id and c.valid @> ${asked.today}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
             and c.path like top.path || '%'
        where b.drive_id = ${asked.driveId} and b.id = any (${asked.bookingIds}::uuid[])`,
  );

export const attachList = (
  tx: Tx,
  list: {
    id: string;
    driveId: string;
    unitId: string;
    fileId: string;
    bookingIds: readonly string[];
    by: string;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`with list as (
          insert into booking.signed_list (id, drive_id, unit_id, file_id, attached_at, attached_by)
          values (${list.id}, ${list.driveId}, ${list.unitId}, ${list.fileId}, ${list.now}, ${list.by}) returning id)
        update booking.booking b set signed_list_id = list.id from list where b.id = any (${list.bookingIds}::uuid[])`,
  );
