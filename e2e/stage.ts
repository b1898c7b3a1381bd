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
import { signIn as openSession } from "../src/account/contract.ts";
import { type DemoYear, readConfig } from "../src/app/config.ts";
import { loadDemo } from "../src/app/demo/load.ts";
import { jobHandlers } from "../src/app/jobs.ts";
import { createUnionServer } from "../src/app/server.ts";
import { serveWeb } from "../src/app/web-files.ts";
import type { Answer, AnyContract, Ask } from "../src/platform/contract/contract.ts";
import { installJobs } from "../src/platform/jobs/worker.ts";
import { newId } from "../src/platform/pure/ids.ts";
import { useKeyFile } from "../src/platform/seal/secret.ts";
import { launchBrowser } from "../test/browser.ts";
import { embeddedServer, freshDatabase, type TestDatabase } from "../test/database.ts";
import { urlFor } from "../test/world.ts";

const WEB = fileURLToPath(new URL("../dist/web", import.meta.url));
export const PICTURES = fileURLToPath(new URL("../test-results/pictures", import.meta.url));
const PASSWORD = "giot-hong-mau";
/** Links in messages begin with this; the journey follows their path on its own server. */
const PUBLIC_URL = "http://journey.test";
/** The demo of each year opens here; the journey's clock runs on from it. */
const OPENING: Readonly<Record<DemoYear, string>> = {
  2021: "2021-06-02T08:00:00+07:00",
  2025: "2025-07-15T08:00:00+07:00",
};

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Stage {
  readonly origin: string;
  readonly pool: pg.Pool;
  /** Moves the clock to an instant and lets it run on from there. */
  setTime(instant: string): void;
  /** A person's own window, signed in; `login` absent: a stranger's. */
  window(login?: string, size?: Size): Promise<Page>;
  /** The same for a journey that is not about the device: it keeps nothing there, and fetches nothing ahead. */
  plainWindow(login: string | undefined, size?: Size): Promise<Page>;
  /** What the program does each minute or after a request, done once now, by the stage's clock. */
  runJob(name: string): Promise<void>;
  /** Somebody at work without a window: the requests their screens would send. Throws on any refusal. */
  quietly(login: string): Promise<Quiet>;
  /** A picture of every open window, for whoever reads a failure: `name-1.png` … */
  pictures(name: string): Promise<void>;
  /** Errors the pages' scripts threw, and requests the server failed. */
  readonly faults: string[];
  close(): Promise<void>;
}

export interface Quiet {
  /** The unit they act for. */
  readonly unitId: string;
  ask<C extends AnyContract>(contract: C, ask: Ask<C>): Promise<Answer<C>>;
}

export async function openStage(year: DemoYear = "2021"): Promise<Stage> {
  const database: TestDatabase = await freshDatabase(await embeddedServer());
  const folder = await mkdtemp(join(tmpdir(), "giothong-stage-"));
  useKeyFile(join(folder, "server.key"));
  const log = pino({ level: process.env.TEST_LOG ?? "silent" });
  await loadDemo({ pool: database.pool, log, year });
  let shift = Date.parse(OPENING[year]) - Date.now();
  const clock = (): string => new Date(Date.now() + shift).toISOString();
  const server: FastifyInstance = await createUnionServer({
    pool: database.pool,
    clock,
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
  let quiet = 0;

  async function open(login: string | undefined, size: Size, serviceWorkers: "allow" | "block") {
    const context = await browser.newContext({
      baseURL: origin,
      viewport: size,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      acceptDownloads: true,
      reducedMotion: "reduce",
      serviceWorkers,
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
  }

  return {
    origin,
    pool: database.pool,
    faults,
    setTime(instant) {
      shift = Date.parse(instant) - Date.now();
    },
    window: (login, size = DESK) => open(login, size, "allow"),
    plainWindow: (login, size = DESK) => open(login, size, "block"),
    async runJob(name) {
      await installJobs(database.pool, log);
      const handlers = jobHandlers({
        pool: database.pool,
        config: readConfig({}),
        clock,
        log,
        demo: true,
        publicUrl: PUBLIC_URL,
      });
      const handle = handlers[name];
      if (handle === undefined) throw new Error(`nothing does the job ${name}`);
      await handle({}, { attempt: 1, lastAttempt: true });
    },
    quietly: (login) => quietly(server, login, quiet++),
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

/** By injection, from an address of its own: so many sign-ins from one are what the program keeps off. */
async function quietly(server: FastifyInstance, login: string, number: number): Promise<Quiet> {
  const remoteAddress = `127.0.2.${(number % 250) + 1}`;
  let cookie = "";
  const send = async (contract: AnyContract, given: { params?: object; query?: object; body?: object }) => {
    const writes = contract.method !== "GET";
    const answer = await server.inject({
      method: contract.method,
      url: urlFor(contract, given),
      remoteAddress,
      headers: { cookie, ...(writes && { "idempotency-key": newId() }) },
      ...(writes && { payload: given.body ?? {} }),
    });
    if (answer.statusCode >= 400) throw new Error(`${login}: ${contract.id} was refused: ${answer.body}`);
    return answer;
  };
  const entered = await send(openSession, { body: { login, password: PASSWORD } });
  cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const me = entered.json<Answer<typeof openSession>>();
  const [grant] = me.grants;
  if (grant === undefined) throw new Error(`${login} holds no office`);
  return {
    unitId: grant.placeId,
    ask: async (contract, given) => (await send(contract, given as object)).json(),
  };
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Tên đăng nhập").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.getByText("DỮ LIỆU MẪU").first().waitFor();
}
