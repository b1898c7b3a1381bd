// Days whose people have come, for the facility to type back: drives of the last days, open still, each with confirmed
// places of four unions. Written in the tables: nobody books for a day that is over.
import type pg from "pg";
import { digest, newToken } from "../../src/account/secrets.ts";
import { execute, sql, type Tx, transaction } from "../../src/platform/db/sql.ts";
import { addDays } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { addCounts } from "../../src/tally/service.ts";
import type { Office } from "../booking/world.ts";
import { type Officer, PER_INTERMEDIATE } from "../cascade/seed.ts";

export interface Day {
  readonly driveId: string;
  readonly places: readonly { readonly bookingId: string; readonly unitId: string }[];
  /** Who reports, each with who approves it; level by level from below. */
  readonly reporters: readonly {
    readonly officer: Officer;
    readonly above: Officer;
    readonly level: number;
  }[];
}

/** What was answered of one day; `volumes` in millilitres by place. */
export interface ToldDay {
  readonly day: Day;
  readonly volumes: Map<string, number>;
  closed: boolean;
  /** Typed while closing: who came and did not give, who did not come. */
  stayed: number;
  absent: number;
  /** By unit. */
  readonly reports: Map<string, ToldReport>;
}

export interface ToldReport {
  readonly id: string;
  state: "draft" | "submitted" | "approved";
  /** What the report itself said once it was approved. */
  total?: { readonly registered: number; readonly donated: number; readonly ml: number };
}

const UNIONS = 4;
export const PLACES_EACH = 3;
/** Acts it takes to type a day back and bring its reports to the top, about: how many days a soak needs. */
export const ACTS_A_DAY = 45;

interface Asked {
  readonly federation: Officer;
  readonly intermediates: readonly Officer[];
  readonly offices: readonly Office[];
  readonly facilityId: string;
  readonly campaignId: string;
  readonly today: string;
  readonly count: number;
}

/** The facility's own session, and its days. */
export async function seedDays(pool: pg.Pool, asked: Asked): Promise<{ facility: Officer; days: Day[] }> {
  const facility: Officer = { unitId: asked.facilityId, token: newToken() };
  const days = Array.from({ length: asked.count }, (_, n) => dayOf(asked, n));
  await transaction(pool, async (tx) => {
    await writeFacility(tx, facility, asked.today);
    for (const [n, day] of days.entries()) await writeDay(tx, asked, day, addDays(asked.today, -1 - (n % 8)));
  });
  return { facility, days };
}

/** Unions from all over the tree, other ones each day. */
function dayOf({ federation, intermediates, offices }: Asked, n: number): Day {
  const numbers = Array.from(
    { length: UNIONS },
    (_, i) => (n + Math.floor((i * offices.length) / UNIONS)) % offices.length,
  );
  const over = (number: number): Officer =>
    intermediates[Math.floor(number / PER_INTERMEDIATE)] ?? federation;
  const unions = numbers.flatMap((number) => {
    const officer = offices[number];
    return officer === undefined ? [] : [{ officer, above: over(number), level: 0 }];
  });
  return {
    driveId: newId(),
    places: unions.flatMap(({ officer: { unitId } }) =>
      Array.from({ length: PLACES_EACH }, () => ({ bookingId: newId(), unitId })),
    ),
    reporters: [
      ...unions,
      ...[...new Set(numbers.map(over))].map((officer) => ({ officer, above: federation, level: 1 })),
      // Approved by who signs for it.
      { officer: federation, above: federation, level: 2 },
    ],
  };
}

async function writeFacility(tx: Tx, { unitId, token }: Officer, today: string): Promise<void> {
  const accountId = newId();
  const now = new Date().toISOString();
  await execute(
    tx,
    sql`insert into account.account (id, login, display_name, created_at)
        values (${accountId}, 'benh-vien', 'Bệnh viện', ${now})`,
  );
  await execute(
    tx,
    sql`insert into account.grant (id, account_id, role, unit_id, term)
        values (${newId()}, ${accountId}, 'facility', ${unitId}, daterange(${addDays(today, -100)}::date, null))`,
  );
  await execute(
    tx,
    sql`insert into account.session (id, token_hash, account_id, created_at, expires_at)
        values (${newId()}, ${digest(token)}, ${accountId}, ${now}, ${addDays(today, 60)}::date)`,
  );
}

async function writeDay(
  tx: Tx,
  { federation, facilityId, campaignId }: Asked,
  { driveId, places }: Day,
  day: string,
): Promise<void> {
  const [sessionId, slotId] = [newId(), newId()];
  const [starts, ends, before] = [`${day}T01:00:00Z`, `${day}T02:00:00Z`, `${addDays(day, -3)}T01:00:00Z`];
  await execute(
    tx,
    sql`insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at)
        values (${driveId}, ${campaignId}, ${federation.unitId}, ${facilityId}, 'Ngày hội Đo', 'main', ${day},
                'Nhà văn hóa Đo', 'open', ${before})`,
  );
  await execute(
    tx,
    sql`insert into drive.session (id, drive_id, starts_at, ends_at) values (${sessionId}, ${driveId}, ${starts}, ${ends})`,
  );
  await execute(
    tx,
    sql`insert into drive.slot (id, drive_id, session_id, starts_at, capacity)
        values (${slotId}, ${driveId}, ${sessionId}, ${starts}, ${places.length})`,
  );
  await execute(
    tx,
    sql`insert into booking.seat (slot_id, drive_id, capacity, booked)
        values (${slotId}, ${driveId}, ${places.length}, ${places.length})`,
  );
  const ids = places.map(({ bookingId }) => bookingId);
  // Who gave a day ago is not booked again: these are nobody's members.
  await execute(
    tx,
    sql`with met as (
          insert into person.person (id, full_name, sort_key, search_key, created_at)
          select id, 'Người Đến', 'den nguoi', 'nguoi den', ${before}::timestamptz from unnest(${ids}::uuid[]) as t (id))
        insert into booking.booking (id, drive_id, slot_id, person_id, credited_unit_id, state, held_until, link_hash,
                                     created_at, confirmed_at)
        select id, ${driveId}::uuid, ${slotId}::uuid, id, unit_id, 'confirmed', ${starts}::timestamptz,
               decode(replace(id::text, '-', ''), 'hex'), ${before}::timestamptz, ${before}::timestamptz
        from unnest(${ids}::uuid[], ${places.map(({ unitId }) => unitId)}::uuid[]) as t (id, unit_id)`,
  );
  await addCounts(
    tx,
    places.map(({ unitId }) => ({
      ...{ campaignId, unitId, driveId, day: addDays(day, -3) },
      ...{ measure: "registered", by: 1 },
    })),
  );
}
