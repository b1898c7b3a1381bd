// The outbox: a message is written with the fact it tells; a job sends it after commit, at least once.
import type pg from "pg";
import { emailOfAccount } from "../account/service.ts";
import { emailOf } from "../person/service.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { type Db, reader, type Tx, transaction } from "../platform/db/sql.ts";
import type { Translate, Values } from "../platform/i18n/translate.ts";
import { seal, unseal } from "../platform/seal/secret.ts";
import { mayLeaveAt } from "./rules/quiet.ts";
import type { DropReason, EmailEntry, Template } from "./schema.ts";
import { findQueued, insertMessage, markAttempt, markEnded, markSent, type QueuedMessage } from "./store.ts";

export const SEND_JOB = "message.send";

/** Longer than any link in a message lives: what could not be sent by then would only puzzle. */
const GOOD_FOR_MS = 7 * 24 * 3600 * 1000;

/** An e-mail ready to leave. `id` is the same at every attempt, so that a mailbox may drop a double. */
export interface Email {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

/** Hands an e-mail to the outside. `refused`: no later attempt would fare better. Throws for "try again". */
export type SendEmail = (email: Email) => Promise<"accepted" | "refused">;

/** Is what a message asks for still to be done? Asked when it is about to leave. */
export type StillNeeded = (db: Db, now: string, params: Values) => Promise<boolean>;

export interface Sender {
  readonly pool: pg.Pool;
  readonly send: SendEmail;
  readonly translate: Readonly<Record<"vi" | "en", Translate>>;
  readonly now: () => string;
  readonly demo: boolean;
  /** By template, from the capability that queues it; none: always needed. */
  readonly stillNeeded?: Partial<Readonly<Record<Template, StillNeeded>>>;
  /** Asks for another go later, when a message is met in quiet hours. */
  readonly later: (tx: Tx, messageId: string, afterSeconds: number) => Promise<void>;
}

/** What queueing takes of a use case, or of a job that has no request. */
export type Outgoing = Pick<WriteCtx, "tx" | "now" | "newId" | "enqueue">;

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.ceil((Date.parse(to) - Date.parse(from)) / 1000));

/**
 * Puts an e-mail in the outbox within the caller's transaction. Whether the addressee has an address is looked up
 * when it is sent, so nothing here tells; secrets are sealed by the server's key before they touch the database.
 * What must not disturb the night is asked for in the morning.
 */
export async function queueEmail(ctx: Outgoing, entry: EmailEntry): Promise<void> {
  const id = ctx.newId();
  const secrets = await Promise.all(
    Object.entries(entry.secrets ?? {}).map(async ([name, text]) => [name, await seal(text)] as const),
  );
  const leavesAt = mayLeaveAt(entry.template, ctx.now);
  const afterSeconds = secondsBetween(ctx.now, leavesAt);
  insertMessage(ctx.tx, {
    id,
    personId: entry.personId ?? null,
    accountId: entry.accountId ?? null,
    template: entry.template,
    params: entry.params,
    secrets: Object.fromEntries(secrets),
    locale: entry.locale ?? "vi",
    createdAt: ctx.now,
    notBefore: afterSeconds > 0 ? leavesAt : null,
  });
  await ctx.enqueue(SEND_JOB, { messageId: id }, { afterSeconds });
}

/**
 * Sends one message of the outbox. Marked only after the mail server has taken it: a crash between sends it twice
 * rather than never. Throws when it should be tried again.
 */
export async function sendQueued(
  sender: Sender,
  messageId: string,
  { lastAttempt }: { readonly lastAttempt: boolean },
): Promise<void> {
  const message = await findQueued(reader(sender.pool), messageId);
  if (message === undefined) return;
  const end = (state: "failed" | "dropped", reason: DropReason) =>
    transaction(sender.pool, (tx) => markEnded(tx, messageId, state, reason));
  const ready = await compose(sender, message);
  if (typeof ready !== "string") {
    // A mail server that was away may have brought us into the night.
    const now = sender.now();
    const wait = secondsBetween(now, laterOf(message.notBefore, mayLeaveAt(message.template, now)));
    if (wait > 0) {
      await transaction(sender.pool, (tx) => sender.later(tx, messageId, wait));
      return;
    }
  }
  if (typeof ready === "string") {
    await end("dropped", ready);
    return;
  }
  let outcome: "accepted" | "refused";
  try {
    outcome = await sender.send(ready);
  } catch (error) {
    if (lastAttempt) await end("failed", "given-up");
    else await transaction(sender.pool, (tx) => markAttempt(tx, messageId));
    throw error;
  }
  if (outcome === "refused") await end("failed", "refused");
  else await transaction(sender.pool, (tx) => markSent(tx, messageId, sender.now()));
}

const laterOf = (a: string | null, b: string): string => (a !== null && a > b ? a : b);

async function compose(sender: Sender, message: QueuedMessage): Promise<Email | DropReason> {
  if (Date.parse(sender.now()) - Date.parse(message.createdAt) > GOOD_FOR_MS) return "too-old";
  const db = reader(sender.pool);
  const needed = sender.stillNeeded?.[message.template];
  if (needed !== undefined && !(await needed(db, sender.now(), message.params))) return "no-longer-needed";
  const to =
    message.personId !== null
      ? await emailOf(db, message.personId)
      : message.accountId !== null
        ? await emailOfAccount(db, message.accountId)
        : undefined;
  if (to === undefined) return "no-address";
  const values: Record<string, string | number> = { ...message.params, name: to.name };
  for (const [name, sealed] of Object.entries(message.secrets)) {
    const text = await unseal(sealed);
    if (text === undefined) return "secret-lost";
    values[name] = text;
  }
  const t = sender.translate[message.locale];
  const said = (part: "subject" | "body", given: Values): string =>
    t(`message.${message.template}.${part}`, given);
  const mark = sender.demo ? `[${t("message.demo")}] ` : "";
  return {
    id: message.id,
    to,
    subject: oneLine(mark + said("subject", values)),
    text: `${mark && `${mark.trim()}\n\n`}${said("body", values)}`,
  };
}

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
