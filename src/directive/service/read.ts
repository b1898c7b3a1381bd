// Reading letters: lists, one letter as a unit sees it, how far it got below, and the words of a reminder.

import { getDocument } from "../../document/service.ts";
import type { Ctx } from "../../platform/contract/context.ts";
import { invalidInput, notFound } from "../../platform/contract/problem.ts";
import type { UnitRef } from "../../platform/contract/shapes.ts";
import type { Db } from "../../platform/db/sql.ts";
import { cutPage, readKey } from "../../platform/pure/page-key.ts";
import { unitRefs } from "../../unit/service.ts";
import { RECEIPT_TRANSITIONS, receiptState, TRANSITIONS } from "../rules/states.ts";
import type { DirectiveRow, DirectiveView, ReceiptRow } from "../schema.ts";
import {
  countDraftRecipients,
  type DirectiveFacts,
  findDirective,
  listInstructions,
  listLetters,
} from "../store/letters.ts";
import { countBelow, listReceiptRows, type Only, reachedBelow } from "../store/receipts.ts";
import { findRecipient, hasUnreachedChild, type RecipientRow } from "../store/recipients.ts";

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

function keyFrom(after: string | undefined, form?: RegExp) {
  const key = after === undefined ? undefined : readKey(after, form);
  if (after !== undefined && key === undefined) throw invalidInput("after", "not-a-key");
  return key;
}

/** A letter names units that may have closed since: such a unit is shown by its id alone, never left out. */
const refIn = (refs: ReadonlyMap<string, UnitRef>, id: string): UnitRef =>
  refs.get(id) ?? { id, name: "", shortName: "" };

/**
 * The letter, for a unit that may look at it: its sender, a unit it reached, or one above a unit it reached. A draft is
 * its sender's alone. Throws not-found.
 */
export async function getSeen(
  db: Db,
  directiveId: string,
  unitId: string,
  today: string,
): Promise<{ directive: DirectiveFacts; mine: RecipientRow | undefined }> {
  const directive = await findDirective(db, directiveId);
  if (directive === undefined) throw notFound("directive");
  if (directive.unitId === unitId) return { directive, mine: undefined };
  if (directive.state === "draft") throw notFound("directive");
  const mine = await findRecipient(db, directiveId, unitId);
  if (mine === undefined && !(await reachedBelow(db, directiveId, unitId, today)))
    throw notFound("directive");
  return { directive, mine };
}

export async function viewDirective(ctx: Ctx, unitId: string, directiveId: string): Promise<DirectiveView> {
  await ctx.allow({ unit: unitId });
  const { directive, mine } = await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const document = await getDocument(ctx.db, directive.documentId);
  const refs = await unitRefs(ctx.db, [directive.unitId, ...(mine ? [mine.fromUnitId] : [])], ctx.today);
  const draft = directive.state === "draft";
  const counts = draft
    ? {
        reached: 0,
        received: 0,
        disseminated: 0,
        notYetReached: await countDraftRecipients(ctx.db, directiveId),
      }
    : await countBelow(ctx.db, directiveId, unitId, ctx.today);
  return {
    id: directive.id,
    campaignId: directive.campaignId,
    title: directive.title,
    number: document.number,
    notation: document.notation,
    issuedOn: document.issuedOn,
    subject: document.subject,
    sender: refIn(refs, directive.unitId),
    state: directive.state,
    issuedAt: directive.issuedAt,
    reportDays: directive.reportDays,
    reportTo: directive.reportTo,
    reportThrough: directive.reportThrough,
    text: document.body,
    instructions: await listInstructions(ctx.db, directiveId),
    mine: mine
      ? {
          fromUnit: refIn(refs, mine.fromUnitId),
          reachedAt: mine.reachedAt,
          receivedAt: mine.receivedAt,
          disseminatedAt: mine.disseminatedAt,
          passedOnAt: mine.passedOnAt,
        }
      : null,
    counts,
    allowedActions: await actionsOn(ctx, unitId, directive, mine),
  };
}

/** What may be done next: by the state's table, then by the asker's own office at this very unit. */
async function actionsOn(
  ctx: Ctx,
  unitId: string,
  directive: DirectiveFacts,
  mine: RecipientRow | undefined,
): Promise<string[]> {
  const possible =
    mine !== undefined
      ? Object.keys(RECEIPT_TRANSITIONS[receiptState(mine)])
      : directive.unitId === unitId
        ? Object.keys(TRANSITIONS[directive.state])
        : [];
  const allowed: string[] = [];
  for (const operation of possible) {
    if (!(await ctx.may(operation, { unit: unitId }))) continue;
    if (
      operation === "directive.pass-on" &&
      !(await hasUnreachedChild(ctx.db, directive.id, unitId, ctx.today))
    )
      continue;
    allowed.push(operation);
  }
  return allowed;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

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

export async function listReceipts(
  ctx: Ctx,
  unitId: string,
  directiveId: string,
  { after, limit, only }: Page & { readonly only: Only },
): Promise<{ items: ReceiptRow[]; next: string | null }> {
  await ctx.allow({ unit: unitId });
  await getSeen(ctx.db, directiveId, unitId, ctx.today);
  const asked = { directiveId, unitId, day: ctx.today, only, after: keyFrom(after), limit: limit + 1 };
  const found = await listReceiptRows(ctx.db, asked);
  const { items, next } = cutPage(found, limit, (row) => ({ by: row.sortKey, id: row.unitId }));
  return {
    items: items.map((row) => ({
      unit: { id: row.unitId, name: row.name, shortName: row.shortName },
      reached: row.reached,
      addressee: row.addressee === "" ? null : row.addressee,
      reachedAt: row.reachedAt,
      receivedAt: row.receivedAt,
      disseminatedAt: row.disseminatedAt,
      peopleReached: row.peopleReached,
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
