// The supervisor of the embedded PostgreSQL: one owner per data folder; a living server is adopted, a dead one
// started, one that dies is started again on the same port while the program goes on.
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { codeOf, DatabaseProblem, type Progress, say } from "../problem.ts";
import { type Binaries, bundledBinaries } from "./binaries.ts";
import { addressesOf } from "./borrow.ts";
import { clusterMajor, createCluster } from "./cluster.ts";
import { ensureLogins } from "./logins.ts";
import { secondOwner, takeOwnership } from "./owner-lock.ts";
import { portOr, readSecrets, type Secrets, writeSecrets } from "./secrets.ts";
import {
  connectAsAdmin,
  holderOf,
  isPortTaken,
  isStillHeld,
  type LiveServer,
  launch,
  shutDown,
  startProblem,
} from "./server.ts";

export interface EmbeddedOptions {
  /** The folder of all our data; the database lives in `postgres` below it. Made when absent. */
  readonly dataDir: string;
  readonly progress: Progress;
  /** Another PostgreSQL than the bundled one (tests). */
  readonly binaries?: Binaries;
  /** Further server settings, over ours (tests). */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedDatabase {
  readonly unionUrl: string;
  readonly medicalUrl: string;
  /** The superuser's address, for administration and tests; no request ever runs as it. */
  readonly adminUrl: string;
  /** True when the server was already running, left by a program that was killed. */
  readonly adopted: boolean;
  /** Stops the server cleanly and gives the folder free. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const RECOVERY_MS = 15 * 60_000;
const OWNER_KEY = 4_160_001;

/**
 * Brings the embedded database up on `dataDir`.
 * Throws `DatabaseProblem` (one line) for everything an operator can change.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, progress, settings = {} } = options;
  const lock = await takeOwnership(dataDir, progress, PATIENCE_MS);
  try {
    const binaries = options.binaries ?? (await bundledBinaries(`${dataDir}/lib`));
    const major = await clusterMajor(dataDir);
    if (major !== undefined && major !== binaries.major) {
      throw new DatabaseProblem("db.wrong-major", { dir: dataDir, found: major, expected: binaries.major });
    }
    if (major === undefined) {
      progress(say("db.preparing"));
      await createCluster(dataDir, binaries);
    }
    const supervisor = new Supervisor(dataDir, binaries, settings, progress, await readSecrets(dataDir));
    const adopted = await supervisor.begin();
    return {
      ...supervisor.addresses(),
      adopted,
      async stop() {
        await lock.markStopping();
        await supervisor.end();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class Supervisor {
  readonly #dataDir: string;
  readonly #binaries: Binaries;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #progress: Progress;
  #secrets: Secrets;
  #ending = false;
  // Holds the owner's lock inside the database; its end is how we learn that the server died.
  #guard: pg.Client | undefined;
  #recovery: Promise<void> = Promise.resolve();
  #refusedAt: number | undefined;

  constructor(
    dataDir: string,
    binaries: Binaries,
    settings: Readonly<Record<string, string>>,
    progress: Progress,
    secrets: Secrets,
  ) {
    this.#dataDir = dataDir;
    this.#binaries = binaries;
    this.#settings = settings;
    this.#progress = progress;
    this.#secrets = secrets;
  }

  /** Adopts or starts the server; answers whether it was adopted. */
  async begin(): Promise<boolean> {
    let { adopted, server, guard } = await this.#attachOrLaunch(true);
    if (adopted && !(await isWhole(guard))) {
      await guard.end();
      await shutDown(this.#dataDir, this.#binaries);
      ({ adopted, server, guard } = await this.#attachOrLaunch(true));
    }
    if (server.port !== this.#secrets.port) {
      this.#secrets = { ...this.#secrets, port: server.port };
      await writeSecrets(this.#dataDir, this.#secrets);
    }
    await ensureLogins(guard, this.#secrets);
    this.#watch(guard);
    if (adopted) this.#progress(say("db.adopted"));
    return adopted;
  }

  addresses(): ReturnType<typeof addressesOf> {
    return addressesOf(this.#secrets);
  }

  async end(): Promise<void> {
    this.#ending = true;
    this.#progress(say("db.stopping"));
    await this.#recovery;
    const guard = this.#guard;
    this.#guard = undefined;
    await guard?.end().catch(() => undefined);
    await shutDown(this.#dataDir, this.#binaries);
  }

  #watch(guard: pg.Client): void {
    this.#guard = guard;
    guard.once("end", () => {
      if (this.#ending) return;
      this.#recovery = this.#recover();
    });
  }

  async #recover(): Promise<void> {
    this.#progress(say("db.restarting"));
    while (!this.#ending) {
      try {
        const { guard } = await this.#attachOrLaunch(false);
        this.#watch(guard);
        this.#progress(say("db.restarted"));
        return;
      } catch (error) {
        if (this.#ending) return;
        const detail = error instanceof Error ? error.message : String(error);
        this.#progress(say("db.restart-failed", { detail }));
        for (let waited = 0; waited < 3_000 && !this.#ending; waited += 100) await sleep(100);
      }
    }
  }

  /** A living server with the owner's lock taken on it: the one that is there, or a new one. */
  async #attachOrLaunch(
    mayMove: boolean,
  ): Promise<{ adopted: boolean; server: LiveServer; guard: pg.Client }> {
    const heldUntil = Date.now() + PATIENCE_MS;
    const giveUp = Date.now() + RECOVERY_MS;
    let child: Awaited<ReturnType<typeof launch>> | undefined;
    let port = this.#secrets.port;
    let slow = Date.now() + 3_000;
    for (;;) {
      const holder = await holderOf(this.#dataDir);
      // A server that was just launched can be stopped only once it has left its number.
      if (this.#ending && (child === undefined || holder !== undefined)) throw new Error("stopping");
      if (holder?.status === "ready") {
        const guard = await this.#tryGuard(holder.port);
        if (guard !== undefined) return { adopted: child === undefined, server: holder, guard };
      }
      const failure = child?.failed();
      if (failure !== undefined) {
        child = undefined;
        if (isPortTaken(failure) && mayMove) port = await portOr(0);
        else if (!isStillHeld(failure) || Date.now() > heldUntil) throw startProblem(this.#dataDir, failure);
        else await sleep(200);
      }
      if (
        holder !== undefined &&
        child === undefined &&
        holder.status !== "starting" &&
        Date.now() > heldUntil
      ) {
        throw new DatabaseProblem("db.still-held", {
          ...{ seconds: PATIENCE_MS / 1000, dir: this.#dataDir, pid: String(holder.pid) },
        });
      }
      if (holder === undefined && child === undefined) {
        if (mayMove) port = await portOr(port);
        if (mayMove) this.#progress(say("db.starting"));
        child = await launch(this.#dataDir, this.#binaries, port, this.#settings);
      }
      if (Date.now() > slow) {
        slow += 10_000;
        this.#progress(say(child === undefined ? "db.waiting-previous" : "db.recovering"));
      }
      if (Date.now() > giveUp) throw startProblem(this.#dataDir, "timeout");
      await sleep(child === undefined ? 100 : 15);
    }
  }

  /** Connects and takes the owner's lock; undefined while the server is not ready to answer. */
  async #tryGuard(port: number): Promise<pg.Client | undefined> {
    let guard: pg.Client;
    try {
      guard = await connectAsAdmin(port, this.#secrets.superuser);
    } catch (error) {
      if (codeOf(error) === "28P01") {
        throw new DatabaseProblem("db.secrets-missing", { dir: this.#dataDir, file: "database.json" }, error);
      }
      return undefined; // starting, stopping, or dying: asked again
    }
    try {
      const taken = await guard.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
        OWNER_KEY,
      ]);
      if (taken.rows[0]?.taken === true) {
        this.#refusedAt = undefined;
        return guard;
      }
    } catch {
      await guard.end().catch(() => undefined);
      return undefined;
    }
    await guard.end().catch(() => undefined);
    // The session of an owner that was killed this instant may still be closing.
    this.#refusedAt ??= Date.now();
    if (Date.now() - this.#refusedAt > 2_000) throw await secondOwner(this.#dataDir);
    return undefined;
  }
}

// A server may have outlived an update that replaced its own files: it answers, but can no longer load its parts.
async function isWhole(guard: pg.Client): Promise<boolean> {
  return guard.query("load 'plpgsql'").then(
    () => true,
    () => false,
  );
}
