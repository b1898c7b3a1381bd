import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import { giveTargets, makeCampaign, makeClosedDrive, setOwnTarget } from "../../test/closed-drive.ts";
import { onEveryServer, type World } from "../../test/world.ts";
import { newId } from "../platform/pure/ids.ts";
import * as report from "./contract.ts";

const DAY = "2021-06-09";
const AFTER = "2021-06-10T02:00:00.000Z";

const open = async (world: World, who: CastName, unit: UnitName, driveId: string): Promise<string> => {
  const { status, body } = await world
    .as(who)
    .call(report.openReport, { params: { unitId: world.units[unit], driveId }, body: { id: newId() } });
  expect(status).toBe(200);
  return body.id;
};
const get = async (world: World, who: CastName, reportId: string) =>
  (await world.as(who).call(report.getReport, { params: { reportId } })).body;
const submit = (world: World, who: CastName, reportId: string) =>
  world.as(who).call(report.submitReport, { params: { reportId } });
const approve = (world: World, who: CastName, reportId: string) =>
  world.as(who).call(report.approveReport, { params: { reportId } });
const giveBack = (world: World, who: CastName, reportId: string, id = newId()) =>
  world.as(who).call(report.returnReport, {
    params: { reportId },
    body: { id, figure: "ml350", text: "Kiểm tra lại số túi 350 ml." },
  });
/** Opens, submits and approves in one go. */
const send = async (
  world: World,
  who: CastName,
  unit: UnitName,
  driveId: string,
  by: CastName,
): Promise<string> => {
  const id = await open(world, who, unit, driveId);
  expect((await submit(world, who, id)).status).toBe(200);
  expect((await approve(world, by, id)).status).toBe(200);
  return id;
};
const documentText = (raw: Uint8Array): string =>
  Buffer.from(unzipSync(new Uint8Array(raw))["word/document.xml"] ?? new Uint8Array())
    .toString("utf8")
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ");

await onEveryServer("reports of a closed drive", (world) => {
  let campaignId: string;
  let driveId: string;

  beforeAll(async () => {
    campaignId = await makeCampaign(world(), {
      letter: {
        reportDays: 5,
        reached: [
          {
            unit: "a",
            from: "province",
            receivedAt: "2021-01-19T02:00:00.000Z",
            disseminatedAt: "2021-01-20T02:00:00.000Z",
          },
          { unit: "b", from: "province" },
          { unit: "a1", from: "a", receivedAt: "2021-01-21T02:00:00.000Z" },
          { unit: "a2", from: "a" },
        ],
      },
    });
    driveId = await makeClosedDrive(world(), campaignId, {
      day: DAY,
      donors: [
        { unit: "a1", stayed: 2, ml250: 1, ml350: 5 },
        { unit: "a1s", stayed: 1, ml350: 2, ml450: 1 },
        { unit: "a2", stayed: 6, ml350: 4 },
        { unit: "a", ml350: 1 },
        { unit: "b1", ml250: 3 },
        { unit: "other", ml450: 2 },
      ],
      outside: { ml350: 10 },
    });
    await giveTargets(world(), campaignId, "province", { a: 10, b: 4 });
    await setOwnTarget(world(), campaignId, "a", 12);
    world().now = AFTER;
  });

  it("is owed by every level down to the grassroots union, with its due day; a section owes none", async () => {
    const owed = async (who: CastName, unit: UnitName) =>
      (
        await world()
          .as(who)
          .call(report.listOwed, { params: { unitId: world().units[unit] } })
      ).body.items;
    expect(await owed("chi", "a1")).toMatchObject([
      { reportId: null, driveId, driveDay: DAY, dueOn: "2021-06-14", state: null, late: false },
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

  it("of the leading unit is approved by its signatory alone, and its paper carries that name", async () => {
    const id = await open(world(), "thu", "province", driveId);
    const docx = async () =>
      (
        await world()
          .as("thu")
          .call(report.downloadReport, { params: { reportId: id } })
      ).raw;
    const draft = documentText(await docx());
    expect(draft).toContain(
      "Liên đoàn Lao động tỉnh Mẫu báo cáo kết quả đợt hiến máu tình nguyện ngày 09/06/2021",
    );
    expect(draft).not.toContain("Tuấn");
    expect((await submit(world(), "thu", id)).status).toBe(200);
    expect((await approve(world(), "thu", id)).status).toBe(403);
    expect((await approve(world(), "hanh", id)).status).toBe(403);
    expect((await approve(world(), "tuan", id)).status).toBe(200);
    const approved = await docx();
    const text = documentText(approved);
    expect(text).toContain("Căn cứ Công văn số 610/LĐLĐ ngày 18/01/2021");
    expect(text).toContain("Văn bản đã được gửi đến 4 công đoàn cấp dưới");
    expect(text).toContain("đạt 121,4% chỉ tiêu giao của cả chương trình (14 đơn vị máu), vượt 21,4%");
    expect(text).toContain("Tuấn");
    expect(text).toContain("ngày 10 tháng 6 năm 2021");
  });

  it("once approved never changes: not the row, not a line, not its comments, whoever writes", async () => {
    const id = await open(world(), "thu", "province", driveId);
    const write = (text: string, values: unknown[] = [id]) => world().pool.query(text, values);
    const frozen = { constraint: "report_frozen" };
    await expect(write("update report.report set remarks = 'x' where id = $1")).rejects.toMatchObject(frozen);
    await expect(
      write("update report.report set state = 'returned', approved_at = null, paper = null where id = $1"),
    ).rejects.toMatchObject(frozen);
    await expect(write("delete from report.report where id = $1")).rejects.toMatchObject(frozen);
    await expect(
      write("update report.line set donated = donated + 1 where report_id = $1"),
    ).rejects.toMatchObject(frozen);
    await expect(write("delete from report.line where report_id = $1")).rejects.toMatchObject(frozen);
    await expect(write("truncate report.line", [])).rejects.toMatchObject(frozen);
    for (const version of [1, 2]) {
      await expect(
        write(
          `insert into report.line (report_id, version, ordinal, unit_id, unit_name, unit_short_name, source, reported)
           values ($1, $2, 99, $3, 'x', 'x', 'child', false)`,
          [id, version, world().units.b1],
        ),
      ).rejects.toMatchObject(frozen);
    }
    await expect(write("update report.comment set text = 'x'", [])).rejects.toMatchObject({
      constraint: "comment_stays",
    });
  });

  it("keeps its names and its paper byte for byte after units are renamed and letters go on", async () => {
    const id = await open(world(), "thu", "province", driveId);
    const read = async () => {
      const docx = await world()
        .as("thu")
        .call(report.downloadReport, { params: { reportId: id } });
      return { view: await get(world(), "thu", id), docx: docx.raw.toString("base64") };
    };
    const before = await read();
    await world().pool.query("update unit.naming set name = name || ' (tên mới)'");
    await world().pool.query(
      "update directive.recipient set received_at = $1, disseminated_at = $1 where received_at is null",
      [AFTER],
    );
    world().now = "2021-06-20T02:00:00.000Z";
    expect(await read()).toEqual(before);
    await world().pool.query("update unit.naming set name = replace(name, ' (tên mới)', '')");
    world().now = AFTER;
  });

  it("lists the units below with where each report stands, by page", async () => {
    const params = { unitId: world().units.a, driveId };
    const ask = (query: object) => world().as("binh").call(report.listBelow, { params, query });
    const first = (await ask({ limit: 1 })).body;
    const second = (await ask({ limit: 1, after: first.next ?? "" })).body;
    expect([...first.items, ...second.items].map(({ unit, state }) => [unit.shortName, state])).toEqual([
      ["CĐCS An Hai", "approved"],
      ["CĐCS An Một", "approved"],
    ]);
    expect(second.next).toBeNull();
  });

  it("puts the quick figure in words with counts only, marked as not official", async () => {
    const text = async (who: CastName, unit: UnitName) =>
      (
        await world()
          .as(who)
          .call(report.quickFigure, { params: { unitId: world().units[unit], driveId } })
      ).body.text;
    expect(await text("son", "a2")).toBe(
      "SỐ LIỆU NHANH đợt hiến máu ngày 09/06/2021 (Đợt 2021-06-09)\nCĐCS Trường An Hai:\n- Đăng ký: 10 người\n" +
        "- Đã hiến: 4 người, 4 đơn vị máu (1.400 ml)\nSố liệu nhanh, chưa phải báo cáo chính thức.",
    );
    // Three of A1 did not give: how many registered is not told where everybody knows everybody.
    expect(await text("chi", "a1")).not.toContain("Đăng ký");
    expect(await text("thu", "province")).toContain("Toàn đợt, gồm cả người ngoài công đoàn: 29 người hiến");
  });
});

await onEveryServer("a report sent up with gaps", (world) => {
  it("tells of a unit missing two levels down, and a late approval does not change what was sent", async () => {
    const campaignId = await makeCampaign(world());
    const driveId = await makeClosedDrive(world(), campaignId, {
      day: DAY,
      donors: [
        { unit: "a1", ml350: 3 },
        { unit: "a2", ml350: 2 },
        { unit: "b1", ml350: 1 },
      ],
    });
    world().now = AFTER;
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
      day: DAY,
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
      day: DAY,
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
        day: DAY,
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
