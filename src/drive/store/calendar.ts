// SQL of the calendar: what facilities said they can take, drives between two days, how busy facilities are.
import { type Db, execute, row, rows, sql, type Tx } from "../../platform/db/sql.ts";
import { endOfRange, numbersOf } from "../../unit/rules/path.ts";
import type { AtLevel } from "../rules/circle.ts";
import type { FacilityDay } from "../rules/clashes.ts";
import type { CapacityEntry } from "../schema/capacity.ts";
import { type ListedDrive, listed, type TakingPart, takesPart } from "../store.ts";

export interface CapacityRow extends CapacityEntry {
  readonly id: string;
  readonly facilityId: string;
}

const capacity = sql`
  select id, facility_id, lower(valid) as from, upper(valid) - 1 as until, most_donors, teams, note
  from drive.capacity`;

/** Newest days first. */
export const listCapacity = (db: Db, facilityId: string): Promise<CapacityRow[]> =>
  rows(db, sql`${capacity} where facility_id = ${facilityId} order by lower(valid) desc`);

/** Of all facilities, where they touch the days. */
export const capacityBetween = (db: Db, from: string, until: string): Promise<CapacityRow[]> =>
  rows(
    db,
    sql`${capacity} where valid && daterange(${from}::date, ${until}::date, '[]')
        order by facility_id, lower(valid)`,
  );

/** Answers 0 when the id belongs to another facility. */
export const writeCapacity = (
  tx: Tx,
  one: CapacityEntry & { readonly id: string; readonly facilityId: string; readonly now: string },
): Promise<number> =>
  execute(
    tx,
    sql`insert into drive.capacity (id, facility_id, valid, most_donors, teams, note, stated_at)
        values (${one.id}, ${one.facilityId}, daterange(${one.from}::date, ${one.until}::date, '[]'),
                ${one.mostDonors}, ${one.teams}, ${one.note}, ${one.now})
        on conflict (id) do update
          set valid = excluded.valid, most_donors = excluded.most_donors, teams = excluded.teams,
              note = excluded.note, stated_at = excluded.stated_at
          where capacity.facility_id = excluded.facility_id`,
  );

export const deleteCapacity = (tx: Tx, facilityId: string, capacityId: string): Promise<number> =>
  execute(tx, sql`delete from drive.capacity where id = ${capacityId} and facility_id = ${facilityId}`);

export interface DatedDrive extends ListedDrive {
  /** Places of all its slots. */
  readonly places: number;
  /** Where its host stands today; of one that has ended, where its successor does. */
  readonly hostPath: string;
}

interface Span {
  readonly from: string;
  readonly until: string;
}

/** Where the drive's host counts today: a path, as the text `of` makes of it. Looked up for each, in a narrow index. */
const hostPlace = (of: ReturnType<typeof sql>, today: string) => sql`
  (select ${of} from unit.v_credit k
   where k.unit_id = d.host_unit_id and (k.valid @> ${today}::date) is true limit 1)`;

/**
 * How many there are, by how many of `steps` (paths on the way down to the unit) stand above their hosts; what a unit on
 * that way hosts is the unit's own affair, as what it hosts itself.
 */
export const countByLevel = (
  db: Db,
  {
    from,
    until,
    shownFrom,
    steps,
    ...part
  }: TakingPart & Span & { readonly shownFrom: string; readonly steps: readonly string[] },
): Promise<AtLevel[]> =>
  rows(
    db,
    sql`select coalesce(${hostPlace(
      sql`case when k.path = any (${steps}::text[]) then ${steps.length}::bigint
               else (select count(*) from unnest(${steps}::text[]) s
                     where k.path ~>=~ s and k.path ~<~ (rtrim(s, '.') || '/')) end`,
      part.today,
    )}, 0)::integer as level,
               count(*)::integer as read, (count(*) filter (where d.day >= ${shownFrom}::date))::integer as shown
        from drive.drive d join campaign.v_campaign c on c.campaign_id = d.campaign_id
        where ${takesPart(part)} and d.day between ${from}::date and ${until}::date
        group by 1 order by 1`,
  );

/** In the order of their days; where `circle` is given, of hosts within it or on the way down to the unit alone. */
export const drivesBetween = (
  db: Db,
  {
    from,
    until,
    circle,
    steps,
    ...part
  }: TakingPart & Span & { readonly circle: string | undefined; readonly steps: readonly string[] },
): Promise<DatedDrive[]> =>
  rows(
    db,
    sql`select l.*, coalesce((select sum(s.capacity) from drive.slot s where s.drive_id = l.id), 0)::int as places,
               coalesce((select k.path from unit.v_credit k
                         where k.unit_id = l.host_unit_id and (k.valid @> ${part.today}::date) is true limit 1), '') as host_path
        from (${listed}
              where ${takesPart(part)} and d.day between ${from}::date and ${until}::date
                and ${
                  circle === undefined
                    ? sql`true`
                    : hostPlace(
                        sql`(k.path ~>=~ ${circle} and k.path ~<~ ${endOfRange(circle)}) or k.path = any (${steps}::text[])`,
                        part.today,
                      )
                }) l
        order by l.day, l.id`,
  );

/** The unit that stands at a path today. */
export const findAt = (db: Db, path: string, today: string): Promise<{ id: string } | undefined> =>
  row(
    db,
    sql`select unit_id as id from unit.v_place
        where no = ${numbersOf(path).at(-1) ?? ""}::bigint and (valid @> ${today}::date) is true`,
  );

/** How busy facilities are, over all campaigns; cancelled drives are no work. */
export const facilityDays = (
  db: Db,
  { facilityIds, from, until }: { facilityIds: readonly string[]; from: string; until: string },
): Promise<FacilityDay[]> =>
  rows(
    db,
    sql`select d.facility_id, d.day, count(*)::int as drives,
               coalesce(sum((select sum(s.capacity) from drive.slot s where s.drive_id = d.id)), 0)::int as places
        from drive.drive d
        where d.facility_id = any (${facilityIds}::uuid[]) and d.state <> 'cancelled'
          and d.day between ${from}::date and ${until}::date
        group by d.facility_id, d.day order by d.day, d.facility_id`,
  );

export const findCapacity = (db: Db, capacityId: string): Promise<CapacityRow | undefined> =>
  row(db, sql`${capacity} where id = ${capacityId}`);
