// Is a process alive, and is it still the one that was meant? Process numbers are reused, so a number alone
// proves nothing: its start mark must match too.
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** True when a process with this number runs (a dead one nobody has buried yet does not count). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return statOf(pid)?.state !== "Z";
}

/** A mark that changes when the number is reused; undefined where the system tells none. */
export function startMark(pid: number): string | undefined {
  if (process.platform === "linux") return statOf(pid)?.start;
  if (process.platform === "win32") return undefined;
  return ps(pid, "lstart=");
}

/** The program's file name without folders, as far as the system tells. */
export function programName(pid: number): string | undefined {
  if (process.platform === "linux") return statOf(pid)?.name;
  if (process.platform === "win32") return undefined;
  return ps(pid, "comm=")?.split("/").at(-1);
}

/** Names this system's set of process numbers: numbers from another one mean nothing here. */
export function processSpace(): string {
  if (process.platform !== "linux") return hostname();
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}

function statOf(pid: number): { name: string; state: string; start: string } | undefined {
  if (process.platform !== "linux") return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may itself hold spaces and brackets.
    const end = text.lastIndexOf(")");
    const fields = text.slice(end + 2).split(" ");
    const name = text.slice(text.indexOf("(") + 1, end);
    return { name, state: fields[0] ?? "", start: fields[19] ?? "" };
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const env = { ...process.env, LC_ALL: "C" };
    const text = execFileSync("ps", ["-o", column, "-p", String(pid)], {
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return text.toString("utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
