// The test databases themselves: apart from each other, migrated, owned by the ordinary login.
import { describe, expect, it } from "vitest";
import { freshDatabase, testServers } from "./database.ts";

for (const server of await testServers()) {
  describe(server.name, () => {
    it("gives every test file a migrated database of its own, owned by an ordinary login", async () => {
      const first = await freshDatabase(server);
      const second = await freshDatabase(server);
      try {
        const who = await first.pool.query(
          "select current_user::text as login, rolsuper as super from pg_roles where rolname = current_user",
        );
        expect(who.rows).toEqual([{ login: "giothong_union", super: false }]);
        const applied = await first.pool.query("select count(*)::int as n from platform.migration");
        expect(applied.rows[0].n).toBeGreaterThan(0);
        await first.pool.query("create table public.only_here (x int)");
        const other = await second.pool.query("select to_regclass('public.only_here') as found");
        expect(other.rows[0].found).toBeNull();
      } finally {
        await first.drop();
        await second.drop();
      }
    });

    it("runs in UTC whatever the machine says", async () => {
      const database = await freshDatabase(server, { migrated: false });
      const zone = await database.pool.query("show timezone");
      expect(zone.rows[0].TimeZone).toBe("UTC");
      await database.drop();
    });
  });
}
