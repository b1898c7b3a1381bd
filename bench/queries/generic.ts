// Statements of the whole program, writes and jobs too, as the tests sent them: their plans for any values.
// `STATEMENTS_TO=FILE npm test` makes the list anew, one JSON text a line.
import { readFile } from "node:fs/promises";
import type pg from "pg";
import { type Say, shortText } from "./asking.ts";
import { broken, explainGeneric, tableSizes } from "./plans.ts";

export const LIST = "bench/queries/statements.txt";

export async function checkGeneric(pool: pg.Pool, say: Say): Promise<string[]> {
  const list = await readFile(LIST, "utf8").catch(() => undefined);
  if (list === undefined) {
    say(`\nNOT LOOKED AT for any values: there is no ${LIST}`);
    return [];
  }
  const { rows } = await pool.query("select current_setting('server_version_num')::integer as version");
  if (rows[0].version < 160_000) {
    say("\nNOT LOOKED AT for any values: PostgreSQL tells such plans from 16 on");
    return [];
  }
  const texts = list
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string);
  const sizes = await tableSizes(pool);
  const failures: string[] = [];
  let looked = 0;
  for (const text of texts) {
    try {
      for (const why of broken(text, await explainGeneric(pool, text), sizes))
        failures.push(`for any values: ${why}: ${shortText(text)}`);
      looked++;
    } catch (error) {
      failures.push(`for any values: no plan (${(error as Error).message}): ${shortText(text)}`);
    }
  }
  say(`\n${looked} of ${texts.length} listed statements looked at for any values`);
  return failures;
}
