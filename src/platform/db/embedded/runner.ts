// As whom PostgreSQL runs. It refuses to be root, so root hands it to another user where that user can
// reach the data, and otherwise starts it inside a user namespace, where root's own files stay reachable.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chown, lchown, lstat, mkdir, readdir, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseProblem } from "../problem.ts";
import type { Binaries } from "./binaries.ts";

/** How to start a PostgreSQL program. */
export type Runner =
  | { readonly kind: "self" }
  | { readonly kind: "user"; readonly uid: number; readonly gid: number }
  | { readonly kind: "namespace" };

// "nobody": initdb wants a user that has a name, and every Linux names this number.
const NOBODY = 65_534;
const ROOT = 0;

/** The runner for data in `dataDir` (which exists). Throws when root can use neither way. */
export async function chooseRunner(dataDir: string, binaries: Binaries): Promise<Runner> {
  if (process.getuid?.() !== ROOT) return { kind: "self" };
  const owner = await lstat(dataDir);
  // A user's own folder stays that user's, also when root starts the program on it once.
  const users = owner.uid === ROOT ? [] : [{ uid: owner.uid, gid: owner.gid }];
  const probe = join(dataDir, "reach");
  await mkdir(probe, { recursive: true, mode: 0o700 });
  try {
    const check = 'cd "$1" && test -w . && exec "$2" --version';
    const options = { env: environmentOf(binaries), stdio: "ignore" as const, timeout: 10_000, cwd: "/" };
    for (const user of [...users, { uid: NOBODY, gid: NOBODY }]) {
      await chown(probe, user.uid, user.gid).catch(() => undefined);
      const tried = spawnSync("/bin/sh", ["-c", check, "sh", probe, binaries.postgres], {
        ...options,
        ...user,
      });
      if (tried.status === 0) return { kind: "user", ...user };
    }
    const tried = spawnSync("unshare", ["-U", "--", binaries.postgres, "--version"], options);
    if (tried.status === 0) return { kind: "namespace" };
  } finally {
    await rmdir(probe);
  }
  throw new DatabaseProblem("db.root-unreachable", { dir: dataDir });
}

/** As root, gives a file we made to whoever owns the folder it lies in. */
export async function ownLikeFolder(path: string): Promise<void> {
  if (process.getuid?.() !== ROOT) return;
  const folder = await lstat(dirname(path));
  await lchown(path, folder.uid, folder.gid);
}

/** Gives a file or a whole folder to the user the runner runs as; nothing happens where it already is so. */
export async function handOver(path: string, runner: Runner): Promise<void> {
  if (process.getuid?.() !== ROOT) return;
  const uid = runner.kind === "user" ? runner.uid : ROOT;
  const gid = runner.kind === "user" ? runner.gid : ROOT;
  const found = await lstat(path);
  if (found.uid === uid) return;
  await giveTree(path, uid, gid);
}

// The top is changed last: a hand-over that is cut short is seen and done again.
async function giveTree(path: string, uid: number, gid: number): Promise<void> {
  const found = await lstat(path);
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await giveTree(join(path, name), uid, gid);
  }
  await lchown(path, uid, gid);
}

interface RunOptions {
  /** Where the output goes: a file descriptor that outlives us, or pipes. */
  readonly output: number | "pipe";
  /** Lives on when this program is killed or its terminal closes. */
  readonly detached?: boolean;
}

/** Starts a PostgreSQL program. */
export function run(
  runner: Runner,
  binaries: Binaries,
  program: string,
  args: readonly string[],
  options: RunOptions,
): ChildProcess {
  const through = runner.kind === "namespace";
  return spawn(through ? "unshare" : program, through ? ["-U", "--", program, ...args] : [...args], {
    env: environmentOf(binaries),
    stdio: ["ignore", options.output, options.output],
    detached: options.detached ?? false,
    windowsHide: true,
    ...(process.platform === "win32" ? {} : { cwd: "/" }),
    ...(runner.kind === "user" ? { uid: runner.uid, gid: runner.gid } : {}),
  });
}

/** Runs a PostgreSQL program to its end; answers its exit code and everything it printed. */
export async function runToEnd(
  runner: Runner,
  binaries: Binaries,
  program: string,
  args: readonly string[],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = run(runner, binaries, program, args, { output: "pipe" });
    let output = "";
    const add = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout?.on("data", add);
    child.stderr?.on("data", add);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

// English messages whatever the machine speaks, because we read them; no PG* variable may leak in.
function environmentOf(binaries: Binaries): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ["PATH", "SystemRoot", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME"]) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  return { ...kept, LC_ALL: "C", TZ: "UTC", ...binaries.environment };
}
