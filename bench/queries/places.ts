// Where to ask: a drive with many places, the units above its host, a unit whose people came; and what each of them has.
import type pg from "pg";

export interface Place {
  readonly name: string;
  readonly unitId: string;
}

/** What a path or a query of an endpoint can name, found for one unit; undefined: the database has none. */
export type Known = Readonly<Record<string, string | undefined>>;

export interface Ground {
  readonly today: string;
  readonly driveId: string;
  readonly facilityId: string;
  readonly campaignId: string;
  readonly places: readonly Place[];
  /** A day before the last decision that took effect; undefined: there was none. */
  readonly before: string | undefined;
}

const one = async (pool: pg.Pool, text: string, values: unknown[] = []): Promise<string | undefined> =>
  ((await pool.query({ text, values })).rows[0]?.id ?? undefined) as string | undefined;

/** Throws where the database has no drive with places: nothing could be asked. */
export async function findGround(pool: pg.Pool, today: string): Promise<Ground> {
  const { rows } = await pool.query({
    text: `select d.id as "driveId", d.facility_id as "facilityId", d.campaign_id as "campaignId",
                  d.host_unit_id as "hostId",
                  (select b.credited_unit_id from booking.booking b join unit.v_unit u on u.unit_id = b.credited_unit_id
                     and u.valid @> $1::date and u.side = 'union'
                   where b.drive_id = d.id group by 1 order by count(*) desc limit 1) as "unitId"
           from drive.drive d join (select drive_id, count(*) as n from booking.booking group by 1) b on b.drive_id = d.id
           join unit.path h on h.unit_id = d.host_unit_id and h.standing and h.valid @> $1::date
           order by b.n desc, d.id limit 1`,
    values: [today],
  });
  const [drive] = rows;
  if (drive === undefined) throw new Error("nothing can be asked: the database has no drive with places");
  const above = await pool.query({
    text: `select u.unit_id as "unitId", u.depth, u.short_name as name
           from (select path from unit.path where unit_id = any ($1::uuid[]) and valid @> $2::date) me
           join unit.unit a on a.no = any (string_to_array(rtrim(me.path, '.'), '.')::bigint[])
           join unit.v_unit u on u.unit_id = a.id and u.valid @> $2::date
           group by 1, 2, 3 order by 2, 1`,
    values: [[drive.hostId, drive.unitId ?? drive.hostId], today],
  });
  const before = await one(
    pool,
    "select (max(effective_on) - 1)::text as id from unit.decision where state = 'applied'",
  );
  return {
    today,
    driveId: drive.driveId,
    facilityId: drive.facilityId,
    campaignId: drive.campaignId,
    places: above.rows.map(({ unitId, depth, name }) => ({ unitId, name: `${depth} ${name}` })),
    before,
  };
}

const LETTER = `select d.id from directive.directive d
  where d.unit_id = $1 and d.state = 'issued' order by d.issued_at desc limit 20`;
const OPEN = `select d.id from drive.drive d join unit.path h on h.unit_id = d.host_unit_id and h.standing
  cross join unit.path t where d.state = 'open' and t.unit_id = $1 and t.standing`;
/** By what it stands for in paths and queries; $1 is the unit, $2 the drive. */
const FOUND: Readonly<Record<string, string>> = {
  // Whoever may come again is counted for drives that places can still be had of: below the unit, else anywhere.
  openDriveId: `select coalesce(
      (${OPEN} and h.path ~>=~ t.path and h.path ~<~ (rtrim(t.path, '.') || '/') order by d.day limit 1),
      (${OPEN} order by d.day limit 1)) as id`,
  // What the unit sent, to as many as possible; else what it received.
  directiveId: `select coalesce(
      (select l.id from (${LETTER}) l order by (select count(*) from directive.recipient r where r.directive_id = l.id) desc limit 1),
      (select directive_id from directive.recipient where unit_id = $1 order by reached_at desc limit 1)) as id`,
  received:
    "select directive_id as id from directive.recipient where unit_id = $1 order by reached_at desc limit 1",
  withKit:
    "select k.directive_id as id from directive.kit k join directive.directive d on d.id = k.directive_id order by d.unit_id = $1 desc, k.id limit 1",
  kitCode: "select code as id from directive.kit_page limit 1",
  letterFile:
    "select a.file_id as id from document.attachment a join directive.directive d on d.document_id = a.document_id where d.unit_id = $1 limit 1",
  letterOfFile:
    "select d.id from document.attachment a join directive.directive d on d.document_id = a.document_id where d.unit_id = $1 limit 1",
  taskId:
    "select t.id from directive.evidence e join directive.task t on t.id = e.task_id where t.unit_id = $1 limit 1",
  evidenceFile:
    "select e.file_id as id from directive.evidence e join directive.task t on t.id = e.task_id where t.unit_id = $1 limit 1",
  fileId: "select id from document.file where unit_id = $1 and removed_at is null limit 1",
  decisionId: "select id from unit.decision where unit_id = $1 order by created_at desc limit 1",
  draftId: "select id from unit.decision where unit_id = $1 and state in ('draft', 'approved') limit 1",
  groupingId: "select id from unit.grouping where unit_id = $1 limit 1",
  handoverId: "select id from account.handover where unit_id = $1 limit 1",
  importId: "select id from person.import where unit_id = $1 and undone_at is null limit 1",
  personId: `select a.id from unit.path t
      cross join lateral (
        select u.unit_id from unit.path u
        where u.path ~>=~ t.path and u.path ~<~ (rtrim(t.path, '.') || '/') and u.standing offset 0) u
      cross join lateral (
        select person_id as id from person.affiliation where unit_id = any (array[u.unit_id, u.unit_id]) offset 0) a
      where t.unit_id = $1 and t.standing limit 1`,
  requestId: "select id from person.request where $1::uuid is not null order by asked_at desc limit 1",
  driveReport:
    "select id from report.report where unit_id = $1 and kind = 'drive' order by version desc, id desc limit 1",
  periodReport:
    "select id from report.report where unit_id = $1 and kind not in ('drive', 'adjustment') order by version desc, id desc limit 1",
  adjustment: "select id from report.report where unit_id = $1 and kind = 'adjustment' limit 1",
  invitedCampaignId:
    "select campaign_id as id from donor.invitation where ended_at is null order by unit_id = $1 desc limit 1",
  code: "select code as id from donor.invitation where ended_at is null order by unit_id = $1 desc limit 1",
  slotId: `select s.id from drive.drive d
      cross join lateral (select id from drive.slot where drive_id = d.id limit 1) s
      where d.state = 'open' and d.campaign_id in (select campaign_id from donor.invitation where ended_at is null)
      limit 1`,
};

/** Statements here are the measure's own: at any size they may take their time. */
export async function findKnown(pool: pg.Pool, ground: Ground, unitId: string): Promise<Known> {
  const known: Record<string, string | undefined> = {
    unitId,
    driveId: ground.driveId,
    facilityId: ground.facilityId,
    campaignId: ground.campaignId,
  };
  for (const [name, text] of Object.entries(FOUND))
    known[name] = await one(pool, text.replaceAll("$2", "$1"), text.includes("$1") ? [unitId] : []);
  return known;
}
