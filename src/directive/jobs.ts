// The daily look at what is late, and letters on their way to long lists, for `app` to register.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { reader, type Tx, transaction } from "../platform/db/sql.ts";
import type { enqueue, JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { isLookDue, lookThrough } from "./service/chasing/look.ts";
import { deliverPart } from "./service/letters/deliver.ts";
import { DELIVER_JOB } from "./service/letters/issue.ts";
import { listOnTheirWay } from "./store/letters.ts";

/** To be run each minute. */
export const CHASE_JOB = "directive.chase";

export interface ChaseJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  /** Origin that links begin with. */
  readonly publicUrl: string;
  readonly enqueue: typeof enqueue;
}

export const chaseJobs = ({ pool, now, publicUrl, enqueue: add }: ChaseJobs): JobHandlers => {
  const audited = (tx: Tx, at: string, operation: string) => ({
    tx,
    now: at,
    newId,
    audit: (entry: Parameters<typeof writeAudit>[1]["entry"]) =>
      writeAudit(tx, { id: newId(), at, operation, actor: null, entry }),
  });
  const deliver = async (directiveId: string): Promise<void> => {
    const next = (at: string): Promise<boolean> =>
      transaction(pool, (tx) => deliverPart(audited(tx, at, DELIVER_JOB), directiveId));
    while (await next(now()));
  };
  return {
    [DELIVER_JOB]: ({ directiveId = "" }) => deliver(directiveId),
    [CHASE_JOB]: async () => {
      const at = now();
      // A program that was killed left its own job locked for hours: what it had begun goes on within the minute.
      for (const directiveId of await listOnTheirWay(reader(pool))) await deliver(directiveId);
      if (!(await isLookDue(reader(pool), at))) return;
      await transaction(pool, (tx) =>
        lookThrough({
          ...audited(tx, at, CHASE_JOB),
          publicUrl,
          enqueue: (job, payload, options) => add(tx, job, payload, options),
        }),
      );
    },
  };
};
