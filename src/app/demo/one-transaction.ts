// Lets the real server work inside one database transaction: the demo is there as a whole or not at all, whatever
// happens on the way, and nobody else sees it half made.
import type pg from "pg";
import { pipelined } from "../../platform/db/sql.ts";

/**
 * Runs `work` with a stand-in for the pool whose every connection is the same open transaction. A "commit" of the
 * server is the real one's at the end; a "rollback" of the server breaks the whole, because what it wrote is still
 * there. So one request after the other, and none may be refused.
 */
export async function inOneTransaction<T>(pool: pg.Pool, work: (inside: pg.Pool) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection lost between two statements says so here; the next statement is then refused and ends the work.
  client.on("error", () => undefined);
  pipelined(client, true);
  let broken = false;
  // The same few dozen statements run thousands of times: prepared once, they are planned once.
  const names = new Map<string, string>();
  const named = (config: pg.QueryConfig): pg.QueryConfig => {
    if (config.name !== undefined || typeof config.text !== "string") return config;
    const name = names.get(config.text) ?? `demo-${names.size}`;
    names.set(config.text, name);
    return { ...config, name };
  };
  const query = (config: unknown): Promise<unknown> => {
    if (pool.ending) throw new Error("the program is stopping");
    if (config === "begin" || config === "commit")
      return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    if (config === "rollback") {
      broken = true;
      return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
    }
    return client.query(named(config as pg.QueryConfig));
  };
  const inside = { query, release: () => undefined, connect: async () => inside };
  try {
    await client.query("begin");
    // The values never matter to these plans: tables are small and every look-up is by key.
    await client.query("set local plan_cache_mode = force_generic_plan");
    const result = await work(inside as unknown as pg.Pool);
    if (broken) throw new Error("a request inside the one transaction was rolled back");
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    // Its prepared statements go with it.
    client.release(true);
  }
}
