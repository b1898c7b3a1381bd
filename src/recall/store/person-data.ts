// What is kept of one entry here, and its end.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";

export const listHeld = (
  db: Db,
  personId: string,
): Promise<{ what: "invited" | "thanked" | "reminded"; driveName: string; at: string }[]> =>
  rows(
    db,
    sql`select h.what, d.name as drive_name, h.at
        from (select 'invited' as what, drive_id, at from recall.invitation where person_id = ${personId}
              union all
              select 'thanked', drive_id, at from recall.thanks where person_id = ${personId}
              union all
              select 'reminded', b.drive_id, r.at from recall.reminder r
              join booking.v_booking b on b.booking_id = r.booking_id where b.person_id = ${personId}) h
        join drive.v_drive d on d.drive_id = h.drive_id order by h.at`,
  );

export const findHeld = async (db: Db, personIds: readonly string[]): Promise<string[]> =>
  (
    await rows<{ personId: string }>(
      db,
      sql`select person_id from recall.invitation where person_id = any (${[...personIds]}::uuid[])
          union select person_id from recall.thanks where person_id = any (${[...personIds]}::uuid[])`,
    )
  ).map(({ personId }) => personId);

/** Links open nothing any more. That somebody was asked stays a count of a wave. */
export async function endLinks(tx: Tx, personId: string): Promise<void> {
  await execute(
    tx,
    sql`update recall.invitation set link_hash = null, link_sealed = null where person_id = ${personId}`,
  );
  await execute(
    tx,
    sql`update recall.thanks set link_hash = null, link_sealed = null where person_id = ${personId}`,
  );
}
