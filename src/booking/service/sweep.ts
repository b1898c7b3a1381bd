// Each minute: what ran out is given back, reserves past their cut-off end, and free places are offered to who waits.
import type { Db } from "../../platform/db/sql.ts";
import { dayIn } from "../../platform/pure/calendar.ts";
import { listOverdue, lockSeats } from "../store/seats.ts";
import { listWaitedFor } from "../store/waiting.ts";
import { clearOverdue, refill, type Turning } from "./engine.ts";

/** `transact` runs one drive's work in a transaction of its own. */
export async function sweep(
  db: Db,
  now: string,
  transact: (work: (ctx: Turning) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  for (const { driveId, slotIds } of await listOverdue(db, now)) {
    await transact(async (ctx) => {
      await lockSeats(ctx.tx, { driveId, slotIds });
      await clearOverdue(ctx, { driveId, slotIds });
    });
  }
  // A net below the rest: whoever frees a place has offered it already.
  for (const { driveId, slotIds } of await listWaitedFor(db, { now, today: dayIn(now) })) {
    await transact(async (ctx) => {
      await lockSeats(ctx.tx, { driveId, slotIds, states: ["open"] });
      await refill(ctx, { driveId, slotIds });
    });
  }
}
