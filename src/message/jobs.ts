// The outbox's work after commit, for `app` to register.
import type { Logger } from "pino";
import { enqueue, type JobHandlers } from "../platform/jobs/worker.ts";
import { SEND_JOB, type Sender, sendQueued } from "./service.ts";
import { smtpSender } from "./smtp.ts";

export interface MessageJobs extends Omit<Sender, "send" | "later"> {
  /** Absent: no e-mail goes out, messages wait. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
  readonly log: Logger;
}

/** Without a mail server the job is handled by nobody: it waits for a start that has one. */
export function messageJobs({ smtp, log, ...rest }: MessageJobs): JobHandlers {
  if (smtp === undefined) {
    log.warn("no e-mail goes out: SMTP_URL is not set; messages wait in the outbox");
    return {};
  }
  const sender: Sender = {
    ...rest,
    send: smtpSender(smtp),
    later: (tx, messageId, afterSeconds) => enqueue(tx, SEND_JOB, { messageId }, { afterSeconds }),
  };
  return { [SEND_JOB]: ({ messageId = "" }, attempt) => sendQueued(sender, messageId, attempt) };
}
