// Who has not answered: levels, the late list as of a moment, reminding, and what a reminded unit sees.
import type { Page } from "playwright-core";

export type LetterTab = "Văn bản" | "Lan tỏa" | "Ai chưa trả lời" | "Tốc độ" | "Tài liệu tuyên truyền";

/** One of the pages of the letter at `path`. */
export async function openTab(page: Page, path: string, tab: LetterTab): Promise<void> {
  await page.goto(path);
  const tabs = page.getByRole("navigation", { name: "Các trang của văn bản" });
  await tabs.getByRole("link", { name: tab, exact: true }).click();
  await tabs.locator("[aria-current=page]", { hasText: new RegExp(`^${tab}$`) }).waitFor();
}

/** What the table of levels says: units, reached, received, spread, late, by the level's name. */
export async function levelsShown(page: Page): Promise<Record<string, number[]>> {
  const table = page.getByRole("region", { name: "Văn bản đã đến đâu, từng cấp" }).getByRole("table");
  await table.waitFor();
  const rows = await table.locator("tbody tr").evaluateAll((found) =>
    found.map((row) => ({
      name: row.querySelector(".level-name")?.textContent ?? "",
      counts: [...row.querySelectorAll("td")].map((cell) =>
        Number((cell.textContent ?? "").replace(/\D/g, "")),
      ),
    })),
  );
  return Object.fromEntries(rows.map(({ name, counts }) => [name, counts]));
}

/** The rows of the late list, as text; empty when nobody is late. */
export async function lateShown(page: Page): Promise<string[]> {
  const list = page.getByRole("region", { name: "Nơi trễ hạn, lâu nhất ở trên" });
  await list.getByText("Không nơi nào trễ hạn.").or(list.getByRole("table")).first().waitFor();
  const rows = await list.locator("tbody tr").allInnerTexts();
  return rows.map((row) => row.replaceAll(/\s+/g, " ").trim());
}

/** The list as of a moment before: `day` as typed, `time` as 17:00. */
export async function askMoment(page: Page, day: string, time: string): Promise<void> {
  await page.getByRole("button", { name: "Xem lúc khác" }).click();
  await page.getByLabel("Lúc", { exact: true }).fill(time);
  await page.getByRole("textbox", { name: "Tính đến ngày" }).fill(day);
  await page.getByText(`Tính đến lúc ${time} ${day}`).waitFor();
}

export const backToNow = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Về bây giờ" }).click();

/** Ticks a unit in the late list and reminds it; answers what the program says to that. */
export async function remind(page: Page, unit: string): Promise<string> {
  await page.getByRole("checkbox", { name: `Chọn ${unit}` }).check();
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().endsWith("/reminders"),
  );
  await page.getByRole("button", { name: "Đôn đốc", exact: true }).click();
  // The words of the time before stand there until those of this one are drawn.
  await answered;
  await page.waitForTimeout(300);
  // Beside the button, not the notice: that of the time before may still be there.
  const said = page.locator(".remind-bar p").filter({ hasText: /^(Đã nhắc|Không nhắc)/ });
  return (await said.innerText()).trim();
}

/** The app opened anew on the unit's duties, as when a phone is taken up again. */
export async function takeUp(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("heading", { name: "Việc cần làm" }).waitFor();
}

/** What the duties begin with: who reminded, and of what. */
export async function reminderShown(page: Page): Promise<string> {
  await takeUp(page);
  return (await page.locator(".reminder").innerText()).replaceAll(/\s+/g, " ");
}
