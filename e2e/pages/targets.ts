// Targets: the number from outside, split by members with an exact sum.
import type { Page } from "playwright-core";
import { openPart } from "./letters.ts";
import { look } from "./look.ts";

export async function splitTarget(
  page: Page,
  { campaign, total }: { campaign: string; total: number },
): Promise<void> {
  await openPart(page, "Chiến dịch");
  const card = page.locator("li, article, section, .card").filter({ hasText: campaign }).last();
  await card.getByRole("link", { name: "Chỉ tiêu" }).click();
  await page.getByLabel("Chỉ tiêu được giao từ Ban Chỉ đạo").fill(String(total));
  await page.getByRole("button", { name: "Đề xuất: theo số đoàn viên" }).click();
  await page.getByText("vừa đủ").waitFor();
  await look(page, "target-split");
  await page.getByRole("button", { name: "Lưu và giao" }).click();
  await page.getByText("Đã giao.").first().waitFor();
}
