// One PostgreSQL process on one data directory: find it alive, start it, stop it.
import { closeSync, openSync } from "node:fs";
import { readFile, rename, rm, stat } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf, type DatabaseProblem } from "../problem.ts";
import type { Binaries } from "./binaries.ts";
import { clusterDir, failureOf, SUPERUSER } from "./cluster.ts";
import { isAlive, programName } from "./process-life.ts";
import { chooseRunner, handOver, ownLikeFolder, run, runToEnd } from "./runner.ts";

/** A server that answers. */
export interface LiveServer {
  readonly pid: number;
  readonly port: number;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const logFile = (dataDir: string) => join(dataDir, "postgres.log");

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** What the data directory says about its server; undefined when no process holds it. */
export async function holderOf(dataDir: string): Promise<PidFile | undefined> {
  const path = join(clusterDir(dataDir), "postmaster.pid");
  let lines: string[];
  try {
    lines = (await readFile(path, "utf8")).split("\n");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0 || !isAlive(pid)) return undefined;
  const name = programName(pid);
  if (name !== undefined && name !== "postgres") {
    // A crash left the file and its number now belongs to another program, which PostgreSQL would respect.
    await rm(path, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() };
}

/** A connection of the superuser to `database`, or the error that prevented it. */
export async function connectAsAdmin(
  port: number,
  password: string,
  database = "postgres",
): Promise<pg.Client> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: SUPERUSER,
    password,
    database,
    application_name: "giothong supervisor",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  client.on("error", () => undefined); // a lost connection is noticed by its "end"
  await client.connect();
  return client;
}

/** Starts the server process; it lives on when this program is killed, so that nothing it holds is lost. */
export async function launch(
  dataDir: string,
  binaries: Binaries,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<{ failed: () => string | undefined }> {
  const runner = await chooseRunner(dataDir, binaries);
  await handOver(clusterDir(dataDir), runner);
  await turnLog(dataDir);
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const from = (await stat(logFile(dataDir)).catch(() => undefined))?.size ?? 0;
  let outcome: string | undefined;
  const fail = async (reason: string) => {
    const log = await readFile(logFile(dataDir)).catch(() => Buffer.alloc(0));
    outcome = log.subarray(from).toString("utf8") || reason;
  };
  if (process.platform === "win32") {
    // Only pg_ctl sheds administrator rights, which PostgreSQL refuses there too.
    const quoted = ["-p", String(port), ...options].map((word) => `"${word}"`).join(" ");
    const started = await runToEnd(runner, binaries, binaries.pgCtl, [
      ...["start", "--no-wait", "--silent", "-D", clusterDir(dataDir), "-l", logFile(dataDir), "-o", quoted],
    ]);
    if (started.code !== 0) await fail(started.output);
    return { failed: () => outcome };
  }
  const log = openSync(logFile(dataDir), "a", 0o600);
  await ownLikeFolder(logFile(dataDir));
  const args = ["-D", clusterDir(dataDir), "-p", String(port), ...options];
  const child = run(runner, binaries, binaries.postgres, args, { output: log, detached: true });
  closeSync(log);
  child.unref();
  child.once("error", (error) => {
    outcome = error.message;
  });
  child.once("exit", (code, signal) => void fail(`exit ${code ?? signal}`));
  return { failed: () => outcome };
}

/** Asks the server to stop, ending its connections; insists after a while. */
export async function shutDown(dataDir: string, binaries: Binaries): Promise<void> {
  const holder = await holderOf(dataDir);
  if (holder === undefined) return;
  const ask = async (mode: "fast" | "immediate") => {
    if (process.platform === "win32") {
      await runToEnd({ kind: "self" }, binaries, binaries.pgCtl, [
        ...["stop", "--no-wait", "--silent", "-m", mode, "-D", clusterDir(dataDir)],
      ]);
      return;
    }
    try {
      process.kill(holder.pid, mode === "fast" ? "SIGINT" : "SIGQUIT");
    } catch (error) {
      if (codeOf(error) !== "ESRCH") throw error;
    }
  };
  for (const [mode, patience] of [["fast", 30_000] as const, ["immediate", 10_000] as const]) {
    await ask(mode);
    const deadline = Date.now() + patience;
    while (isAlive(holder.pid) && Date.now() < deadline) await sleep(15);
    if (!isAlive(holder.pid)) return;
  }
}

/** The refusal for a start that failed with this output. */
export function startProblem(dataDir: string, output: string): DatabaseProblem {
  return failureOf("db.start-failed", dataDir, output);
}

/** True when the output says that processes of a previous run still hold the data. */
export const isStillHeld = (output: string): boolean =>
  /pre-existing shared memory block|lock file ".*" already exists|is another (postmaster|postgres)/i.test(
    output,
  );

/** True when the output says that the port is taken. */
export const isPortTaken = (output: string): boolean =>
  /could not bind|Address already in use|could not create any TCP\/IP sockets/i.test(output);

async function turnLog(dataDir: string): Promise<void> {
  const size = (await stat(logFile(dataDir)).catch(() => undefined))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await rename(logFile(dataDir), `${logFile(dataDir)}.1`);
}

const SYNC: Partial<Record<NodeJS.Platform, string>> = { darwin: "fsync_writethrough", win32: "fsync" };

/**
 * Memory the server keeps pages in: a thirty-second of the machine's, so that what a nation's overview reads again and
 * again stays at hand and a commune's small computer keeps its own.
 */
const sharedMegabytes = (): number => Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 32)));

// Given on the command line, where nothing stored in the database can weaken them.
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Elsewhere the default already waits for the disk; here it would stop at the drive's own cache.
  ...(SYNC[process.platform] === undefined ? {} : { wal_sync_method: SYNC[process.platform] ?? "" }),
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "100",
  shared_buffers: `${sharedMegabytes()}MB`,
  jit: "off",
  log_checkpoints: "off",
  logging_collector: "off",
  // No personal data in the log: neither the values of a refused row nor the text of a statement.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: "0",
};
