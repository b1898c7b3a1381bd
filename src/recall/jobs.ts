// What is looked at each minute: rounds whose next wave may go, reminders that are due, closed drives to thank for.
import type pg from "pg";
import { writeAudit } from "../platform/audit/store.ts";
import { reader, type Tx, transaction } from "../platform/db/sql.ts";
import type { enqueue, JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { remindDonors } from "./service/reminding.ts";
import { stepRunning, waitingRounds } from "./service/rounds.ts";
import { thankDonors, unthankedDrives } from "./service/thanks.ts";
import type { Asking } from "./service/waves.ts";

export const RECALL_JOB = "recall.waves";
export const REMIND_JOB = "recall.remind";
export const THANK_JOB = "recall.thank";

export interface RecallJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  /** Origin that links begin with. */
  readonly publicUrl: string;
  readonly enqueue: typeof enqueue;
}

export const recallJobs = ({ pool, now, publicUrl, enqueue: add }: RecallJobs): JobHandlers => {
  const asking = (tx: Tx, at: string, operation: string): Asking => ({
    tx,
    now: at,
    newId,
    publicUrl,
    enqueue: (job, payload, options) => add(tx, job, payload, options),
    audit: (entry) => writeAudit(tx, { id: newId(), at, operation, actor: null, entry }),
  });
  return {
    // One transaction a round, a drive: what one cannot do must not keep the others waiting.
    [RECALL_JOB]: async () => {
      const at = now();
      for (const id of await waitingRounds(reader(pool))) {
        await transaction(pool, (tx) => stepRunning(asking(tx, at, RECALL_JOB), id));
      }
    },
    [REMIND_JOB]: async () => {
      const at = now();
      while ((await transaction(pool, (tx) => remindDonors(asking(tx, at, REMIND_JOB)))) > 0);
    },
    [THANK_JOB]: async () => {
      const at = now();
      for (const id of await unthankedDrives(reader(pool), at)) {
        await transaction(pool, (tx) => thankDonors(asking(tx, at, THANK_JOB), id));
      }
    },
  };
};
