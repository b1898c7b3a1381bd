// The provincial officer's week: a number split by members around a locked one, two requests of lower unions granted,
// an office handed over, and the question of every Friday answered: who is behind, and why.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { issueLetter } from "./pages/letters.ts";
import { look } from "./pages/look.ts";
import {
  askFor,
  enterWithCode,
  grant,
  openCampaign,
  proposeAround,
  receiveHandover,
  saveSplit,
  shareOf,
  startHandover,
  whoIsBehind,
} from "./pages/officer.ts";
import { openStage, PHONE, type Stage } from "./stage.ts";

const LETTER = new URL("../samples/letters/cong-van-mau.txt", import.meta.url);
const CAMPAIGN = "Tuần của cán bộ";
const RUNNING = "Giọt hồng Sông Đà lần thứ IV";
const LOCKED = "Liên đoàn Lao động thành phố Lai Châu";
const DISTRICT = "Liên đoàn Lao động huyện Tam Đường";
const HEALTH = "Công đoàn ngành Y tế tỉnh Lai Châu";

describe("an officer's week", () => {
  let stage: Stage;
  let province: Page;
  let district: Page;
  let health: Page;

  beforeAll(async () => {
    stage = await openStage();
    province = await stage.plainWindow("tinh");
    district = await stage.plainWindow("tamduong", PHONE);
    health = await stage.plainWindow("yte", PHONE);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("failed-week");
  });
  afterAll(() => stage?.close());

  it("Monday: the number is split by members around one that is locked, with a reserve, exactly", async () => {
    const text = readFileSync(LETTER, "utf8");
    await issueLetter(province, { text, campaign: CAMPAIGN, from: "02/06/2021", until: "31/12/2021" });
    await openCampaign(province, CAMPAIGN, "Chỉ tiêu");
    await proposeAround(province, { total: 1000, reserve: 40, locked: LOCKED, value: 150 });
    expect(await shareOf(province, LOCKED).inputValue()).toBe("150");
    const boxes = await province
      .locator(".share-input")
      .evaluateAll((inputs) =>
        inputs.map((input) => Number((input as HTMLInputElement).value.replace(/\D/g, ""))),
      );
    expect(boxes.reduce((sum, value) => sum + value, 0)).toBe(960);
    await look(province, "week-split");
    await saveSplit(province);
  });

  it("Tuesday: two unions ask for another number from their phones", async () => {
    stage.setTime("2021-06-03T08:30:00+07:00");
    await openCampaign(district, CAMPAIGN, "Chỉ tiêu");
    await askFor(district, await more(district, 15), "Thêm hai công đoàn cơ sở mới thành lập.");
    await look(district, "week-asked");
    await openCampaign(health, CAMPAIGN, "Chỉ tiêu");
    await askFor(health, await more(health, 30), "Bệnh viện mở thêm hai khoa.");
  });

  it("Wednesday: one gets what it asked, the other somewhat less, both out of the reserve", async () => {
    stage.setTime("2021-06-04T09:00:00+07:00");
    await openCampaign(province, CAMPAIGN, "Chỉ tiêu");
    const held = async (unit: string) => Number(await shareOf(province, unit).inputValue());
    const [first, second] = [await held(DISTRICT), await held(HEALTH)];
    await look(province, "week-requests");
    await grant(province, DISTRICT, first + 15, "Đồng ý, chúc hoàn thành sớm.");
    await grant(province, HEALTH, second + 20, "Dự phòng còn ít, giao thêm 20.");
    await province.reload();
    await expect.poll(() => held(DISTRICT)).toBe(first + 15);
    await expect.poll(() => held(HEALTH)).toBe(second + 20);
    expect(await province.getByLabel("Dự phòng", { exact: true }).inputValue()).toBe("5");
    await openCampaign(district, CAMPAIGN, "Chỉ tiêu");
    await district.getByText("Đồng ý, chúc hoàn thành sớm.").first().waitFor();
  });

  it("Thursday: the district's officer is replaced; the successor signs for the open work", async () => {
    stage.setTime("2021-06-04T14:00:00+07:00");
    const { unitId } = await stage.quietly("tamduong");
    const code = await startHandover(province, `${await placeOf(province)}/cong-doan/${unitId}`);
    await look(province, "week-handover");
    const successor = await stage.plainWindow(undefined, PHONE);
    const login = { login: "nguoi.moi", name: "Lò Thị Thử Mới", password: "mat-khau-moi-1" };
    await enterWithCode(successor, { code, ...login });
    await successor.getByText(DISTRICT).first().waitFor();
    await receiveHandover(successor);
    await look(successor, "week-received");
    await openCampaign(successor, CAMPAIGN, "Chỉ tiêu");
    await successor.locator('[aria-labelledby="assigned-target"]').waitFor();
    await expect(stage.quietly("tamduong")).rejects.toThrow("holds no office");
  });

  it("Friday: who is behind, and why, in words that can be sent on", async () => {
    stage.setTime("2021-06-05T15:00:00+07:00");
    await openCampaign(province, RUNNING, "Toàn cảnh");
    const behind = await whoIsBehind(province);
    expect(behind.length).toBeGreaterThan(2);
    expect(behind[0]).toMatch(/kém kế hoạch [\d.,]+ đơn vị máu/);
    for (const line of behind) expect(line).toMatch(/chưa xác nhận|người đăng ký|đợt|chưa rõ vì sao/);
    await look(province, "week-behind");
    expect(stage.faults).toEqual([]);
  });
});

/** The address of the unit a window acts for. */
const placeOf = async (page: Page): Promise<string> => /^.*?\/u\/[^/]+/.exec(page.url())?.[0] ?? "";

/** The number a union holds by its own screen, and so many more. */
async function more(page: Page, by: number): Promise<number> {
  const figure = await page.locator('[aria-labelledby="assigned-target"] .big-figure').innerText();
  return Number(figure.replace(/\D/g, "")) + by;
}
