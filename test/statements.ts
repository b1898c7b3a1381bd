// Writes down every statement the program sends while tests run (`STATEMENTS_TO=FILE`), one JSON text a line: what
// `npm run bench -- queries` looks at for any values. What tests send by themselves is left out, as is what the queue of
// jobs does with its own tables.
import { appendFileSync } from "node:fs";
import type pg from "pg";

/** The one way SQL leaves the program. */
const PROGRAM = "platform/db/sql.ts";

const written = new Set<string>();
/** Sent through the pool, which asks a connection later, when nobody can tell any more who sent it. */
const sentByProgram = new WeakSet<object>();

export function writeDownStatements(pool: pg.Pool, file: string): void {
  const ask = pool.query.bind(pool) as (...asked: unknown[]) => unknown;
  pool.query = ((...asked: unknown[]) => {
    note(asked[0]);
    return ask(...asked);
  }) as typeof pool.query;
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: unknown[]) => {
      const [config] = asked;
      note(config);
      if (isStatement(config) && sentByProgram.has(config)) writeDown(config.text, file);
      return send(...asked);
    }) as typeof client.query;
  });
}

const isStatement = (asked: unknown): asked is { text: string; values: unknown[] } =>
  typeof asked === "object" && asked !== null && "text" in asked && "values" in asked;

function note(config: unknown): void {
  if (isStatement(config) && !written.has(config.text) && new Error().stack?.includes(PROGRAM))
    sentByProgram.add(config);
}

function writeDown(text: string, file: string): void {
  if (written.has(text) || !/^\s*(with|select|insert|update|delete)\b/i.test(text)) return;
  if (text.includes("graphile_worker.")) return;
  written.add(text);
  appendFileSync(file, `${JSON.stringify(text)}\n`);
}
