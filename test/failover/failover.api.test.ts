// The primary dies under a booking crowd and its standby takes over: nothing acknowledged is lost, nobody has two places,
// the program finds the new primary by itself. Before that: overviews from the standby, and how old they say they are.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getOverview } from "../../src/dashboard/contract.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { followReplica, type Replica } from "../../src/platform/db/replica.ts";
import { transaction } from "../../src/platform/db/sql.ts";
import { enqueue, type RunningJobs, startJobs } from "../../src/platform/jobs/worker.ts";
import { setOwnTarget } from "../../src/target/contract.ts";
import type { CastName } from "../cast.ts";
import { makeCampaign } from "../closed-drive.ts";
import { crowdAt } from "../crowd.ts";
import { openDay, withSealKey } from "../open-day.ts";
import { makeWorld, type World } from "../world.ts";
import { overHttp, type Seen } from "./over-http.ts";
import { type Pair, pairServers, startPair, until } from "./pair.ts";

withSealKey();

const CLIENTS = 6;
const PEOPLE_EACH = 10;
const ACTS_EACH = Number(process.env.CROWD_ACTS ?? 30);
const PER_SLOT = 2;
/** So far behind a standby may be here. */
const MOST_SECONDS = 3;
const LONG = 90_000;

const binariesFolder = await mkdtemp(join(tmpdir(), "giothong-pair-lib-"));
afterAll(() => rm(binariesFolder, { recursive: true, force: true }));

for (const [name, binaries] of await pairServers(binariesFolder)) {
  describe(`a primary and its standby (${name})`, () => {
    let folder: string;
    let pair: Pair;
    let world: World;
    let replica: Replica;
    let seen: Seen[];
    let jobs: RunningJobs;
    const done: string[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "giothong-pair-"));
      pair = await startPair(folder, name, binaries);
      world = await makeWorld(pair.server, {
        reach(url) {
          replica = followReplica({
            primaryUrl: pair.address(url, "both"),
            replicaUrl: pair.address(url, "standby"),
            mostSeconds: MOST_SECONDS,
          });
          return { pool: openPool(pair.address(url, "both"), { max: 20 }), replica };
        },
      });
      ({ seen } = await overHttp(world.server));
      const note = { note: async ({ id }: Readonly<Record<string, string>>) => void done.push(String(id)) };
      jobs = await startJobs(world.pool, note, pino({ level: "silent" }));
    }, LONG);
    afterAll(async () => {
      await jobs?.stop();
      await replica?.stop();
      // Its database is on the server that was killed: there is nothing to drop.
      await world?.close().catch(() => undefined);
      await world?.pool.end();
      await pair?.stop();
      await rm(folder, { recursive: true, force: true });
    }, LONG);

    /** What somebody reads of the province's own target, and how old it says it is; null: from the primary. */
    const reads = async (who: CastName, campaignId: string) => {
      const params = { unitId: world.units.province, campaignId };
      const { status, body } = await world.as(who).call(getOverview, { params });
      expect(status).toBe(200);
      const age = seen.at(-1)?.headers.get("data-age");
      return { own: body.own, age: age == null ? null : Number(age) };
    };
    const fresh = () => until(() => (replica.ageSeconds() ?? Number.POSITIVE_INFINITY) < MOST_SECONDS - 1);

    it(
      "reads overviews from the standby and says how old they are; who has just written reads the primary",
      async () => {
        const campaignId = await makeCampaign(world);
        await fresh();
        await until(async () => (await reads("tuan", campaignId)).age !== null);
        expect(seen.at(-1)?.headers.get("data-as-of")).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
        await pair.standby.ask("select pg_wal_replay_pause()");
        await setTarget(campaignId, 77);
        expect(await reads("thu", campaignId)).toEqual({ own: 77, age: null });
        expect(await reads("tuan", campaignId)).toMatchObject({ own: null });
        expect(seen.at(-1)?.headers.has("data-as-of")).toBe(true);
        // Too far behind: the primary answers everybody.
        await sleep(MOST_SECONDS * 1000 + 500);
        expect(await reads("tuan", campaignId)).toEqual({ own: 77, age: null });
        await pair.standby.ask("select pg_wal_replay_resume()");
        await fresh();
        const again = await reads("thu", campaignId);
        expect(again.own).toBe(77);
        expect(again.age).not.toBeNull();
      },
      LONG,
    );

    async function setTarget(campaignId: string, value: number): Promise<void> {
      const { status } = await world.as("thu").call(setOwnTarget, {
        params: { unitId: world.units.province, campaignId },
        body: { measure: "units", value },
      });
      expect(status).toBe(200);
    }

    it("refuses to run on the standby alone, in one line that says what is needed", async () => {
      const pool = openPool(pair.address(world.url, "standby"), { max: 1, patienceMs: 0 });
      await expect(migrate(pool, join(import.meta.dirname, "..", "..", "migrations"))).rejects.toMatchObject({
        key: "db.only-reads",
      });
      await pool.end();
    });

    it(
      "reads from the primary while the standby is away, and from the standby when it is back",
      async () => {
        const campaignId = await makeCampaign(world);
        await fresh();
        await pair.standby.stop();
        for (let i = 0; i < 5; i++) expect((await reads("tuan", campaignId)).age).toBeNull();
        await pair.standby.start();
        await fresh();
        expect((await reads("tuan", campaignId)).age).not.toBeNull();
      },
      LONG,
    );

    it(
      "loses no acknowledged booking when the primary is killed and the standby promoted",
      async () => {
        await pair.synchronous();
        await transaction(world.pool, (tx) => enqueue(tx, "note", { id: "before" }));
        await until(() => done.includes("before"));
        const day = await openDay(world, { perSlot: PER_SLOT, until: "12:00" });
        const crowd = await crowdAt(world, day, {
          seed: 1911,
          clients: CLIENTS,
          peopleEach: PEOPLE_EACH,
          patient: true,
        });
        let over = false;
        const running = crowd.run(ACTS_EACH).finally(() => {
          over = true;
        });
        await until(() => over || crowd.requests > CLIENTS * ACTS_EACH * 0.4);
        expect(over).toBe(false);
        const from = seen.length;
        await pair.primary.kill();
        await sleep(500);
        await pair.promote();
        await running;
        await crowd.expectExact();
        await crowd.expectAcknowledged();
        await crowd.fill();
        await crowd.expectExact();
        expect(await crowd.seats()).toEqual({ capacity: 10 * PER_SLOT, booked: 10 * PER_SLOT });
        // What could not be answered was said to be so, and when to come again.
        const failed = seen.slice(from).filter(({ status }) => status >= 500);
        expect(failed.filter(({ status, headers }) => status !== 503 || !headers.has("retry-after"))).toEqual(
          [],
        );
        const { rows } = await world.pool.query(
          "select inet_server_port() as port, pg_is_in_recovery() as standby",
        );
        expect(rows).toEqual([{ port: pair.standby.port, standby: false }]);
        // A copy that became the primary is no copy.
        await until(() => replica.ageSeconds() === undefined);
        await transaction(world.pool, (tx) => enqueue(tx, "note", { id: "after" }));
        await until(() => done.includes("after"));
      },
      LONG,
    );
  });
}
