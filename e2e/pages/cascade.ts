// How an order goes down: the material that helps to spread it, the picture that plays, files to take away.
import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { look } from "./look.ts";

interface Kit {
  readonly keyMessage: string;
  readonly headline: string;
}

/** On the page of a letter's material: writes the least there can be and publishes it. */
export async function publishKit(page: Page, { keyMessage, headline }: Kit): Promise<void> {
  await page.getByRole("link", { name: "Soạn bộ tài liệu" }).click();
  await page.getByLabel("Ý chính 1", { exact: true }).fill(keyMessage);
  await page.getByLabel("Tiêu đề lớn").fill(headline);
  await look(page, "kit-writing");
  await page.getByRole("button", { name: "Công bố bản 1" }).click();
  await page.getByText(/^Đã công bố bản 1\./).waitFor();
  await page.getByRole("region", { name: "Ý chính cần nhớ" }).getByText(keyMessage).waitFor();
}

/** A file behind a link of the page. */
export async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What the picture says and how much of it is filled, at one end of its play: "Home" the issue, "End" now. */
export async function pictureAt(page: Page, end: "Home" | "End"): Promise<{ words: string; marks: number }> {
  await page.getByRole("slider", { name: "Thời điểm đang xem" }).press(end);
  await page.waitForTimeout(400);
  const words = await page.locator(".cascade-figures p:visible").first().innerText();
  const drawn = await page
    .locator(".cascade-svg path.cascade-received, .cascade-svg path.cascade-disseminated")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d") ?? "").join(""));
  return { words: words.replaceAll(/\s+/g, " "), marks: drawn.match(/M/g)?.length ?? 0 };
}

/** All the words of a Word file, its head and foot with them. */
export const wordsOf = (docx: Buffer): string =>
  Object.entries(unzipSync(new Uint8Array(docx)))
    .filter(([part]) => part.endsWith(".xml"))
    .map(([, part]) => strFromU8(part).replace(/<[^>]+>/g, ""))
    .join("\n");
