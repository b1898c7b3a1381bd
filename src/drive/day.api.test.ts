// What the host keeps for its day: team, supplies, costs; what the facility says it can take; the calendar.
import { expect, it } from "vitest";
import type { CastName } from "../../test/cast.ts";
import { makeCampaign, makeClosedDrive } from "../../test/closed-drive.ts";
import { openDay, planDay } from "../../test/open-day.ts";
import { onEveryServer } from "../../test/world.ts";
import { whoAmI } from "../account/contract.ts";
import { reader } from "../platform/db/sql.ts";
import { newId } from "../platform/pure/ids.ts";
import { getUnitNode } from "../unit/service.ts";
import { driveCalendar, dropCapacity, listCapacity, stateCapacity } from "./contract/capacity.ts";
import * as day from "./contract/day.ts";
import { getPlan } from "./contract/plan.ts";
import { countByLevel, drivesBetween } from "./store/calendar.ts";

const code = (reply: { problem?: { code: string } | undefined }): string | undefined => reply.problem?.code;

await onEveryServer("the team of a drive", (world) => {
  const put = (who: CastName, driveId: string, more: object = {}, memberId = newId()) =>
    world()
      .as(who)
      .call(day.putTeamMember, {
        params: { driveId, memberId },
        body: { sessionId: null, station: "reception", displayName: "Lò Văn Mẫu", login: null, ...more },
      });
  const team = (who: CastName, driveId: string) => world().as(who).call(day.getTeam, { params: { driveId } });

  it("is written by the host, seen by those above and the facility, with the stations that have nobody", async () => {
    const { driveId } = await planDay(world());
    const other = await planDay(world());
    expect((await put("binh", driveId)).status).toBe(403);
    expect((await put("yen", driveId)).status).toBe(403);
    expect((await team("chi", driveId)).status).toBe(403);
    const { body: plan } = await world().as("thu").call(getPlan, { params: { driveId } });
    const sessionId = plan.sessions[0]?.id ?? "";
    const memberId = newId();
    expect((await put("thu", driveId, {}, memberId)).status).toBe(200);
    expect((await put("thu", driveId, { sessionId, station: "collection" })).status).toBe(200);
    expect(code(await put("thu", other.driveId, { sessionId }))).toBe("not-a-session");
    expect(code(await put("thu", other.driveId, {}, memberId))).toBe("key-reused");
    const { body } = await team("yen", driveId);
    expect(body.members.map(({ station }) => station)).toEqual(["reception", "collection"]);
    expect(body.gaps.map(({ station }) => station)).toEqual(["screening", "rest", "certificates"]);
    expect(body.allowedActions).toEqual([]);
    const drop = () => world().as("thu").call(day.dropTeamMember, { params: { driveId, memberId } });
    expect((await drop()).status).toBe(200);
    expect((await drop()).status).toBe(200);
    expect((await team("thu", driveId)).body.members).toHaveLength(1);
  });

  it("gives an account the desk for the day, at however many stations it stands", async () => {
    const { driveId } = await openDay(world());
    expect(code(await put("thu", driveId, { login: "khong.ai" }))).toBe("login-unknown");
    expect((await put("thu", driveId, { login: "khoa" })).status).toBe(200);
    expect((await put("thu", driveId, { login: "khoa", station: "certificates" })).status).toBe(200);
    const { body } = await team("thu", driveId);
    expect(body.members.map(({ hasDesk }) => hasDesk)).toEqual([true, true]);
    const { rows } = await world().pool.query(
      "select lower(term)::text as from, (upper(term) - 1)::text as until from account.grant where drive_id = $1",
      [driveId],
    );
    expect(rows).toEqual([{ from: "2021-06-09", until: "2021-06-09" }]);
    world().now = "2021-06-09T02:00:00.000Z";
    await world().pool.query("update account.session set expires_at = '2030-01-01'");
    const seen = await world().as("khoa").call(whoAmI, {});
    expect(JSON.stringify(seen.body)).toContain(driveId);
    world().now = "2021-01-18T02:00:00.000Z";
  });
});

await onEveryServer("supplies of a drive", (world) => {
  const certificates = (movement: string, first: string, last: string, more: object = {}) => ({
    id: newId(),
    category: "certificate" as const,
    movement,
    first,
    last,
    note: "",
    ...more,
  });
  const gifts = (movement: string, quantity: number, item = "Sữa hộp") => ({
    id: newId(),
    category: "gift" as const,
    item,
    movement,
    quantity,
    note: "",
  });
  const add = (driveId: string, body: object, who: CastName = "thu") =>
    world()
      .as(who)
      .call(day.addSupply, { params: { driveId }, body: body as never });
  const see = async (driveId: string, who: CastName = "thu") =>
    (await world().as(who).call(day.getSupplies, { params: { driveId } })).body;

  it("add up serial by serial: nothing goes twice, nothing goes that did not come", async () => {
    const { driveId } = await openDay(world());
    const received = certificates("received", "mau000101", "MAU000150");
    expect((await add(driveId, received)).status).toBe(200);
    expect((await add(driveId, received)).status).toBe(200);
    expect(code(await add(driveId, { ...received, last: "MAU000149" }))).toBe("key-reused");
    expect(code(await add(driveId, certificates("received", "MAU000150", "MAU000160")))).toBe(
      "serials-twice",
    );
    expect(code(await add(driveId, certificates("issued", "MAU000149", "MAU000151")))).toBe("supply-exceeds");
    expect(code(await add(driveId, certificates("issued", "MAU00101", "MAU00102")))).toBe("supply-exceeds");
    expect(code(await add(driveId, certificates("issued", "MAU000120", "MAU000101")))).toBe("serial-range");
    expect((await add(driveId, certificates("issued", "MAU000101", "MAU000130"))).status).toBe(200);
    expect(code(await add(driveId, certificates("spoiled", "MAU000130", "MAU000130")))).toBe("serials-twice");
    expect((await add(driveId, certificates("spoiled", "MAU000131", "MAU000132"))).status).toBe(200);
    expect((await add(driveId, certificates("returned", "MAU000140", "MAU000150"))).status).toBe(200);
    const seen = await see(driveId, "yen");
    expect(seen.balances).toEqual([
      { category: "certificate", item: "", received: 50, issued: 30, spoiled: 2, returned: 11, left: 7 },
    ]);
    expect(seen.unaccounted).toEqual([{ first: "MAU000133", last: "MAU000139", quantity: 7 }]);
    // What went was received by that line: it cannot be taken away alone.
    const drop = (supplyId: string) =>
      world().as("thu").call(day.dropSupply, { params: { driveId, supplyId } });
    expect(code(await drop(received.id))).toBe("supply-exceeds");
    const issued = seen.lines.find(({ movement }) => movement === "issued");
    expect((await drop(issued?.id ?? "")).status).toBe(200);
    expect((await see(driveId)).unaccounted).toHaveLength(2);
  });

  it("a returned certificate may come to another drive, a used one may not", async () => {
    const [one, other] = [await openDay(world()), await openDay(world())];
    await add(one.driveId, certificates("received", "TRA001", "TRA010"));
    await add(one.driveId, certificates("issued", "TRA001", "TRA004"));
    await add(one.driveId, certificates("returned", "TRA005", "TRA010"));
    expect((await add(other.driveId, certificates("received", "TRA001", "TRA010"))).status).toBe(200);
    expect((await add(other.driveId, certificates("issued", "TRA005", "TRA006"))).status).toBe(200);
    expect(code(await add(other.driveId, certificates("issued", "TRA004", "TRA004")))).toBe(
      "serials-used-elsewhere",
    );
  });

  it("are never given out twice by two who write at once", async () => {
    const { driveId } = await openDay(world());
    await add(driveId, gifts("received", 10));
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) => add(driveId, gifts(at % 2 === 0 ? "issued" : "spoiled", 2))),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(new Set(replies.filter(({ status }) => status !== 200).map(code))).toEqual(
      new Set(["supply-exceeds"]),
    );
    expect((await see(driveId)).balances).toMatchObject([{ received: 10, left: 0 }]);
  });

  it("are the host's to write, and settled once the books are closed", async () => {
    const { driveId } = await openDay(world());
    expect((await add(driveId, gifts("received", 1), "binh")).status).toBe(403);
    expect((await add(driveId, gifts("received", 1), "yen")).status).toBe(403);
    await world().pool.query("update drive.drive set state = 'closed', closed_at = now() where id = $1", [
      driveId,
    ]);
    expect(code(await add(driveId, gifts("received", 1)))).toBe("supply-settled");
    await expect(
      world().pool.query("update drive.supply set quantity = quantity + 1 where category = 'gift'"),
    ).rejects.toMatchObject({ constraint: "supply_stays" });
  });
});

await onEveryServer("money of a drive", (world) => {
  const campaignOf = async (driveId: string): Promise<string | undefined> =>
    (await world().pool.query("select campaign_id from drive.drive where id = $1", [driveId])).rows[0]
      ?.campaign_id;
  it("is kept by source, with what the tariff of the day proposes for the expected donors", async () => {
    const { driveId } = await planDay(world());
    const set = (who: CastName, costId: string, more: object = {}) =>
      world()
        .as(who)
        .call(day.setCost, {
          params: { driveId, costId },
          body: {
            source: "union",
            kind: "gift",
            item: "Quà của công đoàn",
            plannedDong: 4_000_000,
            actualDong: null,
            ...more,
          },
        });
    const [one, two] = [newId(), newId()];
    expect((await set("binh", one)).status).toBe(403);
    expect((await set("thu", one)).status).toBe(200);
    expect((await set("thu", one, { actualDong: 3_900_000 })).status).toBe(200);
    expect((await set("thu", two, { source: "blood-price", plannedDong: 100 })).status).toBe(200);
    const costs = async (who: CastName) => await world().as(who).call(day.getCosts, { params: { driveId } });
    expect((await costs("yen")).status).toBe(403);
    expect((await costs("thu")).body).toMatchObject({
      totals: [
        { source: "union", planned: 4_000_000, actual: 3_900_000 },
        { source: "blood-price", planned: 100, actual: null },
      ],
      proposal: null,
    });
    await world().pool.query("update drive.drive set expected_donors = 100 where id = $1", [driveId]);
    expect((await costs("tuan")).body.proposal).toMatchObject({
      instrument: "17/2020/TT-BYT",
      donors: 100,
      lines: [{ kind: "gift", dong: 15_000_000 }, { kind: "travel" }, { kind: "refreshment" }],
    });
    expect((await costs("thu")).body.unitsHundredths).toBeNull();
    // After closing, the whole day's bags, those of donors outside the system too.
    const closed = await makeClosedDrive(world(), (await campaignOf(driveId)) ?? "", {
      day: "2021-01-16",
      donors: [{ unit: "a1", ml250: 2, ml350: 3 }],
      outside: { ml450: 5 },
    });
    const after = await world()
      .as("thu")
      .call(day.getCosts, { params: { driveId: closed } });
    expect(after.body.unitsHundredths).toBe(1000);
    const drop = () =>
      world()
        .as("thu")
        .call(day.dropCost, { params: { driveId, costId: two } });
    expect([(await drop()).status, (await drop()).status]).toEqual([200, 200]);
    expect((await costs("thu")).body.lines).toHaveLength(1);
  });
});

await onEveryServer("the calendar of drives", (world) => {
  const state = (more: object = {}, capacityId = newId(), who: CastName = "yen") =>
    world()
      .as(who)
      .call(stateCapacity, {
        params: { facilityId: world().units.hospital, capacityId },
        body: { from: "2021-06-01", until: "2021-06-30", mostDonors: 6, teams: 1, note: "", ...more },
      });
  const calendar = (
    who: CastName,
    unitId: string,
    query: { from: string; until: string; campaignId?: string },
  ) => world().as(who).call(driveCalendar, { params: { unitId }, query });

  it("shows drives, feasts and what is left of what the facility can take", async () => {
    const campaignId = await makeCampaign(world());
    const capacityId = newId();
    expect((await state({}, capacityId, "thu")).status).toBe(403);
    expect((await state({}, capacityId)).status).toBe(200);
    expect(code(await state({ from: "2021-06-30", until: "2021-07-05" }))).toBe("capacity-overlaps");
    expect(code(await state({ from: "2021-08-02", until: "2021-08-01" }))).toBe("capacity-days");
    const first = await planDay(world(), { campaignId });
    const june = { from: "2021-06-01", until: "2021-06-30", campaignId };
    const alone = (await calendar("chi", world().units.a1, june)).body;
    expect(alone.drives).toMatchObject([{ id: first.driveId, places: 4, clashes: [] }]);
    expect(alone.loads).toMatchObject([
      { day: "2021-06-09", drives: 1, places: 4, left: { donors: 2, teams: 0 } },
    ]);
    // A second on the day, in the same hall, by the same facility, for the same people.
    const second = await planDay(world(), { campaignId });
    const earlier = await planDay(world(), { campaignId, day: "2021-05-01" });
    const { body } = await calendar("thu", world().units.province, june);
    const clashes = body.drives.find(({ id }) => id === second.driveId)?.clashes ?? [];
    expect(clashes).toEqual(
      expect.arrayContaining([
        { kind: "facility-teams", drives: 2, teams: 1 },
        { kind: "facility-donors", places: 8, most: 6 },
        { kind: "same-place", otherId: first.driveId },
        { kind: "interval", otherId: earlier.driveId, days: 39 },
      ]),
    );
    expect(body.earlier.map(({ id }) => id)).toEqual([earlier.driveId]);
    const may = await calendar("thu", world().units.province, {
      from: "2021-05-01",
      until: "2021-05-31",
      campaignId,
    });
    expect(may.body.drives[0]?.clashes).toContainEqual({ kind: "occasion", occasion: "labour-day" });
    // Said anew, the new word counts; taken back, none does.
    await state({ teams: 3, mostDonors: 100 }, capacityId);
    const kinds = async () =>
      (await calendar("thu", world().units.province, june)).body.drives.flatMap((one) =>
        one.clashes.map(({ kind }) => kind),
      );
    expect(await kinds()).not.toContain("facility-teams");
    const drop = () =>
      world()
        .as("yen")
        .call(dropCapacity, { params: { facilityId: world().units.hospital, capacityId } });
    expect([(await drop()).status, (await drop()).status]).toEqual([200, 200]);
    expect((await calendar("thu", world().units.province, june)).body.loads[0]?.left).toBeNull();
  });

  it("tells of a facility's other work as counts only, and of a year at most", async () => {
    const ofA = await makeCampaign(world(), { lead: "a" });
    const ofB = await makeCampaign(world(), { lead: "b" });
    const mine = await planDay(world(), { campaignId: await makeCampaign(world()), day: "2021-09-10" });
    await world().pool.query("update drive.drive set campaign_id = $2, host_unit_id = $3 where id = $1", [
      mine.driveId,
      ofA,
      world().units.a,
    ]);
    const foreign = await planDay(world(), { campaignId: await makeCampaign(world()), day: "2021-09-10" });
    await world().pool.query("update drive.drive set campaign_id = $2, host_unit_id = $3 where id = $1", [
      foreign.driveId,
      ofB,
      world().units.b,
    ]);
    const { body } = await calendar("binh", world().units.a, {
      from: "2021-09-01",
      until: "2021-09-30",
      campaignId: ofA,
    });
    expect(body.drives.map(({ id }) => id)).toEqual([mine.driveId]);
    expect(body.loads).toMatchObject([{ drives: 2, places: 8 }]);
    expect(JSON.stringify(body)).not.toContain(foreign.driveId);
    const span = { from: "2021-01-01", until: "2022-12-31" };
    expect(code(await calendar("binh", world().units.a, span))).toBe("calendar-span");
    expect((await calendar("binh", world().units.b, span)).status).toBe(403);
  });

  it("a facility sees and changes its own word only", async () => {
    const list = (who: CastName) =>
      world()
        .as(who)
        .call(listCapacity, { params: { facilityId: world().units.hospital } });
    await state({ from: "2021-11-01", until: "2021-11-30" });
    expect((await list("yen")).body).toMatchObject({
      items: [{ from: "2021-11-01", until: "2021-11-30", mostDonors: 6 }],
      allowedActions: ["drive.state-capacity", "drive.drop-capacity"],
    });
    expect((await list("thu")).status).toBe(403);
  });

  it("drawn in, keeps what is hosted within and above, and counts the rest where it stands", async () => {
    const campaignId = await makeCampaign(world());
    const { province, a, b1, a1 } = world().units;
    const hosts = [province, a, b1, b1];
    const drives = await Promise.all(
      hosts.map(async (host, n) => {
        const { driveId } = await planDay(world(), { campaignId, day: `2021-06-${10 + n}` });
        await world().pool.query("update drive.drive set host_unit_id = $2 where id = $1", [driveId, host]);
        return driveId;
      }),
    );
    const db = reader(world().pool);
    const paths = await Promise.all(
      [province, a, a1].map(async (id) => (await getUnitNode(db, id, "2021-06-01")).path),
    );
    const [steps, circle, path] = [paths, paths[1], paths[2] ?? ""];
    const asked = {
      path,
      leaders: [province],
      today: "2021-06-01",
      campaignId,
      from: "2021-06-01",
      until: "2021-06-30",
    };
    expect(await countByLevel(db, { ...asked, steps, shownFrom: "2021-06-13" })).toEqual([
      { level: 1, read: 2, shown: 1 },
      { level: 3, read: 2, shown: 0 },
    ]);
    const ids = async (within: string | undefined) =>
      (await drivesBetween(db, { ...asked, steps, circle: within })).map(({ id }) => id);
    expect(await ids(undefined)).toEqual(drives);
    expect(await ids(circle)).toEqual(drives.slice(0, 2));
    const { body } = await calendar("chi", a1, { from: "2021-06-01", until: "2021-06-30", campaignId });
    expect([body.drives.length, body.circle, body.elsewhere]).toEqual([4, null, 0]);
  });
});
