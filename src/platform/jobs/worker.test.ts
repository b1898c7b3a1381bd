// Jobs live and die with the transaction that asks for them, and are done at least once.
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { transaction } from "../db/sql.ts";
import { enqueue, installJobs, type JobAttempt, type RunningJobs, startJobs } from "./worker.ts";

const log = pino({ level: "silent" });

async function until(what: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !what(); i++) await sleep(20);
  expect(what()).toBe(true);
}

for (const server of await testServers()) {
  describe(`jobs (${server.name})`, () => {
    let database: TestDatabase;
    let jobs: RunningJobs | undefined;
    beforeAll(async () => {
      database = await freshDatabase(server);
      await installJobs(database.pool, log);
      await installJobs(database.pool, log);
    });
    afterAll(async () => {
      await jobs?.stop();
      await database.drop();
    });

    it("does a job that was committed, does not know one that was rolled back, and tries a failed one again", async () => {
      const done: string[] = [];
      const attempts: JobAttempt[] = [];
      await transaction(database.pool, (tx) => enqueue(tx, "greet", { id: "one" }));
      await expect(
        transaction(database.pool, async (tx) => {
          await enqueue(tx, "greet", { id: "never" });
          throw new Error("undone");
        }),
      ).rejects.toThrow("undone");
      await transaction(database.pool, (tx) => enqueue(tx, "stumble", { id: "two" }));
      jobs = await startJobs(
        database.pool,
        {
          greet: async ({ id }) => void done.push(String(id)),
          stumble: async (_payload, attempt) => {
            attempts.push(attempt);
            if (attempt.attempt === 1) throw new Error("person@example.test is away");
          },
        },
        log,
        ["greet"],
      );
      await until(() => attempts.length > 0 && done.includes("one"));
      const failed = await database.pool.query<{ last_error: string }>(
        "select last_error from graphile_worker.jobs where task_identifier = 'stumble'",
      );
      await until(() => attempts.length === 2);
      expect(attempts).toEqual([
        { attempt: 1, lastAttempt: false },
        { attempt: 2, lastAttempt: false },
      ]);
      expect(done).not.toContain("never");
      // Between the attempts the row may already be gone; where it stands, it quotes nobody.
      expect(JSON.stringify(failed.rows)).not.toContain("person@");
    });

    it("leaves a job nobody handles for a later program", async () => {
      await transaction(database.pool, (tx) => enqueue(tx, "unknown", { id: "three" }));
      await sleep(100);
      const waiting = await database.pool.query(
        "select attempts from graphile_worker.jobs where task_identifier = 'unknown'",
      );
      expect(waiting.rows).toEqual([{ attempts: 0 }]);
    });
  });
}
