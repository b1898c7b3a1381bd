// Quick figures that were sent, and drives at which nobody gave.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";

export interface QuickRow {
  readonly driveId: string;
  readonly unitId: string;
  readonly sentAt: string;
  readonly byName: string;
  readonly donated: number;
}

export const listQuick = (
  db: Db,
  driveIds: readonly string[],
  unitIds: readonly string[],
): Promise<QuickRow[]> =>
  rows<QuickRow>(
    db,
    sql`select drive_id, unit_id, sent_at, by_name, donated from report.quick
        where drive_id = any (${driveIds}::uuid[]) and unit_id = any (${unitIds}::uuid[])`,
  );

/** 0 when it was marked already. */
export const insertQuick = (
  tx: Tx,
  quick: Omit<QuickRow, "sentAt"> & { unitsHundredths: number; by: string; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.quick (drive_id, unit_id, sent_at, sent_by, by_name, donated, units_hundredths)
        values (${quick.driveId}, ${quick.unitId}, ${quick.now}, ${quick.by}, ${quick.byName}, ${quick.donated},
                ${quick.unitsHundredths})
        on conflict do nothing`,
  );

/** Of these drives those at which somebody who counts within `path` on the day gave. */
export const listGiven = async (
  db: Db,
  driveIds: readonly string[],
  path: string,
  day: string,
): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await rows<{ driveId: string }>(
        db,
        sql`select k.drive_id from tally.v_counter k
            join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${day}::date
            where k.drive_id = any (${driveIds}::uuid[]) and k.measure = 'donated' and starts_with(c.path, ${path})
            group by k.drive_id having sum(k.value) > 0`,
      )
    ).map(({ driveId }) => driveId),
  );
