// The outbox: a message is written with the fact it tells; a job sends it after commit, at least once.
import type pg from "pg";
import { emailOf } from "../person/service.ts";
import type { WriteCtx } from "../platform/contract/context.ts";
import { reader, transaction } from "../platform/db/sql.ts";
import type { Translate, Values } from "../platform/i18n/translate.ts";
import { seal, unseal } from "../platform/seal/secret.ts";
import type { DropReason, EmailEntry } from "./schema.ts";
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

export interface Sender {
  readonly pool: pg.Pool;
  readonly send: SendEmail;
  readonly translate: Readonly<Record<"vi" | "en", Translate>>;
  readonly now: () => string;
  readonly demo: boolean;
}

/**
 * Puts an e-mail in the outbox within the caller's transaction. Whether the addressee has an address is looked up
 * when it is sent, so nothing here tells; secrets are sealed by the server's key before they touch the database.
 */
export async function queueEmail(ctx: WriteCtx, entry: EmailEntry): Promise<void> {
  const id = ctx.newId();
  const secrets = await Promise.all(
    Object.entries(entry.secrets ?? {}).map(async ([name, text]) => [name, await seal(text)] as const),
  );
  await insertMessage(ctx.tx, {
    id,
    personId: entry.personId ?? null,
    accountId: entry.accountId ?? null,
    template: entry.template,
    params: entry.params,
    secrets: Object.fromEntries(secrets),
    locale: entry.locale ?? "vi",
    createdAt: ctx.now,
  });
  await ctx.enqueue(SEND_JOB, { messageId: id });
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

async function compose(sender: Sender, message: QueuedMessage): Promise<Email | DropReason> {
  if (Date.parse(sender.now()) - Date.parse(message.createdAt) > GOOD_FOR_MS) return "too-old";
  // Accounts have no e-mail address of their own yet: officers get in without one.
  const to = message.personId === null ? undefined : await emailOf(reader(sender.pool), message.personId);
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
