// The stage of a journey: the demo province on a real database behind the real server and the built web app, with a
// clock that the journey may move, and one browser window per person.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { pino } from "pino";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { loadDemo } from "../src/app/demo/load.ts";
import { createUnionServer } from "../src/app/server.ts";
import { serveWeb } from "../src/app/web-files.ts";
import { useKeyFile } from "../src/platform/seal/secret.ts";
import { launchBrowser } from "../test/browser.ts";
import { embeddedServer, freshDatabase, type TestDatabase } from "../test/database.ts";

const WEB = fileURLToPath(new URL("../dist/web", import.meta.url));
export const PICTURES = fileURLToPath(new URL("../test-results/pictures", import.meta.url));
const PASSWORD = "giot-hong-mau";
/** Links in messages begin with this; the journey follows their path on its own server. */
const PUBLIC_URL = "http://journey.test";
/** The demo opens here; the journey's clock runs on from it. */
const OPENING = "2021-06-02T08:00:00+07:00";

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

export interface Stage {
  readonly origin: string;
  readonly pool: pg.Pool;
  /** Moves the clock to an instant and lets it run on from there. */
  setTime(instant: string): void;
  /** A person's own window, signed in; `login` absent: a stranger's. */
  window(login?: string, size?: { width: number; height: number }): Promise<Page>;
  /** A picture of every open window, for whoever reads a failure: `name-1.png` … */
  pictures(name: string): Promise<void>;
  /** Errors the pages' scripts threw, and requests the server failed. */
  readonly faults: string[];
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const database: TestDatabase = await freshDatabase(await embeddedServer());
  const folder = await mkdtemp(join(tmpdir(), "giothong-stage-"));
  useKeyFile(join(folder, "server.key"));
  const log = pino({ level: process.env.TEST_LOG ?? "silent" });
  await loadDemo({ pool: database.pool, log });
  let shift = Date.parse(OPENING) - Date.now();
  const server: FastifyInstance = await createUnionServer({
    pool: database.pool,
    clock: () => new Date(Date.now() + shift).toISOString(),
    demo: true,
    publicUrl: PUBLIC_URL,
    log,
    enqueue: async () => undefined,
    version: "journey",
  });
  await serveWeb(server, WEB);
  const origin = await server.listen({ host: "127.0.0.1", port: 0 });
  const browser: Browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  return {
    origin,
    pool: database.pool,
    faults,
    setTime(instant) {
      shift = Date.parse(instant) - Date.now();
    },
    async window(login, size = DESK) {
      const context = await browser.newContext({
        baseURL: origin,
        viewport: size,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        acceptDownloads: true,
        reducedMotion: "reduce",
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on("pageerror", (error) => faults.push(`${login ?? "stranger"}: ${error.message}`));
      page.on("response", (response) => {
        if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
      });
      if (login !== undefined) await signIn(page, login);
      return page;
    },
    async pictures(name) {
      for (const [at, page] of contexts.flatMap((context) => context.pages()).entries()) {
        await page.screenshot({ path: join(PICTURES, `${name}-${at + 1}.png`), fullPage: true });
      }
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByText("DỮ LIỆU MẪU").first().waitFor();
}
