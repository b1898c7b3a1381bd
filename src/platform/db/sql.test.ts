// What is sent without waiting stands or falls with its transaction, and its refusal is told as what it was.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { execute, lastly, reader, rows, send, sql, type Tx, together, transaction, undoable } from "./sql.ts";

for (const server of await testServers()) {
  describe(`a transaction (${server.name})`, () => {
    let database: TestDatabase;
    const kept = async () =>
      (await rows<{ n: number }>(reader(database.pool), sql`select n from t order by n`)).map(({ n }) => n);
    beforeAll(async () => {
      database = await freshDatabase(server, { migrated: false });
      await database.pool.query("create table t (n integer constraint t_once primary key)");
    });
    afterAll(() => database.drop());

    it("commits what was sent without waiting, in the order it was sent", async () => {
      await transaction(database.pool, async (tx) => {
        send(tx, sql`insert into t values (1)`);
        expect(await execute(tx, sql`update t set n = 2 where n = 1`)).toBe(1);
        send(tx, sql`insert into t values (1)`, "one-more");
        send(tx, sql`delete from t where n = 1`);
      });
      expect(await kept()).toEqual([2]);
    });

    it("keeps nothing where something sent was refused, and says why", async () => {
      const refused = transaction(database.pool, async (tx) => {
        await execute(tx, sql`insert into t values (3)`);
        send(tx, sql`insert into t values (2)`);
      });
      await expect(refused).rejects.toMatchObject({ code: "23505", constraint: "t_once" });
      expect(await kept()).toEqual([2]);
    });

    it("names the first refusal, not what failed for it", async () => {
      const refused = transaction(database.pool, async (tx) => {
        send(tx, sql`insert into t values (2)`);
        await execute(tx, sql`insert into t values (4)`);
      });
      await expect(refused).rejects.toMatchObject({ code: "23505", constraint: "t_once" });
      expect(await kept()).toEqual([2]);
    });

    it("is done with all that was asked together before it says that one failed", async () => {
      const refused = transaction(database.pool, (tx) =>
        together(
          execute(tx, sql`insert into t values (2)`),
          (async () => {
            await new Promise((resolve) => setTimeout(resolve, 50));
            await execute(tx, sql`insert into t values (6)`);
          })(),
        ),
      );
      await expect(refused).rejects.toMatchObject({ code: "23505", constraint: "t_once" });
      expect(await kept()).toEqual([2]);
    });

    it("writes last what is kept for the end, all of a kind at once, and not what was undone", async () => {
      const batches: number[][] = [];
      const write = (tx: Tx, all: readonly number[]): void => {
        batches.push([...all]);
        send(tx, sql`insert into t select unnest(${all}::integer[])`);
      };
      await transaction(database.pool, async (tx) => {
        lastly(tx, write, 7);
        const undo = undoable(tx);
        lastly(tx, write, 8);
        await execute(tx, sql`insert into t values (9)`);
        await undo();
        lastly(tx, write, 10);
        expect(await rows(tx, sql`select n from t where n > 2`)).toEqual([]);
      });
      expect(batches).toEqual([[7, 10]]);
      expect(await kept()).toEqual([2, 7, 10]);
      await transaction(database.pool, (tx) => execute(tx, sql`delete from t where n > 2`));
    });

    it("leaves its connection as it found it", async () => {
      await transaction(database.pool, async (tx) => {
        send(tx, sql`insert into t values (5)`);
        throw new Error("never mind");
      }).catch(() => undefined);
      expect(await kept()).toEqual([2]);
      await transaction(database.pool, (tx) => execute(tx, sql`delete from t`));
      expect(await kept()).toEqual([]);
    });
  });
}
