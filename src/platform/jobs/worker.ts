// Work that follows a request: asked for in the request's own transaction, done after commit, at least once.
// graphile-worker on the same database; its tables are its own and are put in place at start.
import { parseCronItems, run, runMigrations, type TaskList, Logger as WorkerLogger } from "graphile-worker";
import type pg from "pg";
import type { Logger } from "pino";
import { execute, sql, type Tx } from "../db/sql.ts";

/** Ids only: what is personal is looked up when the job runs. */
export type JobPayload = Readonly<Record<string, string>>;

export interface JobAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
}

/** Does one job; throwing asks for another attempt, later and later. Must bear being run twice. */
export type JobHandler = (payload: JobPayload, attempt: JobAttempt) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface RunningJobs {
  /** Lets running jobs finish (5 s), then stops. */
  stop(): Promise<void>;
}

// Over about three days, as long as a held place lives.
const MOST_ATTEMPTS = 22;

/** Puts the worker's tables in place or brings them up to date; harmless when they are. */
export async function installJobs(pool: pg.Pool, log: Logger): Promise<void> {
  hearLosses(pool, log);
  await runMigrations({ pgPool: pool, logger: workerLogger(log) });
}

/**
 * Installs, then runs `handlers` until stopped. A job nobody here handles stays for a program that does.
 * `everyMinute` names jobs to be done each minute, without a payload; `atOnce` how many run at a time in this process.
 */
export async function startJobs(
  pool: pg.Pool,
  handlers: JobHandlers,
  log: Logger,
  everyMinute: readonly string[] = [],
  atOnce = 2,
): Promise<RunningJobs> {
  await installJobs(pool, log);
  const taskList: TaskList = {};
  for (const [name, handle] of Object.entries(handlers)) {
    taskList[name] = async (payload, { job }) => {
      try {
        await handle((payload ?? {}) as JobPayload, {
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
        });
      } catch (error) {
        log.warn({ job: name, attempt: job.attempts, code: codeOf(error) }, "job failed");
        // Kept in the job's row: nothing a person typed may stand there.
        throw new Error(`${name}: ${codeOf(error)}`);
      }
    };
  }
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(
      everyMinute.map((task) => ({
        task,
        match: "* * * * *",
        identifier: task,
        options: { backfillPeriod: 0, maxAttempts: 1 },
      })),
    ),
    concurrency: atOnce,
    noHandleSignals: true,
    logger: workerLogger(log),
  });
  // A worker that dies on its own must not take the program with it unheard.
  runner.promise.catch((error: unknown) => log.error({ code: codeOf(error) }, "jobs stopped"));
  return { stop: () => runner.stop() };
}

/**
 * Adds a job in this transaction: it exists if and only if the transaction commits. It runs at once, or
 * `afterSeconds` of real time later (the worker's clock is the machine's, also on a demo).
 */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: JobPayload,
  { afterSeconds = 0 }: { readonly afterSeconds?: number } = {},
): Promise<void> {
  await execute(
    tx,
    sql`select graphile_worker.add_job(${job}, ${JSON.stringify(payload)}::json, max_attempts => ${MOST_ATTEMPTS},
                                       run_at => now() + make_interval(secs => ${afterSeconds}))`,
    "job-add",
  );
}

const heard = new WeakSet<pg.Pool>();

/** The worker keeps a connection of the pool for listening: losing it must not end the program. */
function hearLosses(pool: pg.Pool, log: Logger): void {
  if (heard.has(pool)) return;
  heard.add(pool);
  pool.on("connect", (client) => {
    client.on("error", (error) => log.warn({ code: codeOf(error) }, "connection lost"));
  });
}

/** What may be logged of an error: its code or kind, never its words, which may quote an address. */
const codeOf = (error: unknown): string =>
  String(
    (error as { code?: unknown } | null)?.code ?? (error as { name?: unknown } | null)?.name ?? "unknown",
  );

const workerLogger = (log: Logger): WorkerLogger =>
  new WorkerLogger(() => (level, message) => {
    if (level === "error") log.error({ component: "jobs" }, message);
    else if (level === "warning") log.warn({ component: "jobs" }, message);
  });
