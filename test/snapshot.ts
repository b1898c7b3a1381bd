// Rows of tables as they stand, to compare before an act with after its undoing.
import type { World } from "./world.ts";

/** All rows of these tables in an order of their own, by table. */
export async function rowsOf(world: World, ...tables: readonly string[]): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of tables) {
    found[table] = (await world.pool.query(`select t.* from ${table} t order by t::text`)).rows;
  }
  return found;
}
