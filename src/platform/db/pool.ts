// Connections to one database, on one server or on several of which one accepts writes. A pool outlives the server's
// restarts and its replacement: while no server is there, whoever asks for a connection waits a little instead of failing.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Aim, aimedClient } from "./aim.ts";
import { isLost } from "./away.ts";

export interface PoolOptions {
  /** Most connections at once. Default 10. */
  readonly max?: number;
  /** Shown in the server's list of sessions. */
  readonly applicationName?: string;
  /** A statement that runs longer is cancelled; 0 = never. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a server that is restarting, or for another to take its place. Default 10 s. */
  readonly patienceMs?: number;
  /** Told of connections lost while idle; they are replaced on their own. */
  readonly onLost?: (error: Error) => void;
  /** Of several servers: the one that accepts writes (default), or whichever answers. */
  readonly wants?: "writer" | "any";
}

const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
/** A free connection of a full pool, or one server's answer. */
const CONNECT_MS = 10_000;
/** Where there is another server to ask, a silent one is given less time. */
const CONNECT_OF_SEVERAL_MS = 3_000;

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

class PatientPool extends pg.Pool {
  readonly #patienceMs: number;
  readonly #aim: Aim;

  constructor(config: pg.PoolConfig, aim: Aim, patienceMs: number) {
    super(config);
    this.#aim = aim;
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
    for (let attempt = 1; ; attempt++) {
      const asked = this.#aim.current;
      try {
        return await super.connect();
      } catch (error) {
        if (!isLost(error) || this.ending || Date.now() > deadline) throw error;
        this.#aim.turnFrom(asked);
        // A round of the servers, then a breath.
        if (attempt % this.#aim.servers === 0) await sleep(100);
      }
    }
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | undefined {
    this.#aim.stop();
    return callback === undefined ? super.end() : (super.end(callback) as undefined);
  }
}

/**
 * Opens a pool on `url` (`postgres://login:password@host:port/database`, or several `host:port` with commas between
 * them). Nothing is connected yet. Sessions run in UTC, with limits on statements, lock waits and forgotten transactions.
 */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const limits = {
    timezone: "UTC",
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  };
  const aim = new Aim(url, options.wants ?? "writer");
  const config: pg.PoolConfig = {
    max: options.max ?? 10,
    application_name: options.applicationName ?? "giothong",
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // A machine that lost its power says nothing: the connections to it are found dead in seconds, not in hours.
    keepAliveInitialDelayMillis: 5_000,
    options: Object.entries(limits)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
  };
  const Client = aimedClient(aim, aim.servers > 1 ? CONNECT_OF_SEVERAL_MS : CONNECT_MS);
  const pool = new PatientPool(
    { ...config, Client, onConnect: (client) => aim.accept(client) },
    aim,
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
