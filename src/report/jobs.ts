// Looks each minute for facts corrected after their report was approved, for `app` to register and run: the adjustment
// is made and every level above is told.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { reader, transaction } from "../platform/db/sql.ts";
import type { enqueue, JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { ensureAdjustment } from "./service/adjusting.ts";
import { findLooked, listCorrected, writeLooked } from "./store/adjustments.ts";

export const ADJUST_JOB = "report.adjust";
// A correction may be committed after a look that is later than its own instant: looked at again for that long.
const OVERLAP_MS = 15 * 60_000;
const LOOKED_LAGS_MS = 24 * 3600_000;

export interface AdjustJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  /** Origin that links begin with. */
  readonly publicUrl: string;
  readonly enqueue: typeof enqueue;
}

export const adjustJobs = ({ pool, now, publicUrl, enqueue: add }: AdjustJobs): JobHandlers => ({
  [ADJUST_JOB]: async () => {
    const at = now();
    const db = reader(pool);
    const looked = await findLooked(db);
    // A clock set back, as a demo's is at each start: what was looked at then says nothing of now.
    const known = looked !== undefined && looked <= at ? Date.parse(looked) : undefined;
    const since = known === undefined ? null : new Date(known - OVERLAP_MS).toISOString();
    const corrected = await listCorrected(db, since);
    for (const reportId of corrected) {
      await transaction(pool, (tx) =>
        ensureAdjustment(
          {
            tx,
            now: at,
            newId,
            publicUrl,
            enqueue: (job, payload, options) => add(tx, job, payload, options),
            audit: (entry) => writeAudit(tx, { id: newId(), at, operation: ADJUST_JOB, actor: null, entry }),
          },
          reportId,
        ),
      );
    }
    // Approving looks by itself (adjustAfterApproval), so a correction that was looked at once is done with.
    if (corrected.length > 0 || known === undefined || Date.parse(at) - known > LOOKED_LAGS_MS) {
      await transaction(pool, (tx) => writeLooked(tx, at));
    }
  },
});
