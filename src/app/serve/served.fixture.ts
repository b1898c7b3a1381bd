// The real program, bundled, as processes of their own on a test's database; and clients that count what became of
// every single request.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { newId } from "../../platform/pure/ids.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const PATIENCE_MS = 180_000;
/** Between a client's calls: what is measured is what gets lost, not how much fits. */
const BREATH_MS = 10;

export interface Built {
  readonly folder: string;
  /** The file to start. */
  readonly file: string;
  remove(): Promise<void>;
}

/** The server's part of a build, with a web app of one page. */
export async function buildProgram(): Promise<Built> {
  // Inside node_modules, where the bundle finds the packages it leaves outside itself.
  const cache = join(ROOT, "node_modules", ".cache", "giothong-test");
  await mkdir(cache, { recursive: true });
  const outer = await mkdtemp(join(cache, "served-"));
  const folder = join(outer, "dist");
  await build({
    entryPoints: [join(ROOT, "src", "app", "main.ts")],
    outfile: join(folder, "giothong.js"),
    ...{ bundle: true, format: "esm", platform: "node", packages: "external", charset: "utf8" },
    ...{ jsx: "automatic", loader: { ".typ": "text" }, logLevel: "silent" },
  });
  cpSync(join(ROOT, "migrations"), join(folder, "migrations"), { recursive: true });
  await mkdir(join(folder, "web"));
  await writeFile(join(folder, "web", "index.html"), "<!-- head: -->");
  const main = { js: "assets/main.js", css: [], preload: [] };
  await writeFile(join(folder, "web", "manifest.json"), JSON.stringify({ main }));
  await writeFile(join(outer, "package.json"), JSON.stringify({ version: "0.0.0" }));
  const file = join(folder, "run.mjs");
  await writeFile(
    file,
    `const { main } = await import("./giothong.js");
     const code = await main(process.argv.slice(2));
     if (typeof code === "number") process.exitCode = code;`,
  );
  return { folder, file, remove: () => rm(outer, { recursive: true, force: true }) };
}

export interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly dataDir: string;
  readonly lines: string[];
  /** Waits until so many lines fit. Throws if the program ends before. */
  waitFor(fits: RegExp, times?: number): Promise<void>;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** The workers that live, by process number. */
  workers(): Promise<number[]>;
  /** Ends it, however, and removes its folder. */
  remove(): Promise<void>;
}

export interface RunOptions {
  readonly args: readonly string[];
  readonly databaseUrl: string;
  readonly port?: number;
  readonly dataDir?: string;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

export async function run(built: Built, options: RunOptions): Promise<Running> {
  const port = options.port ?? (await freePort());
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "giothong-served-")));
  const child = spawn(process.execPath, [built.file, ...options.args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: options.databaseUrl,
      GIOTHONG_DATA: dataDir,
      GIOTHONG_LANG: "en",
      PORT: String(port),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    });
  }
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      over = true;
      resolve(code);
    });
  });
  return {
    ...{ child, port, dataDir, lines, ended },
    async waitFor(fits, times = 1) {
      const deadline = Date.now() + PATIENCE_MS;
      while (lines.filter((line) => fits.test(line)).length < times) {
        if (over || Date.now() > deadline)
          throw new Error(`not said: ${fits}\n${lines.slice(-8).join("\n")}`);
        await sleep(20);
      }
    },
    async workers() {
      const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
      return children.trim().split(" ").filter(Boolean).map(Number);
    },
    async remove() {
      if (!over) child.kill("SIGKILL");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Call {
  readonly port: number;
  readonly method?: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: object;
  readonly cookie?: string;
  readonly key?: string;
  /** Whose address the limits see. */
  readonly from?: string;
  readonly agent?: Agent;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One request, never repeated. Without an agent, on a connection of its own. */
export function call({ port, method = "GET", path, body, cookie, key, from, agent }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(body && { "content-type": "application/json" }),
      ...(method !== "GET" && { "idempotency-key": key ?? newId() }),
      ...(cookie && { cookie }),
      ...(from && { "x-forwarded-for": from }),
    };
    const asked = request(
      { host: "127.0.0.1", port, method, path, headers, agent: agent ?? false, timeout: 30_000 },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          text += part;
        });
        answer.once("end", () =>
          resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers as Answer["headers"] }),
        );
        answer.once("error", reject);
        answer.once("aborted", () => reject(new Error("cut off")));
      },
    );
    asked.once("error", reject);
    asked.once("timeout", () => asked.destroy(new Error("no answer in 30 s")));
    asked.end(body && JSON.stringify(body));
  });
}

export async function signedIn(port: number, login: string, password: string): Promise<string> {
  const from = `10.1.0.${login.length}`;
  const answer = await call({ port, method: "POST", path: "/api/session", body: { login, password }, from });
  if (answer.status !== 200) throw new Error(`${login}: ${answer.text}`);
  const set = [answer.headers["set-cookie"] ?? []].flat();
  return set.map((one) => one.split(";")[0]).join("; ");
}

export interface Load {
  /** Keys of the writes that were answered as done. */
  readonly done: string[];
  /** Whatever was not an answer of 200. */
  readonly failures: { readonly what: string; readonly key?: string }[];
  reads: number;
  stop(): Promise<void>;
}

/**
 * Reads and writes in turn from each cookie, half of them on kept connections, until stopped.
 * `again`: a write that fails is sent with the same key until it is answered, as our own clients do.
 */
export function startLoad(port: number, cookies: readonly string[], again = false): Load {
  let stopped = false;
  const load: Load = {
    ...{ done: [], failures: [], reads: 0 },
    async stop() {
      stopped = true;
      await Promise.all(clients);
    },
  };
  const fail = (what: unknown, key?: string): void => {
    load.failures.push({ what: String(what), ...(key === undefined ? {} : { key }) });
  };
  const client = async (cookie: string, index: number): Promise<void> => {
    const agent = index % 2 === 0 ? new Agent({ keepAlive: true, maxSockets: 1 }) : undefined;
    const common = { port, cookie, from: `10.2.0.${index}`, ...(agent && { agent }) };
    for (let turn = 0; !stopped; turn++) {
      await sleep(BREATH_MS);
      const read = await call({ ...common, path: "/api/session" }).catch((error: unknown) => error);
      if ((read as Answer).status === 200) load.reads++;
      else fail((read as Answer).status ?? read);
      const key = newId();
      const body = { email: `nguoi${index}.${turn}@vi-du.vn` };
      for (;;) {
        const path = "/api/account/email";
        const wrote = await call({ ...common, method: "POST", path, body, key }).catch(
          (error: unknown) => error,
        );
        if ((wrote as Answer).status === 200) {
          load.done.push(key);
          break;
        }
        fail((wrote as Answer).status ?? wrote, key);
        if (!again || stopped) break;
        await sleep(50);
      }
    }
    agent?.destroy();
  };
  const clients = cookies.map(client);
  return load;
}
