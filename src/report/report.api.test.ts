import { beforeAll, expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { makeClosedDrive } from "../../test/closed-drive.ts";
import {
  approve,
  DRIVE_DAY,
  get,
  giveBack,
  makeReportedDrive,
  open,
  send,
  submit,
} from "../../test/reports.ts";
import { onEveryServer } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as report from "./contract.ts";

await onEveryServer("reports of a closed drive", (world) => {
  let campaignId: string;
  let driveId: string;

  beforeAll(async () => {
    ({ campaignId, driveId } = await makeReportedDrive(world()));
  });

  it("is owed by every level down to the grassroots union, with its due day; a section owes none", async () => {
    const owed = async (who: CastName, unit: UnitName) =>
      (
        await world()
          .as(who)
          .call(report.listOwed, { params: { unitId: world().units[unit] } })
      ).body.items;
    expect(await owed("chi", "a1")).toMatchObject([
      { reportId: null, driveId, driveDay: DRIVE_DAY, dueOn: "2021-06-14", state: null, late: false },
    ]);
    expect(await owed("binh", "a")).toHaveLength(1);
    // The leading unit's own letter orders those below, not itself.
    expect(await owed("thu", "province")).toMatchObject([{ dueOn: null, late: false }]);
    expect(await owed("chi", "a1s")).toEqual([]);
    expect(await owed("xa", "other")).toEqual([]);
  });

  it("cannot be opened by a unit without donors, nor before the facility has closed the drive", async () => {
    const refused = async (who: CastName, unit: UnitName, drive: string) =>
      (
        await world()
          .as(who)
          .call(report.openReport, {
            params: { unitId: world().units[unit], driveId: drive },
            body: { id: newId() },
          })
      ).problem?.code;
    const alone = await makeClosedDrive(world(), campaignId, {
      day: "2021-05-01",
      donors: [{ unit: "b1", ml350: 1 }],
    });
    expect(await refused("chi", "a1", alone)).toBe("owes-no-report");
    expect(await refused("xa", "other", driveId)).toBe("owes-no-report");
    await world().pool.query(
      `insert into drive.drive (id, campaign_id, host_unit_id, facility_id, name, day_type, day, place, state, created_at)
       select '01910000-0000-7000-8444-000000000001', campaign_id, host_unit_id, facility_id, 'Đợt sau', 'main',
              '2021-07-09', 'Mẫu', 'open', created_at from drive.drive where id = $1`,
      [driveId],
    );
    expect(await refused("chi", "a1", "01910000-0000-7000-8444-000000000001")).toBe("drive-not-closed");
    expect(await refused("chi", "a1", newId())).toBe("not-found");
  });

  it("opened twice is one report", async () => {
    const first = await open(world(), "chi", "a1", driveId);
    expect(await open(world(), "chi", "a1", driveId)).toBe(first);
    const id = newId();
    const params = { unitId: world().units.a1, driveId };
    const both = await Promise.all(
      [0, 1].map(() => world().as("chi").call(report.openReport, { params, body: { id } })),
    );
    expect(both.map(({ body }) => body.id)).toEqual([first, first]);
  });

  it("fills a grassroots union's report with its own people and those of its sections", async () => {
    const id = await open(world(), "chi", "a1", driveId);
    const view = await get(world(), "chi", id);
    expect(view).toMatchObject({
      state: "draft",
      version: 0,
      dueOn: "2021-06-14",
      to: { id: world().units.a },
      missing: [],
      event: null,
      lines: [{ source: "own", unit: { id: world().units.a1 } }],
      total: {
        registered: 12,
        donated: 9,
        bags250: 1,
        bags350: 7,
        bags450: 1,
        ml: 3150,
        unitsHundredths: 900,
      },
    });
    expect(view.allowedActions).toEqual(["report.remarks", "report.submit", "report.docx"]);
    expect((await get(world(), "binh", id)).allowedActions).toEqual(["report.docx"]);
  });

  it("is read by the unit and the levels above it only", async () => {
    const id = await open(world(), "chi", "a1", driveId);
    const status = async (who: CastName) =>
      (
        await world()
          .as(who)
          .call(report.getReport, { params: { reportId: id } })
      ).status;
    expect(await Promise.all((["chi", "binh", "thu", "tuan"] as const).map(status))).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await Promise.all((["son", "bao", "xa", "yen", "cu"] as const).map(status))).toEqual([
      403, 403, 403, 403, 403,
    ]);
  });

  it("stands as chưa báo cáo with the level above until it is approved, and is then counted", async () => {
    const a = await open(world(), "binh", "a", driveId);
    const figuresOfA1 = async () =>
      (await get(world(), "binh", a)).lines.find(({ unit }) => unit.id === world().units.a1)?.figures;
    expect(await figuresOfA1()).toBeNull();
    const a1 = await open(world(), "chi", "a1", driveId);
    expect((await submit(world(), "chi", a1)).status).toBe(200);
    expect(await figuresOfA1()).toBeNull();
    expect((await get(world(), "binh", a)).missing.map(({ id }) => id)).toContain(world().units.a1);
    expect((await approve(world(), "binh", a1)).status).toBe(200);
    expect(await figuresOfA1()).toMatchObject({ donated: 9, ml: 3150 });
    expect((await get(world(), "binh", a)).missing.map(({ id }) => id)).toEqual([world().units.a2]);
  });

  it("settles the duty of the letter when it is sent", async () => {
    const { rows } = await world().pool.query(
      "select settled_at is not null as settled from directive.task where unit_id = $1 and duty = 'report-after-drive'",
      [world().units.a1],
    );
    expect(rows).toEqual([{ settled: true }]);
  });

  it("comes back with a comment, is sent again as version 2, and repeated requests change nothing", async () => {
    const id = await open(world(), "son", "a2", driveId);
    expect((await submit(world(), "son", id)).status).toBe(200);
    expect((await submit(world(), "son", id)).status).toBe(200);
    expect((await get(world(), "son", id)).version).toBe(1);
    const comment = newId();
    expect((await giveBack(world(), "binh", id, comment)).status).toBe(200);
    expect((await giveBack(world(), "binh", id, comment)).status).toBe(200);
    expect(await get(world(), "son", id)).toMatchObject({
      state: "returned",
      comments: [{ id: comment, version: 1, figure: "ml350" }],
    });
    const remarks = world()
      .as("son")
      .call(report.writeRemarks, {
        params: { reportId: id },
        body: { remarks: "Đã đối chiếu với danh sách ký nhận." },
      });
    expect((await remarks).status).toBe(200);
    expect((await submit(world(), "son", id)).status).toBe(200);
    expect(await get(world(), "binh", id)).toMatchObject({
      state: "submitted",
      version: 2,
      remarks: "Đã đối chiếu với danh sách ký nhận.",
      allowedActions: ["report.return", "report.approve", "report.docx"],
    });
    const late = await world()
      .as("son")
      .call(report.writeRemarks, { params: { reportId: id }, body: { remarks: "x" } });
    expect(late.problem?.code).toBe("report-not-open");
    expect((await approve(world(), "hanh", id)).status).toBe(200);
    expect((await approve(world(), "hanh", id)).status).toBe(200);
    expect((await giveBack(world(), "binh", id)).problem?.code).toBe("report-not-submitted");
  });

  it("is approved by the level it goes to, never by its own officer, a deputy, or another level", async () => {
    const id = await open(world(), "bich", "b1", driveId);
    await submit(world(), "bich", id);
    for (const who of ["bich", "binh", "lan", "thu", "tuan", "ada", "xa"] as const) {
      expect([who, (await approve(world(), who, id)).status]).toEqual([who, 403]);
      expect([who, (await giveBack(world(), who, id)).status]).toEqual([who, 403]);
    }
    expect((await approve(world(), "bao", id)).status).toBe(200);
  });

  it("adds up at every level to a recount of the donors, whichever way they are grouped", async () => {
    await send(world(), "bao", "b", driveId, "thu");
    const a = await open(world(), "binh", "a", driveId);
    await submit(world(), "binh", a);
    await approve(world(), "thu", a);
    const province = await get(world(), "thu", await open(world(), "thu", "province", driveId));
    const { rows } = await world().pool.query(
      `select count(*)::int as registered, (count(*) filter (where volume_ml > 0))::int as donated, sum(volume_ml)::int as ml,
              (count(*) filter (where volume_ml = 350))::int as bags350
       from turnout.outcome o join booking.booking b on b.id = o.booking_id
       where o.drive_id = $1 and b.credited_unit_id <> $2`,
      [driveId, world().units.other],
    );
    expect(province.total).toMatchObject(rows[0]);
    expect(province.missing).toEqual([]);
    const sum = province.lines.reduce((total, line) => total + (line.figures?.unitsHundredths ?? 0), 0);
    expect(province.total.unitsHundredths).toBe(sum);
    // Everybody at the drive and the facility's own line: another measure, in no sum.
    expect(province.event).toMatchObject({ donated: 17 + 2 + 10, ml: 5650 + 900 + 3500 });
    const ofA = province.lines.find(({ unit }) => unit.id === world().units.a);
    expect(ofA).toMatchObject({ source: "child", assigned: 10, own: 12, figures: { donated: 14 } });
  });

  it("shows an intermediate union's own people on a line of their own, without the target of them all", async () => {
    const view = await get(world(), "binh", await open(world(), "binh", "a", driveId));
    expect(view.lines.at(-1)).toMatchObject({
      source: "own",
      unit: { id: world().units.a },
      figures: { donated: 1, bags350: 1 },
      assigned: null,
    });
    expect(view).toMatchObject({ assigned: 10, own: 12 });
  });
});
