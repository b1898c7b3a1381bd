// What an approved report would say of the facts of now, line by line and as a whole; who was told of it.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Figures, ReportState } from "../schema.ts";

interface OfficialLine extends Figures {
  readonly source: "own" | "child";
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly reported: boolean;
}

/** What the lines of an approved report say with its approved adjustments: the last that names a line has the word. */
export const listOfficialLines = (db: Db, reportId: string): Promise<OfficialLine[]> =>
  rows<OfficialLine>(
    db,
    sql`select distinct on (n.source, n.unit_id) n.source, n.unit_id, n.unit_name, n.unit_short_name, n.reported,
               n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml, n.units_hundredths
        from report.report r join report.line n on n.report_id = r.id and n.version = r.version
        where n.source in ('own', 'child') and r.state = 'approved' and (r.id = ${reportId} or r.of_id = ${reportId})
        order by n.source, n.unit_id, r.adjustment_no desc nulls last`,
  );

/** Approved reports of the drive by these units, or sent to this one: what its lines are made of. */
export const listApprovedBelow = (
  db: Db,
  of: { driveId: string; unitId: string; childIds: readonly string[] },
): Promise<{ id: string; unitId: string; unitName: string; unitShortName: string }[]> =>
  rows(
    db,
    sql`select r.id, r.unit_id, r.unit_name, r.unit_short_name from report.report r
        -- Each by its own index: an "or" would read all reports of the drive.
        where r.id in (
            select b.id from report.report b where b.drive_id = ${of.driveId} and b.unit_id = any (${of.childIds}::uuid[])
            union all
            select b.id from report.report b where b.drive_id = ${of.driveId} and b.to_unit_id = ${of.unitId})
          and r.kind = 'drive' and r.state = 'approved' and r.unit_id <> ${of.unitId}
        order by r.unit_name, r.unit_id`,
  );

/**
 * Whose people an approved report answers for: its own and those of the approved reports it was made from, and of such
 * as came in below after it.
 */
export const listCoveredWithin = async (db: Db, reportId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`with recursive inside as (
            select r.id, r.drive_id, r.unit_id, r.version from report.report r where r.id = ${reportId}
            union
            select b.id, b.drive_id, b.unit_id, b.version from inside i
            join report.report b on b.drive_id = i.drive_id and b.kind = 'drive' and b.state = 'approved'
            where b.unit_id <> i.unit_id
              and (b.to_unit_id = i.unit_id
                   or exists (select 1 from report.line n
                              where n.report_id = i.id and n.version = i.version and n.source = 'child'
                                and n.unit_id = b.unit_id)))
          select distinct v.credited_unit_id as id
          from inside i join report.covered v on v.report_id = i.id and v.version = i.version`,
    )
  ).map(({ id }) => id);

/** The unit's approved report of the drive and those of the units its report went up to, the lowest first. */
export const listUpwards = (
  db: Db,
  reportId: string,
): Promise<{ reportId: string | null; unitId: string }[]> =>
  rows(
    db,
    sql`with recursive up as (
          select r.id, r.drive_id, r.unit_id, r.to_unit_id, 0 as step from report.report r where r.id = ${reportId}
          union all
          select n.id, up.drive_id, up.to_unit_id, n.to_unit_id, up.step + 1
          from up left join report.report n
            on n.kind = 'drive' and n.drive_id = up.drive_id and n.unit_id = up.to_unit_id and n.state = 'approved'
          where up.to_unit_id is not null and up.step < 20)
        select id as report_id, unit_id from up order by step`,
  );

export const insertNotices = (
  tx: Tx,
  notice: { reportId: string; adjustmentId: string; at: string },
  units: readonly { id: string; unitId: string }[],
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.notice (id, unit_id, report_id, adjustment_id, at)
        select n.id, n.unit_id, ${notice.reportId}, ${notice.adjustmentId}, ${notice.at}::timestamptz
        from unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ unitId }) => unitId)}::uuid[]) as n (id, unit_id)
        on conflict do nothing`,
  );

export interface AdjustmentListRow {
  readonly id: string;
  readonly ofId: string;
  readonly unitId: string;
  readonly toUnitId: string | null;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly number: number;
  readonly state: ReportState;
  readonly at: string;
}

/** Its own, those sent to it, and those of units below that it was told of; newest first. */
export const listAdjustmentsAt = (db: Db, unitId: string, limit: number): Promise<AdjustmentListRow[]> =>
  rows<AdjustmentListRow>(
    db,
    sql`select r.id, r.of_id, r.unit_id, r.to_unit_id, o.unit_name, o.unit_short_name, d.name as drive_name,
               d.day as drive_day, r.adjustment_no as number, r.state, r.created_at as at
        from report.report r
        join report.report o on o.id = r.of_id
        join drive.v_drive d on d.drive_id = o.drive_id
        where r.kind = 'adjustment'
          -- Each by its own index: an "or" would read all reports there are.
          and r.id in (select a.id from report.report a where a.unit_id = ${unitId} and a.kind = 'adjustment'
                       union all
                       select a.id from report.report a where a.to_unit_id = ${unitId} and a.kind = 'adjustment'
                       union all
                       select n.adjustment_id from report.notice n where n.unit_id = ${unitId})
        order by r.created_at desc, r.id limit ${limit}`,
  );

/**
 * Approved reports with facts corrected since they were sent, of which nobody has been told yet; only by corrections
 * made after `since`, null: all there are.
 */
export const listCorrected = async (db: Db, since: string | null): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select distinct r.id
          from turnout.v_correction k
          join report.report r on r.drive_id = k.drive_id and r.kind = 'drive' and r.state = 'approved'
          join report.covered v on v.report_id = r.id and v.version = r.version
                               and v.credited_unit_id = k.credited_unit_id
          where k.at > coalesce(${since}::timestamptz, '-infinity') and k.at > r.figures_as_of
            and not exists (select 1 from report.notice n where n.report_id = r.id and n.at >= k.at)
          order by r.id`,
    )
  ).map(({ id }) => id);

/** Up to when corrections have been looked through; undefined: never. */
export const findLooked = async (db: Db): Promise<string | undefined> =>
  (await row<{ at: string }>(db, sql`select at from report.corrections_looked`))?.at;

export const writeLooked = (tx: Tx, at: string): Promise<number> =>
  execute(
    tx,
    sql`insert into report.corrections_looked (at) values (${at}) on conflict (one) do update set at = excluded.at`,
  );

/** The unit's report of this drive, if it is approved. */
export const findApproved = (db: Db, driveId: string, unitId: string): Promise<{ id: string } | undefined> =>
  row(
    db,
    sql`select id from report.report
        where kind = 'drive' and drive_id = ${driveId} and unit_id = ${unitId} and state = 'approved'`,
  );
