// The world of the booking measure: a tree of unions with their officers and members, and open drives to book in.
import type pg from "pg";
import { transaction } from "../../src/platform/db/sql.ts";
import { SESSION_COOKIE } from "../../src/platform/http/bind.ts";
import { addDays } from "../../src/platform/pure/calendar.ts";
import { newId } from "../../src/platform/pure/ids.ts";
import { drawWord } from "../../src/platform/seal/word.ts";
import { openUnit } from "../../src/unit/service.ts";
import { type Officer, seedTree } from "../cascade/seed.ts";
import { Wire } from "./wire.ts";

/** An office that books for its own members. */
export interface Office extends Officer {
  readonly people: readonly string[];
  /** The code of the union's own registration link. */
  readonly code: string;
}

export interface Drive {
  readonly id: string;
  readonly day: string;
  readonly slots: readonly { readonly id: string; readonly startsAt: string }[];
}

export interface BookingWorld {
  readonly campaignId: string;
  readonly offices: readonly Office[];
  /** More places than anybody asks for. */
  readonly wide: readonly Drive[];
  /** A few slots that everybody wants. */
  readonly hot: Drive;
}

const PEOPLE_EACH = 40;
const DRIVES = 16;
const WIDE_PER_SLOT = 60;
/** Places of each of the two hot slots. */
const HOT_PER_SLOT = 25;

/** Units, officers and members, written set-based; then drives, through the server as people would. */
export async function seedUnions(
  pool: pg.Pool,
  offices: number,
  today: string,
): Promise<{
  federation: Officer;
  intermediates: readonly Officer[];
  offices: Office[];
  facilityId: string;
  campaignId: string;
}> {
  const now = new Date().toISOString();
  const tree = await seedTree(pool, offices, now);
  // Whoever plans drives for the federation also approves them here.
  await pool.query(
    `insert into account.grant (id, account_id, role, unit_id, term)
     select gen_random_uuid(), account_id, 'signatory', unit_id, term from account.grant where unit_id = $1`,
    [tree.federation.unitId],
  );
  const facilityId = newId();
  await transaction(pool, (tx) =>
    openUnit(tx, {
      id: facilityId,
      side: "facility",
      kind: "facility",
      name: "Bệnh viện Đo",
      shortName: "BV Đo",
      notation: "BV",
      placeName: "Đo",
      from: "2018-01-01",
    }),
  );
  const campaignId = newId();
  await pool.query(
    `insert into campaign.campaign (id, unit_id, programme, edition, name, year, period, unit_rule, created_at)
     values ($1, $2, 'Hành trình đỏ', 1, 'Hành trình đỏ', $3, daterange($4::date, $5::date), 'bag', $6)`,
    [
      campaignId,
      tree.federation.unitId,
      Number(today.slice(0, 4)),
      addDays(today, -10),
      addDays(today, 90),
      now,
    ],
  );
  const found: Office[] = tree.grassroots.map((officer) => ({
    ...officer,
    people: Array.from({ length: PEOPLE_EACH }, newId),
    code: drawWord(12),
  }));
  await seedMembers(pool, found, { campaignId, now });
  const { federation, intermediates } = tree;
  return { federation, intermediates, offices: found, facilityId, campaignId };
}

/** Every member has an e-mail address, so that each booking also puts a message and its job into the database. */
async function seedMembers(
  pool: pg.Pool,
  offices: readonly Office[],
  { campaignId, now }: { campaignId: string; now: string },
): Promise<void> {
  await pool.query(
    `insert into person.person (id, full_name, sort_key, search_key, birth_date, created_at)
     select id, 'Người Đo', 'do nguoi', 'nguoi do', '1990-01-01', $2 from unnest($1::uuid[]) as t (id)`,
    [offices.flatMap(({ people }) => people), now],
  );
  await pool.query(
    `insert into person.affiliation (id, person_id, unit_id, relation, valid)
     select gen_random_uuid(), person, unit, 'member', daterange('2018-01-01', null)
     from unnest($1::uuid[], $2::uuid[]) as t (person, unit)`,
    [
      offices.flatMap(({ people }) => people),
      offices.flatMap(({ people, unitId }) => people.map(() => unitId)),
    ],
  );
  await pool.query(
    `insert into person.contact (person_id, channel, value)
     select id, 'email', id || '@giothong.test' from unnest($1::uuid[]) as t (id)`,
    [offices.flatMap(({ people }) => people)],
  );
  await pool.query(
    `insert into donor.invitation (code, kind, campaign_id, unit_id, made_at)
     select code, 'unit', $3, unit, $4 from unnest($1::text[], $2::uuid[]) as t (code, unit)`,
    [offices.map(({ code }) => code), offices.map(({ unitId }) => unitId), campaignId, now],
  );
}

/** Plans, approves and opens the drives as the federation's officer. */
export async function openDrives(
  port: number,
  { federation, facilityId, campaignId }: { federation: Officer; facilityId: string; campaignId: string },
  today: string,
): Promise<{ wide: Drive[]; hot: Drive }> {
  const wire = new Wire(port);
  const ask = async (method: "GET" | "POST", path: string, body?: unknown) => {
    const answer = await wire.send({
      method,
      path,
      headers: [
        `cookie: ${SESSION_COOKIE}=${federation.token}`,
        ...(method === "POST" ? ["content-type: application/json", `idempotency-key: ${newId()}`] : []),
      ],
      ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as Drive;
  };
  const open = async (n: number, until: string, perSlot: number): Promise<Drive> => {
    const id = newId();
    await ask("POST", `/api/units/${federation.unitId}/drives`, {
      ...{ id, campaignId, facilityId, name: "Ngày hội Đo", dayType: "main" },
      ...{ day: addDays(today, 20 + n), place: "Nhà văn hóa Đo" },
      sessions: [{ id: newId(), from: "07:00", until, slotMinutes: 30, perSlot }],
    });
    await ask("POST", `/api/drives/${id}/approve`, { planVersion: 1 });
    await ask("POST", `/api/drives/${id}/open`);
    const { day, slots } = await ask("GET", `/api/drives/${id}`);
    return { id, day, slots: slots.map((slot) => ({ id: slot.id, startsAt: slot.startsAt })) };
  };
  const wide: Drive[] = [];
  for (let n = 0; n < DRIVES; n++) wide.push(await open(n, "17:00", WIDE_PER_SLOT));
  const hot = await open(DRIVES, "08:00", HOT_PER_SLOT);
  wire.close();
  return { wide, hot };
}

/** Places that do not add up, over all drives: 0 of each or the measure has failed. */
export async function recountPlaces(
  pool: pg.Pool,
): Promise<{ oversold: number; miscounted: number; twice: number; running: number }> {
  const { rows } = await pool.query(
    `select count(*) filter (where s.booked > s.capacity or running > s.capacity)::integer as oversold,
            count(*) filter (where s.booked <> running)::integer as miscounted,
            (select count(*) from (select 1 from booking.booking where state <> 'released'
                                   group by drive_id, person_id having count(*) > 1) t)::integer as twice,
            sum(running)::integer as running
     from booking.seat s cross join lateral (
       select count(*)::integer as running from booking.booking b
       where b.slot_id = s.slot_id and b.state <> 'released') r`,
  );
  return rows[0];
}
