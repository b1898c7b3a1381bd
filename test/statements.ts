// Writes down every statement the program sends while tests run (`STATEMENTS_TO=FILE`), one JSON text a line: what
// `npm run bench -- queries` looks at for any values. Statements of tests themselves are mostly plain texts and left out.
import { appendFileSync } from "node:fs";
import type pg from "pg";

const written = new Set<string>();

export function writeDownStatements(pool: pg.Pool, file: string): void {
  pool.on("connect", (client) => {
    const send = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: unknown[]) => {
      const [first] = asked as [{ text?: unknown; values?: unknown } | string];
      if (typeof first === "object" && typeof first.text === "string" && Array.isArray(first.values))
        writeDown(first.text, file);
      return send(...asked);
    }) as typeof client.query;
  });
}

function writeDown(text: string, file: string): void {
  if (written.has(text) || !/^\s*(with|select|insert|update|delete)\b/i.test(text)) return;
  written.add(text);
  appendFileSync(file, `${JSON.stringify(text)}\n`);
}
