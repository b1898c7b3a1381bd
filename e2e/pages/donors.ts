// Donors without an account: a stranger's phone that sends plain forms, and the same pages gone through in a browser.
import type { Page } from "playwright-core";
import { look } from "./look.ts";

export interface Registrant {
  readonly fullName: string;
  readonly birth: readonly [day: string, month: string, year: string];
  readonly sex: "female" | "male";
  readonly phone: string;
  readonly relation: "member" | "worker" | "relative" | "outside";
}

/** A browser without scripts that nobody looks at: what its forms send, as HTML sends it. */
export function plainPhone(origin: string) {
  const send = async (
    path: string,
    fields?: Record<string, string>,
  ): Promise<{ at: string; page: string }> => {
    const reply = await fetch(origin + path, {
      redirect: "manual",
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
    const location = reply.headers.get("location");
    if (reply.status === 303 && location !== null) return send(location);
    const page = await reply.text();
    if (reply.status >= 400) throw new Error(`${path}: ${reply.status} ${wordsOf(page).slice(0, 300)}`);
    return { at: path, page };
  };
  return {
    open: (path: string) => send(path),
    post: send,
    /** Registers for a slot by an invitation; answers the path of the ticket. `wait`: where it is full. */
    async register(code: string, slotId: string, who: Registrant, wait = false): Promise<string> {
      const path = `/m/${code}/${slotId}`;
      const { page } = await send(path);
      const [day, month, year] = who.birth;
      const { at } = await send(path, {
        do: wait ? "wait" : "register",
        personId: hiddenField(page, "personId"),
        bookingId: hiddenField(page, "bookingId"),
        slot: slotId,
        fullName: who.fullName,
        birthDay: day,
        birthMonth: month,
        birthYear: year,
        sex: who.sex,
        phone: who.phone,
        relation: who.relation,
        takePart: "yes",
      });
      if (!at.startsWith("/d/")) throw new Error(`${who.fullName} was not registered: the page is ${at}`);
      return at;
    },
  };
}

const wordsOf = (page: string): string =>
  page
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

function hiddenField(page: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1];
  if (found === undefined) throw new Error(`the form has no ${name}`);
  return found;
}

/** Three taps, the form, the ticket: answers the path of the ticket. */
export async function comeByLink(page: Page, code: string, day: string, who: Registrant): Promise<string> {
  await page.goto(`/m/${code}`);
  await look(page, "donor-invited");
  await page.getByRole("link", { name: "Không có điều nào ở trên" }).click();
  const drive = page.locator("details.drive").filter({ hasText: day });
  if (!(await drive.evaluate((fold) => (fold as HTMLDetailsElement).open)))
    await drive.locator("summary").click();
  await drive
    .getByRole("link", { name: /còn \d+ chỗ/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "Đăng ký hiến máu" }).waitFor();
  await page.getByRole("button", { name: "Đăng ký và nhận vé" }).click();
  await page.getByText("Hãy ghi họ và tên.").waitFor();
  await look(page, "donor-form-wrong");
  await page.getByLabel("Họ và tên").fill(who.fullName);
  const [birthDay, month, year] = who.birth;
  await page.getByLabel("Ngày", { exact: true }).fill(birthDay);
  await page.getByLabel("Tháng", { exact: true }).fill(month);
  await page.getByLabel("Năm", { exact: true }).fill(year);
  await page.getByLabel(who.sex === "female" ? "Nữ" : "Nam", { exact: true }).check();
  await page.getByLabel("Số điện thoại").fill(who.phone);
  await page.getByLabel("Đoàn viên", { exact: true }).check();
  for (const box of await page.getByRole("checkbox").all()) {
    if (await box.isChecked()) throw new Error("a consent is ticked beforehand");
  }
  await page.getByLabel(/Để tham gia đợt này/).check();
  await page.getByRole("button", { name: "Đăng ký và nhận vé" }).click();
  await page.waitForURL(/\/d\//);
  await look(page, "donor-ticket");
  return new URL(page.url()).pathname;
}
