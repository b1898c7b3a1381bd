// Rows of reports, their frozen lines and comments.
import { type Db, execute, join, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { Figures, PaperFacts, ReportState } from "../schema.ts";

export interface ReportRow {
  readonly id: string;
  readonly campaignId: string;
  readonly driveId: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly drivePlace: string;
  readonly unitId: string;
  readonly toUnitId: string | null;
  readonly state: ReportState;
  readonly remarks: string;
  readonly dueOn: string | null;
  readonly version: number;
  readonly figuresAsOf: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly unitName: string | null;
  readonly unitShortName: string | null;
  readonly toUnitName: string | null;
  readonly toUnitShortName: string | null;
  readonly assigned: number | null;
  readonly ownTarget: number | null;
  /** jsonb as the driver parsed it; the service parses its shape. */
  readonly paper: unknown;
}

const columns = sql`
  r.id, r.campaign_id, r.drive_id, d.name as drive_name, d.day as drive_day, d.place as drive_place,
  r.unit_id, r.to_unit_id, r.state, r.remarks, r.due_on, r.version, r.figures_as_of,
  r.submitted_at, r.submitted_by, r.approved_at, r.approved_by, r.unit_name, r.unit_short_name, r.to_unit_name,
  r.to_unit_short_name, r.assigned, r.own_target, r.paper`;
const from = sql`report.report r
  join drive.v_drive d on d.drive_id = r.drive_id`;

export const findReport = (db: Db, id: string): Promise<ReportRow | undefined> =>
  row<ReportRow>(db, sql`select ${columns} from ${from} where r.id = ${id}`);

export const findReportOf = (db: Db, driveId: string, unitId: string): Promise<ReportRow | undefined> =>
  row<ReportRow>(
    db,
    sql`select ${columns} from ${from} where r.drive_id = ${driveId} and r.unit_id = ${unitId}`,
  );

/** Two who move a report at once go one after the other. */
export const lockReport = (tx: Tx, id: string): Promise<number> =>
  execute(tx, sql`select 1 from report.report where id = ${id} for update`);

/** 0 when the unit has one for this drive, or the id is taken. */
export const insertReport = (
  tx: Tx,
  report: {
    id: string;
    campaignId: string;
    driveId: string;
    unitId: string;
    toUnitId: string | null;
    dueOn: string | null;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.report (id, campaign_id, drive_id, unit_id, to_unit_id, state, due_on, created_at)
        values (${report.id}, ${report.campaignId}, ${report.driveId}, ${report.unitId}, ${report.toUnitId}, 'draft',
                ${report.dueOn}, ${report.now})
        on conflict do nothing`,
  );

export const setRemarks = (tx: Tx, id: string, remarks: string): Promise<number> =>
  execute(
    tx,
    sql`update report.report set remarks = ${remarks} where id = ${id} and remarks is distinct from ${remarks}`,
  );

export interface Submission {
  readonly id: string;
  readonly version: number;
  readonly toUnitId: string | null;
  readonly unit: { readonly name: string; readonly shortName: string };
  readonly to: { readonly name: string; readonly shortName: string } | null;
  readonly assigned: number | null;
  readonly own: number | null;
  readonly by: string;
  readonly now: string;
}

export const setSubmitted = (tx: Tx, sent: Submission): Promise<number> =>
  execute(
    tx,
    sql`update report.report set state = 'submitted', version = ${sent.version}, to_unit_id = ${sent.toUnitId},
          unit_name = ${sent.unit.name}, unit_short_name = ${sent.unit.shortName},
          to_unit_name = ${sent.to?.name ?? null}, to_unit_short_name = ${sent.to?.shortName ?? null},
          assigned = ${sent.assigned}, own_target = ${sent.own},
          figures_as_of = ${sent.now}, submitted_at = ${sent.now}, submitted_by = ${sent.by}
        where id = ${sent.id}`,
  );

export const setReturned = (tx: Tx, id: string): Promise<number> =>
  execute(tx, sql`update report.report set state = 'returned' where id = ${id}`);

export const setApproved = (
  tx: Tx,
  id: string,
  approval: { by: string; now: string; paper: PaperFacts },
): Promise<number> =>
  execute(
    tx,
    sql`update report.report set state = 'approved', approved_at = ${approval.now}, approved_by = ${approval.by},
          paper = ${JSON.stringify(approval.paper)}::jsonb
        where id = ${id}`,
  );

export interface LineRow {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly unitName: string;
  readonly unitShortName: string;
  readonly source: "own" | "child" | "event";
  readonly figures: Figures | null;
  readonly assigned: number | null;
  readonly ownTarget: number | null;
}

export async function insertLines(
  tx: Tx,
  id: string,
  version: number,
  lines: readonly LineRow[],
): Promise<void> {
  if (lines.length === 0) return;
  const values = lines.map(
    (line, ordinal) =>
      sql`(${id}::uuid, ${version}::int, ${ordinal}::int, ${line.unitId}::uuid, ${line.parentId}::uuid,
           ${line.unitName}, ${line.unitShortName}, ${line.source}, ${line.figures !== null},
           ${line.assigned}::int, ${line.ownTarget}::int,
           ${line.figures?.registered ?? null}::int, ${line.figures?.donated ?? null}::int,
           ${line.figures?.bags250 ?? null}::int, ${line.figures?.bags350 ?? null}::int,
           ${line.figures?.bags450 ?? null}::int, ${line.figures?.ml ?? null}::int,
           ${line.figures?.unitsHundredths ?? null}::int)`,
  );
  await execute(
    tx,
    sql`insert into report.line (report_id, version, ordinal, unit_id, parent_id, unit_name, unit_short_name, source,
          reported, assigned, own_target, registered, donated, bags_250, bags_350, bags_450, ml, units_hundredths)
        values ${join(values)}`,
  );
}

type StoredLine = Omit<LineRow, "figures"> & Figures & { readonly reported: boolean };

export async function listLines(db: Db, id: string, version: number): Promise<LineRow[]> {
  const found = await rows<StoredLine>(
    db,
    sql`select unit_id, parent_id, unit_name, unit_short_name, source, reported, assigned, own_target, registered,
               donated, bags_250, bags_350, bags_450, ml, units_hundredths
        from report.line where report_id = ${id} and version = ${version} order by ordinal`,
  );
  return found.map(
    ({ reported, registered, donated, bags250, bags350, bags450, ml, unitsHundredths, ...line }) => ({
      ...line,
      figures: reported ? { registered, donated, bags250, bags350, bags450, ml, unitsHundredths } : null,
    }),
  );
}

/** Whose people the own line of this version is made of. */
export const insertCovered = (
  tx: Tx,
  id: string,
  version: number,
  creditedUnitIds: readonly string[],
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.covered (report_id, version, credited_unit_id)
        select ${id}::uuid, ${version}::int, unnest(${creditedUnitIds}::uuid[])`,
  );

export const listCovered = async (db: Db, id: string, version: number): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select credited_unit_id as id from report.covered where report_id = ${id} and version = ${version}`,
    )
  ).map((one) => one.id);

export interface UnitNameRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitShortName: string;
}

/**
 * Units that stand as chưa báo cáo in the approved reports named, or in approved reports those were made from, but for
 * those whose figures came in another way: by a report counted elsewhere among them, or with the people of a successor
 * (`covered`: of the report asked about). Approved reports never change, so neither does the answer.
 */
export const listMissingWithin = (
  db: Db,
  driveId: string,
  reportedUnitIds: readonly string[],
  covered: readonly string[],
): Promise<UnitNameRow[]> =>
  rows<UnitNameRow>(
    db,
    sql`with recursive inside as (
          select n.unit_id, n.unit_name, n.unit_short_name, n.reported
          from report.report r join report.line n on n.report_id = r.id and n.version = r.version and n.source = 'child'
          where r.drive_id = ${driveId} and r.state = 'approved' and r.unit_id = any (${reportedUnitIds}::uuid[])
          union all
          select n.unit_id, n.unit_name, n.unit_short_name, n.reported
          from inside i
          join report.report r on r.drive_id = ${driveId} and r.state = 'approved' and r.unit_id = i.unit_id and i.reported
          join report.line n on n.report_id = r.id and n.version = r.version and n.source = 'child'),
        counted as (
          select unnest(${reportedUnitIds}::uuid[]) as unit_id union select unit_id from inside where reported)
        select i.unit_id, i.unit_name, i.unit_short_name from inside i
        where not i.reported and not i.unit_id = any (${covered}::uuid[])
          and i.unit_id not in (select unit_id from counted)
          and not exists (
            select 1 from counted c
            join report.report r on r.drive_id = ${driveId} and r.state = 'approved' and r.unit_id = c.unit_id
            join report.covered v on v.report_id = r.id and v.version = r.version
            where v.credited_unit_id = i.unit_id)
        order by i.unit_name, i.unit_id`,
  );

/**
 * Who answers for a report today: in the place of the unit that made it, and of the one it goes to (null: the leading
 * unit's own). Who stands for that one must stand above: nobody approves their own report.
 */
export const findAnswering = (
  db: Db,
  report: { readonly unitId: string; readonly toUnitId: string | null },
  today: string,
): Promise<{ unitId: string | null; toUnitId: string | null } | undefined> =>
  row(
    db,
    sql`select (select c.credit_unit_id from unit.v_credit c
                where c.unit_id = ${report.unitId} and c.valid @> ${today}::date) as unit_id,
               (select case when h.path like me.path || '%' then me.parent_id else h.credit_unit_id end
                from unit.v_credit h
                left join unit.v_place me on me.unit_id = ${report.unitId} and me.valid @> ${today}::date
                where h.unit_id = ${report.toUnitId}::uuid and h.valid @> ${today}::date) as to_unit_id`,
  );

/** The last day up to `today` on which a unit stands; null for one that does not by then. */
export const findLastDay = async (db: Db, unitId: string, today: string): Promise<string | null> =>
  (
    await row<{ day: string | null }>(
      db,
      sql`select least(${today}::date, max(coalesce(upper(valid) - 1, ${today}::date))) as day
          from unit.v_place where unit_id = ${unitId} and lower(valid) <= ${today}::date`,
    )
  )?.day ?? null;

export interface CommentRow {
  readonly id: string;
  readonly version: number;
  readonly figure: string;
  readonly text: string;
  readonly at: string;
}

export const listComments = (db: Db, reportId: string): Promise<CommentRow[]> =>
  rows<CommentRow>(
    db,
    sql`select id, version, figure, text, at from report.comment where report_id = ${reportId} order by at, id`,
  );

/** Whose report this comment is on already; undefined when the id is free. */
export const findComment = (db: Db, id: string): Promise<{ reportId: string } | undefined> =>
  row<{ reportId: string }>(db, sql`select report_id from report.comment where id = ${id}`);

export const insertComment = (
  tx: Tx,
  comment: CommentRow & { readonly reportId: string; readonly by: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.comment (id, report_id, version, figure, text, author, at)
        values (${comment.id}, ${comment.reportId}, ${comment.version}, ${comment.figure}, ${comment.text},
                ${comment.by}, ${comment.at})`,
  );
