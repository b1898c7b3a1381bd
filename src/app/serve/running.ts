// A file in the data folder that says which program serves there, so that `giothong restart` finds it and hears how it went.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive, startMark } from "../../platform/db/embedded/process-life.ts";
import { words } from "../cli/words.ts";
import type { Config } from "../config.ts";

const FILE = "serve.json";
const LOOK_MS = 200;
/** All workers, each with its time to begin and to end. */
const MOST_CHANGE_MS = 30 * 60_000;

interface Running {
  readonly pid: number;
  /** Process numbers are used again; this tells the one that is meant. */
  readonly startMark: string | null;
  /** Rounds of replacing all workers that are over, and what the last one stumbled over. */
  readonly rounds: number;
  readonly failure?: string;
}

/** Keeps the file of this process; `remove` at the end. */
export async function keepRunningFile(dataDir: string): Promise<{
  round(failure?: string): Promise<void>;
  remove(): Promise<void>;
}> {
  const path = join(dataDir, FILE);
  let rounds = 0;
  const write = async (failure?: string): Promise<void> => {
    const text: Running = {
      pid: process.pid,
      startMark: startMark(process.pid) ?? null,
      rounds,
      ...(failure === undefined ? {} : { failure }),
    };
    await writeFile(`${path}.new`, JSON.stringify(text), { mode: 0o600 });
    await rename(`${path}.new`, path);
  };
  await write();
  return {
    async round(failure) {
      rounds++;
      await write(failure);
    },
    remove: () => rm(path, { force: true }),
  };
}

async function running(dataDir: string): Promise<Running | undefined> {
  try {
    const found = JSON.parse(await readFile(join(dataDir, FILE), "utf8")) as Running;
    const same = isAlive(found.pid) && (startMark(found.pid) ?? null) === found.startMark;
    return same ? found : undefined;
  } catch {
    return undefined;
  }
}

/** `giothong restart`: has all workers of the serving program replaced, and waits. Answers whether it went through. */
export async function runRestart(config: Config, say: (line: string) => void): Promise<boolean> {
  const before = await running(config.dataDir);
  if (before === undefined || process.platform === "win32") {
    say(words("cli.restart-nothing", { dir: config.dataDir }));
    return false;
  }
  process.kill(before.pid, "SIGHUP");
  const deadline = Date.now() + MOST_CHANGE_MS;
  for (;;) {
    await sleep(LOOK_MS);
    const now = await running(config.dataDir);
    if (now === undefined || Date.now() > deadline) {
      say(words("cli.restart-nothing", { dir: config.dataDir }));
      return false;
    }
    if (now.rounds === before.rounds) continue;
    say(
      now.failure === undefined ? words("cli.changed") : words("cli.change-failed", { detail: now.failure }),
    );
    return now.failure === undefined;
  }
}
