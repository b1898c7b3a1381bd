// The same crowd while PostgreSQL is killed twice in the middle: what was answered stands, what was not is sent again, and
// every slot counts what it holds.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crowdAt } from "../../test/crowd.ts";
import { openDay, withSealKey } from "../../test/open-day.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { type EmbeddedDatabase, startEmbedded } from "../platform/db/embedded/embedded.ts";
import { holderOf } from "../platform/db/embedded/server.ts";

withSealKey();

const CLIENTS = 6;
const PEOPLE_EACH = 12;
const ACTS_EACH = Number(process.env.CROWD_ACTS ?? 40);
const PER_SLOT = 2;

describe("a crowd while the database is killed", () => {
  let folder: string;
  let database: EmbeddedDatabase;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "giothong-crowd-"));
    database = await startEmbedded({ dataDir: join(folder, "data"), progress: () => undefined });
    world = await makeWorld({ ...database, name: "PostgreSQL 18 embedded" });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it("loses nothing it acknowledged, and ends exact", async () => {
    const day = await openDay(world, { perSlot: PER_SLOT, until: "17:00" });
    const crowd = await crowdAt(world, day, {
      seed: 204,
      clients: CLIENTS,
      peopleEach: PEOPLE_EACH,
      patient: true,
    });
    let cutOff = 0;
    world.pool.on("remove", () => {
      cutOff++;
    });
    let over = false;
    const running = crowd.run(ACTS_EACH).finally(() => {
      over = true;
    });
    const total = CLIENTS * ACTS_EACH;
    let kills = 0;
    for (const share of [0.2, 0.6]) {
      while (!over && crowd.requests < total * share) await new Promise((later) => setTimeout(later, 20));
      const holder = await holderOf(join(folder, "data"));
      if (over || holder === undefined) break;
      process.kill(holder.pid, "SIGKILL");
      kills++;
    }
    await running;
    expect(kills).toBe(2);
    // Connections broke under the crowd: otherwise nothing was tried. Most of their requests went on by themselves.
    expect(cutOff).toBeGreaterThan(0);
    await crowd.expectExact();
    await crowd.expectAcknowledged();
    await crowd.fill();
    await crowd.expectExact();
    expect(await crowd.seats()).toEqual({ capacity: 20 * PER_SLOT, booked: 20 * PER_SLOT });
  }, 180_000);
});
