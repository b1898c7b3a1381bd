import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freshDatabase, type TestDatabase, testServers } from "../../../test/database.ts";
import { transaction } from "../db/sql.ts";
import { newId } from "../pure/ids.ts";
import { anchorMissing, sealOnce, verifyAudit } from "./sealer.ts";
import { writeAudit } from "./store.ts";

const AT = "2021-06-02T01:00:00.000Z";

for (const server of await testServers()) {
  describe(`the audit trail (${server.name})`, () => {
    let database: TestDatabase;
    let folder: string;
    let anchor: string;

    beforeEach(async () => {
      database = await freshDatabase(server);
      folder = await mkdtemp(join(tmpdir(), "giothong-audit-"));
      anchor = join(folder, "anchor");
    });
    afterEach(async () => {
      await database.drop();
      await rm(folder, { recursive: true });
    });

    const write = (count: number) =>
      transaction(database.pool, async (tx) => {
        for (let i = 0; i < count; i++) {
          const subject = { kind: "booking", id: newId() };
          await writeAudit(tx, {
            id: newId(),
            at: AT,
            operation: "booking.hold",
            actor: null,
            entry: { subject },
          });
        }
      });
    /** What somebody with the tables in their hands could do: switch the guards off, then act. */
    const behindTheGuards = async (table: string, statement: string) => {
      const client: pg.PoolClient = await database.pool.connect();
      await client.query(`alter table ${table} disable trigger user`);
      await client.query(statement);
      await client.query(`alter table ${table} enable trigger user`);
      client.release();
    };

    it("locks nothing that others count in before the work is done", async () => {
      await transaction(database.pool, async (tx) => {
        const subject = { kind: "booking", id: newId() };
        await writeAudit(tx, {
          id: newId(),
          at: AT,
          operation: "booking.hold",
          actor: null,
          entry: { subject },
        });
        // Whoever waits for what is locked here must be able to count, whatever process serves them.
        await tx.queryable.query({ text: "select 1", values: [] });
        await database.pool.query("select from platform.audit_count for update nowait");
      });
      await write(3);
      const { rows } = await database.pool.query("select sum(entries)::int as n from platform.audit_count");
      expect(rows).toEqual([{ n: 4 }]);
    });

    it("is whole after writing and sealing in several blocks", async () => {
      await write(3);
      expect(await sealOnce(database.pool, anchor, AT)).toBe(3);
      await write(2);
      expect(await sealOnce(database.pool, anchor, AT)).toBe(2);
      await write(1);
      expect(await verifyAudit(database.pool, anchor)).toEqual([]);
    });

    it("refuses to have a row changed or taken out", async () => {
      await write(1);
      await expect(database.pool.query("delete from platform.audit_entry")).rejects.toMatchObject({
        constraint: "audit_stays",
      });
      await expect(
        database.pool.query("update platform.audit_entry set operation = 'nothing'"),
      ).rejects.toMatchObject({ constraint: "audit_stays" });
    });

    it("misses a row taken out before sealing", async () => {
      await write(3);
      await behindTheGuards("platform.audit_entry", "delete from platform.audit_entry where no = 2");
      await sealOnce(database.pool, anchor, AT);
      expect(await verifyAudit(database.pool, anchor)).toEqual([
        { code: "rows-missing", expected: 3, found: 2 },
      ]);
    });

    it("misses a row taken out after sealing, and sees one that was altered", async () => {
      await write(3);
      await sealOnce(database.pool, anchor, AT);
      await behindTheGuards(
        "platform.audit_entry",
        "update platform.audit_entry set operation = 'x' where no = 2",
      );
      expect(await verifyAudit(database.pool, anchor)).toEqual([{ code: "block-broken", block: 1 }]);
      await behindTheGuards("platform.audit_entry", "delete from platform.audit_entry where no = 2");
      expect(await verifyAudit(database.pool, anchor)).toContainEqual({ code: "block-broken", block: 1 });
    });

    it("writes an anchor that was missed as soon as its place can be written", async () => {
      await write(1);
      await expect(sealOnce(database.pool, join(folder, "absent", "anchor"), AT)).rejects.toThrow();
      await anchorMissing(database.pool, anchor);
      await behindTheGuards("platform.audit_block", "delete from platform.audit_block");
      expect(await verifyAudit(database.pool, anchor)).toContainEqual({ code: "anchor-differs", block: 1 });
    });

    it("tells from the anchor outside when the whole chain was written anew", async () => {
      await write(2);
      await sealOnce(database.pool, anchor, AT);
      await behindTheGuards("platform.audit_block", "delete from platform.audit_block");
      await behindTheGuards(
        "platform.audit_entry",
        "update platform.audit_entry set block_no = null, operation = 'forged'",
      );
      await sealOnce(database.pool, join(folder, "elsewhere"), AT);
      expect(await verifyAudit(database.pool, anchor)).toEqual([{ code: "anchor-differs", block: 1 }]);
    });
  });
}
