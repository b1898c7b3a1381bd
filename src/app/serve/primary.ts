// `giothong serve`: the process that does not answer itself. It holds what there must be once on a machine: the embedded
// database, structure changes, the audit's seal, the port, the counts of all; and it keeps the workers alive.
import { closeSync, openSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { startSealer } from "../../platform/audit/sealer.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { HitCounter } from "../../platform/http/siblings.ts";
import { installJobs } from "../../platform/jobs/worker.ts";
import { CannotRun } from "../cli/problem.ts";
import { words } from "../cli/words.ts";
import { clockOf } from "../clock.ts";
import type { Config } from "../config.ts";
import { startDatabases } from "../start/databases.ts";
import { MIGRATIONS } from "../start/resources.ts";
import { onStopSignal } from "../start/stop-signals.ts";
import { Crew, type Member } from "./crew.ts";
import { figuresOf } from "./figures.ts";
import { ANCHOR, addressOf, assertFree, closer, openLog } from "./house.ts";
import { keepRunningFile } from "./running.ts";
import { type ToPrimary, tell } from "./wire.ts";

export interface ServeOptions {
  readonly workers: number;
  readonly version: string;
  readonly say: (line: string) => void;
}

/** Runs until a stop signal. Throws `DatabaseProblem` with one line for what the operator can change. */
export async function runServe(config: Config, options: ServeOptions): Promise<void> {
  const { say, version, workers } = options;
  const databases = await startDatabases(config, say);
  const { unionUrl } = databases;
  const log = openLog(config, 0);
  // Few: workers have their own. No limit of time, for structure changes.
  const pool = openPool(unionUrl, {
    max: 3,
    applicationName: "giothong 0",
    onLost: () => log.warn("database connection lost"),
  });
  const { push, close } = closer();
  push(() => databases.stop());
  push(() => pool.end());
  const terminal = process.stderr.isTTY === true;
  let change = (): void => undefined;
  onStopSignal(
    async () => {
      say(words("cli.stopping"));
      await close();
    },
    // The same signal says that the terminal was closed.
    () => {
      if (terminal && !hasTerminal()) return "stop";
      change();
      return "stay";
    },
  );
  try {
    await assertFree(config.host, config.port);
    await migrate(pool, MIGRATIONS, say);
    await installJobs(pool, log);
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    const sealer = startSealer(pool, join(config.dataDir, ANCHOR), await clockOf(pool), () =>
      log.error("audit not sealed"),
    );
    push(() => sealer.stop());
    const file = await keepRunningFile(config.dataDir);
    push(() => file.remove());

    const hits = new HitCounter();
    const figures = figuresOf(() => crew);
    const crew: Crew = new Crew({
      size: workers,
      begin: (number) => ({ kind: "begin", unionUrl, number, of: workers, version }),
      hear: (member, message) => hear(member, message, hits, figures),
      onDeath: (number, how) => told(log, say, number, how, figures.died),
      onHopeless() {
        say(words("cli.workers-dying"));
        void close().finally(() => process.exit(1));
      },
    });
    push(() => crew.stop());
    const port = await crew.start().catch((error: Error) => {
      throw new CannotRun(words("cli.worker-failed", { detail: error.message }));
    });
    change = () => {
      say(words("cli.changing"));
      void crew.change().then(async (failure) => {
        say(failure === undefined ? words("cli.changed") : words("cli.change-failed", { detail: failure }));
        await file.round(failure);
      });
    };
    say(words("cli.ready", { url: addressOf(config, port) }));
    say(words("cli.workers-ready", { workers }));
  } catch (error) {
    await close();
    throw error;
  }
}

function hear(
  member: Member,
  message: ToPrimary,
  hits: HitCounter,
  figures: ReturnType<typeof figuresOf>,
): void {
  if (message.kind === "hit") {
    const answers = message.hits.map(([id, key, windowMs]) => {
      const { current, leftMs } = hits.hit(key, windowMs);
      return [id, current, leftMs] as const;
    });
    tell(member.worker, { kind: "hits", answers });
  } else if (message.kind === "metrics-asked") {
    void figures.all().then((text) => tell(member.worker, { kind: "metrics", id: message.id, text }));
  } else if (message.kind === "metrics-own") figures.arrived(member, message.id, message.metrics);
}

function told(
  log: Logger,
  say: (line: string) => void,
  number: number,
  how: string,
  count: () => void,
): void {
  log.error({ ended: number, how }, "worker died");
  say(words("cli.worker-died", { number, how }));
  count();
}

function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r+"));
    return true;
  } catch {
    return false;
  }
}
