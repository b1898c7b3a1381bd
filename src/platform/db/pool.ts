// Connections to one database. A pool outlives the server's restarts: while the server is away, whoever asks
// for a connection waits a little instead of failing.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { codeOf } from "./problem.ts";

export interface PoolOptions {
  /** Most connections at once. Default 10. */
  readonly max?: number;
  /** Shown in the server's list of sessions. */
  readonly applicationName?: string;
  /** A statement that runs longer is cancelled; 0 = never. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a server that is restarting. Default 10 s. */
  readonly patienceMs?: number;
  /** Told of connections lost while idle; they are replaced on their own. */
  readonly onLost?: (error: Error) => void;
}

const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 60_000;

// The server is starting, stopping or not there yet: worth another try. Everything else is told at once.
const AWAY = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "57P01", "57P02", "57P03"]);
const isAway = (error: unknown) =>
  AWAY.has(codeOf(error) ?? "") ||
  (error instanceof Error && /Connection terminated unexpectedly/.test(error.message));

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

class PatientPool extends pg.Pool {
  readonly #patienceMs: number;

  constructor(config: pg.PoolConfig, patienceMs: number) {
    super(config);
    this.#patienceMs = patienceMs;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  // The pool's own query() comes here with a callback, everyone else with await.
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    const found = this.#connectPatiently();
    if (callback === undefined) return found;
    found.then(
      (client) => callback(undefined, client, client.release as (release?: unknown) => void),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #connectPatiently(): Promise<pg.PoolClient> {
    const deadline = Date.now() + this.#patienceMs;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!isAway(error) || this.ending || Date.now() > deadline) throw error;
        await sleep(100);
      }
    }
  }
}

/**
 * Opens a pool on `url` (`postgres://login:password@host:port/database`). Nothing is connected yet.
 * Sessions run in UTC, with limits on statements, lock waits and forgotten transactions.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const limits = {
    timezone: "UTC",
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  const pool = new PatientPool(
    {
      connectionString: url,
      max: options.max ?? 10,
      application_name: options.applicationName ?? "giothong",
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      options: Object.entries(limits)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(" "),
    },
    options.patienceMs ?? 10_000,
  );
  // Without a listener an idle connection's loss would end the whole program.
  pool.on("error", (error) => options.onLost?.(error));
  // And one that is lost while a transaction holds it is told by its next statement, not by ending the program.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  return pool;
}
