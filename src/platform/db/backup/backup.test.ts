// Backup and restore between real servers: equal to the last row.
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../../test/database.ts";
import { migrate } from "../migrate.ts";
import { backup } from "./backup.ts";
import { digestTables } from "./digest.ts";
import { restore } from "./restore.ts";
import { fill, migrationsFolder, TRICKY } from "./tricky.fixture.ts";

const quiet = { progress: () => undefined };
const OURS = join(import.meta.dirname, "..", "..", "..", "..", "migrations");

const servers = await testServers();
let folder: string;
let migrations: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-backup-"));
  migrations = await migrationsFolder(folder, "migrations", TRICKY);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

for (const from of servers) {
  describe(`a backup made on ${from.name}`, () => {
    let source: TestDatabase;
    let file: string;
    beforeAll(async () => {
      source = await freshDatabase(from, { migrated: false });
      await migrate(source.pool, migrations);
      await fill(source.pool);
      file = join(folder, `${from.name}.gth`);
      await backup(source.pool, file, quiet);
    });
    afterAll(() => source.drop());

    const intoFresh = async (work: (target: TestDatabase) => Promise<void>, on = from) => {
      const target = await freshDatabase(on, { migrated: false });
      try {
        await work(target);
      } finally {
        await target.drop();
      }
    };

    for (const to of servers) {
      it(`comes back equal on ${to.name}`, async () => {
        await intoFresh(async (target) => {
          const result = await restore(target.pool, file, { ...quiet, migrations, replace: false });
          const expected = await digestTables(source.pool);
          expect(await digestTables(target.pool)).toEqual(expected);
          expect(expected.find(({ table }) => table === "tree.officer")?.rows).toBe(6_000);
          expect(result.rows).toBe(expected.reduce((sum, { rows }) => sum + rows, 0));
          const next = "insert into tree.officer (unit) values (1) returning id";
          expect((await target.pool.query(next)).rows).toEqual([{ id: 6_001 }]);
          const counted = await target.pool.query("select n from tree.counted");
          expect(counted.rows).toEqual([{ n: 6_001 }]); // the trigger works again, and did not count the restored rows
          expect((await target.pool.query("select n from tree.total")).rows).toEqual([{ n: 6_000 }]);
          await expect(target.pool.query("delete from tree.unit where id = 2")).rejects.toThrow(
            "never changes",
          );
          const orphan = "insert into tree.officer (unit) values (99999)";
          await expect(target.pool.query(orphan)).rejects.toMatchObject({ code: "23503" });
        }, to);
      });
    }

    it("is readable by its maker only and leaves no unfinished file", async () => {
      if (process.platform !== "win32") expect((await stat(file)).mode & 0o077).toBe(0);
      expect((await readdir(folder)).filter((name) => name.includes(".part-"))).toEqual([]);
    });

    it("holds the program's own tables to the last row", async () => {
      const program = await freshDatabase(from);
      try {
        await program.pool.query(`insert into platform.audit_entry (id, at, operation, subject_kind, subject_id, detail)
          select gen_random_uuid(), '2021-01-18T00:00:00Z', 'test', 'unit', gen_random_uuid(), '{}'
            from generate_series(1, 500)`);
        const own = join(folder, `own ${from.name}.gth`);
        await backup(program.pool, own, quiet);
        await intoFresh(async (target) => {
          await restore(target.pool, own, { ...quiet, migrations: OURS, replace: false });
          const digests = await digestTables(program.pool);
          expect(await digestTables(target.pool)).toEqual(digests);
          expect(digests.find(({ table }) => table === "platform.audit_entry")?.rows).toBe(500);
          const again = restore(target.pool, own, { ...quiet, migrations: OURS, replace: false });
          await expect(again).rejects.toMatchObject({ key: "db.restore-not-empty" });
        });
      } finally {
        await program.drop();
      }
    });
  });
}
