// Which of several servers a pool connects to: the one that accepts writes, found again when another takes its place.
import pg from "pg";
import { isLost } from "./away.ts";
import { hostsOf } from "./hosts.ts";

/** How often the server in use is asked whether it is still there; only where there is another. */
const LOOK_EVERY_MS = 5_000;
const LOOK_PATIENCE_MS = 3_000;
/** Silent so many times in a row: gone. */
const LOOKS_IN_VAIN = 2;

/** What the server says of itself when a connection begins, and again when it changes. */
const STANDBY = "in_hot_standby";
const READ_ONLY = "default_transaction_read_only";

class OnlyReads extends Error {
  // As if a statement had found out.
  readonly code = "25006";
}

/** The servers of one pool, and which of them it asks at present. */
export class Aim {
  readonly #urls: readonly string[];
  readonly #wants: "writer" | "any";
  readonly #clients = new Map<pg.Client, number>();
  #index = 0;
  #watch: NodeJS.Timeout | undefined;
  #vain = 0;
  #looking = false;

  constructor(url: string, wants: "writer" | "any") {
    this.#urls = hostsOf(url) ?? [url];
    this.#wants = wants;
  }

  get servers(): number {
    return this.#urls.length;
  }

  get current(): number {
    return this.#index;
  }

  get url(): string {
    return this.#urls[this.#index] as string;
  }

  /** The next server, unless somebody has turned already. */
  turnFrom(asked: number): void {
    if (asked === this.#index) this.#index = (this.#index + 1) % this.servers;
  }

  /** A connection that is being made. */
  adopt(client: pg.Client): void {
    this.#clients.set(client, this.#index);
    client.once("end", () => this.#clients.delete(client));
  }

  /**
   * Refuses a connection to a server that only reads, where there are others. One that is taken settles which server
   * is in use: what still hangs on another is cut off, however silent that one is.
   */
  accept(client: pg.ClientBase): void {
    if (this.servers === 1 || this.#wants === "any") return;
    if (onlyReads(client)) throw new OnlyReads("the server only reads");
    const index = this.#clients.get(client as pg.Client) ?? this.#index;
    this.#index = index;
    this.#vain = 0;
    this.#cut((at) => at !== index);
    this.#watch ??= setInterval(() => void this.#look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  // A machine without power answers nothing, and what was already sent to it would wait a quarter of an hour.
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    const index = this.#index;
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: LOOK_PATIENCE_MS,
      application_name: "giothong look",
    });
    client.on("error", () => undefined);
    try {
      hearStatus(client);
      await client.connect();
      this.#vain = onlyReads(client) ? this.#vain + 1 : 0;
    } catch (error) {
      // One that is full, or that refuses the password, is there.
      if (isLost(error)) this.#vain++;
    } finally {
      void client.end().catch(() => undefined);
      this.#looking = false;
    }
    if (this.#vain < LOOKS_IN_VAIN) return;
    this.#vain = 0;
    this.turnFrom(index);
    this.#cut((at) => at === index);
  }

  #cut(where: (index: number) => boolean): void {
    for (const [client, at] of this.#clients) {
      if (where(at)) client.connection.stream.destroy();
    }
  }
}

const statuses = new WeakMap<object, Map<string, string>>();

function hearStatus(client: pg.Client): void {
  const heard = new Map<string, string>();
  statuses.set(client, heard);
  client.connection.on(
    "parameterStatus",
    ({ parameterName, parameterValue }: { parameterName: string; parameterValue: string }) =>
      heard.set(parameterName, parameterValue),
  );
}

const onlyReads = (client: object): boolean =>
  statuses.get(client)?.get(STANDBY) === "on" || statuses.get(client)?.get(READ_ONLY) === "on";

/** A client class whose instances connect to where `aim` points when they are made. */
export function aimedClient(aim: Aim, connectMs: number): new () => pg.ClientBase {
  class AimedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: aim.url, connectionTimeoutMillis: connectMs });
      hearStatus(this);
      aim.adopt(this);
    }
  }
  return AimedClient as new () => pg.ClientBase;
}
