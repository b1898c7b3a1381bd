// SQL of what past drives yielded within a subtree. Whole drives only; nothing about a person.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";

export interface PastDrive {
  readonly driveId: string;
  readonly day: string;
  readonly registered: number;
  readonly donated: number;
  readonly ml: number;
  /** Of everybody's people on the drive's list: null where it is not told. */
  readonly attended: number | null;
  /** Given by people on that list. */
  readonly bags: number;
}

/** Years of drives that are looked back on. */
const YEARS = 5;

/**
 * Closed drives up to `day` in which units credited within the subtree of `unitId` (in the tree of the day) had people
 * registered, latest first. Plan: drives of these years, their counters by index, one look-up of the path for each unit.
 */
export const listPastDrives = (db: Db, unitId: string, day: string): Promise<PastDrive[]> =>
  rows<PastDrive>(
    db,
    sql`select d.drive_id, d.day, f.registered, f.donated, f.ml, s.attended_listed as attended,
               s.bags_250 + s.bags_350 + s.bags_450 - s.outside_250 - s.outside_350 - s.outside_450 as bags
        from drive.v_drive d
        join turnout.v_sheet s on s.drive_id = d.drive_id
        cross join lateral (
          select coalesce(sum(k.value) filter (where k.measure = 'registered'), 0)::int as registered,
                 coalesce(sum(k.value) filter (where k.measure = 'donated'), 0)::int as donated,
                 coalesce(sum(k.value) filter (where k.measure = 'ml'), 0)::int as ml
          from unit.v_credit top
          join tally.v_counter k on k.drive_id = d.drive_id and k.measure in ('registered', 'donated', 'ml')
          join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${day}::date
                              and c.path like top.path || '%'
          where top.unit_id = ${unitId} and top.valid @> ${day}::date) f
        where d.day <= ${day}::date and d.day > ${day}::date - make_interval(years => ${YEARS}) and f.registered > 0
        order by d.day desc, d.drive_id`,
  );

/** What the campaign has within the subtree up to now; units in hundredths. */
export const sumSoFar = async (
  db: Db,
  campaignId: string,
  unitId: string,
  day: string,
): Promise<{ readonly registered: number; readonly units: number }> =>
  (await row<{ registered: number; units: number }>(
    db,
    sql`select coalesce(sum(k.value) filter (where k.measure = 'registered'), 0) as registered,
               coalesce(sum(k.value) filter (where k.measure = 'units'), 0) as units
        from unit.v_credit top
        join tally.v_counter k on k.campaign_id = ${campaignId}
        join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${day}::date and c.path like top.path || '%'
        where top.unit_id = ${unitId} and top.valid @> ${day}::date`,
  )) ?? { registered: 0, units: 0 };
