// Planning a donation day, seeing it, and who may.
import { expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { makeCampaign } from "../../test/closed-drive.ts";
import { openDay, planDay } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { openPlaces } from "../booking/contract.ts";
import { newId } from "../platform/pure/ids.ts";
import { approveDrive, changePlan, getPlan } from "./contract/plan.ts";
import { getDrive, grantDesk, listDrives, listFacilityDrives, planDrive } from "./contract.ts";

await onEveryServer("a donation day", (world) => {
  const session = (from: string, until: string) => ({
    id: newId(),
    from,
    until,
    slotMinutes: 30,
    perSlot: 10,
  });
  const entry = (campaignId: string, more: object = {}) => ({
    id: newId(),
    campaignId,
    facilityId: world().units.hospital,
    name: "Đợt hiến máu",
    dayType: "main" as const,
    day: "2021-06-09",
    place: "Nhà văn hóa",
    sessions: [session("07:00", "09:00")],
    ...more,
  });
  const plan = (who: CastName, unit: UnitName, body: ReturnType<typeof entry>) =>
    world()
      .as(who)
      .call(planDrive, { params: { unitId: world().units[unit] }, body });

  const approve = (who: CastName, driveId: string, planVersion = 1) =>
    world().as(who).call(approveDrive, { params: { driveId }, body: { planVersion } });

  it("is approved by who signs for its host or above it, as it was seen, and only then opened", async () => {
    const { driveId, campaignId } = await planDay(world());
    const open = () => world().as("thu").call(openPlaces, { params: { driveId } });
    expect((await open()).problem?.code).toBe("not-approved");
    expect((await approve("thu", driveId)).status).toBe(403);
    expect((await approve("hanh", driveId)).status).toBe(403);
    const body = { ...entry(campaignId, { name: "Tên mới" }), planVersion: 1 };
    const change = (who: CastName, more: object = {}) =>
      world()
        .as(who)
        .call(changePlan, { params: { driveId }, body: { ...body, ...more } });
    expect((await change("binh")).status).toBe(403);
    expect((await change("thu")).status).toBe(200);
    // Two who had the same plan before them: the second is told, and nothing of theirs is written.
    expect((await change("tuan", { name: "Tên khác" })).problem?.code).toBe("plan-changed");
    expect((await approve("tuan", driveId)).problem?.code).toBe("plan-changed");
    expect((await approve("tuan", driveId, 2)).status).toBe(200);
    expect((await approve("tuan", driveId, 2)).status).toBe(200);
    expect((await change("thu", { planVersion: 2 })).problem?.code).toBe("drive-state");
    expect((await open()).status).toBe(200);
    expect((await approve("tuan", driveId, 2)).problem?.code).toBe("drive-state");
    const { body: view } = await world().as("chi").call(getDrive, { params: { driveId } });
    expect(view).toMatchObject({ state: "open", name: "Tên mới", planVersion: 2 });
    expect(view.slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
      "00:00",
      "00:30",
      "01:00",
      "01:30",
    ]);
  });

  it("is changed whole or not at all while it is planned; a session of another drive is not taken", async () => {
    const { driveId, campaignId } = await planDay(world());
    const other = await planDay(world(), { campaignId });
    const plan = async (of: string) =>
      (
        await world()
          .as("thu")
          .call(getPlan, { params: { driveId: of } })
      ).body;
    const [foreign] = (await plan(other.driveId)).sessions;
    const before = await plan(driveId);
    const change = (more: object) =>
      world()
        .as("thu")
        .call(changePlan, { params: { driveId }, body: { ...entry(campaignId), planVersion: 1, ...more } });
    const stolen = { ...session("08:00", "09:00"), id: foreign?.id ?? "" };
    expect((await change({ sessions: [stolen] })).problem?.code).toBe("key-reused");
    expect((await change({ day: "2022-05-01" })).problem?.code).toBe("day-outside-campaign");
    expect((await change({ facilityId: world().units.b })).problem?.code).toBe("not-a-facility");
    expect(await plan(driveId)).toEqual(before);
    const kept = { ...session("07:30", "09:00"), id: before.sessions[0]?.id ?? "", perSlot: 7 };
    const added = { ...session("13:30", "14:30"), slotMinutes: 20 };
    expect((await change({ sessions: [added, kept], expectedDonors: 60, labHours: 6 })).status).toBe(200);
    expect(await plan(driveId)).toEqual({
      driveId,
      planVersion: 2,
      sessions: [
        { id: kept.id, from: "07:30", until: "09:00", slotMinutes: 30, perSlot: 7 },
        { id: added.id, from: "13:30", until: "14:30", slotMinutes: 20, perSlot: 10 },
      ],
    });
    const { body } = await world().as("chi").call(getDrive, { params: { driveId } });
    expect(body.slots.map(({ capacity }) => capacity)).toEqual([7, 7, 7, 10, 10, 10]);
    expect(body).toMatchObject({ expectedDonors: 60, labHours: 6, programme: "" });
  });

  it("is planned by a unit of the campaign and cut into slots in local time", async () => {
    const campaignId = await makeCampaign(world());
    const body = entry(campaignId);
    expect((await plan("binh", "a", body)).body).toEqual({ id: body.id });
    const { body: view } = await world()
      .as("chi")
      .call(getDrive, { params: { driveId: body.id } });
    expect(view).toMatchObject({
      state: "planned",
      host: { id: world().units.a, shortName: "LĐLĐ huyện An" },
      facility: { id: world().units.hospital },
    });
    expect(view.slots.map((slot) => slot.startsAt)).toEqual([
      "2021-06-09T00:00:00.000Z",
      "2021-06-09T00:30:00.000Z",
      "2021-06-09T01:00:00.000Z",
      "2021-06-09T01:30:00.000Z",
    ]);
    expect(view.slots.every((slot) => slot.capacity === 10)).toBe(true);
  });

  it("is refused on a day outside the campaign, at a place that is no facility, with sessions that overlap", async () => {
    const campaignId = await makeCampaign(world());
    const refused = async (more: object) =>
      (await plan("thu", "province", entry(campaignId, more))).problem?.code;
    expect(await refused({ day: "2020-12-31" })).toBe("day-outside-campaign");
    expect(await refused({ day: "2022-01-01" })).toBe("day-outside-campaign");
    expect(await refused({ facilityId: world().units.b })).toBe("not-a-facility");
    expect(await refused({ sessions: [session("07:00", "09:00"), session("08:00", "10:00")] })).toBe(
      "session-times",
    );
    expect(await refused({ day: "2021-12-31" })).toBeUndefined();
  });

  it("belongs to a campaign its host takes part in, and is planned by the host's own officer", async () => {
    const ofA = await makeCampaign(world(), { lead: "a" });
    expect((await plan("bao", "b", entry(ofA))).problem?.code).toBe("not-found");
    expect((await plan("thu", "province", entry(ofA))).problem?.code).toBe("not-found");
    expect((await plan("thu", "a", entry(ofA))).status).toBe(403);
    expect((await plan("lan", "a", entry(ofA))).status).toBe(403);
    expect((await plan("chi", "a1", entry(ofA))).status).toBe(200);
  });

  it("is planned once, however often the request arrives", async () => {
    const campaignId = await makeCampaign(world());
    const body = entry(campaignId);
    await plan("thu", "province", body);
    const again = await plan("thu", "province", body);
    expect(again.body).toEqual({ id: body.id });
    const { rows } = await world().pool.query("select from drive.slot where drive_id = $1", [body.id]);
    expect(rows).toHaveLength(4);
    const other = await plan("binh", "a", body);
    expect(other.problem?.code).toBe("key-reused");
  });

  it("is listed, newest day first, for units of its campaign and for those above its host", async () => {
    const ofA = await makeCampaign(world(), { lead: "a" });
    const days = ["2021-05-01", "2021-07-01", "2021-06-01"];
    for (const day of days) await plan("chi", "a1", entry(ofA, { day }));
    const list = async (who: CastName, unit: UnitName) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { body } = await world()
          .as(who)
          .call(listDrives, {
            params: { unitId: world().units[unit] },
            query: { campaignId: ofA, limit: 2, ...(after && { after }) },
          });
        seen.push(...body.items.map((drive) => drive.day));
        after = body.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    const newestFirst = ["2021-07-01", "2021-06-01", "2021-05-01"];
    expect(await list("son", "a2")).toEqual(newestFirst);
    expect(await list("thu", "province")).toEqual(newestFirst);
    expect(await list("bao", "b")).toEqual([]);
    expect(await list("xa", "other")).toEqual([]);
  });

  it("is listed for its facility only", async () => {
    const { driveId } = await planDay(world());
    const { body } = await world()
      .as("yen")
      .call(listFacilityDrives, { params: { facilityId: world().units.hospital } });
    expect(body.items.map((drive) => drive.id)).toContain(driveId);
    expect(
      (
        await world()
          .as("thu")
          .call(listFacilityDrives, { params: { facilityId: world().units.hospital } })
      ).status,
    ).toBe(403);
  });

  it("says to each what they may do next", async () => {
    const actions = async (who: CastName, driveId: string) =>
      (await world().as(who).call(getDrive, { params: { driveId } })).body.allowedActions;
    const { driveId } = await planDay(world());
    expect(await actions("thu", driveId)).toEqual(
      expect.arrayContaining(["drive.change-plan", "drive.grant-desk", "drive.team", "drive.costs"]),
    );
    expect(await actions("thu", driveId)).not.toContain("drive.approve");
    expect(await actions("tuan", driveId)).toContain("drive.approve");
    expect(await actions("chi", driveId)).toEqual([]);
    await approve("tuan", driveId);
    expect(await actions("thu", driveId)).toContain("booking.open");
    expect(await actions("thu", driveId)).not.toContain("drive.change-plan");
    const open = await openDay(world());
    expect(await actions("thu", open.driveId)).toEqual(
      expect.arrayContaining(["drive.grant-desk", "booking.hold"]),
    );
    expect(await actions("thu", open.driveId)).not.toContain("booking.open");
    expect(await actions("chi", open.driveId)).toEqual(["booking.hold"]);
    expect(await actions("yen", open.driveId)).toEqual(
      expect.arrayContaining(["turnout.get", "turnout.record", "turnout.close"]),
    );
  });

  it("has a desk role for its own days, given by the host", async () => {
    const { driveId } = await planDay(world());
    const grant = (who: CastName, more: object = {}) =>
      world()
        .as(who)
        .call(grantDesk, {
          params: { driveId },
          body: { login: "khoa", from: "2021-06-08", until: "2021-06-09", ...more },
        });
    expect((await grant("chi")).status).toBe(403);
    expect((await grant("thu", { from: "2021-06-10", until: "2021-06-11" })).problem?.code).toBe("desk-days");
    expect((await grant("thu", { login: "khong.ai" })).problem?.code).toBe("login-unknown");
    expect((await grant("thu")).status).toBe(200);
    // Given again with other days, the new days hold.
    expect((await grant("thu", { from: "2021-06-09" })).status).toBe(200);
    const { rows } = await world().pool.query(
      "select lower(term)::text as from from account.grant where drive_id = $1",
      [driveId],
    );
    expect(rows).toEqual([{ from: "2021-06-09" }]);
  });
});
