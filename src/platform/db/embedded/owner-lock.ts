// One program owns a data folder at a time. The lock is a file naming the owner's process and its start mark,
// so that a killed owner releases it by dying. Whoever still slips through is stopped by a lock in the database.
import { link, mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf, DatabaseProblem, folderProblem, type Progress, say } from "../problem.ts";
import { isAlive, processSpace, startMark } from "./process-life.ts";
import { ownLikeFolder } from "./runner.ts";

interface Owner {
  readonly pid: number;
  readonly startMark: string | null;
  readonly space: string;
  readonly since: string;
  readonly stopping: boolean;
}

/** Holds the data folder until released. */
export interface OwnerLock {
  /** Tells a program that waits for this folder that it soon may have it. */
  markStopping(): Promise<void>;
  release(): Promise<void>;
}

const FILE = "owner.lock";
const BEAT_MS = 5_000;
const BEAT_LOST_MS = 15_000;

/**
 * Takes the folder, waiting up to `patienceMs` for an owner that is stopping.
 * Throws `db.second-owner`, `db.folder-unwritable` or `db.disk-full`.
 */
export async function takeOwnership(
  dataDir: string,
  progress: Progress,
  patienceMs: number,
): Promise<OwnerLock> {
  const deadline = Date.now() + patienceMs;
  let told = false;
  try {
    await makeFolder(dataDir);
    for (;;) {
      const lock = await tryTake(dataDir);
      if (lock !== undefined) return lock;
      const owner = await readOwner(join(dataDir, FILE));
      if (owner === undefined || (await isGone(owner, join(dataDir, FILE)))) {
        await sleep(20);
        continue;
      }
      // An owner elsewhere (a container that was restarted) may be dead: its beat will tell in a while.
      const mayLeave = owner.stopping || owner.space !== processSpace();
      if (!mayLeave || Date.now() > deadline) throw refusal(dataDir, owner);
      if (!told) progress(say("db.waiting-previous"));
      told = true;
      await sleep(200);
    }
  } catch (error) {
    throw folderProblem(error, dataDir);
  }
}

// As root the way through stays open for the user that PostgreSQL runs as; what lies inside is closed anyway.
async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    // On a read-only disk Node reports the missing folder, not the reason why it cannot be made.
    if (codeOf(error) === "ENOENT")
      throw new DatabaseProblem("db.folder-unwritable", { dir: dataDir }, error);
    throw error;
  }
}

/** The refusal naming whoever holds the folder now. */
export async function secondOwner(dataDir: string): Promise<DatabaseProblem> {
  const owner = await readOwner(join(dataDir, FILE));
  return owner === undefined
    ? new DatabaseProblem("db.second-owner", { dir: dataDir, pid: "?", since: "?" })
    : refusal(dataDir, owner);
}

/** True when a living program owns the folder. */
export async function isOwned(dataDir: string): Promise<boolean> {
  const path = join(dataDir, FILE);
  const owner = await readOwner(path);
  return owner !== undefined && !(await isGone(owner, path));
}

function refusal(dir: string, owner: Owner): DatabaseProblem {
  const since = new Intl.DateTimeFormat("vi-VN", { dateStyle: "short", timeStyle: "short" });
  return new DatabaseProblem("db.second-owner", {
    dir,
    pid: String(owner.pid),
    since: since.format(new Date(owner.since)),
  });
}

async function tryTake(dataDir: string): Promise<OwnerLock | undefined> {
  const path = join(dataDir, FILE);
  const owner: Owner = {
    pid: process.pid,
    startMark: startMark(process.pid) ?? null,
    space: processSpace(),
    since: new Date().toISOString(),
    stopping: false,
  };
  if (!(await placeNew(path, JSON.stringify(owner)))) {
    const holder = await readOwner(path);
    if (holder !== undefined && !(await isGone(holder, path))) return undefined;
    await setAside(path, holder);
    return undefined; // the next round tries again, against everyone else who saw the same
  }
  return held(path, owner);
}

// The file appears with its full text or not at all: a reader never meets half a name.
async function placeNew(path: string, text: string): Promise<boolean> {
  const mine = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(mine, text, { mode: 0o600 });
  await ownLikeFolder(mine);
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // A file system without hard links: exclusive creation is nearly as good.
    const file = await open(path, "wx", 0o600).catch((second) => {
      if (codeOf(second) === "EEXIST") return undefined;
      throw second;
    });
    if (file === undefined) return false;
    await file.writeFile(text);
    await file.close();
    return true;
  } finally {
    await rm(mine, { force: true });
  }
}

// A dead owner's file is moved away under our own name; if a quicker program had replaced it meanwhile,
// its living claim is put back.
async function setAside(path: string, seen: Owner | undefined): Promise<void> {
  const aside = `${path}.${process.pid}.gone`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved !== undefined && JSON.stringify(moved) !== JSON.stringify(seen)) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

function held(path: string, owner: Owner): OwnerLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  const isOurs = async () => {
    const found = await readOwner(path);
    return found?.pid === owner.pid && found.startMark === owner.startMark && found.space === owner.space;
  };
  return {
    async markStopping() {
      if (!(await isOurs())) return;
      const mine = `${path}.${process.pid}.stopping`;
      await writeFile(mine, JSON.stringify({ ...owner, stopping: true }), { mode: 0o600 });
      await rename(mine, path);
    },
    async release() {
      clearInterval(beat);
      if (await isOurs()) await rm(path, { force: true });
    },
  };
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Owner;
  } catch (error) {
    if (codeOf(error) === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error; // a file of another user: not ours to judge, least of all to remove
  }
}

async function isGone(owner: Owner, path: string): Promise<boolean> {
  const lastBeat = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
  const beats = Date.now() - lastBeat < BEAT_LOST_MS;
  // Another machine or container on a shared folder, or a boot ago: only the beat can tell.
  if (owner.space !== processSpace()) return !beats;
  if (!isAlive(owner.pid)) return true;
  const mark = startMark(owner.pid);
  if (mark === undefined || owner.startMark === null) return !beats;
  return mark !== owner.startMark;
}
