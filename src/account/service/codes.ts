// Printing one-time codes: shown once, kept only as a hash.
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import type { Role } from "../schema.ts";
import { digestCode, newCode } from "../secrets.ts";
import { insertCode } from "../store.ts";

const DAY_MS = 24 * 3600 * 1000;
export const CODE_DAYS = 14;

/** The instant `days` days later. */
export const later = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString();

/**
 * A code for a new account with an office at the unit, from `from` to `until` (the last day). It can be used for two
 * weeks, and for an office that begins later until two weeks into it. Asks for no authority: the caller has.
 */
export async function printJoinCode(
  ctx: WriteCtx,
  asked: { unitId: string; role: Role; from: string; until: string | undefined },
): Promise<{ id: string; code: string; expiresAt: string }> {
  const code = newCode();
  const id = ctx.newId();
  const begins = `${asked.from}T00:00:00.000Z`;
  const expiresAt = later(asked.from > ctx.today ? begins : ctx.now, CODE_DAYS);
  await insertCode(ctx.tx, {
    id,
    codeHash: digestCode(code),
    purpose: "join",
    ...asked,
    by: accountId(ctx),
    now: ctx.now,
    expiresAt,
  });
  return { id, code, expiresAt };
}
