// What is done after requests and each minute: the handlers of every capability, given what they need.
import type pg from "pg";
import type { Logger } from "pino";
import { bookingJobs, RELEASE_JOB } from "../booking/jobs.ts";
import { messageJobs } from "../message/jobs.ts";
import type { JobHandlers } from "../platform/jobs/worker.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { translate } from "./messages.ts";

export interface JobsOptions {
  readonly pool: pg.Pool;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly demo: boolean;
}

/** Jobs done each minute, by name. */
export const MINUTE_JOBS: readonly string[] = [RELEASE_JOB];

export const jobHandlers = ({ pool, config, clock, log, demo }: JobsOptions): JobHandlers => ({
  ...bookingJobs({ pool, now: clock }),
  ...messageJobs({ smtp: config.smtp, log, pool, translate, now: clock, demo }),
});
