import { readFileSync } from "node:fs";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { createUnionServer } from "../server.ts";
import { installTree } from "./install.ts";
import { BadInput } from "./problem.ts";

const NOW = "2026-11-23T01:00:00.000Z";
const SAMPLE = readFileSync(new URL("../../../samples/trees/tinh-mau.json", import.meta.url), "utf8");

for (const server of await testServers()) {
  describe(`a first installation (${server.name})`, () => {
    let database: TestDatabase;
    beforeEach(async () => {
      database = await freshDatabase(server);
    });
    afterEach(() => database.drop());

    it("opens the tree and lets the first people in by their codes", async () => {
      const { units, codes } = await installTree(database.pool, SAMPLE, NOW);
      expect(units).toBe(4);
      expect(codes.map(({ role }) => role)).toEqual(["administrator", "officer", "facility"]);
      const app = await createUnionServer({
        pool: database.pool,
        clock: () => NOW,
        demo: false,
        publicUrl: "http://giothong.test",
        log: pino({ level: "silent" }),
        enqueue: async () => undefined,
        version: "test",
      });
      const joined = await app.inject({
        method: "POST",
        url: "/api/session/join",
        payload: { code: codes[1]?.code, login: "can.bo", displayName: "Cán Bộ", password: "mat-khau-dai" },
      });
      expect(joined.json()).toMatchObject({
        grants: [{ role: "officer", placeName: "Liên đoàn Lao động tỉnh Mẫu" }],
      });
      await app.close();
    });

    it("is refused on a database that has units", async () => {
      await installTree(database.pool, SAMPLE, NOW);
      await expect(installTree(database.pool, SAMPLE, NOW)).rejects.toThrow(BadInput);
    });

    it("opens nothing when one unit is wrong", async () => {
      const orphan = JSON.parse(SAMPLE).filter(({ code }: { code: string }) => code !== "phuong-mot");
      await expect(installTree(database.pool, JSON.stringify(orphan), NOW)).rejects.toThrow("truong-hoa-ban");
      expect((await database.pool.query("select 1 from unit.unit where side <> 'outside'")).rowCount).toBe(0);
      await expect(installTree(database.pool, "{", NOW)).rejects.toThrow(BadInput);
    });
  });
}
