// The plans of what was sent: each statement with the values that took longest, and the slowest of all in short.
import type pg from "pg";
import { type Say, type Statement, shortText } from "./asking.ts";
import { broken, explain, type Plan, shortly, tableSizes } from "./plans.ts";

export async function lookAtPlans(
  pool: pg.Pool,
  statements: ReadonlyMap<string, Statement>,
  { slowest, say }: { slowest: number; say: Say },
): Promise<string[]> {
  const sizes = await tableSizes(pool);
  const failures: string[] = [];
  const looked: { statement: Statement; plan: Plan }[] = [];
  for (const statement of statements.values()) {
    try {
      const plan = await explain(pool, statement.text, statement.values);
      looked.push({ statement, plan });
      for (const why of broken(statement.text, plan.root, sizes))
        failures.push(`${statement.operation}: ${why}: ${shortText(statement.text)}`);
    } catch (error) {
      failures.push(
        `${statement.operation}: no plan (${(error as Error).message}): ${shortText(statement.text)}`,
      );
    }
  }
  looked.sort((a, b) => b.plan.ms - a.plan.ms);
  say(`\n${statements.size} different statements. The slowest:`);
  for (const { statement, plan } of looked.slice(0, slowest)) {
    say(
      `\n${plan.ms.toFixed(1)} ms  ${statement.operation} (sent ${statement.times} times, ${statement.rows} rows)`,
    );
    say(`  ${shortText(statement.text)}`);
    for (const line of shortly(plan.root).slice(0, 14)) say(`    ${line}`);
  }
  return failures;
}
