// Hand-overs that waited for their day, for `app` to run each minute: whatever stopped in between is done then.
import type pg from "pg";
import type { JobHandlers } from "../platform/jobs/worker.ts";
import { newId } from "../platform/pure/ids.ts";
import { handOverDue } from "./service/handing-over.ts";
import type { Participant } from "./service/participant.ts";

export const HAND_OVER_JOB = "unit.hand-over";

export interface UnitJobs {
  readonly pool: pg.Pool;
  readonly now: () => string;
  readonly participants: readonly Participant[];
}

export const unitJobs = ({ pool, now, participants }: UnitJobs): JobHandlers => ({
  [HAND_OVER_JOB]: () => handOverDue({ job: HAND_OVER_JOB, pool, now: now(), newId, participants }),
});
