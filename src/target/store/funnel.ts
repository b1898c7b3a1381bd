// SQL of what past drives yielded within a subtree. Whole drives only; nothing about a person.
import { type Db, row, rows, sql } from "../../platform/db/sql.ts";
import { isSumKept } from "../../tally/rules/kept.ts";
import { aboveOf, endOfRange, isRoot, numbersOf } from "../../unit/rules/path.ts";

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
/** And so many drives: what a mean of more of them may be off by is nothing beside how one drive differs from the next. */
const MOST = 500;

const columns = sql`d.drive_id, d.day, f.registered::int as registered, f.donated::int as donated, f.ml::int as ml,
               s.attended_listed as attended,
               s.bags_250 + s.bags_350 + s.bags_450 - s.outside_250 - s.outside_350 - s.outside_450 as bags`;

const sums = sql`coalesce(sum(k.value) filter (where k.measure = 'registered'), 0) as registered,
                 coalesce(sum(k.value) filter (where k.measure = 'donated'), 0) as donated,
                 coalesce(sum(k.value) filter (where k.measure = 'ml'), 0) as ml`;

/** With more units below, drives are gone through instead of units. */
const MANY_UNITS = 30_000;

/**
 * Closed drives up to `day` in which units credited within the subtree of `unitId` (in the tree of the day) had people
 * registered, the 500 latest, latest first. Plan: of a root and the largest provinces many drives are such, so drives are
 * walked from the latest, their kept sums by index, until there are enough; below, the counters of each unit inside.
 */
export async function listPastDrives(
  db: Db,
  unitId: string,
  day: string,
  most = MANY_UNITS,
): Promise<PastDrive[]> {
  const top = await row<{ path: string; many: boolean }>(
    db,
    sql`select t.path, (select count(*) > ${most} from (
                 select from unit.v_credit u
                 where u.path ~>=~ t.path and u.path ~<~ (rtrim(t.path, '.') || '/') and u.valid @> ${day}::date
                 limit ${most + 1}) x) as many
        from unit.v_credit t where t.unit_id = ${unitId} and t.valid @> ${day}::date`,
  );
  if (top === undefined) return [];
  const inYears = sql`d.day <= ${day}::date and d.day > ${day}::date - make_interval(years => ${YEARS})`;
  const { path } = top;
  // Sums of drives are kept for a root and what is below it; a deeper place is not told from its neighbours in them.
  if (isRoot(path) || (top.many && isSumKept(path))) {
    return rows<PastDrive>(
      db,
      sql`select ${columns}
          from drive.v_drive d
          join turnout.v_sheet s on s.drive_id = d.drive_id
          cross join lateral (
            select coalesce(sum(k.registered), 0) as registered, coalesce(sum(k.donated), 0) as donated,
                   coalesce(sum(k.ml), 0) as ml
            from tally.at_drives(array[d.drive_id], ${day}::date) k
            where k.place ~>=~ ${path} and k.place ~<~ ${endOfRange(path)}) f
          where ${inYears} and f.registered > 0
          order by d.day desc, d.drive_id limit ${MOST}`,
    );
  }
  return rows<PastDrive>(
    db,
    sql`with f as materialized (
          select k.drive_id, ${sums}
          from unit.v_credit c
          -- "offset" keeps it a look-up for each unit: the planner takes so many for a reason to read every counter.
          cross join lateral (select x.drive_id, x.measure, x.value from tally.v_counter x
                              where x.unit_id = c.unit_id and x.measure in ('registered', 'donated', 'ml') offset 0) k
          where c.valid @> ${day}::date and c.path ~>=~ ${path} and c.path ~<~ ${endOfRange(path)}
          group by k.drive_id)
        select ${columns}
        from f
        join drive.v_drive d on d.drive_id = f.drive_id
        join turnout.v_sheet s on s.drive_id = d.drive_id
        where ${inYears} and f.registered > 0
        order by d.day desc, d.drive_id limit ${MOST}`,
  );
}

/** What the campaign has within the subtree up to now; units in hundredths. Plan: the kept sums; below them by unit. */
export async function sumSoFar(
  db: Db,
  campaignId: string,
  unitId: string,
  day: string,
): Promise<{ readonly registered: number; readonly units: number }> {
  const none = { registered: 0, units: 0 };
  const top = await row<{ path: string }>(
    db,
    sql`select path from unit.v_credit where unit_id = ${unitId} and valid @> ${day}::date`,
  );
  if (top === undefined) return none;
  const above = aboveOf(top.path);
  const found = await row<{ registered: number; units: number }>(
    db,
    isSumKept(above)
      ? sql`select coalesce(sum(b.registered), 0) as registered, coalesce(sum(b.units), 0) as units
            from tally.v_branch b
            where b.campaign_id = ${campaignId} and b.above = ${above} and b.branch = ${numbersOf(top.path).at(-1) ?? ""}
              and b.since <= ${day}::date and b.until > ${day}::date`
      : sql`select coalesce(sum(k.value) filter (where k.measure = 'registered'), 0) as registered,
                   coalesce(sum(k.value) filter (where k.measure = 'units'), 0) as units
            from unit.v_credit c
            join tally.v_counter k on k.campaign_id = ${campaignId} and k.unit_id = c.unit_id
            where c.valid @> ${day}::date and c.path ~>=~ ${top.path}
              and c.path ~<~ ${endOfRange(top.path)}`,
  );
  return found ?? none;
}
