// All SQL of the outbox.
import { type Db, execute, row, send, sql, type Tx } from "../platform/db/sql.ts";
import type { DropReason, Template } from "./schema.ts";

export interface QueuedMessage {
  readonly id: string;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly template: Template;
  readonly params: Readonly<Record<string, string | number>>;
  /** Sealed. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly locale: "vi" | "en";
  readonly createdAt: string;
  /** Not to go out before; null: at once. */
  readonly notBefore: string | null;
}

export const insertMessage = (tx: Tx, message: QueuedMessage): void =>
  send(
    tx,
    sql`insert into message.outbox (id, channel, person_id, account_id, template, params, secrets, locale, state, created_at,
                                    not_before)
        values (${message.id}, 'email', ${message.personId}, ${message.accountId}, ${message.template},
                ${JSON.stringify(message.params)}::jsonb, ${JSON.stringify(message.secrets)}::jsonb,
                ${message.locale}, 'queued', ${message.createdAt}, ${message.notBefore})`,
    "message-queue",
  );

/** The message if it still waits; undefined once it was sent or dropped. */
export const findQueued = (db: Db, id: string): Promise<QueuedMessage | undefined> =>
  row(
    db,
    sql`select id, person_id, account_id, template, params, secrets, locale, created_at, not_before
        from message.outbox where id = ${id} and state = 'queued'`,
  );

/** A secret that has left is forgotten here. */
export const markSent = (tx: Tx, id: string, now: string): Promise<number> =>
  execute(
    tx,
    sql`update message.outbox set state = 'sent', sent_at = ${now}, attempts = attempts + 1, secrets = '{}'
        where id = ${id} and state = 'queued'`,
  );

export const markAttempt = (tx: Tx, id: string): Promise<number> =>
  execute(tx, sql`update message.outbox set attempts = attempts + 1 where id = ${id} and state = 'queued'`);

export const markEnded = (
  tx: Tx,
  id: string,
  state: "failed" | "dropped",
  reason: DropReason,
): Promise<number> =>
  execute(
    tx,
    sql`update message.outbox set state = ${state}, reason = ${reason}, secrets = '{}'
        where id = ${id} and state = 'queued'`,
  );
