// Facts of a campaign for tests of what is read from them: a letter that reached units, targets, a drive that is
// closed with its donors counted. Written straight to the tables, so that such tests need no other capability to work.
import { unitsHundredths } from "../src/campaign/rules/blood-units.ts";
import { execute, sql, type Tx, transaction } from "../src/platform/db/sql.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { addCounts } from "../src/tally/service.ts";
import type { UnitName } from "./cast.ts";
import type { World } from "./world.ts";

export const CAMPAIGN_FROM = "2021-01-01";
/** The letter of the campaigns made here is issued at this instant. */
export const ISSUED_AT = "2021-01-18T03:00:00.000Z";
/** Two working days later. */
const RECEIVE_BY = "2021-01-20";

export interface Letter {
  readonly reportDays?: number;
  /** Unit → who passed it on; received and disseminated when said so. */
  readonly reached: readonly {
    readonly unit: UnitName;
    readonly from: UnitName;
    readonly receivedAt?: string;
    readonly disseminatedAt?: string;
  }[];
}

/** A campaign led by `lead`, with a letter 610/LĐLĐ of the same unit when one is given. */
export async function makeCampaign(
  world: World,
  {
    lead = "province",
    unitRule = "bag",
    letter,
  }: { lead?: UnitName; unitRule?: "bag" | "ml250"; letter?: Letter } = {},
): Promise<string> {
  const campaignId = newId();
  const unitId = world.units[lead];
  await transaction(world.pool, async (tx) => {
    await execute(
      tx,
      sql`insert into campaign.campaign (id, unit_id, programme, edition, name, year, period, unit_rule, created_at)
          values (${campaignId}, ${unitId}, 'Hành trình Đỏ', 9, 'Hành trình Đỏ lần thứ IX năm 2021', 2021,
                  daterange(${CAMPAIGN_FROM}, '2022-01-01'), ${unitRule}, ${ISSUED_AT})`,
    );
    if (letter !== undefined) await addLetter(tx, world, campaignId, unitId, letter);
  });
  return campaignId;
}

async function addLetter(
  tx: Tx,
  world: World,
  campaignId: string,
  unitId: string,
  letter: Letter,
): Promise<void> {
  const [documentId, directiveId] = [newId(), newId()];
  await execute(
    tx,
    sql`insert into document.document (id, unit_id, kind, number, notation, issued_on, subject, created_at)
        values (${documentId}, ${unitId}, 'cong-van', '610', 'LĐLĐ', '2021-01-18',
                'tuyên truyền thực hiện Chương trình Hành trình đỏ lần thứ IX năm 2021', ${ISSUED_AT})`,
  );
  await execute(
    tx,
    sql`insert into directive.directive (id, root_id, campaign_id, document_id, unit_id, title, state, issued_at, report_days, created_at)
        values (${directiveId}, ${directiveId}, ${campaignId}, ${documentId}, ${unitId}, 'Công văn 610/LĐLĐ', 'issued', ${ISSUED_AT},
                ${letter.reportDays ?? null}, ${ISSUED_AT})`,
  );
  for (const { unit, from, receivedAt, disseminatedAt } of letter.reached) {
    await execute(
      tx,
      sql`insert into directive.recipient (directive_id, root_id, unit_id, from_unit_id, reached_at, receive_by, received_at,
                                             disseminated_at)
          values (${directiveId}, ${directiveId}, ${world.units[unit]}, ${world.units[from]}, ${ISSUED_AT}, ${RECEIVE_BY},
                  ${receivedAt ?? null}, ${disseminatedAt ?? null})`,
    );
    await execute(
      tx,
      sql`insert into directive.task (id, directive_id, root_id, unit_id, ordinal, duty)
          values (${newId()}, ${directiveId}, ${directiveId}, ${world.units[unit]}, 5, 'report-after-drive')`,
    );
  }
}

export interface Donors {
  readonly unit: UnitName;
  /** Confirmed people who did not give. */
  readonly stayed?: number;
  readonly ml250?: number;
  readonly ml350?: number;
  readonly ml450?: number;
}

export interface ClosedDrive {
  readonly day: string;
  readonly donors: readonly Donors[];
  readonly outside?: { readonly ml250?: number; readonly ml350?: number; readonly ml450?: number };
  readonly unitRule?: "bag" | "ml250";
}

/** A drive of that day, closed at 17:00, with a person and a booking for every donor and everything counted. */
export async function makeClosedDrive(world: World, campaignId: string, drive: ClosedDrive): Promise<string> {
  const [driveId, sessionId, slotId] = [newId(), newId(), newId()];
  const closedAt = `${drive.day}T10:00:00.000Z`;
  const starts = `${drive.day}T00:30:00.000Z`;
  const outside = { ml250: 0, ml350: 0, ml450: 0, ...drive.outside };
  await transaction(world.pool, async (tx) => {
    await execute(
      tx,
      sql`insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at, closed_at)
          values (${driveId}, ${campaignId}, ${world.units.province}, ${world.units.hospital}, ${`Đợt ${drive.day}`}, 'main',
                  ${drive.day}, 'Nhà văn hóa tỉnh', 'closed', ${ISSUED_AT}, ${closedAt})`,
    );
    await execute(
      tx,
      sql`insert into drive.session (id, drive_id, starts_at, ends_at)
          values (${sessionId}, ${driveId}, ${starts}, ${closedAt})`,
    );
    await execute(
      tx,
      sql`insert into drive.slot (id, drive_id, session_id, starts_at, capacity)
          values (${slotId}, ${driveId}, ${sessionId}, ${starts}, 1000)`,
    );
    await execute(
      tx,
      sql`insert into booking.seat (slot_id, drive_id, capacity) values (${slotId}, ${driveId}, 1000)`,
    );
    const bags = { ...outside };
    for (const donors of drive.donors) {
      const given = { ml250: donors.ml250 ?? 0, ml350: donors.ml350 ?? 0, ml450: donors.ml450 ?? 0 };
      const volumes = [
        ...Array<number>(donors.stayed ?? 0).fill(0),
        ...Array<number>(given.ml250).fill(250),
        ...Array<number>(given.ml350).fill(350),
        ...Array<number>(given.ml450).fill(450),
      ];
      for (const volume of volumes) {
        await addDonor(tx, { driveId, slotId, unitId: world.units[donors.unit], volume, at: closedAt });
      }
      bags.ml250 += given.ml250;
      bags.ml350 += given.ml350;
      bags.ml450 += given.ml450;
      const donated = given.ml250 + given.ml350 + given.ml450;
      const at = { campaignId, unitId: world.units[donors.unit], driveId, day: drive.day };
      await addCounts(tx, [
        { ...at, day: CAMPAIGN_FROM, measure: "registered", by: volumes.length },
        { ...at, measure: "donated", by: donated },
        { ...at, measure: "bags", by: donated },
        { ...at, measure: "ml", by: given.ml250 * 250 + given.ml350 * 350 + given.ml450 * 450 },
        { ...at, measure: "units", by: unitsHundredths(drive.unitRule ?? "bag", given) },
      ]);
    }
    await execute(
      tx,
      sql`insert into turnout.sheet (drive_id, outside_250, outside_350, outside_450, bags_250, bags_350, bags_450,
                                     closed_at, changed_at)
          values (${driveId}, ${outside.ml250}, ${outside.ml350}, ${outside.ml450}, ${bags.ml250}, ${bags.ml350},
                  ${bags.ml450}, ${closedAt}, ${closedAt})`,
    );
  });
  return driveId;
}

async function addDonor(
  tx: Tx,
  donor: { driveId: string; slotId: string; unitId: string; volume: number; at: string },
): Promise<void> {
  const [personId, bookingId] = [newId(), newId()];
  await execute(
    tx,
    sql`insert into person.person (id, full_name, sort_key, search_key, created_at)
        values (${personId}, 'Người Mẫu', 'mau', 'nguoi mau', ${ISSUED_AT})`,
  );
  await execute(
    tx,
    sql`insert into booking.booking (id, drive_id, slot_id, person_id, credited_unit_id, state, held_until, link_hash,
                                     created_at, confirmed_at)
        values (${bookingId}, ${donor.driveId}, ${donor.slotId}, ${personId}, ${donor.unitId}, 'confirmed', ${donor.at},
                decode(replace(${bookingId}, '-', ''), 'hex'), ${ISSUED_AT}, ${ISSUED_AT})`,
  );
  await execute(tx, sql`update booking.seat set booked = booked + 1 where slot_id = ${donor.slotId}`);
  await execute(
    tx,
    sql`insert into turnout.outcome (booking_id, drive_id, volume_ml, recorded_at)
        values (${bookingId}, ${donor.driveId}, ${donor.volume}, ${donor.at})`,
  );
}

/** The number the campaign's leading unit was given, and how it split it. */
export async function giveTargets(
  world: World,
  campaignId: string,
  lead: UnitName,
  shares: Partial<Record<UnitName, number>>,
): Promise<void> {
  const entries = Object.entries(shares) as [UnitName, number][];
  const total = entries.reduce((sum, [, value]) => sum + value, 0);
  await transaction(world.pool, async (tx) => {
    await execute(
      tx,
      sql`insert into target.given (campaign_id, unit_id, measure, version, value, decided_at)
          values (${campaignId}, ${world.units[lead]}, 'units', 1, ${total}, ${ISSUED_AT})`,
    );
    await execute(
      tx,
      sql`insert into target.split (campaign_id, unit_id, measure, version, parts, total, reserve, decided_at)
          values (${campaignId}, ${world.units[lead]}, 'units', 1, ${entries.length}, ${total}, 0, ${ISSUED_AT})`,
    );
    await execute(
      tx,
      sql`insert into target.share (campaign_id, unit_id, measure, version, child_id, value)
          select ${campaignId}, ${world.units[lead]}, 'units', 1, s.unit_id, s.value
          from unnest(${entries.map(([name]) => world.units[name])}::uuid[], ${entries.map(([, value]) => value)}::int[])
            as s (unit_id, value)`,
    );
  });
}

export async function setOwnTarget(
  world: World,
  campaignId: string,
  unit: UnitName,
  value: number,
): Promise<void> {
  await transaction(world.pool, (tx) =>
    execute(
      tx,
      sql`insert into target.own (campaign_id, unit_id, measure, version, value, decided_at)
          values (${campaignId}, ${world.units[unit]}, 'units', 1, ${value}, ${ISSUED_AT})`,
    ),
  );
}
