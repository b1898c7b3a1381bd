// What a report fills itself from: counts of a closed drive, reports approved below, targets, letters.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import type { Figures, ReportState } from "../schema.ts";
import { type Asked, lastName, oneDrive, owes, resting, ruleAbove } from "./owing.ts";

export interface DriveRow {
  readonly driveId: string;
  readonly campaignId: string;
  readonly name: string;
  readonly day: string;
  readonly place: string;
  readonly state: "planned" | "approved" | "open" | "closed" | "cancelled";
  readonly leadingUnitId: string;
  readonly unitRule: "bag" | "ml250";
}

/** `leadingUnitId`: who leads the campaign on the day, the successor where that one has ended. */
export const findDrive = (db: Db, driveId: string, day: string): Promise<DriveRow | undefined> =>
  row<DriveRow>(
    db,
    sql`select d.drive_id, d.campaign_id, d.name, d.day, d.place, d.state, c.unit_rule,
               coalesce((select l.credit_unit_id from unit.v_credit l
                         where l.unit_id = c.unit_id and l.valid @> ${day}::date), c.unit_id) as leading_unit_id
        from drive.v_drive d join campaign.v_campaign c on c.campaign_id = d.campaign_id where d.drive_id = ${driveId}`,
  );

/** A unit with its place in the tree of the asked day. */
export interface Placed {
  readonly id: string;
  readonly path: string;
}

/** Does the unit owe a report of this drive today, and within how many days? */
export const findDebt = (
  db: Db,
  driveId: string,
  unit: Placed,
  day: string,
): Promise<{ parentId: string | null; leading: boolean; dueOn: string | null } | undefined> =>
  row(
    db,
    sql`with recursive ${resting(oneDrive(driveId), { day, within: unit.path })}
        select me.parent_id, u.unit_id = d.lead_id as leading, d.due_from + ${ruleAbove} as due_on
        from closed d join unit.v_place u on u.unit_id = ${unit.id} and u.valid @> d.tree_on
        join unit.v_place me on me.unit_id = u.unit_id and me.valid @> ${day}::date
        where ${owes}`,
  );

export interface OwingChild {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly sortKey: string;
  readonly reportId: string | null;
  readonly state: ReportState | null;
  readonly dueOn: string | null;
  readonly submittedAt: string | null;
}

/**
 * How the report `r` stood by `end` (absent: now). Of days gone by only sent and approved is known: a draft, and one
 * that has been returned since and not sent again, are not sent yet.
 */
const stateBy = (end: string | undefined) =>
  end === undefined
    ? sql`r.state`
    : sql`case when r.approved_at < ${end}::timestamptz then 'approved'
               when r.state in ('submitted', 'approved') and r.submitted_at < ${end}::timestamptz then 'submitted' end`;

/**
 * The reports of a drive that count with a unit's own, by name: those sent to it, also by units that stand elsewhere or
 * no more, and those that units directly below still owe; with `end`, as they stood then. One page of them when `limit`
 * is given.
 */
export const listOwingChildren = (
  db: Db,
  driveId: string,
  unit: Placed,
  { day, end }: Pick<Asked, "day" | "end">,
  paging?: { after: string | undefined; limit: number },
): Promise<OwingChild[]> => {
  const after = paging?.after ?? null;
  return rows<OwingChild>(
    db,
    sql`with recursive ${resting(oneDrive(driveId, end), { day, within: unit.path, ...(end !== undefined && { end }) })},
        children as (
          select u.unit_id, u.name, u.short_name, u.sort_key, r.id as report_id, ${stateBy(end)} as state, r.submitted_at,
                 case when r.id is null then d.due_from + ${ruleAbove} else r.due_on end as due_on
          from closed d join unit.v_unit u on u.parent_id = ${unit.id} and u.valid @> d.tree_on
          left join report.report r on r.drive_id = d.drive_id and r.unit_id = u.unit_id
          where ${owes}
          union all
          select h.unit_id, n.name, n.short_name, n.sort_key, r.id, ${stateBy(end)}, r.submitted_at, r.due_on
          from hop h join closed d on d.drive_id = h.drive_id
          join report.report r on r.id = h.report_id
          cross join ${lastName(sql`h.unit_id`, sql`d.tree_on`)} n
          where h.next_id = ${unit.id})
        select * from children c
        where ${after}::uuid is null
           or (c.sort_key, c.unit_id) > (select n.sort_key, ${after}::uuid from ${lastName(sql`${after}::uuid`, sql`${day}::date`)} n)
        order by c.sort_key, c.unit_id limit ${paging?.limit ?? null}::int`,
  );
};

/** Units whose people no report covers and who rest with this one: what its own line is made of. */
export const listUncovered = async (db: Db, driveId: string, unit: Placed, day: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`with recursive ${resting(oneDrive(driveId), { day, within: unit.path })}
          select credited_id as id from rests where rest_id = ${unit.id} and not covered order by credited_id`,
    )
  ).map(({ id }) => id);

/** Σ of the lines of approved reports of drives, with what their approved adjustments changed, by the unit that made them. */
export async function approvedFigures(
  db: Db,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, Figures>> {
  const found = await rows<Figures & { unitId: string }>(
    db,
    sql`with counted as (
          select r.id, r.unit_id, n.source, n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml,
                 n.units_hundredths
          from report.report r
          left join report.line n on n.report_id = r.id and n.version = r.version and n.source in ('own', 'child')
          where r.id = any (${reportIds}::uuid[]) and r.state = 'approved'
          union all
          select o.id, o.unit_id, n.source, n.registered, n.donated, n.bags_250, n.bags_350, n.bags_450, n.ml,
                 n.units_hundredths
          from report.report o
          join report.report x on x.of_id = o.id and x.state = 'approved'
          join report.line n on n.report_id = x.id and n.version = x.version
          where o.id = any (${reportIds}::uuid[]) and o.state = 'approved'),
        signed as (select c.*, case when c.source in ('own-before', 'child-before') then -1 else 1 end as sign from counted c)
        select unit_id, coalesce(sum(sign * registered), 0)::int as registered, coalesce(sum(sign * donated), 0)::int as donated,
               coalesce(sum(sign * bags_250), 0)::int as bags_250, coalesce(sum(sign * bags_350), 0)::int as bags_350,
               coalesce(sum(sign * bags_450), 0)::int as bags_450, coalesce(sum(sign * ml), 0)::int as ml,
               coalesce(sum(sign * units_hundredths), 0)::int as units_hundredths
        from signed group by id, unit_id`,
  );
  return new Map(found.map(({ unitId, ...figures }) => [unitId, figures]));
}

/** Counts of a drive credited to these units. One look at the drive's counters and one at its published outcomes. */
export async function countedFigures(db: Db, driveId: string, unitIds: readonly string[]): Promise<Figures> {
  const found = await row<Figures>(
    db,
    sql`with counters as (
          select k.measure, sum(k.value) as value from tally.v_counter k
          where k.drive_id = ${driveId} and k.unit_id = any (${unitIds}::uuid[])
            -- The counters are found by campaign and unit: a drive may have hundreds of thousands.
            and k.campaign_id = (select d.campaign_id from drive.v_drive d where d.drive_id = ${driveId})
          group by k.measure),
        bags as (
          select o.volume_ml, count(*) as bags from turnout.v_outcome o
          where o.drive_id = ${driveId} and o.credited_unit_id = any (${unitIds}::uuid[]) group by o.volume_ml)
        select ${figureColumns}`,
  );
  return { ...(found as Figures) };
}

/** Units with people at a drive who count within `path` on the day. */
export const listCreditedWithin = async (
  db: Db,
  driveId: string,
  path: string,
  day: string,
): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      db,
      sql`select distinct k.unit_id as id from tally.v_counter k
          join unit.v_credit c on c.unit_id = k.unit_id and c.valid @> ${day}::date and c.path like ${`${path}%`}
          where k.drive_id = ${driveId}`,
    )
  ).map(({ id }) => id);

/** Everybody the system knows at a drive, whatever unit they are credited to. */
export async function wholeDriveFigures(db: Db, driveId: string): Promise<Figures> {
  const found = await row<Figures>(
    db,
    sql`with counters as (
          select k.measure, sum(k.value) as value from tally.v_counter k where k.drive_id = ${driveId} group by k.measure),
        bags as (
          select o.volume_ml, count(*) as bags from turnout.v_outcome o where o.drive_id = ${driveId} group by o.volume_ml)
        select ${figureColumns}`,
  );
  return { ...(found as Figures) };
}

const figureColumns = sql`
  coalesce((select value from counters where measure = 'registered'), 0)::int as registered,
  coalesce((select value from counters where measure = 'donated'), 0)::int as donated,
  coalesce((select bags from bags where volume_ml = 250), 0)::int as bags_250,
  coalesce((select bags from bags where volume_ml = 350), 0)::int as bags_350,
  coalesce((select bags from bags where volume_ml = 450), 0)::int as bags_450,
  coalesce((select value from counters where measure = 'ml'), 0)::int as ml,
  coalesce((select value from counters where measure = 'units'), 0)::int as units_hundredths`;

/** Donors outside the system, by volume; undefined until the drive is closed. */
export const findOutside = (
  db: Db,
  driveId: string,
): Promise<{ ml250: number; ml350: number; ml450: number } | undefined> =>
  row(
    db,
    sql`select outside_250 as ml250, outside_350 as ml350, outside_450 as ml450
        from turnout.v_sheet where drive_id = ${driveId}`,
  );

/** Both targets in đơn vị máu of each unit in this campaign. */
export async function targetsOf(
  db: Db,
  campaignId: string,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, { assigned: number | null; own: number | null }>> {
  const found = await rows<{ unitId: string; assigned: number | null; own: number | null }>(
    db,
    sql`select w.unit_id, a.value as assigned, o.value as own
        from unnest(${unitIds}::uuid[]) as w (unit_id)
        left join target.v_assigned a on a.campaign_id = ${campaignId} and a.unit_id = w.unit_id and a.measure = 'units'
        left join target.v_own o on o.campaign_id = ${campaignId} and o.unit_id = w.unit_id and o.measure = 'units'`,
  );
  return new Map(found.map(({ unitId, ...targets }) => [unitId, targets]));
}

export interface LetterRow {
  readonly kind: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly issuedOn: string | null;
  readonly subject: string | null;
  readonly sender: string | null;
  readonly sentByUs: boolean;
  readonly receivedAt: string | null;
  readonly disseminatedAt: string | null;
  readonly reached: number;
  readonly received: number;
  readonly disseminated: number;
}

/**
 * The campaign's orders in force that the unit sent or was reached by, oldest first, with how far they got below it.
 * What was amended, replaced or recalled, and letters that only urge, are no basis of a report.
 */
export const listLetters = (
  db: Db,
  campaignId: string,
  unit: { id: string; path: string },
  day: string,
): Promise<LetterRow[]> =>
  rows<LetterRow>(
    db,
    sql`select t.kind, t.number, t.notation, t.issued_on, t.subject, n.name as sender,
               t.sender_unit_id = ${unit.id} as sent_by_us, mine.received_at, mine.disseminated_at,
               b.reached, b.received, b.disseminated
        from directive.v_letter t
        cross join ${lastName(sql`t.sender_unit_id`, sql`${day}::date`)} n
        left join directive.v_recipient mine on mine.directive_id = t.directive_id and mine.unit_id = ${unit.id}
        cross join lateral (
          select count(*)::int as reached, count(p.received_at)::int as received, count(p.disseminated_at)::int as disseminated
          from directive.v_recipient p join unit.v_unit u on u.unit_id = p.unit_id and u.valid @> ${day}::date
          where p.directive_id = t.directive_id and p.ended_at is null and u.path like ${`${unit.path}%`}
            and u.unit_id <> ${unit.id}) b
        where t.campaign_id = ${campaignId} and t.relation <> 'urge' and t.recalled_at is null and t.changed_at is null
          and (t.sender_unit_id = ${unit.id} or mine.unit_id is not null)
        order by t.issued_at, t.directive_id`,
  );
