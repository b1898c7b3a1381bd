// All SQL of donation days, their sessions and slots.
import { type Db, execute, row, rows, sql, type Tx } from "../platform/db/sql.ts";
import { isSumKept } from "../tally/rules/kept.ts";
import { endOfRange } from "../unit/rules/path.ts";
import type { DriveEntry, DriveState } from "./schema.ts";

export interface DriveFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly hostUnitId: string;
  readonly facilityId: string;
  readonly name: string;
  readonly dayType: DriveEntry["dayType"];
  readonly day: string;
  readonly place: string;
  readonly state: DriveState;
}

export interface ListedDrive extends DriveFacts {
  readonly hostName: string;
  readonly hostShortName: string;
  readonly facilityName: string;
  readonly facilityShortName: string;
  readonly programme: string;
  readonly labHours: number | null;
  readonly expectedDonors: number | null;
  readonly planVersion: number;
}

export interface SlotRow {
  readonly id: string;
  readonly startsAt: string;
  readonly capacity: number;
}

export const findDrive = (db: Db, driveId: string): Promise<DriveFacts | undefined> =>
  row(
    db,
    sql`select id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state
        from drive.drive where id = ${driveId}`,
    "drive-find",
  );

/** A unit keeps the name it had on the drive's day, or where it did not stand that day, its latest. */
const nameOf = (unit: ReturnType<typeof sql>) => sql`
  select u.name, u.short_name from unit.v_unit u where u.unit_id = ${unit}
  order by u.valid @> d.day desc, upper(u.valid) desc nulls first limit 1`;

/** Drives with the names of host and facility; conditions on `d` (the drive) and `c` (its campaign) follow. */
export const listed = sql`
  select d.id, d.campaign_id, d.host_unit_id, d.facility_id, d.name, d.day_type, d.day, d.place, d.state,
         d.programme, d.lab_hours, d.expected_donors, d.plan_version, h.name as host_name, h.short_name as host_short_name,
         f.name as facility_name, f.short_name as facility_short_name
  from drive.drive d
  join campaign.v_campaign c on c.campaign_id = d.campaign_id
  cross join lateral (${nameOf(sql`d.host_unit_id`)}) h
  cross join lateral (${nameOf(sql`d.facility_id`)}) f`;

export const findListed = (db: Db, driveId: string): Promise<ListedDrive | undefined> =>
  row(db, sql`${listed} where d.id = ${driveId}`);

interface Page {
  readonly after: string | undefined;
  readonly limit: number;
}

/** Newest day first; a page goes on after the drive `after`. */
const pageOf = ({ after, limit }: Page) => sql`
  and (${after ?? null}::uuid is null
       or (d.day, d.id) < (select l.day, l.id from drive.drive l where l.id = ${after ?? null}::uuid))
  order by d.day desc, d.id desc limit ${limit}`;

export interface TakingPart {
  /** Where the unit stands on `today`. */
  readonly path: string;
  /** Whose campaigns the unit takes part in. */
  readonly leaders: readonly string[];
  readonly today: string;
  readonly campaignId: string | undefined;
}

/**
 * Of campaigns led by one of `leaders`, or hosted within the unit's subtree on `today`, by a unit that has ended
 * too where its successor stands there. At the top of the tree nearly every drive is, so each is looked at by itself, in
 * narrow indexes, until the page is full; further down the few units there are named first.
 */
export const takesPart = ({ path, leaders, today, campaignId }: TakingPart) => {
  const within = sql`k.path ~>=~ ${path} and k.path ~<~ ${endOfRange(path)}`;
  return sql`
  (${campaignId ?? null}::uuid is null or d.campaign_id = ${campaignId ?? null}::uuid)
  and (c.unit_id = any (${leaders}::uuid[])
       or ${
         isSumKept(path)
           ? sql`(select ${within} from unit.v_credit k
                  where k.unit_id = d.host_unit_id and (k.valid @> ${today}::date) is true limit 1)`
           : sql`d.host_unit_id = any (array(
                   select k.unit_id from unit.v_credit k where ${within} and (k.valid @> ${today}::date) is true))`
       })`;
};

export const listOfUnit = (db: Db, { after, limit, ...part }: Page & TakingPart): Promise<ListedDrive[]> =>
  rows(db, sql`${listed} where ${takesPart(part)} ${pageOf({ after, limit })}`);

export const listOfFacility = (
  db: Db,
  { facilityId, ...page }: Page & { facilityId: string },
): Promise<ListedDrive[]> => rows(db, sql`${listed} where d.facility_id = ${facilityId} ${pageOf(page)}`);

export const listSlots = (db: Db, driveId: string): Promise<SlotRow[]> =>
  rows(
    db,
    sql`select id, starts_at, capacity from drive.slot where drive_id = ${driveId} order by starts_at, id`,
  );

export const isFacility = async (db: Db, unitId: string, day: string): Promise<boolean> =>
  (await row(
    db,
    sql`select 1 from unit.v_unit where unit_id = ${unitId} and side = 'facility' and valid @> ${day}::date`,
  )) !== undefined;

/** Moves the drive if it stands in one of `from`; answers whether it did. Whoever reads `for share` waits for it. */
export const updateState = (
  tx: Tx,
  move: { driveId: string; from: readonly DriveState[]; to: DriveState; now: string },
): Promise<number> =>
  execute(
    tx,
    sql`update drive.drive set state = ${move.to}, closed_at = ${move.to === "closed" ? move.now : null}
        where id = ${move.driveId} and state = any (${move.from}::text[])`,
  );
