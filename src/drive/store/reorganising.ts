// SQL of donation days whose host ends: the coming ones get another host.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";

/** Coming drives (planned, approved or open) by host; `later`: planned on the day or after. */
export const countComing = (
  db: Db,
  unitIds: readonly string[],
  on: string,
): Promise<{ unitId: string; drives: number; later: number }[]> =>
  rows(
    db,
    sql`select d.host_unit_id as unit_id, count(*)::int as drives,
               (count(*) filter (where (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${on}::date))::int as later
        from drive.drive d
        where d.host_unit_id = any (${unitIds}::uuid[]) and d.state in ('planned', 'approved', 'open')
        group by d.host_unit_id order by d.host_unit_id`,
  );

export interface HostedDrive {
  readonly driveId: string;
  /** Who hosted it before. */
  readonly hostUnitId: string;
}

/** Gives coming drives to who stands for their hosts on `today`; answers them with the hosts they had. */
export const rehost = (tx: Tx, unitIds: readonly string[], today: string): Promise<HostedDrive[]> =>
  rows(
    tx,
    sql`update drive.drive d set host_unit_id = k.credit_unit_id
        from unit.v_credit k
        where k.unit_id = any (${unitIds}::uuid[]) and k.valid @> ${today}::date
          and d.host_unit_id = k.unit_id and d.host_unit_id <> k.credit_unit_id and d.state in ('planned', 'approved', 'open')
        returning d.id as drive_id, k.unit_id as host_unit_id`,
  );

/** Gives them back, whatever became of them meanwhile. */
export const rehostBack = (tx: Tx, drives: readonly HostedDrive[]): Promise<number> =>
  execute(
    tx,
    sql`update drive.drive d set host_unit_id = o.host_unit_id
        from unnest(${drives.map(({ driveId }) => driveId)}::uuid[], ${drives.map(({ hostUnitId }) => hostUnitId)}::uuid[])
          as o (drive_id, host_unit_id)
        where d.id = o.drive_id`,
  );

/** Drives these units host, without those named. */
export const countOthers = async (
  db: Db,
  unitIds: readonly string[],
  but: readonly string[],
): Promise<number> =>
  (
    await row<{ drives: number }>(
      db,
      sql`select count(*)::int as drives from drive.drive
          where host_unit_id = any (${unitIds}::uuid[]) and not id = any (${but}::uuid[])`,
    )
  )?.drives ?? 0;
