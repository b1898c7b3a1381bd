// The tree of unions on a day: what stands below the shown one, the day control, and the same day's overview.
import type { Page } from "playwright-core";
import { vi as sharedWords } from "../../src/platform/i18n/messages.vi.ts";
import { vi as treeWords } from "../../src/unit/web/messages.vi.ts";

/** Full names of the units directly below, as the outline has them. */
export async function namesBelow(page: Page): Promise<string[]> {
  await page.getByRole("treeitem").first().waitFor();
  // The name, without the kind that stands in small letters behind it.
  return page
    .locator('[role="treeitem"][aria-level="1"] > .outline-row a')
    .evaluateAll((links) => links.map((link) => link.firstChild?.textContent ?? ""));
}

/** Types another day into the control of the tree and waits until that day's tree is there. */
export async function goToDay(page: Page, day: string): Promise<void> {
  const field = page.getByRole("textbox", { name: treeWords["unit.as-of"] });
  await field.fill(day);
  await page
    .getByText(new RegExp(`(ngày|dự kiến ngày) ${day}`))
    .first()
    .waitFor();
}

/** The same on the overview. */
export async function overviewOn(page: Page, day: string): Promise<void> {
  await page.getByRole("textbox", { name: sharedWords["common.as-of"] }).fill(day);
  await page.locator('.overview[aria-busy="false"]').waitFor();
}

/** Names in the rows of the overview. */
export async function overviewNames(page: Page): Promise<string[]> {
  await page.locator(".unit-rows tbody tr").first().waitFor();
  return page.locator(".unit-rows tbody tr th, .unit-rows tbody tr td:first-child").allInnerTexts();
}
