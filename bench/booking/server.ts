// The server that is measured, in a process of its own: real HTTP, its own pool, jobs put into the database. On request
// it writes down every statement it sends, so that another program can send the same.
import pg from "pg";
import { pino } from "pino";
import { createUnionServer } from "../../src/app/server.ts";
import { openPool } from "../../src/platform/db/pool.ts";
import { BACKLOG } from "../../src/platform/http/server.ts";
import { enqueue, installJobs } from "../../src/platform/jobs/worker.ts";
import { useKeyFile } from "../../src/platform/seal/secret.ts";

/** As `giothong start` has it. */
export const CONNECTIONS = 20;

/** One statement as it was sent: with a name it is prepared once a connection, without values it goes as plain text. */
export interface SentStatement {
  readonly text: string;
  /** As PostgreSQL reads them; null is null. */
  readonly values: readonly (string | null)[];
  readonly name?: string | undefined;
  /** Sent before what was sent earlier on the same connection had been answered. */
  readonly follows: boolean;
}

export type ServerOrder = "record" | "recorded" | "cpu";

/** Runs until its parent is gone. Says its port, then answers orders. */
export async function runServer(databaseUrl: string, keyFile: string): Promise<void> {
  useKeyFile(keyFile);
  // What it logs is written as in life, and thrown away.
  const log = pino({ level: "info" }, pino.destination({ dest: "/dev/null", sync: false }));
  const pool = openPool(databaseUrl, { max: CONNECTIONS });
  await installJobs(pool, log);
  const server = await createUnionServer({
    pool,
    clock: () => new Date().toISOString(),
    demo: false,
    publicUrl: "http://giothong.test",
    log,
    enqueue,
    version: "bench",
  });
  await server.listen({ host: "127.0.0.1", port: 0, backlog: BACKLOG });
  let recorded: SentStatement[] | undefined;
  process.on("message", (order: ServerOrder) => {
    if (order === "cpu") return void process.send?.(process.cpuUsage());
    if (order === "record") {
      listen((statement) => recorded?.push(statement));
      recorded = [];
      return void process.send?.({});
    }
    process.send?.(recorded ?? []);
    recorded = undefined;
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port: (server.server.address() as { port: number }).port });
}

let listening = false;

/** Hears what every connection sends; left in place for the rest of the process, so record on a server of its own. */
function listen(hear: (statement: SentStatement) => void): void {
  if (listening) return;
  listening = true;
  const prototype = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown };
  const original = prototype.query;
  const unanswered = new WeakMap<object, number>();
  prototype.query = function (this: object, ...args: unknown[]) {
    const [first, second] = args;
    const config = typeof first === "string" ? { text: first } : (first as { text: string });
    const { text, values, name } = config as { text: string; values?: unknown[]; name?: string };
    const given = values ?? (Array.isArray(second) ? second : []);
    const open = unanswered.get(this) ?? 0;
    hear({ text, values: given.map(asText), name, follows: open > 0 });
    unanswered.set(this, open + 1);
    const answered = (): void => void unanswered.set(this, (unanswered.get(this) ?? 1) - 1);
    const last = args.at(-1);
    if (typeof last === "function") {
      args[args.length - 1] = (...told: unknown[]) => {
        answered();
        return last(...told);
      };
      return original.apply(this, args);
    }
    const promised = original.apply(this, args) as Promise<unknown>;
    promised.then(answered, answered);
    return promised;
  };
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  if (Array.isArray(value)) return `{${value.map((one) => asText(one) ?? "NULL").join(",")}}`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
