// The facility's desk on the day: each donor's outcome, the donors outside, the facility's own count, closing.
import type { Page } from "playwright-core";
import { look } from "./look.ts";

export type Outcome = 250 | 350 | 450 | "not";

export async function openTurnout(page: Page, drive: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Đợt tiếp nhận" }).first().click();
  await page
    .getByRole("link", { name: new RegExp(drive) })
    .first()
    .click();
  await page.getByRole("heading", { name: drive }).waitFor();
}

/** The outcome of each donor by name, with the buttons beside it. */
export async function recordOutcomes(page: Page, outcomes: ReadonlyMap<string, Outcome>): Promise<void> {
  await look(page, "turnout-empty");
  let entered = 0;
  for (const [name, outcome] of outcomes) {
    const choice = page.getByRole("group", { name: `Kết quả của ${name}` });
    await choice.getByRole("button", { name: outcome === "not" ? /Không hiến/ : `${outcome} ml` }).click();
    entered++;
    await page.getByText(new RegExp(`^Đã nhập ${entered}/`)).waitFor();
  }
}

export interface Sheet {
  readonly outside: Partial<Record<250 | 350 | 450, number>>;
  readonly bags: Partial<Record<250 | 350 | 450, number>>;
  /** Of the list: came and did not give; did not come. */
  readonly stayed: number;
  readonly absent: number;
}

/** The three steps of closing. */
const toStep = (page: Page, name: "Từng người" | "Số liệu chung" | "Đối chiếu, khóa sổ"): Promise<void> =>
  page.getByRole("navigation", { name: "Ba bước khóa sổ" }).getByRole("button", { name }).click();

export async function fillSheet(page: Page, { outside, bags, stayed, absent }: Sheet): Promise<void> {
  await toStep(page, "Số liệu chung");
  for (const volume of [250, 350, 450] as const) {
    await page.getByLabel(`Ngoài danh sách (người), ${volume} ml`).fill(String(outside[volume] ?? 0));
    await page.getByLabel(`Sổ của cơ sở (túi), ${volume} ml`).fill(String(bags[volume] ?? 0));
  }
  await page.getByLabel("Đến mà không hiến", { exact: true }).fill(String(stayed));
  await page.getByLabel("Không đến", { exact: true }).fill(String(absent));
  await page.getByRole("button", { name: "Lưu số liệu chung" }).click();
  await page.getByText("Đã lưu số liệu chung.").first().waitFor();
}

export async function closeTurnout(page: Page): Promise<void> {
  await toStep(page, "Đối chiếu, khóa sổ");
  await page.getByText("Mọi số đã khớp. Có thể khóa sổ.").waitFor();
  await look(page, "turnout-reconciled");
  await page.getByRole("button", { name: "Khóa sổ đợt hiến máu" }).click();
  await page.getByRole("button", { name: "Khóa sổ và công bố" }).click();
  await page.getByText(/^Đã khóa sổ lúc/).waitFor();
  await look(page, "turnout-closed");
}
