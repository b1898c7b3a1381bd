// A donor on a cheap phone with a weak line and no script at all: from a union's link to a ticket, weighed and timed.
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveWeb } from "../src/app/web-files.ts";
import { launchBrowser } from "../test/browser.ts";
import { embeddedServer } from "../test/database.ts";
import { openDay, withSealKey } from "../test/open-day.ts";
import { invite } from "../test/public-pages.ts";
import { makeWorld, type World } from "../test/world.ts";
import { look } from "./pages/look.ts";
import { PHONE, PICTURES } from "./stage.ts";

const WEB = fileURLToPath(new URL("../dist/web", import.meta.url));

/** The line the law of this house names: 400 kbit/s, 400 ms there and back. */
const LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};
const MOST_BYTES = 100_000;
const FIRST_MS = 4000;
const AGAIN_MS = 1000;

interface Visit {
  readonly ms: number;
  readonly bytes: number;
}

describe("a donor on a weak line without scripts", () => {
  let world: World;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let mirror: Page;
  let line: CDPSession;
  let origin = "";
  let link = "";
  let bytes = 0;

  withSealKey();
  beforeAll(async () => {
    world = await makeWorld(await embeddedServer());
    await serveWeb(world.server, WEB);
    origin = await world.server.listen({ host: "127.0.0.1", port: 0 });
    const day = await openDay(world, { perSlot: 6, until: "11:00" });
    await openDay(world, { campaignId: day.campaignId, day: "2021-06-20", until: "10:00" });
    link = `/m/${await invite(world, "chi", "a1", day.campaignId)}`;
    browser = await launchBrowser();
    context = await browser.newContext({
      baseURL: origin,
      viewport: PHONE,
      javaScriptEnabled: false,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      reducedMotion: "reduce",
    });
    mirror = await browser.newPage({ viewport: PHONE, reducedMotion: "reduce" });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    line = await context.newCDPSession(page);
    await line.send("Network.enable");
    line.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const throttled = (on: boolean) =>
    line.send(
      "Network.emulateNetworkConditions",
      on ? LINE : { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
    );

  /** Opens an address over the weak line, until everything of it is there. */
  async function visit(path: string): Promise<Visit> {
    await throttled(true);
    bytes = 0;
    const began = performance.now();
    await page.goto(path, { waitUntil: "load" });
    const ms = performance.now() - began;
    await throttled(false);
    return { ms, bytes };
  }

  /** axe, widths and pictures in both themes: of the same markup in a window where axe can run. */
  async function seen(name: string): Promise<void> {
    const markup = await page.content();
    for (const colorScheme of ["light", "dark"] as const) {
      await mirror.emulateMedia({ colorScheme });
      await mirror.setContent(markup);
      await look(mirror, `${name}-${colorScheme}`);
    }
  }

  it("sees the first page within four seconds and 100 kB, and again within one", async () => {
    const first = await visit(link);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("tôi có đi được không?");
    expect(first.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(first.ms).toBeLessThanOrEqual(FIRST_MS);
    const again = await visit(link);
    expect(again.ms).toBeLessThanOrEqual(AGAIN_MS);
    console.log(
      `first visit ${first.bytes} B, ${Math.round(first.ms)} ms; again ${again.bytes} B, ${Math.round(again.ms)} ms`,
    );
    await seen("donor-invited");
  });

  it("knows whether, where and when after three taps", async () => {
    await page.getByText("Tôi mới hiến máu sau ngày").click();
    await page.getByText("cách nhau ít nhất 12 tuần").waitFor();
    await seen("donor-may-i");
    await page.locator(".drive summary").first().click();
    await seen("donor-times");
    await page.locator(".drive[open] .times a:not(.none)").first().click();
    await page.getByRole("heading", { name: "Đăng ký hiến máu" }).waitFor();
    await seen("donor-form");
  });

  it("is told what is wrong beside each field, and gets a ticket", async () => {
    const send = page.getByRole("button", { name: "Đăng ký và nhận vé" });
    await page.getByLabel("Họ và tên").fill("Vàng Thị Mẫu");
    await send.click();
    await page.getByText("Còn 5 chỗ cần sửa").waitFor();
    await seen("donor-form-wrong");
    expect(await page.getByLabel("Họ và tên").inputValue()).toBe("Vàng Thị Mẫu");
    await page.getByLabel("Ngày", { exact: true }).fill("9");
    await page.getByLabel("Tháng", { exact: true }).fill("6");
    await page.getByLabel("Năm", { exact: true }).fill("1990");
    await page.getByLabel("Nữ", { exact: true }).check();
    await page.getByLabel("Số điện thoại").fill("0912 000 111");
    await page.getByLabel("Đoàn viên", { exact: true }).check();
    await page.getByLabel("Để tham gia đợt này").check();
    await send.click();
    await page.getByRole("heading", { name: "Hẹn gặp bạn!" }).waitFor();
    await seen("donor-ticket");
  });

  it("opens the ticket within the same bounds", async () => {
    const path = new URL(page.url()).pathname;
    expect(path).toMatch(/^\/d\//);
    const first = await visit(path);
    const again = await visit(path);
    expect(first.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(first.ms).toBeLessThanOrEqual(FIRST_MS);
    expect(again.ms).toBeLessThanOrEqual(AGAIN_MS);
    console.log(
      `ticket ${first.bytes} B, ${Math.round(first.ms)} ms; again ${again.bytes} B, ${Math.round(again.ms)} ms`,
    );
  });

  it("moves, invites a friend, and finds the ticket on the phone again", async () => {
    await page.getByText("Đổi sang giờ khác").click();
    await page
      .getByRole("button", { name: /^Đổi sang \d/ })
      .first()
      .click();
    await page.getByText("Đã đổi giờ.").waitFor();
    await page.getByText("Mời bạn bè, người nhà").click();
    await page.getByRole("button", { name: "Tạo liên kết mời" }).click();
    await page.getByText("Mời bạn bè, người nhà").click();
    await page.getByText("Chưa có ai đăng ký").waitFor();
    await seen("donor-friends");
    await page.getByRole("link", { name: "Dữ liệu của tôi" }).click();
    await page.getByText("Vàng Thị Mẫu").waitFor();
    await seen("donor-data");
    await page.goto("/cua-toi");
    await page.getByText("Vàng Thị Mẫu").waitFor();
    await seen("donor-mine");
  });

  it("saves the whole ticket as one picture, where there are scripts", async () => {
    await page.getByRole("link", { name: "Mở vé" }).click();
    await page.getByRole("heading", { name: "Hẹn gặp bạn!" }).waitFor();
    const own = await browser.newPage({ baseURL: origin, viewport: PHONE, acceptDownloads: true });
    const faults: string[] = [];
    own.on("pageerror", ({ message }) => faults.push(message));
    await own.goto(new URL(page.url()).pathname);
    const [saved] = await Promise.all([
      own.waitForEvent("download"),
      own.getByRole("button", { name: "Lưu vé thành ảnh" }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(/^ve-hien-mau-\w{6}\.png$/);
    await saved.saveAs(`${PICTURES}/donor-saved-ticket.png`);
    expect(faults).toEqual([]);
  });
});
