// SQL of a unit's figures of a closed day.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export interface UnitVolumes {
  readonly unitId: string;
  readonly ml250: number;
  readonly ml350: number;
  readonly ml450: number;
}

/** Published outcomes by credited unit, of units that count within the asked one's subtree today. */
export const listVolumesWithin = (
  db: Db,
  asked: { driveId: string; unitId: string; today: string },
): Promise<UnitVolumes[]> =>
  rows(
    db,
    // The drive's outcomes first: places of a large unit's people are far more than those of one drive.
    sql`with o as materialized (
          select credited_unit_id, volume_ml from turnout.v_outcome where drive_id = ${asked.driveId})
        select o.credited_unit_id as unit_id, count(*) filter (where o.volume_ml = 250) as ml250,
               count(*) filter (where o.volume_ml = 350) as ml350, count(*) filter (where o.volume_ml = 450) as ml450
        from o
        join unit.v_credit c on c.unit_id = o.credited_unit_id and c.valid @> ${asked.today}::date
        join unit.v_unit top on top.unit_id = ${asked.unitId} and top.valid @> ${asked.today}::date
             and c.path like top.path || '%'
        group by o.credited_unit_id order by o.credited_unit_id`,
  );
