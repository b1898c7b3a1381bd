// Looks each minute for facts corrected after their report was approved, for `app` to register and run: the adjustment
// is made and every level above is told.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { reader, transaction } from "../platform/db/sql.ts";
import type { enqueue, JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { ensureAdjustment } from "./service/adjusting.ts";
import { listCorrected } from "./store/adjustments.ts";

export const ADJUST_JOB = "report.adjust";
const AT_ONCE = 100;

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
    for (const reportId of await listCorrected(reader(pool), AT_ONCE)) {
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
  },
});
