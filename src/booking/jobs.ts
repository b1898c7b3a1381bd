// The sweep of places whose time has run out, for `app` to register and run each minute.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { reader, type Tx, transaction } from "../platform/db/sql.ts";
import type { JobHandlers } from "../platform/jobs/worker.ts";
import { dayIn } from "../platform/pure/calendar.ts";
import { newId } from "../platform/pure/ids.ts";
import { sweep } from "./service/sweep.ts";

export const RELEASE_JOB = "booking.release-expired";

export interface BookingJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  /** Origin that links in messages begin with. */
  readonly publicUrl: string;
  readonly enqueue: (tx: Tx, ...asked: Parameters<WriteCtx["enqueue"]>) => Promise<void>;
}

export const bookingJobs = ({ pool, now, publicUrl, enqueue }: BookingJobs): JobHandlers => ({
  [RELEASE_JOB]: () => {
    const at = now();
    // One drive in a transaction, so that a morning's worth does not lock everything at once.
    return sweep(reader(pool), at, (work) =>
      transaction(pool, (tx) =>
        work({
          tx,
          now: at,
          today: dayIn(at),
          newId,
          publicUrl,
          enqueue: (...asked) => enqueue(tx, ...asked),
          audit: (entry) => writeAudit(tx, { id: newId(), at, operation: RELEASE_JOB, actor: null, entry }),
        }),
      ),
    );
  },
});
