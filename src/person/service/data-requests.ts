// What a person may ask about their own data: kept with the law's days. Who asks has proved by their link who they are.
import type { Locale, WriteCtx } from "../../platform/contract/context.ts";
import { Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { deadlineOf, type RequestKind } from "../rules/deadlines.ts";
import type { PersonData } from "../schema/requests.ts";
import { findSameRequest, insertRequest, listOwnRequests } from "../store/requests.ts";
import type { PersonHolder } from "./holder.ts";

/**
 * Opens a request; answers by when it must be done (YYYY-MM-DD). One of each kind runs at a time: asking again while
 * one runs, or with the same id, is done already. `note`: what should be put right, in their words, at most 500
 * characters. The caller asks for authority.
 */
export async function openDataRequest(
  ctx: WriteCtx,
  entry: { id: string; personId: string; kind: RequestKind; note?: string },
): Promise<{ id: string; dueOn: string }> {
  const { acknowledgeBy, dueOn } = deadlineOf(entry.kind, ctx.today);
  const note = (entry.note ?? "").slice(0, 500);
  const written = await insertRequest(ctx.tx, { ...entry, note, now: ctx.now, acknowledgeBy, dueOn });
  if (written === 0) {
    const same = await findSameRequest(ctx.tx, entry);
    if (same === undefined) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: same.id, dueOn };
  }
  await ctx.audit({ subject: { kind: "data-request", id: entry.id }, detail: { kind: entry.kind, dueOn } });
  return { id: entry.id, dueOn };
}

/** What this person asked for and what became of it, newest first, at most 50. */
export const dataRequestsOf = (db: Db, personId: string): ReturnType<typeof listOwnRequests> =>
  listOwnRequests(db, personId);

/**
 * All the union knows of one entry, in plain words, by who holds it; who holds nothing is left out. Only of the entry
 * asked for: that another one is the same person is an officer's word, and proves nothing to whoever reads this.
 */
export async function personData(
  db: Db,
  personId: string,
  holders: readonly PersonHolder[],
  locale: Locale = "vi",
): Promise<PersonData> {
  const found: PersonData = [];
  for (const holder of holders) {
    const lines = await holder.list(db, personId, locale);
    if (lines.length > 0) found.push({ holder: holder.name, lines: lines.map((line) => ({ ...line })) });
  }
  return found;
}
