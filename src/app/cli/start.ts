// `giothong start`: database, migrations, jobs, the demo province in an empty installation, then the server, in one
// process. Its sister for a server is `serve`: several processes, and no demo.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import type { Logger } from "pino";
import { startSealer } from "../../platform/audit/sealer.ts";
import { migrate } from "../../platform/db/migrate.ts";
import { openPool } from "../../platform/db/pool.ts";
import { reader, row, sql } from "../../platform/db/sql.ts";
import type { Config, DemoYear } from "../config.ts";
import { loadDemo } from "../demo/load.ts";
import { demoSignIns } from "../demo/sign-ins.ts";
import {
  ANCHOR,
  addressOf,
  assertFree,
  closer,
  IDLE_AT_STOP_MS,
  openHouse,
  openLog,
  useKeyOf,
} from "../serve/house.ts";
import { startDatabases } from "../start/databases.ts";
import { MIGRATIONS } from "../start/resources.ts";
import { onStopSignal } from "../start/stop-signals.ts";
import { words } from "./words.ts";

export interface StartOptions {
  /** Load the demo province when the database is empty. */
  readonly demo: boolean;
  readonly version: string;
  readonly say: (line: string) => void;
}

/** Runs until a stop signal. Throws `DatabaseProblem` with one line for what the operator can change. */
export async function runStart(config: Config, options: StartOptions): Promise<void> {
  const { say, version } = options;
  const databases = await startDatabases(config, say);
  const { unionUrl } = databases;
  const log = openLog(config);
  const pool = openPool(unionUrl, { max: 20, onLost: () => log.warn("database connection lost") });
  const { push, close } = closer();
  push(() => databases.stop());
  push(() => pool.end());
  // Stopping works from here on, also while the first load is under way.
  onStopSignal(async () => {
    say(words("cli.stopping"));
    await close();
  });
  try {
    await assertFree(config.host, config.port);
    await migrate(pool, MIGRATIONS, say);
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    useKeyOf(config);
    await firstLoad(pool, log, options, config.demoYear);
    const house = await openHouse({ config, pool, unionUrl, log, version });
    const sealer = startSealer(pool, join(config.dataDir, ANCHOR), house.clock, () =>
      log.error("audit not sealed"),
    );
    push(() => sealer.stop());
    push(() => house.stop(IDLE_AT_STOP_MS));
    const port = await house.listen();
    say(words("cli.ready", { url: addressOf(config, port) }));
    if (house.demoYear !== undefined) for (const line of signInLines(house.demoYear)) say(line);
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
