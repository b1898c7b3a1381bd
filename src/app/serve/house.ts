// One process that answers: the union's server with its web app and jobs. `start` runs one, `serve` one a worker.
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type pg from "pg";
import { type Logger, pino } from "pino";
import { DatabaseProblem } from "../../platform/db/problem.ts";
import { followReplica } from "../../platform/db/replica.ts";
import { gentleEnd } from "../../platform/http/gentle-end.ts";
import { BACKLOG } from "../../platform/http/server.ts";
import type { Siblings } from "../../platform/http/siblings.ts";
import { enqueue, startJobs } from "../../platform/jobs/worker.ts";
import { useKeyFile } from "../../platform/seal/secret.ts";
import { type Clock, clockOf, demoYearOf } from "../clock.ts";
import type { Config, DemoYear } from "../config.ts";
import { jobHandlers, MINUTE_JOBS } from "../jobs.ts";
import { createUnionServer } from "../server.ts";
import { WEB } from "../start/resources.ts";
import { serveWeb } from "../web-files.ts";

/** Audit heads, one line a block, outside the database. */
export const ANCHOR = "audit-anchor.jsonl";
/** Opens what is sealed in the outbox; in no backup of the database. */
const KEY_FILE = "server.key";
const LOG_FILE = "giothong.log";

/** Requests that have begun are finished, but nobody waits longer than this for a process to end. */
export const MOST_ENDING_MS = 30_000;
/** When nobody takes over: long enough for what was already on its way on an idle connection. */
export const IDLE_AT_STOP_MS = 300;

/** At a terminal people read; the log goes to its file. Elsewhere it is the output. */
export function openLog(config: Config, worker?: number): Logger {
  const base = worker === undefined ? {} : { base: { pid: process.pid, worker } };
  const to = process.stdout.isTTY
    ? pino.destination({ dest: join(config.dataDir, LOG_FILE), sync: true })
    : // Several processes write into one pipe: a line at a time, or they would cut each other's in two.
      pino.destination({ dest: 1, sync: worker !== undefined });
  return pino({ level: config.logLevel, ...base }, to);
}

export const useKeyOf = (config: Config): void => useKeyFile(join(config.dataDir, KEY_FILE));

/** The address people at this machine open. */
export const addressOf = ({ host, tls }: Config, port: number): string =>
  `${tls ? "https" : "http"}://${host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;

export interface HouseOptions {
  readonly config: Config;
  readonly pool: pg.Pool;
  /** The address `pool` was opened on. */
  readonly unionUrl: string;
  readonly log: Logger;
  readonly version: string;
  readonly siblings?: Siblings;
  /** Jobs at a time in this process. */
  readonly jobsAtOnce?: number;
}

export interface House {
  readonly clock: Clock;
  readonly demoYear: DemoYear | undefined;
  /** The port it answers at. */
  listen(): Promise<number>;
  /** Finishes what has begun. `idleMs`: see `gentleEnd`. */
  stop(idleMs: number): Promise<void>;
}

/** Puts one together on a migrated database; nothing answers before `listen`. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, pool, unionUrl, log, version, siblings, jobsAtOnce } = options;
  const clock = await clockOf(pool);
  const demoYear = await demoYearOf(pool);
  const demo = demoYear !== undefined;
  const publicUrl = config.publicUrl ?? addressOf(config, config.port);
  const replica =
    config.replica &&
    followReplica({
      primaryUrl: unionUrl,
      replicaUrl: config.replica.url,
      mostSeconds: config.replica.mostSeconds,
      onChange: (used) =>
        used ? log.info("reading overviews from the replica") : log.warn("not reading from the replica"),
    });
  const server = await createUnionServer({
    ...{ pool, replica, clock, demo, publicUrl, log, enqueue, version },
    ...(siblings && { siblings }),
    ...(config.tls && { tls: await readTls(config.tls) }),
  });
  const end = gentleEnd(server.server);
  await serveWeb(server, WEB);
  const jobs = await startJobs(
    pool,
    jobHandlers({ pool, config, clock, log, demo, publicUrl }),
    log,
    MINUTE_JOBS,
    jobsAtOnce,
  );
  return {
    clock,
    demoYear,
    async listen() {
      await server.listen({ host: config.host, port: config.port, backlog: BACKLOG });
      const address = server.server.address();
      return typeof address === "object" && address !== null ? address.port : config.port;
    },
    async stop(idleMs) {
      const [whole] = await Promise.all([end({ idleMs, mostMs: MOST_ENDING_MS }), jobs.stop()]);
      if (!whole) log.warn("requests cut off at the end");
      await server.close();
      await replica?.stop();
    },
  };
}

async function readTls(files: { certFile: string; keyFile: string }): Promise<{ cert: string; key: string }> {
  const [cert, key] = await Promise.all([readFile(files.certFile, "utf8"), readFile(files.keyFile, "utf8")]);
  return { cert, key };
}

/** Asks for the port before the long work, so that a taken one is told at once. */
export function assertFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE" || error.code === "EACCES";
      reject(
        taken
          ? new DatabaseProblem("db.port-taken", { host, port: String(port), suggestion: String(port + 1) })
          : error,
      );
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Steps of an end, undone from the last; whoever asks a second time waits for the first. */
export function closer(): { push(step: () => Promise<unknown>): void; close(): Promise<void> } {
  const steps: (() => Promise<unknown>)[] = [];
  let closed: Promise<void> | undefined;
  return {
    push: (step) => void steps.push(step),
    close() {
      closed ??= (async () => {
        for (const step of steps.reverse()) await step();
      })();
      return closed;
    },
  };
}
