// Two commands started together must not install or build over each other: the second waits for the first.
import { createHash } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 10 * 60_000;

/** Runs `work` while holding a lock named after `folder`; `onWait(pid)` is called once if another holds it. */
export async function oneAtATime(folder, onWait, work) {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  const file = path.join(os.tmpdir(), `giothong-${process.getuid?.() ?? ""}-${name}.lock`);
  const deadline = Date.now() + PATIENCE_MS;
  let told = false;
  while (!take(file) && Date.now() < deadline) {
    const holder = holderOf(file);
    if (holder === undefined) rmSync(file, { force: true });
    else if (!told) {
      onWait(holder);
      told = true;
    }
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  }
}

// The file appears with its owner already written in it.
function take(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    // Without hard links there is no lock; two commands at the same second are then the user's risk.
    return error.code !== "EEXIST";
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? 0 : undefined;
  }
}
