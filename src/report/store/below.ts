// Reports owed and not sent everywhere below a unit, counted and listed in one look: what rests with whom is worked out once.
import { type Db, rows, sql } from "../../platform/db/sql.ts";
import { endOfRange, isRoot } from "../../unit/rules/path.ts";
import { closedBy, type LateRow, nameThen, outstandingAt, type Within } from "./lists.ts";
import { resting } from "./owing.ts";

export interface BelowRow {
  /** Short number of the unit directly below, "" for the unit itself; null on rows of `late`. */
  readonly branch: string | null;
  readonly owed: number;
  readonly late: number;
}

interface FlatRow extends BelowRow, Omit<LateRow, "total"> {}

type At = Within & { readonly path: string };

/**
 * Of the campaign's drives those where a unit here may owe a report. What rests here is of people who count here, or did
 * when their report was sent here, or whose report went to a unit that has ended and is followed by one here; people with
 * kept places alone are in no sum. These drives are then gone through as a whole: by the units of a province every
 * counter of theirs would be looked at, whatever its campaign.
 */
const drivesHere = ({ campaignId, unitId, path, day }: At) => sql`
  around as materialized (
    select p.unit_id, p.credit_unit_id <> p.unit_id as ended from unit.v_credit p
    where p.path ~>=~ ${path} and p.path ~<~ ${endOfRange(path)} and (p.valid @> ${day}::date) is true),
  here as materialized (
    select t.drive_id
    from (select distinct w.path from unit.v_place w where w.unit_id = ${unitId}) stood
    cross join lateral tally.drives_at(${campaignId}, stood.path) t (drive_id)
    union
    select k.drive_id from booking.v_reserved k where k.unit_id in (select a.unit_id from around a)
    union
    select r.drive_id from around a
    cross join lateral (select r.drive_id from report.report r where r.to_unit_id = a.unit_id offset 0) r
    where a.ended),`;

/** By branch how many are owed and how many of them are past their day; and those, longest due first, at most `limit`. */
export async function lookBelow(
  db: Db,
  within: At,
  limit: number,
): Promise<{ branches: BelowRow[]; late: Omit<LateRow, "total">[] }> {
  const { day, end, unitId } = within;
  const anywhere = isRoot(within.path);
  const found = await rows<FlatRow>(
    db,
    sql`with recursive ${anywhere ? sql`` : drivesHere(within)}
        ${resting(sql`${closedBy(within)} ${anywhere ? sql`` : sql`and d.drive_id in (select h.drive_id from here h)`}`, { day, end })},
        ${outstandingAt(unitId)},
        owing as materialized (select * from outstanding),
        -- Names are looked up of those that may be shown: whoever is due on the day of the last of them, or before.
        first as materialized (
          select o.* from owing o
          where o.due_on < ${day}::date
            and o.due_on <= coalesce((select x.due_on from owing x where x.due_on < ${day}::date
                                      order by x.due_on offset ${limit - 1} limit 1), 'infinity'))
        select o.branch, count(*)::int as owed, (count(*) filter (where o.due_on < ${day}::date))::int as late,
               null::uuid as drive_id, null as drive_name, null::uuid as unit_id, null as name, null as short_name,
               null::date as due_on, null as sort_key
        from owing o group by o.branch
        union all
        (select null, 0, 0, o.drive_id, o.drive_name, o.unit_id, n.name, n.short_name, o.due_on, n.sort_key
         from first o cross join ${nameThen} n order by o.due_on, n.sort_key, o.unit_id limit ${limit})
        order by due_on, sort_key, unit_id`,
  );
  return {
    branches: found.filter(({ branch }) => branch !== null),
    late: found.filter(({ branch }) => branch === null),
  };
}
