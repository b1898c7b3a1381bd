// SQL of a drive moved to another day or place, or cancelled.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface DayFrame {
  readonly firstStartsAt: string;
  readonly lastEndsAt: string;
}

/** From the first slot's beginning to the last session's end. */
export const findFrame = (db: Db, driveId: string): Promise<DayFrame | undefined> =>
  row(
    db,
    sql`select min(l.starts_at) as first_starts_at, max(s.ends_at) as last_ends_at
        from drive.session s join drive.slot l on l.session_id = s.id
        where s.drive_id = ${driveId} having count(*) > 0`,
  );

/** Moves the day and place, and all sessions and slots by so many seconds. */
export async function shiftDay(
  tx: Tx,
  moved: { driveId: string; day: string; place: string; seconds: number },
): Promise<void> {
  await execute(
    tx,
    sql`update drive.drive set day = ${moved.day}, place = ${moved.place} where id = ${moved.driveId}`,
  );
  const step = sql`make_interval(secs => ${moved.seconds}::integer)`;
  await execute(
    tx,
    sql`update drive.session set starts_at = starts_at + ${step}, ends_at = ends_at + ${step} where drive_id = ${moved.driveId}`,
  );
  await execute(
    tx,
    sql`update drive.slot set starts_at = starts_at + ${step} where drive_id = ${moved.driveId}`,
  );
}

export interface WrittenChange {
  readonly id: string;
  readonly driveId: string;
  readonly kind: "moved" | "cancelled";
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
  readonly note: string;
  readonly fromDay: string;
  readonly fromPlace: string;
  readonly fromStartsAt: string;
  readonly toDay: string | null;
  readonly toPlace: string | null;
  readonly toStartsAt: string | null;
  readonly insteadId: string | null;
}

export const insertChange = (tx: Tx, change: WrittenChange): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.change (id, drive_id, kind, at, by_account_id, reason, note, from_day, from_place, from_starts_at,
                                  to_day, to_place, to_starts_at, instead_id)
        values (${change.id}, ${change.driveId}, ${change.kind}, ${change.at}, ${change.by}, ${change.reason},
                ${change.note}, ${change.fromDay}, ${change.fromPlace}, ${change.fromStartsAt}, ${change.toDay},
                ${change.toPlace}, ${change.toStartsAt}, ${change.insteadId})`,
  );

export const updateAsked = (tx: Tx, changeId: string, asked: number): Promise<number> =>
  execute(tx, sql`update drive.change set asked = ${asked} where id = ${changeId}`);

export const findChange = (db: Db, id: string): Promise<{ driveId: string; asked: number } | undefined> =>
  row(db, sql`select drive_id, asked from drive.change where id = ${id}`);

/** Who stands at a station with an account of their own. */
export const listLogins = (db: Db, driveId: string): Promise<{ login: string }[]> =>
  rows(
    db,
    sql`select distinct login from drive.team_member where drive_id = ${driveId} and login is not null order by login`,
  );

export const updateCapacity = (tx: Tx, slotId: string, capacity: number): Promise<number> =>
  execute(tx, sql`update drive.slot set capacity = ${capacity} where id = ${slotId}`);
