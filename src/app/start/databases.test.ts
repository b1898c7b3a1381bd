// The choice of database, and backup and restore through it, as the commands do.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, testServers } from "../../../test/database.ts";
import { digestTables } from "../../platform/db/backup/digest.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { runBackup } from "../cli/backup.ts";
import { runRestore } from "../cli/restore.ts";
import { readConfig } from "../config.ts";
import { startDatabases } from "./databases.ts";
import { MIGRATIONS } from "./resources.ts";

const quiet = () => undefined;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "giothong-databases-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

for (const server of await testServers()) {
  describe(`on ${server.name}`, () => {
    it("takes the server it is told, and leaves it running", async () => {
      const config = readConfig({ DATABASE_URL: server.unionUrl, MEDICAL_DATABASE_URL: server.medicalUrl });
      const databases = await startDatabases(config, quiet);
      expect(databases).toMatchObject({
        embedded: false,
        unionUrl: server.unionUrl,
        medicalUrl: server.medicalUrl,
      });
      await databases.stop();
      await (await startDatabases(config, quiet)).stop();
    });

    it("refuses one login for both sides, and one that could act as the other", async () => {
      for (const [union, medical] of [
        [server.unionUrl, server.unionUrl],
        [server.adminUrl, server.medicalUrl],
        [server.unionUrl, server.adminUrl],
      ]) {
        const attempt = startDatabases(
          readConfig({ DATABASE_URL: union, MEDICAL_DATABASE_URL: medical }),
          quiet,
        );
        await expect(attempt).rejects.toMatchObject({ key: "db.same-login" });
      }
    });

    it("names the variable of a database that does not answer", async () => {
      const wrong = new URL(server.unionUrl);
      wrong.password = "wrong";
      const attempt = startDatabases(readConfig({ DATABASE_URL: wrong.href }), quiet);
      await expect(attempt).rejects.toMatchObject({
        key: "db.unreachable",
        values: { name: "DATABASE_URL" },
      });
    });

    it("backs up from it and restores into the embedded database of a new folder, while that is not running", async () => {
      const source = await freshDatabase(server);
      const file = join(folder, `${server.name}.gth`);
      try {
        await source.pool.query("insert into platform.setting (name, value) values ('thử', '\"Giọt Hồng\"')");
        await runBackup(readConfig({ DATABASE_URL: source.url }), file, { progress: quiet });
        const dataDir = await mkdtemp(join(folder, "data-"));
        const config = readConfig({ GIOTHONG_DATA: dataDir });
        await runRestore(config, file, { replace: false, progress: quiet });

        // The program runs on it; a backup beside it works, a restore under it does not.
        const running = await startDatabases(config, quiet);
        const pool = openPool(running.unionUrl, { max: 1 });
        expect(await migrate(pool, MIGRATIONS)).toEqual([]);
        expect(await digestTables(pool)).toEqual(await digestTables(source.pool));
        await runBackup(config, join(folder, "beside.gth"), { progress: quiet });
        expect(await readdir(folder)).toContain("beside.gth");
        const under = runRestore(config, file, { replace: true, progress: quiet });
        await expect(under).rejects.toMatchObject({ key: "db.second-owner" });
        await pool.end();
        await running.stop();
      } finally {
        await source.drop();
      }
    });
  });
}
