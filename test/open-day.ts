// A donation day in a world, planned and opened through the server as the cast would do it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { holdPlace, openPlaces } from "../src/booking/contract.ts";
import { approveDrive } from "../src/drive/contract/plan.ts";
import { getDrive, planDrive } from "../src/drive/contract.ts";
import { execute, sql, transaction } from "../src/platform/db/sql.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { nameSortKey, searchKey } from "../src/platform/pure/text-vi.ts";
import { useKeyFile } from "../src/platform/seal/secret.ts";
import type { CastName, UnitName } from "./cast.ts";
import { makeCampaign } from "./closed-drive.ts";
import type { World } from "./world.ts";

/** Links are sealed by a key of this test file's own. Call it once at the top of the file. */
export function withSealKey(): void {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-key-"));
    useKeyFile(join(folder, "key"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}

export interface OpenDay {
  readonly campaignId: string;
  readonly driveId: string;
  readonly slots: readonly { readonly id: string; readonly startsAt: string; readonly capacity: number }[];
}

export interface DayOptions {
  readonly day?: string;
  readonly perSlot?: number;
  readonly until?: string;
  readonly campaignId?: string;
  readonly unitRule?: "bag" | "ml250";
}

export const DAY = "2021-06-09";

/** Planned by the province for its campaign at the hospital; half-hour slots from 7:00, two unless told otherwise. */
export async function planDay(
  world: World,
  { day = DAY, perSlot = 2, until = "08:00", campaignId, unitRule = "bag" }: DayOptions = {},
): Promise<{ campaignId: string; driveId: string }> {
  const campaign = campaignId ?? (await makeCampaign(world, { unitRule }));
  const driveId = newId();
  const { status } = await world.as("thu").call(planDrive, {
    params: { unitId: world.units.province },
    body: {
      id: driveId,
      campaignId: campaign,
      facilityId: world.units.hospital,
      name: "Ngày hội Giọt hồng",
      dayType: "main",
      day,
      place: "Nhà văn hóa tỉnh",
      sessions: [{ id: newId(), from: "07:00", until, slotMinutes: 30, perSlot }],
    },
  });
  expect(status).toBe(200);
  return { campaignId: campaign, driveId };
}

/** Planned, and approved by who signs for the province. */
export async function approvedDay(world: World, options: DayOptions = {}): ReturnType<typeof planDay> {
  const planned = await planDay(world, options);
  const { status } = await world
    .as("tuan")
    .call(approveDrive, { params: { driveId: planned.driveId }, body: { planVersion: 1 } });
  expect(status).toBe(200);
  return planned;
}

export async function openDay(world: World, options: DayOptions = {}): Promise<OpenDay> {
  const planned = await approvedDay(world, options);
  const { status } = await world.as("thu").call(openPlaces, { params: { driveId: planned.driveId } });
  expect(status).toBe(200);
  const { body } = await world.as("thu").call(getDrive, { params: { driveId: planned.driveId } });
  return { ...planned, slots: body.slots };
}

export interface SomeoneOptions {
  readonly name?: string;
  readonly birthDate?: string | null;
  readonly email?: string;
}

/** A person of the unit, made for one test. */
export async function someone(
  world: World,
  unit: UnitName,
  { name = "Lò Thị Duyên", birthDate = "1990-05-01", email }: SomeoneOptions = {},
): Promise<string> {
  const id = newId();
  await transaction(world.pool, async (tx) => {
    await execute(
      tx,
      sql`insert into person.person (id, full_name, sort_key, search_key, birth_date, created_at)
          values (${id}, ${name}, ${nameSortKey(name)}, ${searchKey(name)}, ${birthDate}, ${world.now})`,
    );
    await execute(
      tx,
      sql`insert into person.affiliation (id, person_id, unit_id, relation, valid)
          values (${newId()}, ${id}, ${world.units[unit]}, 'member', daterange('2018-01-01', null))`,
    );
    if (email !== undefined) {
      await execute(
        tx,
        sql`insert into person.contact (person_id, channel, value) values (${id}, 'email', ${email})`,
      );
    }
  });
  return id;
}

/** Holds a place as the officer of the unit; answers what the server answered. */
export function hold(
  world: World,
  who: CastName,
  unit: UnitName,
  day: OpenDay,
  personId: string,
  { slot = 0, id = newId() }: { slot?: number; id?: string } = {},
) {
  return world.as(who).call(holdPlace, {
    params: { unitId: world.units[unit], driveId: day.driveId },
    body: { id, personId, slotId: day.slots[slot]?.id ?? "" },
  });
}

/** Does something at another time. Sessions last through the journey. */
export async function at(world: World, instant: string, what: () => Promise<void>): Promise<void> {
  const before = world.now;
  await world.pool.query("update account.session set expires_at = '2030-01-01'");
  world.now = instant;
  try {
    await what();
  } finally {
    world.now = before;
  }
}

export const tokenIn = (link: string): string => link.slice(link.lastIndexOf("/") + 1);

/** What the member's form sends. */
export async function answer(
  world: World,
  link: string,
  fields: Record<string, string>,
): Promise<{ status: number; page: string }> {
  const reply = await world.server.inject({
    method: "POST",
    url: `/d/${tokenIn(link)}`,
    remoteAddress: nextAddress(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: reply.statusCode, page: reply.body };
}

/** What the member's browser shows. */
export async function look(
  world: World,
  link: string,
  cookies: Record<string, string> = {},
): Promise<{ status: number; page: string; headers: Record<string, unknown> }> {
  const reply = await world.server.inject({
    method: "GET",
    url: `/d/${tokenIn(link)}`,
    remoteAddress: nextAddress(),
    cookies,
  });
  return { status: reply.statusCode, page: reply.body, headers: reply.headers };
}

export const YES = { answer: "confirm", consent: "take-part" } as const;
export const NO = { answer: "release" } as const;

let asked = 0;
/** Every member has a phone of their own. */
const nextAddress = (): string => {
  asked++;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
};

/** The running places of a drive must be what its counters say, whatever happened. */
export async function expectSeatsAreBookings(world: World, driveId: string): Promise<void> {
  const { rows } = await world.pool.query(
    `select s.slot_id, s.capacity, s.booked,
            (select count(*)::integer from booking.booking b where b.slot_id = s.slot_id and b.state <> 'released') as running
     from booking.seat s where s.drive_id = $1`,
    [driveId],
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const seat of rows) {
    expect(seat.booked).toBe(seat.running);
    expect(seat.booked).toBeLessThanOrEqual(seat.capacity);
  }
}
