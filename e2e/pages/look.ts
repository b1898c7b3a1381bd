// What every screen of a journey must pass: no accessibility fault, nothing wider than the window, a picture to look at.
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DESK, PHONE, PICTURES } from "../stage.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: { readonly id: string; readonly nodes: { readonly target: string[] }[] }[];
}

/** Looks at the page at both widths: axe, no sideways scrolling, and a picture `name-width.png`. */
export async function look(page: Page, name: string): Promise<void> {
  const size = page.viewportSize() ?? DESK;
  await mkdir(PICTURES, { recursive: true });
  for (const [width, viewport] of [
    ["phone", PHONE],
    ["desk", DESK],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(150);
    // A busy machine lays out late; what stays too wide is found all the same.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
        timeout: 5000,
        message: `${name} is wider than ${viewport.width} px by`,
      })
      .toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize(size);
  // Tables become cards at a width: what axe sees must be laid out for this one.
  await page.waitForTimeout(150);
  expect(await faultsOf(page), `accessibility of ${name}`).toEqual([]);
}

async function faultsOf(page: Page): Promise<string[]> {
  // By evaluation, not by a script element: the content policy of the pages allows none of strangers'.
  await page.evaluate(await readFile(AXE, "utf8"));
  const result = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })",
  )) as AxeResult;
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`,
  );
}
