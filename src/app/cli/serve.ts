// `giothong start`: database, migrations, jobs, the demo province in an empty installation, then the server.
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type pg from "pg";
import { type Logger, pino } from "pino";
import { startSealer } from "../../platform/audit/sealer.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { DatabaseProblem } from "../../platform/db/problem.ts";
import { followReplica } from "../../platform/db/replica.ts";
import { reader, row, sql } from "../../platform/db/sql.ts";
import { BACKLOG } from "../../platform/http/server.ts";
import { enqueue, startJobs } from "../../platform/jobs/worker.ts";
import { useKeyFile } from "../../platform/seal/secret.ts";
import { clockOf, demoYearOf } from "../clock.ts";
import type { Config, DemoYear } from "../config.ts";
import { loadDemo } from "../demo/load.ts";
import { demoSignIns } from "../demo/sign-ins.ts";
import { jobHandlers, MINUTE_JOBS } from "../jobs.ts";
import { createUnionServer } from "../server.ts";
import { startDatabases } from "../start/databases.ts";
import { MIGRATIONS, WEB } from "../start/resources.ts";
import { onStopSignal } from "../start/stop-signals.ts";
import { serveWeb } from "../web-files.ts";
import { words } from "./words.ts";

/** Audit heads, one line a block, outside the database. */
export const ANCHOR = "audit-anchor.jsonl";
/** Opens what is sealed in the outbox; in no backup of the database. */
const KEY_FILE = "server.key";

const LOG_FILE = "giothong.log";

export interface StartOptions {
  /** Load the demo province when the database is empty. */
  readonly demo: boolean;
  readonly version: string;
  readonly say: (line: string) => void;
}

/** Runs until a stop signal. Throws `DatabaseProblem` with one line for what the operator can change. */
export async function runStart(config: Config, options: StartOptions): Promise<void> {
  const { say } = options;
  const databases = await startDatabases(config, say);
  // At a terminal people read; the log goes to its file. Elsewhere it is the output.
  const log = pino(
    { level: config.logLevel },
    pino.destination(process.stdout.isTTY ? join(config.dataDir, LOG_FILE) : { dest: 1, sync: false }),
  );
  const pool = openPool(databases.unionUrl, {
    max: 20,
    onLost: () => log.warn("database connection lost"),
  });
  const closing: (() => Promise<unknown>)[] = [() => databases.stop(), () => pool.end()];
  // A signal and a failure may both ask: whoever comes second waits for the first.
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= (async () => {
      for (const step of closing.reverse()) await step();
    })();
    return closed;
  };
  // Stopping works from here on, also while the first load is under way.
  onStopSignal(async () => {
    say(words("cli.stopping"));
    await close();
  });
  try {
    await assertFree(config.host, config.port);
    await migrate(pool, MIGRATIONS, say);
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    useKeyFile(join(config.dataDir, KEY_FILE));
    await firstLoad(pool, log, options, config.demoYear);
    const clock = await clockOf(pool);
    const demoYear = await demoYearOf(pool);
    const demo = demoYear !== undefined;
    const publicUrl = config.publicUrl ?? addressOf(config);
    const replica =
      config.replica &&
      followReplica({
        primaryUrl: databases.unionUrl,
        replicaUrl: config.replica.url,
        mostSeconds: config.replica.mostSeconds,
        onChange: (used) =>
          used ? log.info("reading overviews from the replica") : log.warn("not reading from the replica"),
      });
    if (replica !== undefined) closing.push(() => replica.stop());
    const server = await createUnionServer({
      pool,
      replica,
      clock,
      demo,
      publicUrl,
      log,
      enqueue,
      version: options.version,
      ...(config.tls && { tls: await readTls(config.tls) }),
    });
    closing.push(() => server.close());
    await serveWeb(server, WEB);
    const jobs = await startJobs(
      pool,
      jobHandlers({ pool, config, clock, log, demo, publicUrl }),
      log,
      MINUTE_JOBS,
    );
    closing.push(() => jobs.stop());
    const sealer = startSealer(pool, join(config.dataDir, ANCHOR), clock, () =>
      log.error("audit not sealed"),
    );
    closing.push(() => sealer.stop());
    await server.listen({ host: config.host, port: config.port, backlog: BACKLOG });
    say(words("cli.ready", { url: addressOf(config) }));
    if (demoYear !== undefined) for (const line of signInLines(demoYear)) say(line);
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstLoad(pool: pg.Pool, log: Logger, options: StartOptions, year: DemoYear): Promise<void> {
  const started = await row(reader(pool), sql`select 1 from unit.unit where side <> 'outside' limit 1`);
  if (!options.demo || started !== undefined) return;
  options.say(words("cli.loading-demo"));
  let shown = 0;
  await loadDemo({
    pool,
    log,
    year,
    progress: (done, total, label) => {
      const tenth = Math.floor((done / total) * 10);
      if (tenth <= shown) return;
      shown = tenth;
      options.say(words("cli.demo-progress", { percent: tenth * 10, label }));
    },
  });
}

const signInLines = (year: DemoYear): string[] => [
  words("cli.demo-sign-ins"),
  ...demoSignIns(year).map(({ label, login, password }) =>
    words("cli.demo-sign-in", { label, login, password }),
  ),
];

const addressOf = ({ host, port, tls }: Config): string =>
  `${tls ? "https" : "http"}://${host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;

async function readTls(files: { certFile: string; keyFile: string }): Promise<{ cert: string; key: string }> {
  const [cert, key] = await Promise.all([readFile(files.certFile, "utf8"), readFile(files.keyFile, "utf8")]);
  return { cert, key };
}

/** Asks for the port before the long work, so that a taken one is told at once. */
function assertFree(host: string, port: number): Promise<void> {
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
