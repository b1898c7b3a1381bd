// The daily look at what is late, for `app` to register and run each minute; what its e-mails ask when they leave.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { reader, transaction } from "../platform/db/sql.ts";
import type { enqueue, JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { isLookDue, lookThrough } from "./service/chasing/look.ts";

export const CHASE_JOB = "directive.chase";

export interface ChaseJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  /** Origin that links begin with. */
  readonly publicUrl: string;
  readonly enqueue: typeof enqueue;
}

export const chaseJobs = ({ pool, now, publicUrl, enqueue: add }: ChaseJobs): JobHandlers => ({
  [CHASE_JOB]: async () => {
    const at = now();
    if (!(await isLookDue(reader(pool), at))) return;
    await transaction(pool, (tx) =>
      lookThrough({
        tx,
        now: at,
        newId,
        publicUrl,
        enqueue: (job, payload, options) => add(tx, job, payload, options),
        audit: (entry) => writeAudit(tx, { id: newId(), at, operation: CHASE_JOB, actor: null, entry }),
      }),
    );
  },
});
