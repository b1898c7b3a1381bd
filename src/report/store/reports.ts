// Rows of reports, their frozen lines and comments.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import type { PeriodKind } from "../schema/period.ts";
import type { PaperFacts, RemarkParts, ReportState } from "../schema.ts";

interface Common {
  readonly id: string;
  readonly unitId: string;
  readonly toUnitId: string | null;
  readonly state: ReportState;
  readonly remarks: string;
  /** jsonb as the driver parsed it; the service parses its shape. */
  readonly parts: unknown;
  readonly nil: boolean;
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
  readonly createdAt: string;
}

interface OfDrive {
  readonly campaignId: string;
  readonly driveId: string;
  readonly driveName: string;
  readonly driveDay: string;
  readonly drivePlace: string;
}

/** The report of one drive. */
export type ReportRow = Common & OfDrive & { readonly kind: "drive" };
/** Beside the approved report `ofId` of the same unit. */
export type AdjustmentRow = Common &
  OfDrive & { readonly kind: "adjustment"; readonly ofId: string; readonly adjustmentNo: number };
export type PeriodReportRow = Common & {
  readonly kind: PeriodKind;
  readonly campaignId: string | null;
  readonly fromDay: string;
  readonly untilDay: string;
  /** jsonb as the driver parsed it; null until it is sent. */
  readonly gaps: unknown;
};
export type AnyReport = ReportRow | AdjustmentRow | PeriodReportRow;

export const isPeriod = (report: AnyReport): report is PeriodReportRow =>
  report.kind !== "drive" && report.kind !== "adjustment";

const columns = sql`
  r.id, r.kind, r.campaign_id, d.drive_id, d.name as drive_name, d.day as drive_day, d.place as drive_place,
  r.unit_id, r.to_unit_id, r.state, r.remarks, r.parts, r.nil, r.due_on, r.version, r.figures_as_of,
  r.submitted_at, r.submitted_by, r.approved_at, r.approved_by, r.unit_name, r.unit_short_name, r.to_unit_name,
  r.to_unit_short_name, r.assigned, r.own_target, r.paper, r.created_at, r.from_day, r.until_day, r.of_id,
  r.adjustment_no, r.gaps`;
const from = sql`report.report r
  left join report.report o on o.id = r.of_id
  left join drive.v_drive d on d.drive_id = coalesce(r.drive_id, o.drive_id)`;

export const findReport = (db: Db, id: string): Promise<AnyReport | undefined> =>
  row<AnyReport>(db, sql`select ${columns} from ${from} where r.id = ${id}`);

export const findReportOf = (db: Db, driveId: string, unitId: string): Promise<ReportRow | undefined> =>
  row<ReportRow>(
    db,
    sql`select ${columns} from ${from} where r.kind = 'drive' and r.drive_id = ${driveId} and r.unit_id = ${unitId}`,
  );

/** Adjustments of an approved report, first to last. */
export const listAdjustmentsOf = (db: Db, reportId: string): Promise<AdjustmentRow[]> =>
  rows<AdjustmentRow>(
    db,
    sql`select ${columns} from ${from} where r.of_id = ${reportId} order by r.adjustment_no`,
  );

/** Period reports of these units, of one period where it is named. */
export const listPeriodReports = (
  db: Db,
  unitIds: readonly string[],
  of?: { kind: PeriodKind; from: string; campaignId: string | null },
): Promise<PeriodReportRow[]> =>
  rows<PeriodReportRow>(
    db,
    sql`select ${columns} from ${from}
        where r.unit_id = any (${unitIds}::uuid[]) and r.kind not in ('drive', 'adjustment')
          and (${of?.kind ?? null}::text is null
               or (r.kind, r.from_day) = (${of?.kind ?? null}::text, ${of?.from ?? null}::date)
                  and r.campaign_id is not distinct from ${of?.campaignId ?? null}::uuid)
        order by r.from_day desc, r.until_day desc, r.id`,
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

/** 0 when the words stand so already; `parts` absent: they stay. */
export const setRemarks = (
  tx: Tx,
  id: string,
  remarks: string,
  parts: RemarkParts | undefined,
): Promise<number> => {
  const words = parts === undefined ? null : JSON.stringify(parts);
  return execute(
    tx,
    sql`update report.report set remarks = ${remarks}, parts = coalesce(${words}::jsonb, parts)
        where id = ${id} and (remarks, parts) is distinct from (${remarks}, coalesce(${words}::jsonb, parts))`,
  );
};

export const setNil = (tx: Tx, id: string): Promise<number> =>
  execute(tx, sql`update report.report set nil = true where id = ${id}`);

/** 0 when the unit has one of this period, or the id is taken. */
export const insertPeriod = (
  tx: Tx,
  report: {
    id: string;
    kind: PeriodKind;
    campaignId: string | null;
    unitId: string;
    toUnitId: string | null;
    from: string;
    until: string;
    dueOn: string | null;
    now: string;
  },
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.report (id, kind, campaign_id, unit_id, to_unit_id, from_day, until_day, state, due_on, created_at)
        values (${report.id}, ${report.kind}, ${report.campaignId}, ${report.unitId}, ${report.toUnitId}, ${report.from},
                ${report.until}, 'draft', ${report.dueOn}, ${report.now})
        on conflict do nothing`,
  );

/** 0 when one is under way already, or the id is taken. */
export const insertAdjustment = (
  tx: Tx,
  entry: { id: string; of: ReportRow; toUnitId: string | null; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into report.report (id, kind, of_id, adjustment_no, campaign_id, unit_id, to_unit_id, state, created_at)
        select ${entry.id}::uuid, 'adjustment', ${entry.of.id}::uuid, 1 + count(*), ${entry.of.campaignId}::uuid,
               ${entry.of.unitId}::uuid, ${entry.toUnitId}::uuid, 'draft', ${entry.now}::timestamptz
        from report.report where of_id = ${entry.of.id}
        on conflict do nothing`,
  );

export interface Submission {
  readonly id: string;
  readonly version: number;
  readonly toUnitId: string | null;
  readonly unit: { readonly name: string; readonly shortName: string };
  readonly to: { readonly name: string; readonly shortName: string } | null;
  readonly assigned: number | null;
  readonly own: number | null;
  /** Of a period report: what it goes without, as its schema has it. */
  readonly gaps?: unknown;
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
          gaps = ${sent.gaps === undefined ? null : JSON.stringify(sent.gaps)}::jsonb,
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
          -- An adjustment of a report above brought its figures in.
          and not exists (
            select 1 from report.report o join report.report x on x.of_id = o.id and x.state = 'approved'
            join report.line n on n.report_id = x.id and n.version = x.version and n.source = 'child'
            where o.drive_id = ${driveId} and n.unit_id = i.unit_id)
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
