// What is done after requests and each minute: the handlers of every capability, given what they need.
import type pg from "pg";
import type { Logger } from "pino";
import { bookingJobs, RELEASE_JOB } from "../booking/jobs.ts";
import { answerStillNeeded, cancelledStillNeeded } from "../booking/service/mail.ts";
import { CHASE_JOB, chaseJobs } from "../directive/jobs.ts";
import { reminderStillNeeded } from "../directive/service/chasing/mail.ts";
import { messageJobs } from "../message/jobs.ts";
import { MEMBERS_JOB, personJobs } from "../person/jobs.ts";
import { enqueue, type JobHandlers } from "../platform/jobs/worker.ts";
import { RECALL_JOB, REMIND_JOB, recallJobs, THANK_JOB } from "../recall/jobs.ts";
import { placeReminderStillNeeded } from "../recall/service/reminding.ts";
import { invitationStillNeeded } from "../recall/service/rounds.ts";
import { ADJUST_JOB, adjustJobs } from "../report/jobs.ts";
import { FOLD_JOB, tallyJobs } from "../tally/jobs.ts";
import { HAND_OVER_JOB, unitJobs } from "../unit/jobs.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import { translate } from "./messages.ts";
import { PARTICIPANTS } from "./participants.ts";

export interface JobsOptions {
  readonly pool: pg.Pool;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly demo: boolean;
  /** Origin that links in messages begin with. */
  readonly publicUrl: string;
}

/** Jobs done each minute, by name. */
export const MINUTE_JOBS: readonly string[] = [
  RELEASE_JOB,
  CHASE_JOB,
  HAND_OVER_JOB,
  RECALL_JOB,
  REMIND_JOB,
  THANK_JOB,
  ADJUST_JOB,
  FOLD_JOB,
  MEMBERS_JOB,
];

export const jobHandlers = ({ pool, config, clock, log, demo, publicUrl }: JobsOptions): JobHandlers => ({
  ...tallyJobs({ pool }),
  ...personJobs({ pool }),
  ...unitJobs({ pool, now: clock, participants: PARTICIPANTS }),
  ...bookingJobs({ pool, now: clock, publicUrl, enqueue }),
  ...chaseJobs({ pool, now: clock, publicUrl, enqueue }),
  ...recallJobs({ pool, now: clock, publicUrl, enqueue }),
  ...adjustJobs({ pool, now: clock, publicUrl, enqueue }),
  ...messageJobs({
    smtp: config.smtp,
    log,
    pool,
    translate,
    now: clock,
    demo,
    stillNeeded: {
      reminder: reminderStillNeeded,
      "place-offered": answerStillNeeded,
      "drive-moved": answerStillNeeded,
      "drive-cancelled": cancelledStillNeeded,
      "recall-invitation": invitationStillNeeded,
      "place-reminder": placeReminderStillNeeded,
    },
  }),
});
