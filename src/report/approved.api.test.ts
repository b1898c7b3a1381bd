import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import type { CastName, UnitName } from "../../test/cast.ts";
import {
  approve,
  DAY_AFTER,
  get,
  giveBack,
  makeReportedDrive,
  open,
  send,
  submit,
} from "../../test/reports.ts";
import { onEveryServer } from "../../test/world.ts";
import * as report from "./contract.ts";

/** The words of a DOCX file, single spaces between them. */
const documentText = (raw: Uint8Array): string =>
  Buffer.from(unzipSync(new Uint8Array(raw))["word/document.xml"] ?? new Uint8Array())
    .toString("utf8")
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ");

await onEveryServer("the approved report", (world) => {
  let driveId: string;
  let id: string;

  beforeAll(async () => {
    ({ driveId } = await makeReportedDrive(world()));
    await send(world(), "chi", "a1", driveId, "binh");
    const returned = await open(world(), "son", "a2", driveId);
    await submit(world(), "son", returned);
    await giveBack(world(), "binh", returned);
    await submit(world(), "son", returned);
    await approve(world(), "hanh", returned);
    await send(world(), "binh", "a", driveId, "thu");
    await send(world(), "bich", "b1", driveId, "bao");
    await send(world(), "bao", "b", driveId, "tuan");
    id = await open(world(), "thu", "province", driveId);
  });

  it("of the leading unit is approved by its signatory alone, and its paper carries that name", async () => {
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
      [DAY_AFTER],
    );
    world().now = "2021-06-20T02:00:00.000Z";
    expect(await read()).toEqual(before);
    await world().pool.query("update unit.naming set name = replace(name, ' (tên mới)', '')");
    world().now = DAY_AFTER;
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
