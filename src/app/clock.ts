// The one clock. On a demo installation it runs at normal speed from the demo's own day, so that a campaign
// of 2021 can be walked through in its own weeks; the shift is kept with the data and shown on every page.
import type pg from "pg";
import { execute, reader, row, sql, transaction } from "../platform/db/sql.ts";

export type Clock = () => string;

export const wallClock: Clock = () => new Date().toISOString();

export const shiftedClock =
  (milliseconds: number): Clock =>
  () =>
    new Date(Date.now() + milliseconds).toISOString();

/** The installation's clock: shifted when the data say so. */
export async function clockOf(pool: pg.Pool): Promise<Clock> {
  const found = await row<{ shift: number }>(
    reader(pool),
    sql`select (value ->> 'shiftMs')::bigint as shift from platform.setting where name = 'demo'`,
  );
  return found === undefined ? wallClock : shiftedClock(found.shift);
}

/** True when the data are a demo: every page and paper says so. */
export async function isDemo(pool: pg.Pool): Promise<boolean> {
  const found = await row(reader(pool), sql`select 1 from platform.setting where name = 'demo'`);
  return found !== undefined;
}

/** Marks the installation as a demo whose clock shows `startsAt` at this moment. */
export async function startDemoClock(pool: pg.Pool, startsAt: string): Promise<void> {
  const shiftMs = Date.parse(startsAt) - Date.now();
  await transaction(pool, (tx) =>
    execute(
      tx,
      sql`insert into platform.setting (name, value) values ('demo', jsonb_build_object('shiftMs', ${shiftMs}::bigint))
          on conflict (name) do nothing`,
    ),
  );
}
