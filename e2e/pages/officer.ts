// A provincial officer's week: a split with a lock and a reserve, requests asked and answered, who is behind and why.
import type { Page } from "playwright-core";
import { vi as officeWords } from "../../src/account/web/messages.vi.ts";
import { USE_CODE } from "../../src/account/web/paths.ts";
import { vi as overviewWords } from "../../src/dashboard/web/messages.vi.ts";
import { vi as words } from "../../src/target/web/messages.vi.ts";
import { openPart } from "./letters.ts";

/** A screen of a campaign, by the link on its card. */
export async function openCampaign(page: Page, campaign: string, link: string): Promise<void> {
  await openPart(page, "Chiến dịch");
  const card = page.locator("li, article, section, .card").filter({ hasText: campaign }).last();
  await card.getByRole("link", { name: link }).first().click();
}

export const shareOf = (page: Page, unit: string) =>
  page.getByLabel(words["target.share-of"].replace("{unit}", unit), { exact: true });

/** Fills the split by a proposal, but for one union whose number is typed first and locked. */
export async function proposeAround(
  page: Page,
  { total, reserve, locked, value }: { total: number; reserve: number; locked: string; value: number },
): Promise<void> {
  await page.getByLabel(words["target.total-given"]).fill(String(total));
  await page.getByLabel(words["target.reserve"], { exact: true }).fill(String(reserve));
  await shareOf(page, locked).fill(String(value));
  const lock = words["target.lock"].replace("{unit}", locked);
  await page.getByRole("button", { name: lock, exact: true }).click();
  await page.getByRole("button", { name: words["target.propose.members"] }).click();
  await page.getByText(words["target.adds-up"]).first().waitFor();
}

export async function saveSplit(page: Page): Promise<void> {
  await page.getByRole("button", { name: words["target.save-split"] }).click();
  await page.getByText("Đã giao.").first().waitFor();
}

/** A union below asks for another number. */
export async function askFor(page: Page, value: number, reason: string): Promise<void> {
  await page.getByRole("button", { name: words["target.request.ask"], exact: true }).click();
  await page.getByLabel(words["target.request.value"]).fill(String(value));
  await page.getByLabel(words["target.request.reason"], { exact: true }).fill(reason);
  await page.getByRole("button", { name: words["target.request.send"] }).click();
  await page.getByText(words["target.request.sent"]).first().waitFor();
}

/** The giver answers in place: what was asked, or another number. */
export async function grant(page: Page, unit: string, value: number, word: string): Promise<void> {
  const request = page.locator(".request-list > li").filter({ hasText: unit }).first();
  await request.getByRole("button", { name: words["target.request.answer"], exact: true }).click();
  await page.getByLabel(words["target.request.new-number"].replace("{unit}", unit)).fill(String(value));
  await page.getByLabel(words["target.request.word"], { exact: true }).fill(word);
  await page.getByRole("button", { name: new RegExp(`^Đồng ý .*${value}$`) }).click();
  await page.getByText(words["target.request.granted-told"].replace("{unit}", unit)).first().waitFor();
}

/** The answer of the overview to "who is behind, and why": one line a union. */
export async function whoIsBehind(page: Page): Promise<string[]> {
  const list = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: overviewWords["dashboard.behind"] }) });
  await list.first().waitFor();
  return list.first().getByRole("listitem").allInnerTexts();
}

/** The level above hands an officer's office at a union over, from today; answers the successor's one-time code. */
export async function startHandover(page: Page, atUnit: string): Promise<string> {
  await page.goto(`${atUnit}/can-bo`);
  await page.getByRole("button", { name: officeWords["account.hand-over"], exact: true }).first().click();
  await page.getByRole("button", { name: officeWords["account.handover-start"] }).click();
  return page.locator(".code-card .code").first().innerText();
}

/** Somebody new opens an account with the code. */
export async function enterWithCode(
  page: Page,
  { code, login, name, password }: { code: string; login: string; name: string; password: string },
): Promise<void> {
  await page.goto(`${USE_CODE}#${encodeURIComponent(code)}`);
  await page.getByLabel(officeWords["account.login-choose"]).fill(login);
  await page.getByLabel(officeWords["account.display-name"]).fill(name);
  await page.getByLabel(officeWords["account.password-new"], { exact: true }).fill(password);
  await page.getByRole("button", { name: officeWords["account.join"] }).click();
}

/** The successor reads the list of open work and confirms it: the minutes stand. */
export async function receiveHandover(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: /Nhận bàn giao/ })
    .first()
    .click();
  await page.getByText(officeWords["account.open-work"]).first().waitFor();
  await page.getByRole("button", { name: officeWords["account.handover-confirm"] }).click();
  await page.getByText(officeWords["account.handover-received"]).first().waitFor();
}
