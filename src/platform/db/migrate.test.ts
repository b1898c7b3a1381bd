// Migrations: forward only, each once, nothing by halves.
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { migrate } from "./migrate.ts";
import { openPool } from "./pool.ts";

for (const server of await testServers()) {
  describe(`migrations on ${server.name}`, () => {
    let database: TestDatabase;
    let folder: string;
    const put = (name: string, text: string) => writeFile(join(folder, name), text);
    const run = () => migrate(database.pool, folder);
    const applied = async () => {
      const found = await database.pool.query("select name from platform.migration order by number");
      return found.rows.map(({ name }) => name);
    };
    beforeEach(async () => {
      database = await freshDatabase(server, { migrated: false });
      folder = await mkdtemp(join(tmpdir(), "giothong-migrate-"));
      await put("0001_first.sql", "create schema a; create table a.one (x int);");
    });
    afterEach(async () => {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    });

    it("run once each, in order, and say which ran", async () => {
      expect(await run()).toEqual(["0001_first"]);
      await put("0002_second.sql", "insert into a.one values (1);");
      await put("notes.txt", "not a migration");
      expect(await run()).toEqual(["0002_second"]);
      expect(await run()).toEqual([]);
      expect(await applied()).toEqual(["0001_first", "0002_second"]);
      expect((await database.pool.query("select x from a.one")).rows).toEqual([{ x: 1 }]);
    });

    it("leave nothing of a file that fails, and name its line", async () => {
      await put("0002_bad.sql", "create table a.two (x int);\n\nselect nonsense;");
      await expect(run()).rejects.toMatchObject({
        key: "db.migration-failed",
        values: { name: "0002_bad", line: "3" },
      });
      expect(await applied()).toEqual(["0001_first"]);
      expect((await database.pool.query("select to_regclass('a.two') as two")).rows).toEqual([{ two: null }]);
      await put("0002_bad.sql", "create table a.two (x int);");
      expect(await run()).toEqual(["0002_bad"]);
    });

    it("refuse a file that was changed after it ran, but not for its line ends", async () => {
      await put("0001_first.sql", "create schema a;\ncreate table a.one (x int);\n");
      await run();
      await put("0001_first.sql", "create schema a;\r\ncreate table a.one (x int);\r\n");
      expect(await run()).toEqual([]);
      await put("0001_first.sql", "create schema a;\ncreate table a.one (x bigint);\n");
      await expect(run()).rejects.toMatchObject({ key: "db.migration-changed" });
    });

    it("refuse a database that has had one the program does not know", async () => {
      await put("0002_second.sql", "select 1;");
      await run();
      await rm(join(folder, "0002_second.sql"));
      await expect(run()).rejects.toMatchObject({
        key: "db.migration-missing",
        values: { name: "0002_second" },
      });
    });

    it("refuse a gap, a number used twice and a name of another form, before anything runs", async () => {
      await put("0003_third.sql", "select 1;");
      await expect(run()).rejects.toMatchObject({ key: "db.migration-gap", values: { number: "0002" } });
      await rename(join(folder, "0003_third.sql"), join(folder, "0001_again.sql"));
      await expect(run()).rejects.toMatchObject({ key: "db.migration-bad-name" });
      await rename(join(folder, "0001_again.sql"), join(folder, "second.sql"));
      await expect(run()).rejects.toMatchObject({
        key: "db.migration-bad-name",
        values: { file: "second.sql" },
      });
      expect((await database.pool.query("select to_regnamespace('a') as a")).rows).toEqual([{ a: null }]);
    });

    it("wait for each other when two programs start at once", async () => {
      await put("0002_slow.sql", "select pg_sleep(0.3); create table a.two (x int);");
      const other = openPool(database.url, { max: 1 });
      try {
        const both = await Promise.all([run(), migrate(other, folder)]);
        expect(both.flat().sort()).toEqual(["0001_first", "0002_slow"]);
      } finally {
        await other.end();
      }
    });

    it("of a folder that does not exist are none", async () => {
      expect(await migrate(database.pool, join(folder, "medical"))).toEqual([]);
    });
  });
}
