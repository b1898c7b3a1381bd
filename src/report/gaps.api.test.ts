import { describe, expect, it } from "vitest";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { approve, DAY_AFTER, DRIVE_DAY, get, giveBack, open, send, submit } from "../../test/reports.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as report from "./contract.ts";

await onEveryServer("a report sent up with gaps", (world) => {
  it("tells of a unit missing two levels down, and a late approval does not change what was sent", async () => {
    const campaignId = await makeCampaign(world());
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: DRIVE_DAY,
      donors: [
        { unit: "a1", ml350: 3 },
        { unit: "a2", ml350: 2 },
        { unit: "b1", ml350: 1 },
      ],
    });
    world().now = DAY_AFTER;
    await send(world(), "chi", "a1", driveId, "binh");
    const a = await send(world(), "binh", "a", driveId, "thu");
    const province = await open(world(), "thu", "province", driveId);
    await submit(world(), "thu", province);
    const missing = async () =>
      (await get(world(), "thu", province)).missing.map(({ shortName }) => shortName).sort();
    expect(await missing()).toEqual(["CĐ ngành Bình", "CĐCS An Hai"]);
    // A2 reports after A's was approved: A's stays as it is, an adjustment would be a new document.
    await send(world(), "son", "a2", driveId, "binh");
    expect((await get(world(), "thu", a)).total.donated).toBe(3);
    expect((await get(world(), "thu", province)).total.donated).toBe(3);
    // B reports while the province's is under way: sent again, the province's report counts it.
    await send(world(), "bich", "b1", driveId, "bao");
    await send(world(), "bao", "b", driveId, "thu");
    expect((await get(world(), "thu", province)).total.donated).toBe(3);
    await giveBack(world(), "tuan", province);
    await submit(world(), "thu", province);
    expect(await get(world(), "thu", province)).toMatchObject({ version: 2, total: { donated: 4 } });
    expect(await missing()).toEqual(["CĐCS An Hai"]);
  });

  it("is late from the day after it was due, and has no due day without a letter that orders it", async () => {
    const campaignId = await makeCampaign(world(), { letter: { reportDays: 3, reached: [] } });
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: DRIVE_DAY,
      donors: [{ unit: "b1", ml350: 1 }],
    });
    const row = async () =>
      (
        await world()
          .as("bich")
          .call(report.listOwed, { params: { unitId: world().units.b1 } })
      ).body.items.find((item) => item.driveId === driveId);
    world().now = "2021-06-12T10:00:00.000Z";
    expect(await row()).toMatchObject({ dueOn: "2021-06-12", late: false });
    world().now = "2021-06-12T17:30:00.000Z"; // half past midnight on the 13th in Việt Nam
    expect(await row()).toMatchObject({ late: true });
    const id = await open(world(), "bich", "b1", driveId);
    await submit(world(), "bich", id);
    expect((await get(world(), "bich", id)).late).toBe(true);
  });

  it("two officers who submit at once make one version", async () => {
    const campaignId = await makeCampaign(world());
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: DRIVE_DAY,
      donors: [{ unit: "a", ml350: 1 }],
    });
    const id = await open(world(), "binh", "a", driveId);
    const sent = await Promise.all(
      (["binh", "hanh", "binh", "hanh"] as const).map((who) => submit(world(), who, id)),
    );
    expect(sent.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(sent.every(({ status, problem }) => status === 200 || problem?.code === "report-not-open")).toBe(
      true,
    );
    expect((await get(world(), "binh", id)).version).toBe(1);
  });

  describe("in a campaign that an intermediate union leads", () => {
    it("goes no further than that union", async () => {
      const campaignId = await makeCampaign(world(), { lead: "a" });
      const driveId = await makeClosedDrive(world(), campaignId, {
        day: DRIVE_DAY,
        donors: [
          { unit: "a1", ml350: 1 },
          { unit: "b1", ml350: 1 },
        ],
      });
      const id = await open(world(), "binh", "a", driveId);
      expect(await get(world(), "binh", id)).toMatchObject({ to: null, event: { donated: 2 } });
      await submit(world(), "binh", id);
      expect((await approve(world(), "tuan", id)).status).toBe(403);
      expect((await approve(world(), "hanh", id)).status).toBe(200);
      const refused = await world()
        .as("thu")
        .call(report.openReport, {
          params: { unitId: world().units.province, driveId },
          body: { id: newId() },
        });
      expect(refused.problem?.code).toBe("owes-no-report");
    });
  });
});
