// Letters one unit writes next to another: the first one with a due day, its own re-issue, an amendment, one that urges.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { takeUp } from "./chasing.ts";
import { openPart } from "./letters.ts";
import { look } from "./look.ts";

/** A letter that went out, as its sender sees it. */
export interface Issued {
  /** "610/LĐLĐ"; "" for a letter without a number. */
  readonly number: string;
  readonly path: string;
}

export const idOf = ({ path }: Issued): string => path.split("/").at(-1) ?? "";

/** A letter in the list of letters, by its own number: titles name those of others. */
export const numbered = (number: string): RegExp => new RegExp(`· số ${number.replace("/", "\\/")}(?!\\S)`);

interface Order {
  readonly text: string;
  readonly campaign: string;
  /** By which day the first duty is to be done, as it is typed. */
  readonly due: string;
}

/** From pasted text to an issued order: the day the paper does not say is set, what is asked is answered. */
export async function issueOrder(page: Page, { text, campaign, due }: Order): Promise<Issued> {
  await openPart(page, "Văn bản");
  await page.getByRole("link", { name: "Đọc một văn bản" }).first().click();
  await page.getByLabel("Nội dung văn bản").fill(text);
  await page.getByRole("button", { name: "Đọc văn bản" }).click();
  await page.getByText("Gửi đến những công đoàn nào").waitFor();
  await page
    .getByRole("button", { name: /^Hạn làm xong/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: "Hạn làm xong" }).fill(due);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page
    .getByRole("button", { name: new RegExp(`^Hạn làm xong ?${due}`) })
    .first()
    .waitFor();
  await page.getByLabel("Tên chiến dịch").fill(campaign);
  await page.getByLabel("Chương trình", { exact: true }).fill("Hành trình Đỏ");
  await page.getByRole("textbox", { name: "Từ ngày" }).fill("18/01/2021");
  await page.getByRole("textbox", { name: "Đến hết ngày" }).fill("31/12/2021");
  await page.getByRole("radio", { name: /^Một túi máu/ }).check();
  await page.getByLabel(/Báo cáo trong bao nhiêu ngày/).fill("3");
  await look(page, "order-read");
  await page.getByRole("button", { name: "Xác nhận, lập dự thảo" }).click();
  return issueDraft(page);
}

interface Corrections {
  /** Of a letter that changes another: whether those who spread that one must do so again. */
  readonly spreadAgain?: boolean;
  readonly receiveDays?: number;
  /** Of the first order: what its words end with from now on, and until when it is to be done. */
  readonly sentence?: string;
  readonly due?: string;
  /** A picture under this name before it is kept. */
  readonly picture?: string;
}

/** On the page where a letter is written: corrects what the program suggests, keeps it, issues it. */
export async function issueNext(page: Page, corrections: Corrections = {}): Promise<Issued> {
  const { spreadAgain, receiveDays, sentence, due, picture } = corrections;
  const words = page.getByLabel("Việc 1", { exact: true });
  await words.waitFor();
  if (spreadAgain !== undefined) {
    const answer = spreadAgain ? "Có, phải quán triệt lại" : "Không, việc đã quán triệt vẫn tính";
    await page.getByRole("radio", { name: answer }).check();
  }
  if (sentence !== undefined) await words.fill(`${await words.inputValue()} ${sentence}`);
  if (due !== undefined) await page.getByRole("textbox", { name: /^Hạn của việc 1 / }).fill(due);
  if (receiveDays !== undefined) {
    await page.getByText("Báo cáo và xác nhận", { exact: true }).click();
    await page.getByLabel("Xác nhận đã nhận trong mấy ngày làm việc").fill(String(receiveDays));
  }
  if (picture !== undefined) await look(page, picture);
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  return issueDraft(page);
}

/** What the form says of the first order before anything is corrected. */
export async function firstOrder(page: Page): Promise<{ words: string; due: string }> {
  const words = page.getByLabel("Việc 1", { exact: true });
  await words.waitFor();
  const due = page.getByRole("textbox", { name: /^Hạn của việc 1 / });
  return { words: await words.inputValue(), due: await due.inputValue() };
}

async function issueDraft(page: Page): Promise<Issued> {
  await page.getByRole("button", { name: "Ban hành", exact: true }).click();
  await page.getByText("Đã ban hành.").first().waitFor();
  await page.getByRole("button", { name: "Ban hành", exact: true }).waitFor({ state: "hidden" });
  const lead = await page.locator(".letter-lead").innerText();
  const number = /số (\d+\/\S+)/.exec(lead)?.[1] ?? "";
  return { number, path: new URL(page.url()).pathname };
}

/** From a letter that reached the unit, or of its own, to the page where the next one is written. */
export async function writeNext(
  page: Page,
  as: "Ban hành tiếp cho cấp dưới" | "Sửa đổi, bổ sung" | "Sửa theo văn bản cấp trên",
): Promise<void> {
  await page.getByRole("link", { name: as }).first().click();
  await page.getByRole("button", { name: "Lưu dự thảo" }).waitFor();
}

/** The letter of one's own that the level above has overtaken: `sentence`, new above, stands in it already. */
export async function bringUpToDate(page: Page, sentence: string, picture?: string): Promise<Issued> {
  await takeUp(page);
  const waiting = page.getByRole("region", { name: "Văn bản của mình cần sửa theo" });
  await waiting.getByRole("link", { name: "Sửa theo" }).first().click();
  const first = await firstOrder(page);
  expect(first.words).toContain(sentence);
  expect(first.due).not.toBe("");
  const issued = await issueNext(page, { spreadAgain: false, ...(picture && { picture }) });
  await takeUp(page);
  await page.locator(".letter-duties").first().waitFor();
  expect(await waiting.count()).toBe(0);
  await page.goto(issued.path);
  return issued;
}

/** Waits until a letter's family names the one of that number at a place ("Triển khai văn bản"). */
export const related = (page: Page, place: string, number: string): Promise<void> =>
  page
    .getByRole("region", { name: "Các văn bản liên quan" })
    .getByRole("listitem")
    .filter({ hasText: place })
    .getByRole("link", { name: new RegExp(`Văn bản số ${number} `) })
    .waitFor();
