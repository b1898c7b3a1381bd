// The campaign's drives as the overview needs them: days, places, whether the result is in, and where their host stands.
import { type Db, rows, sql } from "../../platform/db/sql.ts";

export interface DriveRow {
  readonly driveId: string;
  readonly day: string;
  readonly places: number;
  readonly held: boolean;
  /** Path of the host, or of who has its place, on the day asked; null where neither stood. */
  readonly hostPath: string | null;
}

/**
 * Drives that are not cancelled, by day. Held: closed by the end of the day (`end`). Which drives there are is known as
 * of now: a drive keeps no history of its planning.
 */
export const listDrives = (
  db: Db,
  look: { readonly campaignId: string; readonly day: string; readonly end: string },
): Promise<DriveRow[]> =>
  rows<DriveRow>(
    db,
    sql`select d.drive_id, d.day, coalesce((select sum(s.capacity) from drive.v_slot s where s.drive_id = d.drive_id), 0) as places,
               exists (select 1 from turnout.v_sheet t where t.drive_id = d.drive_id and t.closed_at < ${look.end}) as held,
               (select c.path from unit.v_credit c where c.unit_id = d.host_unit_id and c.valid @> ${look.day}::date) as host_path
        from drive.v_drive d
        where d.campaign_id = ${look.campaignId} and d.state <> 'cancelled'
        order by d.day, d.drive_id`,
  );
