// The one clock. On a demo installation it runs at normal speed from the demo's own day, so that a campaign
// of 2021 can be walked through in its own weeks; the shift is kept with the data and shown on every page.
import type pg from "pg";
import { execute, reader, row, sql, transaction } from "../platform/db/sql.ts";
import type { DemoYear } from "./config.ts";
import { SeedProblem } from "./seed/problem.ts";

export type Clock = () => string;

export const wallClock: Clock = () => new Date().toISOString();

export const shiftedClock =
  (milliseconds: number): Clock =>
  () =>
    new Date(Date.now() + milliseconds).toISOString();

/**
 * The installation's clock: shifted when the data say so. Throws `SeedProblem` where a synthetic country is half loaded,
 * for its constraints are off until it is whole.
 */
export async function clockOf(pool: pg.Pool): Promise<Clock> {
  const found = await row<{ shift: number | null; unfinished: object | null }>(
    reader(pool),
    sql`select (value ->> 'shiftMs')::bigint as shift,
               case when value ->> 'state' = 'loading' then value end as unfinished
        from platform.setting where name in ('demo', 'seed')`,
  );
  if (found?.unfinished != null) throw new SeedProblem("seed.unfinished", found.unfinished);
  return found?.shift == null ? wallClock : shiftedClock(found.shift);
}

/** Whose year the demo data tell; undefined where they are none. A demo says so on every page and paper. */
export async function demoYearOf(pool: pg.Pool): Promise<DemoYear | undefined> {
  const found = await row<{ year: DemoYear | null }>(
    reader(pool),
    sql`select value ->> 'year' as year from platform.setting where name = 'demo'`,
  );
  return found && (found.year ?? "2021");
}

/** Marks the installation as a demo of that year, whose clock shows `startsAt` at this moment. */
export async function startDemoClock(pool: pg.Pool, year: DemoYear, startsAt: string): Promise<void> {
  const shiftMs = Date.parse(startsAt) - Date.now();
  await transaction(pool, (tx) =>
    execute(
      tx,
      sql`insert into platform.setting (name, value) values ('demo', jsonb_build_object('shiftMs', ${shiftMs}::bigint, 'year', ${year}::text))
          on conflict (name) do nothing`,
    ),
  );
}
