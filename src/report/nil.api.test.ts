import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { approve, get, owedBy } from "../../test/reports.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as report from "./contract.ts";

await onEveryServer("a drive at which nobody of a union gave", (world) => {
  const nil = (
    who: "chi" | "son" | "binh" | "lan",
    unit: "a1" | "a2" | "a",
    driveId: string,
    key = newId(),
  ) =>
    world()
      .as(who)
      .call(
        report.reportNil,
        { params: { unitId: world().units[unit], driveId }, body: { id: newId() } },
        { key },
      );

  it("is reported in one tap, only where the facts say so, and only by who may send", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-09",
      donors: [
        { unit: "a1", stayed: 6 },
        { unit: "a2", stayed: 5, ml350: 1 },
      ],
    });
    world().now = "2021-06-09T11:00:00.000Z";
    expect(await owedBy(world(), "chi", "a1", driveId)).toMatchObject({ nil: true });
    expect(await owedBy(world(), "son", "a2", driveId)).toMatchObject({ nil: false });
    expect((await nil("son", "a2", driveId)).problem?.code).toBe("not-nil");
    expect(await owedBy(world(), "son", "a2", driveId)).toMatchObject({ reportId: null });
    // Whose unions below have given, or have not reported, has no nothing to report.
    expect((await nil("binh", "a", driveId)).problem?.code).toBe("not-nil");
    expect((await nil("chi", "a2", driveId)).status).toBe(403);
    const [first, second] = await Promise.all([nil("chi", "a1", driveId), nil("chi", "a1", driveId)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.id).toBe(second.body.id);
    expect(await get(world(), "chi", first.body.id)).toMatchObject({
      state: "submitted",
      nil: true,
      version: 1,
      total: { registered: 6, donated: 0 },
    });
    expect((await approve(world(), "binh", first.body.id)).status).toBe(200);
    const elsewhere = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-08",
      donors: [{ unit: "b1", ml350: 1 }],
    });
    expect((await nil("chi", "a1", elsewhere)).problem?.code).toBe("owes-no-report");
  });

  it("is answered as sent for who asks in the moment between: looked for before somebody else had sent it, asked what is owed after", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-10",
      donors: [{ unit: "a1", stayed: 6 }],
    });
    world().now = "2021-06-10T11:00:00.000Z";
    const waiting = async (table: string, many: number): Promise<void> => {
      const count = `select count(*) from pg_locks l join pg_database d on d.oid = l.database
                     where not l.granted and l.relation = $1::regclass and d.datname = current_database()`;
      while (Number((await world().pool.query(count, [table])).rows[0].count) < many) await pause(20);
    };
    const [beforeAudit, beforeDebt] = [await world().pool.connect(), await world().pool.connect()];
    try {
      // The first is held where it writes what it did, having read who had places kept.
      await beforeAudit.query("begin; lock table platform.audit_entry in share mode");
      const first = nil("chi", "a1", driveId);
      await waiting("platform.audit_entry", 1);
      // This waits for the first to end; and the second, which has found no report, waits for this.
      const held = beforeDebt.query("begin; lock table booking.reserve in access exclusive mode");
      await waiting("booking.reserve", 1);
      const second = nil("chi", "a1", driveId);
      await waiting("booking.reserve", 2);
      await beforeAudit.query("rollback");
      await held;
      await beforeDebt.query("rollback");
      expect([(await first).status, (await second).status]).toEqual([200, 200]);
      expect((await second).body.id).toBe((await first).body.id);
    } finally {
      beforeAudit.release();
      beforeDebt.release();
    }
  });

  it("has a quick figure due the same evening, marked once with who sent it and when", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-16",
      donors: [
        { unit: "a1", ml350: 2 },
        { unit: "a2", ml350: 1 },
      ],
    });
    const send = (who: "chi" | "son") =>
      world()
        .as(who)
        .call(report.sendQuick, { params: { unitId: world().units.a1, driveId } });
    world().now = "2021-06-16T12:00:00.000Z";
    expect((await send("chi")).status).toBe(200);
    expect((await send("son")).status).toBe(403);
    world().now = "2021-06-16T13:30:00.000Z";
    expect((await send("chi")).status).toBe(200);
    const { body } = await world()
      .as("binh")
      .call(report.listBelow, { params: { unitId: world().units.a, driveId } });
    expect(
      body.items.map(({ unit, quick, state }) => [unit.shortName, quick.late, state, quick.sent?.at]),
    ).toEqual([
      ["CĐCS An Hai", true, null, undefined],
      ["CĐCS An Một", false, null, "2021-06-16T12:00:00.000Z"],
    ]);
    expect(body.items[1]?.quick.sent).toMatchObject({ donated: 2 });
  });

  it("is due so many days after the facility closed its books, where that was after the drive", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-17",
      donors: [{ unit: "b1", ml350: 1 }],
    });
    const due = async () => (await owedBy(world(), "thu", "b1", driveId))?.dueOn;
    expect(await due()).toBe("2021-06-22");
    await world().pool.query("alter table turnout.sheet disable trigger sheet_closed");
    await world().pool.query(
      "update turnout.sheet set closed_at = '2021-06-19T18:00:00Z' where drive_id = $1",
      [driveId],
    );
    // One in the morning of the 20th in Việt Nam.
    expect(await due()).toBe("2021-06-25");
  });

  it("is owed by a union that had places kept until the cut-off and nobody came, and by none whose places were taken back", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 5, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: "2021-06-18",
      donors: [{ unit: "b1", ml350: 1 }],
    });
    const keep = (unit: "a1" | "a2", endedAt: string) =>
      world().pool.query(
        `insert into booking.reserve (id, drive_id, slot_id, unit_id, places, cut_off, created_at, ended_at)
         select $1, drive_id, slot_id, $2, 5, '2021-06-17T00:00:00Z', '2021-06-01T00:00:00Z', $3
         from booking.seat where drive_id = $4`,
        [newId(), world().units[unit], endedAt, driveId],
      );
    await keep("a1", "2021-06-17T00:00:00Z");
    await keep("a2", "2021-06-10T00:00:00Z");
    world().now = "2021-06-19T02:00:00.000Z";
    expect(await owedBy(world(), "chi", "a1", driveId)).toMatchObject({ nil: true, state: null });
    expect(await owedBy(world(), "son", "a2", driveId)).toBeUndefined();
    const sent = await nil("chi", "a1", driveId);
    expect((await get(world(), "chi", sent.body.id)).total).toMatchObject({ registered: 0, donated: 0 });
    expect(await owedBy(world(), "binh", "a", driveId)).toMatchObject({ state: null });
  });

  it("asks for remarks in parts and keeps what was written before they were asked apart", async () => {
    const { rows } = await world().pool.query("select drive_id from report.report limit 1");
    const owed = await owedBy(world(), "son", "a2", rows[0].drive_id);
    const opened = await world()
      .as("son")
      .call(report.openReport, {
        params: { unitId: world().units.a2, driveId: owed?.driveId ?? "" },
        body: { id: newId() },
      });
    const params = { reportId: opened.body.id };
    const write = (body: object) =>
      world()
        .as("son")
        .call(report.writeRemarks, { params, body: body as never });
    await write({ remarks: "Lời cũ." });
    await write({ remarks: "Lời cũ.", parts: { strengths: "Đông.", causes: "Mưa." } });
    await write({ remarks: "Lời cũ." });
    expect(await get(world(), "son", opened.body.id)).toMatchObject({
      remarks: "Lời cũ.",
      parts: { strengths: "Đông.", limits: "", causes: "Mưa.", requests: "" },
    });
  });
});
