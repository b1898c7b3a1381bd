// Letters: read one, confirm it, issue it; receive, spread and pass on.
import type { Page } from "playwright-core";
import { look } from "./look.ts";

/** From pasted text to an issued letter with a new campaign. */
export async function issueLetter(
  page: Page,
  { text, campaign, from, until }: { text: string; campaign: string; from: string; until: string },
): Promise<void> {
  await page.getByRole("link", { name: "Văn bản" }).first().click();
  await page.getByRole("link", { name: "Đọc một văn bản" }).first().click();
  await page.getByLabel("Nội dung văn bản").fill(text);
  await page.getByRole("button", { name: "Đọc văn bản" }).click();
  await page.getByText("Gửi đến những công đoàn nào").waitFor();
  await look(page, "letter-read");
  await page.getByLabel("Tên chiến dịch").fill(campaign);
  await page.getByLabel("Chương trình", { exact: true }).fill("Hành trình Đỏ");
  await page.getByRole("textbox", { name: "Từ ngày" }).fill(from);
  await page.getByRole("textbox", { name: "Đến hết ngày" }).fill(until);
  await page.getByRole("radio", { name: /^Một túi máu/ }).check();
  await page.getByLabel(/Báo cáo trong bao nhiêu ngày/).fill("3");
  await page.getByRole("button", { name: "Xác nhận, lập dự thảo" }).click();
  await page.getByRole("button", { name: "Ban hành", exact: true }).click();
  await page.getByText("Đã ban hành.").waitFor();
  await look(page, "letter-issued");
}

/** Opens the letter called `subject` from the list of letters. */
export async function openLetter(page: Page, subject: RegExp): Promise<void> {
  await openPart(page, "Văn bản");
  await page.getByRole("link", { name: subject }).first().click();
  await page.getByText("Việc của công đoàn bạn với văn bản này").waitFor();
}

/** A part of the program: in the side bar of a desk, behind "Thêm" where a phone's bottom bar has no room. */
export async function openPart(page: Page, name: string): Promise<void> {
  const direct = page.getByRole("navigation").getByRole("link", { name, exact: true });
  if (!(await direct.first().isVisible())) {
    await page.getByRole("navigation").getByRole("link", { name: "Thêm", exact: true }).first().click();
  }
  await page.getByRole("link", { name, exact: true }).first().click();
}

export async function receive(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Xác nhận đã nhận" }).first().click();
  await page.getByText("Đã xác nhận.").waitFor();
}

export async function disseminate(page: Page, people: number): Promise<void> {
  const form = page.getByRole("button", { name: "Ghi việc quán triệt, tuyên truyền" });
  if (await form.isVisible()) await form.click();
  await page.getByRole("radio", { name: "Họp, sinh hoạt" }).check();
  await page.getByLabel("Số người được nghe, được đọc").fill(String(people));
  await page.getByRole("button", { name: "Ghi lại" }).click();
  await page.getByText("Đã ghi việc quán triệt.").waitFor();
}

export async function passOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Chuyển nguyên văn xuống cấp dưới" }).click();
  await page
    .getByText(/Đã chuyển/)
    .first()
    .waitFor();
}
