// Reports: opened, sent up, returned with a comment, approved, and taken away as Word.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { openPart } from "./letters.ts";

/** The unit's own report of the drive of `day` (as shown: 03/06/2021), made or gone on with. */
export async function openOwnReport(page: Page, day: string): Promise<void> {
  await openPart(page, "Báo cáo");
  const card = page
    .locator("li, article, section, .card")
    .filter({ hasText: `Đợt ${day}` })
    .last();
  await card
    .getByRole("button", { name: /Lập báo cáo/ })
    .or(card.getByRole("link", { name: /Viết tiếp|Sửa và gửi lại|Xem$/ }))
    .first()
    .click();
  await page.getByRole("heading", { name: `Báo cáo đợt ${day}` }).waitFor();
}

export async function openReportBelow(page: Page, day: string, unit: string): Promise<void> {
  await openPart(page, "Báo cáo");
  const card = page
    .locator("li, article, section, .card")
    .filter({ hasText: `Đợt ${day}` })
    .last();
  await card.getByRole("link", { name: "Báo cáo của cấp dưới" }).click();
  await page.getByRole("heading", { name: "Báo cáo của cấp dưới" }).waitFor();
  const row = page.locator("tr, li").filter({ hasText: unit }).last();
  await row.getByRole("link").first().click();
  await page.getByRole("heading", { name: `Báo cáo đợt ${day}` }).waitFor();
}

export async function sendReport(page: Page, remarks: string): Promise<void> {
  await page.getByLabel("Ưu điểm").fill(remarks);
  await settleReport(page);
}

export async function returnReport(page: Page, comment: string): Promise<void> {
  await page.getByRole("button", { name: "Trả lại", exact: true }).click();
  await page.getByLabel("Nhận xét", { exact: true }).fill(comment);
  await page.getByRole("button", { name: "Trả lại với nhận xét này" }).click();
  await page.getByText("Đã trả lại báo cáo.").waitFor();
}

export async function approveReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await page.getByRole("button", { name: "Duyệt báo cáo" }).click();
  await page.getByText("Đã duyệt báo cáo.").waitFor();
}

export async function downloadReport(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("link", { name: /Tải Word/ })
      .or(page.getByRole("button", { name: /Tải Word/ }))
      .click(),
  ]);
  return readFile(await download.path());
}

/** The campaign's report of the unit in this window, made or gone on with. */
export async function openCampaignReport(page: Page, campaign: string): Promise<void> {
  await openPart(page, "Báo cáo");
  // The periods come in an answer of their own: rows of donation days may stand there before them.
  const periods = page.locator(".report-group").filter({
    has: page.getByRole("heading", { name: "Báo cáo tháng, quý, 6 tháng, năm, chiến dịch" }),
  });
  await periods.locator(".report-row").first().waitFor();
  const all = periods.getByRole("button", { name: "Xem tất cả các kỳ" });
  if (await all.isVisible()) await all.click();
  const title = `Báo cáo chiến dịch ${campaign}`;
  const row = periods.locator(".report-row").filter({ hasText: title });
  await row
    .getByRole("button", { name: /Lập báo cáo/ })
    .or(row.getByRole("link", { name: /Viết tiếp|Sửa và gửi lại|Xem/ }))
    .first()
    .click();
  await page.getByRole("heading", { name: title }).waitFor();
}

/** Sends it up, or, at the head of the campaign, settles it for the signatory. */
export async function settleReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Gửi báo cáo lên|Chốt báo cáo)/ }).click();
  await page
    .getByText(/^Đã (gửi|chốt)/)
    .first()
    .waitFor();
}
