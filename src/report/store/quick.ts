// Quick figures that were sent, and drives at which nobody gave.
import { type Db, execute, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { endOfRange } from "../../unit/rules/path.ts";

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
): Promise<ReadonlySet<string>> => {
  if (driveIds.length === 0) return new Set();
  // What was taken back counts too.
  const byDrive = sql`
    select k.drive_id from tally.v_counter k
    -- The place is found by the unit alone, in the narrow index: by its days as well it costs five times as much.
    cross join lateral (
      select 1 as one from unit.v_credit c
      where c.unit_id = k.unit_id and (c.valid @> ${day}::date) is true and c.path ~>=~ ${path} and c.path ~<~ ${endOfRange(path)}
      offset 0) c
    where k.drive_id = any (${driveIds}::uuid[]) and k.measure = 'donated'
    group by k.drive_id having sum(k.value) > 0`;
  const byUnit = sql`
    select k.drive_id from unit.v_credit c
    cross join lateral (
      select distinct k.drive_id, k.campaign_id from tally.v_counter k
      where k.unit_id = c.unit_id and k.measure = 'donated' and k.value > 0
        and k.drive_id = any (${driveIds}::uuid[]) offset 0) given
    cross join lateral (
      select k.drive_id, k.value from tally.v_counter k
      where k.campaign_id = given.campaign_id and k.unit_id = c.unit_id and k.measure = 'donated'
        and k.drive_id = given.drive_id) k
    where c.path ~>=~ ${path} and c.path ~<~ ${endOfRange(path)} and c.valid @> ${day}::date
    group by k.drive_id having sum(k.value) > 0`;
  // A drive may have the units of a whole country, and a nation or a province has more units than a page of drives.
  const found = await rows<{ driveId: string }>(db, isSumKept(path) ? byDrive : byUnit);
  return new Set(found.map(({ driveId }) => driveId));
};
