// Decisions of re-organisation: composed in plain words, looked at, approved, applied, undone.
import type { Page } from "playwright-core";
import { vi as words } from "../../src/unit/web/messages.vi.ts";
import { openPart } from "./letters.ts";

export async function openDecisions(page: Page): Promise<void> {
  await openPart(page, "Công đoàn");
  await page.getByRole("link", { name: words["unit.part-decisions"] }).first().click();
  await page.getByRole("heading", { name: words["unit.decisions"], level: 1 }).waitFor();
}

/** Begins a decision with its title and day. */
export async function beginDecision(
  page: Page,
  { title, day }: { title: string; day: string },
): Promise<void> {
  await openDecisions(page);
  const begin = words["unit.decision-new"];
  await page
    .getByRole("link", { name: begin })
    .or(page.getByRole("button", { name: begin }))
    .first()
    .click();
  await page.getByRole("textbox", { name: words["unit.compose-name"] }).fill(title);
  await page.getByRole("textbox", { name: words["unit.compose-day"] }).fill(day);
}

/** Adds "Sáp nhập": `from` ends in `into`, both found by their names without accents. */
export async function addMerge(page: Page, from: string, into: string): Promise<void> {
  await page.getByRole("button", { name: words["unit.compose-add"], exact: true }).click();
  await page.getByLabel(words["unit.compose-add-kind"]).selectOption("merge");
  await findUnit(page, words["unit.choose-from"], from);
  await findUnit(page, words["unit.choose-into"], into);
  await page.getByRole("button", { name: words["unit.compose-add-done"] }).click();
}

async function findUnit(page: Page, field: string, typed: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field });
  await box.fill(typed);
  const found = page.locator(".found-units li").first();
  await found.getByRole("button", { name: "Thêm" }).click();
}

/** From composing to the dry run. */
export async function seeDryRun(page: Page): Promise<void> {
  await page.getByText(words["unit.compose-saved"]).waitFor();
  await page.getByRole("button", { name: words["unit.compose-see"] }).click();
  await page.getByText(words["unit.dry-ok"]).waitFor();
}

export async function openDecision(page: Page, title: string): Promise<void> {
  await openDecisions(page);
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { name: title, level: 1 }).waitFor();
}

const press =
  (button: string, then: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByText(then).first().waitFor();
  };

export const approve = press(words["unit.decision-approve"], words["unit.decision-approved"]);
export const apply = press(words["unit.decision-apply"], words["unit.decision-applied"]);

export async function undo(page: Page, reason: string): Promise<void> {
  await page.getByRole("button", { name: words["unit.decision-undo"], exact: true }).click();
  await page.getByLabel(words["unit.decision-undo-reason"]).fill(reason);
  await page.getByRole("button", { name: words["unit.decision-undo-now"], exact: true }).click();
  await page.getByText(words["unit.decision-undone"]).first().waitFor();
}
