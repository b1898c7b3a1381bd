// Launches the browser of the journeys: whichever one this machine has, always with the same flags.
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../scripts/browser.mjs";

/** Nothing may leave the machine, and no first-run page or update may stand in a journey's way. */
export const BROWSER_FLAGS: readonly string[] = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
];

/** Chromium refuses its sandbox to root; anyone else keeps it. */
export const flagsFor = (uid: number | undefined): string[] =>
  uid === 0 ? [...BROWSER_FLAGS, "--no-sandbox"] : [...BROWSER_FLAGS];

/**
 * A headless browser on a fresh profile of its own, which goes when it closes. Close it in `afterAll`.
 * @throws when no browser can be had: `npm test` says so before any journey starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === undefined)
    throw new Error("no browser on this machine, and none could be installed");
  return chromium.launch({ executablePath, headless: true, args: flagsFor(process.getuid?.()) });
}
