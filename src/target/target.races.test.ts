// The database's own word on targets: sums, and two levels deciding at once. Raw SQL, past every service.
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../test/database.ts";
import { newId } from "../platform/pure/ids.ts";

const AT = "2021-02-01T02:00:00Z";

for (const server of await testServers()) {
  describe(`targets in the database (${server.name})`, () => {
    let database: TestDatabase;
    let campaign: string;
    const [top, mid, low, other] = [newId(), newId(), newId(), newId()];

    beforeAll(async () => {
      database = await freshDatabase(server);
      for (const id of [top, mid, low, other]) {
        await database.pool.query(
          "insert into unit.unit (id, side, opened_on) values ($1, 'union', '2018-01-01')",
          [id],
        );
      }
    });
    afterAll(() => database.drop());

    beforeEach(async () => {
      campaign = newId();
      await database.pool.query(
        `insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
         values ($1, $2, 'P', 'P', 2021, '[2021-01-01,2021-12-31]', 'bag', $3)`,
        [campaign, top, AT],
      );
    });

    const give = (db: pg.ClientBase, version: number, value: number, unit = top) =>
      db.query(
        `insert into target.given (campaign_id, unit_id, measure, version, value, decided_at)
         values ($1, $2, 'units', $3, $4, $5)`,
        [campaign, unit, version, value, AT],
      );
    const split = async (
      db: pg.ClientBase,
      unit: string,
      version: number,
      total: number,
      shares: readonly (readonly [string, number])[],
      reserve = 0,
    ) => {
      await db.query(
        `insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, decided_at)
         values ($1, $2, 'units', $3, $4, $5, $6, $7)`,
        [campaign, unit, version, total, reserve, shares.length, AT],
      );
      await db.query(
        `insert into target.share (campaign_id, unit_id, measure, version, child_id, value)
         select $1, $2, 'units', $3, * from unnest($4::uuid[], $5::int[])`,
        [campaign, unit, version, shares.map(([child]) => child), shares.map(([, value]) => value)],
      );
    };
    const inOne = async (
      work: (db: pg.PoolClient) => Promise<unknown>,
      level = "read committed",
    ): Promise<string | undefined> => {
      const db = await database.pool.connect();
      try {
        await db.query(`begin isolation level ${level}`);
        await work(db);
        await db.query("commit");
        return undefined;
      } catch (error) {
        await db.query("rollback");
        const { constraint, code } = error as { constraint?: string; code?: string };
        return constraint ?? code ?? String(error);
      } finally {
        db.release();
      }
    };
    /** 100 for the leading unit, of which 60 go to the middle one. */
    const start = async () =>
      expect(
        await inOne(async (db) => {
          await give(db, 1, 100);
          await split(db, top, 1, 100, [[mid, 60]], 40);
        }),
      ).toBeUndefined();

    test("a split whose shares and reserve miss the total is refused", async () => {
      const attempt = (total: number, share: number, reserve: number) =>
        inOne(async (db) => {
          await give(db, 1, total);
          await split(db, top, 1, total, [[mid, share]], reserve);
        });
      expect(await attempt(100, 60, 39)).toBe("target_sum");
      expect(await attempt(100, 61, 40)).toBe("target_sum");
      expect(await attempt(100, 60, 40)).toBeUndefined();
    });

    test("a split without any share is refused when the transaction commits", async () => {
      const refused = await inOne(async (db) => {
        await give(db, 1, 5);
        await db.query(
          `insert into target.split (campaign_id, unit_id, measure, version, total, reserve, parts, decided_at)
           values ($1, $2, 'units', 1, 5, 5, 1, $3)`,
          [campaign, top, AT],
        );
      });
      expect(refused).toBe("target_sum");
    });

    test("a decided split takes no further share, not even of nothing, and never changes", async () => {
      await start();
      const add = (value: number) =>
        inOne((db) =>
          db.query("insert into target.share values ($1, $2, 'units', 1, $3, $4)", [
            campaign,
            top,
            low,
            value,
          ]),
        );
      expect(await add(1)).toBe("target_sum");
      expect(await add(0)).toBe("target_sum");
      for (const table of ["split", "share", "given"]) {
        const where = `where campaign_id = '${campaign}'`;
        expect(await inOne((db) => db.query(`update target.${table} set version = 9 ${where}`))).toBe(
          "target_stays",
        );
        expect(await inOne((db) => db.query(`delete from target.${table} ${where}`))).toBe("target_stays");
      }
    });

    test("nobody splits a number they do not hold", async () => {
      expect(await inOne((db) => split(db, mid, 1, 60, [[low, 60]]))).toBe("target_total");
      await start();
      expect(await inOne((db) => split(db, mid, 1, 61, [[low, 61]]))).toBe("target_total");
      expect(await inOne((db) => split(db, mid, 1, 60, [[low, 60]]))).toBeUndefined();
    });

    test("the number given from outside goes to the leading unit only, and moves together with its split", async () => {
      await start();
      expect(await inOne((db) => give(db, 1, 10, mid))).toMatch(/given_campaign_id_unit_id_fkey/);
      expect(await inOne((db) => give(db, 2, 120))).toBe("target_total");
    });

    test("a number that a unit below has split cannot be changed or taken away without it", async () => {
      await start();
      expect(await inOne((db) => split(db, mid, 1, 60, [[low, 50]], 10))).toBeUndefined();
      expect(await inOne((db) => split(db, top, 2, 100, [[mid, 70]], 30))).toBe("target_below");
      expect(await inOne((db) => split(db, top, 2, 100, [[other, 60]], 40))).toBe("target_below");
      const together = await inOne(async (db) => {
        await split(db, top, 2, 100, [[mid, 70]], 30);
        await split(db, mid, 2, 70, [[low, 50]], 20);
      });
      expect(together).toBeUndefined();
    });

    test("a unit holds a number from one level above only", async () => {
      await start();
      const twice = await inOne(async (db) => {
        await split(db, top, 2, 100, [
          [mid, 60],
          [low, 40],
        ]);
        await split(db, mid, 1, 60, [[low, 60]]);
      });
      expect(twice).toBe("target_twice");
    });

    for (const level of ["read committed", "repeatable read", "serializable"]) {
      test(`two levels that decide at once never both win (${level})`, async () => {
        for (let round = 0; round < 15; round++) {
          campaign = newId();
          await database.pool.query(
            `insert into campaign.campaign (id, unit_id, programme, name, year, period, unit_rule, created_at)
             values ($1, $2, 'P', 'P', 2021, '[2021-01-01,2021-12-31]', 'bag', $3)`,
            [campaign, top, AT],
          );
          await start();
          // Both have written before either commits: each saw the other's old number.
          let ready = 0;
          let open: () => void = () => undefined;
          const both = new Promise<void>((resolve) => {
            open = resolve;
          });
          const arrive = async () => {
            ready += 1;
            if (ready === 2) open();
            await both;
          };
          const outcomes = await Promise.all([
            inOne(async (db) => {
              await split(db, top, 2, 100, [[mid, 70]], 30);
              await arrive();
            }, level),
            inOne(async (db) => {
              await split(db, mid, 1, 60, [[low, 60]]);
              await arrive();
            }, level),
          ]);
          expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
          const [loser] = outcomes.filter((outcome) => outcome !== undefined);
          expect(["target_total", "target_below", "40001"]).toContain(loser);
        }
      });
    }
  });
}
