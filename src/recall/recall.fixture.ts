// People who gave before, drives to ask them for, and an officer's asking: for tests of recall.
import type { UnitName } from "../../test/cast.ts";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { type OpenDay, openDay, someone } from "../../test/open-day.ts";
import type { World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import { inviteAgain, listCalls, previewRecall } from "./contract.ts";
import { RECALL_JOB, recallJobs } from "./jobs.ts";

export const DAY = "2021-06-09";
export const NOON = "2021-05-20T05:00:00.000Z";

/** Tools bound to one suite's world, which is made before its first test. */
export function recalling(theWorld: () => World) {
  let campaignId: string;
  let earlier: string;

  /** Somebody of the unit who gave on that day and agreed to be invited. */
  async function donor(
    world: World,
    unit: UnitName,
    { gave = "2020-12-01", consent = true, email = true, birthDate = "1990-05-01" } = {},
  ): Promise<string> {
    const personId = await someone(world, unit, {
      birthDate,
      ...(email && { email: `${newId()}@vi-du.vn` }),
    });
    if (gave !== "") {
      await world.pool.query(
        "insert into donor.donation (person_id, drive_id, day, volume_ml) values ($1, $2, $3, 350)",
        [personId, earlier, gave],
      );
    }
    if (consent) await agree(world, personId);
    return personId;
  }
  const agree = (world: World, personId: string) =>
    world.pool.query(
      "insert into person.consent (id, person_id, purpose, given_at, evidence) values ($1, $2, 'invitation', $3, 'link')",
      [newId(), personId, world.now],
    );

  /** A drive of its own in June, with everybody asked so far at peace again. */
  async function fresh(
    options: { perSlot?: number; until?: string } = {},
  ): Promise<{ world: World; day: OpenDay }> {
    const world = theWorld();
    world.now = NOON;
    await world.pool.query("update account.session set expires_at = '2030-01-01'");
    campaignId ??= await makeCampaign(world);
    earlier ??= await makeClosedDrive(world, campaignId, { day: "2021-01-15", donors: [] });
    // Those of the tests before agreed to nothing here.
    await world.pool.query("update person.consent set withdrawn_at = $1 where withdrawn_at is null", [NOON]);
    await world.pool.query(
      "update recall.round set state = 'ended', reason = 'stopped', ended_at = $1 where state = 'running'",
      [NOON],
    );
    world.jobs.length = 0;
    return {
      world,
      day: await openDay(world, { day: DAY, campaignId, perSlot: 10, until: "08:00", ...options }),
    };
  }
  const ask = (world: World, who: "chi" | "binh" | "thu", unit: UnitName, day: OpenDay) => ({
    preview: (wanted?: number) =>
      world.as(who).call(previewRecall, {
        params: { unitId: world.units[unit], driveId: day.driveId },
        ...(wanted !== undefined && { query: { wanted } }),
      }),
    invite: (wanted: number, perWave = wanted, id = newId()) =>
      world.as(who).call(inviteAgain, {
        params: { unitId: world.units[unit], driveId: day.driveId },
        body: { id, wanted, perWave },
      }),
  });
  const asked = async (world: World, driveId: string): Promise<{ personId: string; slotId: string }[]> =>
    (
      await world.pool.query(
        'select person_id as "personId", slot_id as "slotId" from recall.invitation where drive_id = $1',
        [driveId],
      )
    ).rows;
  const look = (world: World) =>
    recallJobs({
      pool: world.pool,
      now: () => world.now,
      publicUrl: "http://giothong.test",
      enqueue: async (_tx, job, payload) => void world.jobs.push({ job, payload }),
    })[RECALL_JOB]?.({}, { attempt: 1, lastAttempt: false });
  const calls = async (world: World, who: "chi" | "son" | "binh", unit: UnitName, day: OpenDay) =>
    (
      await world.as(who).call(listCalls, {
        params: { unitId: world.units[unit], driveId: day.driveId },
      })
    ).body.items;
  return { donor, fresh, ask, asked, look, calls, campaign: () => campaignId };
}
