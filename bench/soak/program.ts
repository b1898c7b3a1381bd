// The program under soak, started as an operator starts it: found, killed, started again, and its memory read.
import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

export interface ProgramOptions {
  readonly port: number;
  readonly dataDir: string;
  /** Undefined: the embedded database of the data folder. */
  readonly databaseUrl: string | undefined;
  readonly workers: number;
}

const READY_MS = 180_000;

/** `giothong serve` on a database that is there. A killed one is started again by whoever watches it: `start`. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { port, dataDir, databaseUrl, workers } = this.#options;
    this.#child = spawn(process.execPath, ["bin/giothong.mjs", "serve", "--workers", String(workers)], {
      env: {
        ...process.env,
        ...{ PORT: String(port), GIOTHONG_DATA: dataDir },
        ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
        ...{ LOG_LEVEL: "silent", PUBLIC_URL: "http://giothong.test" },
      },
      stdio: "ignore",
    });
    const until = Date.now() + READY_MS;
    while (!(await this.#answers())) {
      if (Date.now() > until) throw new Error("the program did not start");
      await sleep(200);
    }
  }

  /** Its main process first, then those that serve. */
  async processes(): Promise<number[]> {
    const main = this.#child?.pid;
    if (main === undefined) return [];
    const found = [main];
    for (const entry of await readdir("/proc"))
      if (/^\d+$/.test(entry) && (await parentOf(entry)) === main) found.push(Number(entry));
    return found;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }

  async #answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.#options.port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

async function parentOf(pid: string): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** Resident memory of a process, MB. */
export async function residentMb(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kb = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kb === undefined ? undefined : Number(kb) / 1024;
}
