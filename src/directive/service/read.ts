// Reading letters: who may look at one, lists of letters, and how far one got below.
import type { Ctx } from "../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { lastMomentOf } from "../../platform/pure/calendar.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { standingFor } from "../../unit/service/history.ts";
import { ancestorsOf, getUnitNode, unitRefs } from "../../unit/service.ts";
import type { DirectiveRow, ReceiptRow } from "../schema.ts";
import { beganWithin, findFamily } from "../store/chasing/held.ts";
import { standsBehind } from "../store/family.ts";
import { type DirectiveFacts, findDirective, listLetters } from "../store/letters.ts";
import { listReceiptRows, type Only, reachedBelow, type Seen } from "../store/receipts.ts";
import { findRecipient, type RecipientRow } from "../store/recipients.ts";
import { refIn } from "./letters/links.ts";

export interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

export function keyFrom(after: string | undefined, form?: RegExp) {
  const key = after === undefined ? undefined : readKey(after, form);
  if (after !== undefined && key === undefined) throw invalidInput("after", "not-a-key");
  return key;
}

/**
 * The letter, for a unit that may look at it: its sender, a unit it reached, one above either of them, or one whose own
 * letters (sent or got) carry it or change it. A draft is its sender's alone. Asked as of a day gone by, also one that
 * could have looked at it that day, in that day's tree. Throws not-found.
 */
export async function getSeen(
  db: Db,
  directiveId: string,
  unitId: string,
  today: string,
  past?: Seen,
): Promise<{ directive: DirectiveFacts; mine: RecipientRow | undefined }> {
  const directive = await findDirective(db, directiveId);
  if (directive === undefined) throw notFound("directive");
  if (directive.unitId === unitId) return { directive, mine: undefined };
  if (directive.state === "draft") throw notFound("directive");
  const mine = await findRecipient(db, directiveId, unitId);
  const seen =
    mine !== undefined ||
    (await ancestorsOf(db, directive.unitId, today)).includes(unitId) ||
    (await reachedBelow(db, directiveId, unitId, today)) ||
    (await standsBehind(db, directiveId, unitId)) ||
    (past !== undefined && (await couldSee(db, directive, unitId, past)));
  if (!seen) throw notFound("directive");
  return { directive, mine };
}

const couldSee = async (
  db: Db,
  { id, unitId: senderId, issuedAt }: DirectiveFacts,
  unitId: string,
  { day, at }: Seen,
): Promise<boolean> =>
  issuedAt !== null &&
  Date.parse(issuedAt) <= Date.parse(at) &&
  ((await ancestorsOf(db, senderId, day)).includes(unitId) || (await reachedBelow(db, id, unitId, day, at)));

export const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

export async function listDirectives(
  ctx: Ctx,
  unitId: string,
  { after, limit }: Page,
): Promise<{ items: DirectiveRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  const found = await listLetters(ctx.db, unitId, keyFrom(after, INSTANT), limit + 1);
  const { items, next } = cutPage(found, limit, ({ at, id }) => ({ by: at, id }));
  const refs = await unitRefs(
    ctx.db,
    items.map(({ senderId }) => senderId),
    ctx.today,
  );
  return {
    items: items.map(({ senderId, at: _at, ...letter }) => ({ ...letter, sender: refIn(refs, senderId) })),
    next,
  };
}

/** Where to count from: the unit with its place on the day, and whether the order began there or below. Throws not-found. */
export async function reachFrom(db: Db, { rootId }: DirectiveFacts, unitId: string, day: string) {
  const { id, path } = await getUnitNode(db, unitId, day);
  const top = { id, path };
  const family = await findFamily(db, rootId);
  const whole = family !== undefined && (await beganWithin(db, { unitId: family.unitId, top, day }));
  return { rootId, top, whole };
}

/**
 * @param asOf the day whose tree and receipts are shown; absent, or a day that has not come: today. Who may see a unit
 * that has ended since follows today's tree: whoever may see the one that stands for it.
 * @throws not-found for a letter the unit may not see, and where the unit did not stand that day
 */
export async function listReceipts(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  { after, limit, only, asOf }: Page & { readonly only: Only; readonly asOf?: string | undefined },
): Promise<{ items: ReceiptRow[]; next: string | null }> {
  const past = asOf !== undefined && asOf < ctx.today ? { day: asOf, at: lastMomentOf(asOf) } : undefined;
  await ctx.allow({ unit: past === undefined ? unitId : await standingFor(ctx.db, unitId, ctx.today) });
  const { directive } = await getSeen(ctx.db, directiveId, unitId, ctx.today, past);
  const seen = past ?? { day: ctx.today, at: ctx.now };
  const asked = {
    ...(await reachFrom(ctx.db, directive, unitId, seen.day)),
    ...seen,
    only,
    after: keyFrom(after),
    limit: limit + 1,
  };
  const found = await listReceiptRows(ctx.db, asked);
  const { items, next } = cutPage(found, limit, (row) => ({ by: row.sortKey, id: row.unitId }));
  return {
    items: items.map((row) => ({
      unit: { id: row.unitId, name: row.name, shortName: row.shortName },
      reached: row.reached,
      addressee: row.addressee === "" ? null : row.addressee,
      reachedAt: row.reachedAt,
      receiveBy: row.receiveBy,
      receivedAt: row.receivedAt,
      receivedBy: row.receivedBy,
      receiveNote: row.receiveNote,
      disseminatedAt: row.disseminatedAt,
      peopleReached: row.peopleReached,
      reissue:
        row.reissueId === null
          ? null
          : { id: row.reissueId, number: row.reissueNumber, notation: row.reissueNotation },
      below: {
        reached: row.belowReached,
        received: row.belowReceived,
        disseminated: row.belowDisseminated,
        units: row.belowUnits,
      },
    })),
    next,
  };
}
