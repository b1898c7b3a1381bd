// An officer's phone whose signal goes: what was read is read again, what is written stays, what was confirmed is sent
// once when the signal is back, and nothing of it is left for the next person.
import type { Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { phoneJpeg } from "../src/document/rules/photo/photos.testing.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { openPart } from "./pages/letters.ts";
import { look } from "./pages/look.ts";
import {
  confirm,
  controlled,
  type Duty,
  eventually,
  keptOn,
  openMore,
  signIn,
  signOut,
  waitingFiles,
} from "./pages/phone.ts";
import { changing } from "./pages/release.ts";
import { openStage, PHONE, type Stage } from "./stage.ts";

const OFFICER = "hoale1";

/** What a telephone writes into a photo besides the picture. */
const TELLING = ["Exif", "GPS", "SAMSUNG", "Nguyen Van Mau", "taken by"];
const whatItSays = (photo: Buffer): string[] =>
  TELLING.filter((word) => photo.toString("latin1").includes(word));

describe("a phone without a signal", () => {
  let stage: Stage;
  let phone: Page;
  let account = "";
  let unit = "";
  let open: { id: string; duty: string }[] = [];
  let letter = "";

  beforeAll(async () => {
    stage = await openStage();
    phone = await stage.window(OFFICER, PHONE);
    const asked = await phone.request.get(`${stage.origin}/api/session`);
    const me = (await asked.json()) as { accountId: string; grants: { placeId: string }[] };
    account = me.accountId;
    unit = me.grants[0]?.placeId ?? "";
    const tasks = await phone.request.get(`${stage.origin}/api/units/${unit}/tasks?settled=without`);
    const { items } = (await tasks.json()) as {
      items: { id: string; duty: string; letterTitle: string; allowedActions: string[] }[];
    };
    open = items.filter(({ allowedActions }) => allowedActions.includes("directive.settle-task"));
    letter = items[0]?.letterTitle ?? "";
    expect(open.length).toBeGreaterThan(3);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await stage.pictures("offline-failed");
  });
  afterAll(() => stage?.close());

  const offline = (away: boolean): Promise<void> => phone.context().setOffline(away);
  const duty = (at: number): Duty => ({ account, unit, task: open[at]?.id ?? "", key: newId() });
  async function recorded(key: string): Promise<{ commands: number; settled: number }> {
    const { rows } = await stage.pool.query(
      `select (select count(*)::int from platform.command where key = $1) as commands,
              (select count(*)::int from platform.audit_entry where operation = 'directive.settle-task') as settled`,
      [key],
    );
    return rows[0] as { commands: number; settled: number };
  }

  it("fetches the duties and the letters they name before anybody needs them", async () => {
    await controlled(phone);
    await openPart(phone, "Việc cần làm");
    const isLetter = (path: string): boolean => /\/directives\/[0-9a-f-]{36}$/.test(path);
    await eventually(async () => (await keptOn(phone)).reads.some(isLetter));
    const { reads } = await keptOn(phone);
    expect(reads).toContain("/api/session");
    expect(reads).toContain(`/api/units/${unit}/tasks`);
    expect(reads.filter((path) => /people|bookings|office-holders|^\/d\//.test(path))).toEqual([]);
  });

  it("opens without the signal, and says how old the figures are", async () => {
    await offline(true);
    await phone.reload();
    await phone.getByRole("heading", { name: "Việc cần làm" }).waitFor();
    await phone.getByText(/Không có mạng/).waitFor();
    await phone.getByText(/Số liệu lúc \d\d:\d\d ngày 02\/06\/2021/).waitFor();
    await look(phone, "offline-tasks");
    // Never opened while there was a signal.
    await phone.getByRole("link", { name: letter }).first().click();
    await phone.getByText("Việc của công đoàn bạn với văn bản này").waitFor();
    await phone.getByText(/Số liệu lúc/).waitFor();
  });

  it("keeps what is being written when the page is killed", async () => {
    const people = phone.getByLabel("Số người được nghe, được đọc");
    const summary = phone.getByText(/^Ghi (thêm )?.*(quán triệt|tuyên truyền)/).first();
    if (!(await people.isVisible())) await summary.click();
    await people.fill("37");
    await phone.waitForTimeout(700);
    const address = phone.url();
    await phone.goto("about:blank");
    await phone.goto(address);
    await phone.getByText("Việc của công đoàn bạn với văn bản này").waitFor();
    if (!(await people.isVisible())) await summary.click();
    expect(await people.inputValue()).toBe("37");
  });

  it("holds a confirmed duty, and sends it once although the answer was lost on the way", async () => {
    const one = duty(0);
    const before = await recorded(one.key);
    await confirm(phone, one, "Đánh dấu đã xong");
    await phone.getByText("1 việc chờ gửi").waitFor();
    await phone.reload();
    await phone.getByText("1 việc chờ gửi").click();
    await phone.getByText("Đã giữ trên máy này").waitFor();
    await look(phone, "offline-waiting");
    expect(await recorded(one.key)).toEqual(before);

    // The server does it, and the answer is lost in the tunnel.
    let lost = 0;
    const tunnel = async (route: Route): Promise<void> => {
      const answer = await route.fetch();
      expect(answer.status()).toBe(200);
      lost += 1;
      // A second attempt may be on its way when the tunnel ends.
      await route.abort("connectionreset").catch(() => undefined);
    };
    await phone.route("**/settle", tunnel);
    await offline(false);
    await eventually(async () => lost > 0);
    expect(await recorded(one.key)).toEqual({ commands: 1, settled: before.settled + 1 });
    await phone.getByText(/1 việc chờ gửi|Đang gửi 1 việc/).waitFor();
    await phone.unroute("**/settle", tunnel);
    await phone.evaluate(() => window.dispatchEvent(new Event("online")));
    // Until nothing is being sent either: who goes offline in the midst of it keeps the duty for the next time.
    await eventually(async () => (await phone.getByText(/việc chờ gửi|Đang gửi/).count()) === 0);
    expect(await recorded(one.key)).toEqual({ commands: 1, settled: before.settled + 1 });
    await phone.getByText(/Không có mạng/).waitFor({ state: "hidden" });
  });

  it("keeps a duty for its own account when the session ends and somebody else signs in", async () => {
    await offline(true);
    const one = duty(1);
    const before = await recorded(one.key);
    await confirm(phone, one, "Đánh dấu đã xong");
    await phone.getByText("1 việc chờ gửi").waitFor();
    await phone.context().clearCookies();
    await offline(false);
    await phone.getByLabel("Tên đăng nhập").waitFor();
    expect((await keptOn(phone)).reads).toEqual([]);
    await signIn(phone, "samu1");
    await controlled(phone);
    await phone.goto("/");
    await phone.getByRole("heading", { name: "Việc cần làm" }).waitFor();
    await phone.waitForTimeout(1_000);
    expect(await phone.getByText(/việc chờ gửi/).count()).toBe(0);
    expect(await recorded(one.key)).toEqual(before);
    await signOut(phone);
    await signIn(phone, OFFICER);
    await eventually(async () => (await recorded(one.key)).commands === 1);
    expect((await recorded(one.key)).settled).toBe(before.settled + 1);
  });

  it("sends once though two pages are open", async () => {
    const other = await phone.context().newPage();
    await other.goto("/");
    await other.getByRole("heading", { name: "Việc cần làm" }).waitFor();
    await offline(true);
    const one = duty(2);
    await confirm(phone, one, "Đánh dấu đã xong");
    for (const page of [phone, other]) await page.getByText("1 việc chờ gửi").waitFor();
    let sent = 0;
    phone.context().on("request", (request) => {
      if (request.url().endsWith("/settle")) sent += 1;
    });
    await offline(false);
    for (const page of [phone, other])
      await eventually(async () => (await page.getByText(/việc chờ gửi|Đang gửi/).count()) === 0);
    expect((await recorded(one.key)).commands).toBe(1);
    expect(sent).toBe(1);
    await other.close();
  });

  it("settles a duty with a photo; what the photo said of its place stays behind", async () => {
    const task = open[3]?.id ?? "";
    const row = phone.locator(`#viec-${task}`);
    await openPart(phone, "Việc cần làm");
    await row.waitFor();
    await offline(true);
    await row.getByRole("button", { name: "Ghi chú, ảnh" }).click();
    await row.getByLabel("Ghi chú: đã làm gì, ở đâu").fill("Đã họp tổ, 12 người dự.");
    const name = "Họp tổ.jpeg";
    const buffer = Buffer.from(phoneJpeg());
    expect(whatItSays(buffer)).toEqual(TELLING);
    await row.getByLabel("Chọn ảnh hoặc PDF").setInputFiles({ name, mimeType: "image/jpeg", buffer });
    await row.getByRole("img", { name: "Họp tổ.jpg" }).waitFor();
    await row.getByRole("button", { name: "Đã làm xong" }).click();
    await row.getByText("đã xong, chờ gửi").waitFor();
    await phone.reload();
    await row.getByText("đã xong, chờ gửi").waitFor();
    await row.getByText("“Đã họp tổ, 12 người dự.”").waitFor();
    await row.getByRole("img", { name: "Họp tổ.jpg" }).waitFor();
    await look(phone, "offline-photo");
    // Already on the phone, before any server could take it out.
    const [kept] = await waitingFiles(phone, account);
    expect(kept && whatItSays(Buffer.from(kept))).toEqual([]);

    await offline(false);
    const found = async () => {
      const asked = await phone.request.get(`${stage.origin}/api/units/${unit}/tasks`);
      const { items } = (await asked.json()) as {
        items: { id: string; state: string; note: string; evidence: { id: string; name: string }[] }[];
      };
      return items.find(({ id }) => id === task);
    };
    // The server is asked, not the banner: that speaks only of what has waited for a while.
    await eventually(async () => (await found())?.state === "settled");
    const done = await found();
    expect(done).toMatchObject({
      state: "settled",
      note: "Đã họp tổ, 12 người dự.",
      evidence: [{ name: "Họp tổ.jpg" }],
    });
    const address = `/api/units/${unit}/tasks/${task}/evidence/${done?.evidence[0]?.id}`;
    const photo = await phone.request.get(`${stage.origin}${address}`);
    expect(photo.headers()["content-type"]).toBe("image/jpeg");
    expect(whatItSays(await photo.body())).toEqual([]);
    // Twelve by eight, held upright.
    const size = await phone.evaluate(async (from) => {
      const picture = await createImageBitmap(await (await fetch(from)).blob());
      return [picture.width, picture.height];
    }, address);
    expect(size).toEqual([8, 12]);
  });

  it("shows the server's words when a duty is refused", async () => {
    const wrong = { ...duty(0), task: newId() };
    await confirm(phone, wrong, "Đánh dấu đã xong một việc đã bỏ");
    await phone.reload();
    await phone.getByText("1 việc bị từ chối: hãy xem và sửa lại").waitFor();
    await phone.getByText(/Không tìm thấy/).waitFor();
    await look(phone, "offline-refused");
  });

  it("warns before unsent duties are lost, and leaves nothing behind", async () => {
    await openMore(phone);
    await phone.getByRole("button", { name: "Đăng xuất" }).click();
    await phone.getByText(/Còn 1 việc chưa gửi/).waitFor();
    await look(phone, "offline-sign-out");
    await phone.getByRole("button", { name: "Vẫn đăng xuất và xóa" }).click();
    await phone.getByLabel("Tên đăng nhập").waitFor();
    await eventually(async () => {
      const { reads, databases } = await keptOn(phone);
      return reads.length === 0 && databases.length === 0;
    });
  });

  it("offers a new version, and changes to it only when asked", async () => {
    const copy = await changing(stage.origin);
    try {
      const page = await phone.context().newPage();
      await page.goto(`${copy.origin}/dang-nhap`);
      await signIn(page, OFFICER);
      await controlled(page);
      const versions = (): Promise<string[]> =>
        page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("giothong-shell-")));
      const [first] = await versions();
      copy.release();
      await page.reload();
      await page.getByText("Có bản mới của chương trình.").waitFor();
      await look(page, "offline-new-version");
      expect(await versions()).toEqual([first, `${first}-next`]);
      const reloaded = page.waitForEvent("load", { timeout: 90_000 });
      await page.getByRole("button", { name: "Tải lại" }).click();
      await reloaded;
      await page.getByText("DỮ LIỆU MẪU").first().waitFor();
      await eventually(async () => (await versions()).join() === `${first}-next`);
      expect(await page.getByText("Có bản mới của chương trình.").count()).toBe(0);
      await page.close();
    } finally {
      await copy.close();
    }
  });

  it("a member's page is none of the worker's business", async () => {
    await phone.goto(`${stage.origin}/d/khong-co`);
    expect(await phone.evaluate(async () => (await caches.match(location.href)) === undefined)).toBe(true);
    await offline(true);
    await expect(phone.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  });

  it("nothing failed on the way", () => {
    expect(stage.faults).toEqual([]);
  });
});
