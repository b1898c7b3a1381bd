// Core-seconds of processes, as Linux tells them; undefined elsewhere.
import { readdir, readFile } from "node:fs/promises";

/** `getconf CLK_TCK` on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

interface Stat {
  readonly parent: number;
  /** Own time, and that of children that have ended. */
  readonly own: number;
  readonly ended: number;
}

async function statOf(pid: number | string): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  // The name, in brackets, may hold anything.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const seconds = (from: number): number =>
    (Number(fields[from] ?? 0) + Number(fields[from + 1] ?? 0)) / TICKS_A_SECOND;
  return { parent: Number(fields[1]), own: seconds(11), ended: seconds(13) };
}

/** Of one process without its children. */
export const coreSeconds = async (pid: number): Promise<number | undefined> => (await statOf(pid))?.own;

/** Of a process, its children, and those that have ended. */
export async function familyCoreSeconds(pid: number): Promise<number | undefined> {
  const self = await statOf(pid);
  if (self === undefined) return undefined;
  let sum = self.own + self.ended;
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await statOf(entry);
    if (stat?.parent === pid) sum += stat.own;
  }
  return sum;
}
