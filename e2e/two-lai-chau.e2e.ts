// One province, two trees: walked by moving one date, on the tree, on the overview of a campaign that runs across both
// re-organisations, on targets, and on a report of 2021 that prints what it printed then.
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listCampaigns } from "../src/campaign/contract.ts";
import { getOverview } from "../src/dashboard/contract.ts";
import type { Overview } from "../src/dashboard/schema.ts";
import { look } from "./pages/look.ts";
import { downloadReport } from "./pages/reports.ts";
import { goToDay, namesBelow, overviewNames, overviewOn } from "./pages/tree.ts";
import { openStage, PHONE, type Quiet, type Stage } from "./stage.ts";

const DISTRICT = "Liên đoàn Lao động huyện Tam Đường";
const COMMUNE = "Công đoàn xã Bình Lư";
/** Trees of before 2024, of the day before the first end, of June, and since 1 July. */
const TREES = [
  { day: "18/01/2021", intermediate: 11, commune: 0 },
  { day: "31/05/2025", intermediate: 11, commune: 0 },
  { day: "30/06/2025", intermediate: 11, commune: 0 },
  { day: "01/07/2025", intermediate: 0, commune: 8 },
] as const;

const isCommune = (name: string): boolean => /^Công đoàn (xã|phường) /.test(name);
const isIntermediate = (name: string): boolean =>
  /^(Liên đoàn Lao động (huyện|thành phố)|Công đoàn ngành|Công đoàn Viên chức)/.test(name);

describe("the two Lai Châus", () => {
  let stage: Stage;
  let province: Page;
  let phone: Page;
  let hands: Quiet;
  let campaignId: string;

  beforeAll(async () => {
    stage = await openStage("2025");
    province = await stage.plainWindow("tinh");
    phone = await stage.plainWindow("hoatra1", PHONE);
    hands = await stage.quietly("tinh");
    const { items } = await hands.ask(listCampaigns, { params: { unitId: hands.unitId }, query: {} });
    campaignId = items.find(({ year }) => year === 2025)?.id ?? "";
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("failed-lai-chau");
  });
  afterAll(() => stage?.close());

  const overview = (asOf: string): Promise<Overview> =>
    hands.ask(getOverview, { params: { unitId: hands.unitId, campaignId }, query: { asOf } });

  it("the tree of any day stands under its own address", async () => {
    await province.goto(`/u/${hands.unitId}/cong-doan?asOf=2021-01-18`);
    await province.getByText("18/01/2021").first().waitFor();
    expect((await namesBelow(province)).filter(isIntermediate)).toHaveLength(11);
    await look(province, "tree-2021");
    await province.goto(`/u/${hands.unitId}/cong-doan`);
    const today = await namesBelow(province);
    expect(today.filter(isIntermediate)).toEqual([]);
    expect(today.filter(isCommune)).toHaveLength(8);
    await look(province, "tree-2025");
  });

  it("moving one date moves the whole tree", async () => {
    for (const { day, intermediate, commune } of TREES) {
      await goToDay(province, day);
      await expect
        .poll(async () => (await namesBelow(province)).filter(isIntermediate).length)
        .toBe(intermediate);
      await expect.poll(async () => (await namesBelow(province)).filter(isCommune).length).toBe(commune);
    }
  });

  it("what ended says so, and leads to who came after and to its last day", async () => {
    await goToDay(province, "30/06/2025");
    await province.getByRole("treeitem", { name: DISTRICT }).getByRole("link").first().click();
    await province.getByRole("heading", { name: DISTRICT, level: 1 }).waitFor();
    await goToDay(province, "18/01/2021");
    expect(await namesBelow(province)).toContain("Công đoàn cơ sở Trường Trung học cơ sở Hoa Lê 1");
    await province.getByRole("button", { name: "Về hôm nay" }).click();
    await province.getByText(`${DISTRICT} đã kết thúc từ ngày 01/07/2025`).waitFor();
    await look(province, "tree-ended");
    await province.getByRole("link", { name: COMMUNE }).first().click();
    await province.getByRole("heading", { name: COMMUNE, level: 1 }).waitFor();
    expect(await namesBelow(province)).toContain("Công đoàn cơ sở Công ty Chè Hoa Trà 1");
    await province.getByText("Tả Lèng").first().waitFor();
    await look(province, "tree-commune-union");
  });

  it("a grassroots officer sees the same two trees from below, on a phone", async () => {
    await phone.getByRole("navigation").getByRole("link", { name: "Thêm", exact: true }).first().click();
    await phone.getByRole("link", { name: "Công đoàn", exact: true }).first().click();
    await phone.getByText("CĐ xã Bình Lư").first().waitFor();
    await goToDay(phone, "30/06/2025");
    await phone.getByText("LĐLĐ huyện Tam Đường").first().waitFor();
  });

  it("the overview of the running campaign follows the date, and no number is lost or made on the way", async () => {
    await province.goto(`/u/${hands.unitId}/chien-dich/${campaignId}/toan-canh`);
    await overviewOn(province, "30/06/2025");
    await expect.poll(async () => (await overviewNames(province)).join()).toContain("LĐLĐ huyện Tam Đường");
    await look(province, "overview-districts");
    await overviewOn(province, "01/07/2025");
    await expect.poll(async () => (await overviewNames(province)).join()).toContain("CĐ xã Bình Lư");
    expect((await overviewNames(province)).join()).not.toContain("huyện");
    await look(province, "overview-communes");

    const [may, june1, june, july] = [
      await overview("2025-05-31"),
      await overview("2025-06-01"),
      await overview("2025-06-30"),
      await overview("2025-07-01"),
    ];
    for (const day of [may, june1, june, july]) expect(day.assigned).toBe(500);
    expect(july.totals).toEqual({ ...june.totals, registered: july.totals.registered });
    expect(june1.totals.registered).toBe(may.totals.registered);
    for (const { children, ownRow, totals } of [may, june1, june, july]) {
      const rows = ownRow === null ? children : [...children, ownRow];
      expect(rows.reduce((sum, row) => sum + row.totals.donated, 0)).toBe(totals.donated);
    }
    const tamDuong = june.children.find(({ unit }) => unit.shortName === "LĐLĐ huyện Tam Đường");
    const binhLu = july.children.find(({ unit }) => unit.shortName === "CĐ xã Bình Lư");
    expect(binhLu?.totals.donated).toBe(tamDuong?.totals.donated);
    expect(binhLu?.assigned).toBe(tamDuong?.assigned);
  });

  it("a report of 2021 prints the unions of 2021", async () => {
    await province.goto(`/u/${hands.unitId}/bao-cao`);
    const card = province.locator("li, article, section, .card").filter({ hasText: "Đợt 09/06/2021" }).last();
    await card.getByRole("link", { name: /Xem/ }).first().click();
    await province.getByRole("heading", { name: "Báo cáo đợt 09/06/2021" }).waitFor();
    await province.getByText(DISTRICT).first().waitFor();
    const files = unzipSync(await downloadReport(province));
    const paper = strFromU8(files["word/document.xml"] as Uint8Array);
    expect(paper).toContain("huyện Tam Đường");
    expect(paper).toContain("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM");
    expect(paper).not.toContain("Bình Lư");
    expect(paper).not.toContain("MẶT TRẬN");
  });

  it("nothing broke on the way", () => {
    expect(stage.faults).toEqual([]);
  });
});
