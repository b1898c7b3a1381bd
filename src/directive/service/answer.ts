// What a unit does with a letter that reached it: confirm receipt, spread it, pass it on.
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import { type DisseminationEntry, directiveProblem } from "../schema.ts";
import { lockDirective } from "../store/letters.ts";
import {
  findDissemination,
  insertDissemination,
  lockRecipient,
  markDisseminated,
  markPassedOn,
  markReceived,
  type RecipientRow,
  reachChildren,
} from "../store/recipients.ts";
import { settleOpen } from "../store/tasks.ts";
import { isUrging } from "./letters/issue.ts";
import { oweDuties, reachingNow } from "./reach.ts";

/** The unit's own row, locked; not-found where the letter did not reach it. */
async function reached(ctx: WriteCtx, unitId: string, directiveId: string): Promise<RecipientRow> {
  const found = await lockRecipient(ctx.tx, directiveId, unitId);
  if (found === undefined) throw notFound("directive");
  return found;
}

/** Confirms receipt, also of a letter that was changed or recalled meanwhile: it did arrive. */
export async function receiveDirective(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  note: string,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  await reached(ctx, unitId, directiveId);
  if ((await markReceived(ctx.tx, directiveId, unitId, ctx.now, accountId(ctx), note)) === 0) ctx.unchanged();
  else await ctx.audit({ subject: { kind: "directive", id: directiveId }, unitId });
  return { id: directiveId };
}

/**
 * Records that the unit spread the letter; confirms receipt too, and settles the unit's duty to spread it while the
 * letter holds. Of one that holds no more it is kept as what was done, and the newer letter is still to be spread.
 */
export async function recordDissemination(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
  entry: DisseminationEntry,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const mine = await reached(ctx, unitId, directiveId);
  if (entry.heldOn > ctx.today) throw directiveProblem("day-in-future");
  const by = accountId(ctx);
  if ((await insertDissemination(ctx.tx, directiveId, unitId, entry, ctx.now, by)) === 0) {
    const known = await findDissemination(ctx.tx, entry.id);
    if (known?.directiveId !== directiveId || known.unitId !== unitId) throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: entry.id };
  }
  await markReceived(ctx.tx, directiveId, unitId, ctx.now, by);
  await markDisseminated(ctx.tx, directiveId, unitId, ctx.now, by);
  if (mine.endedAt === null) {
    const { rootId } = mine;
    await settleOpen(ctx.tx, { rootId, unitId, duty: "disseminate", now: ctx.now, by, note: "" });
  }
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId,
    detail: {
      record: entry.id,
      heldOn: entry.heldOn,
      channel: entry.channel,
      people: entry.people,
      kit: entry.kitId ?? null,
    },
  });
  return { id: entry.id };
}

/**
 * Passes the letter as it is to the unions directly below that it has not reached; they owe their tasks from then on.
 * Repeating reaches only new ones. Whoever passes a letter on has received it. One that holds no more is not passed on.
 */
export async function passOn(
  ctx: WriteCtx,
  unitId: string,
  directiveId: string,
): Promise<{ id: string; reached: number }> {
  await ctx.allow({ unit: unitId });
  // The letter before the row, as whoever changes or recalls it does: neither waits for the other.
  const letter = await lockDirective(ctx.tx, directiveId);
  const mine = await reached(ctx, unitId, directiveId);
  if (letter?.issuedAt == null) throw notFound("directive");
  if (mine.endedAt !== null) throw directiveProblem("parent-not-held");
  const children = await reachChildren(ctx.tx, reachingNow(ctx.now, letter), unitId);
  if (children.length === 0) {
    ctx.unchanged();
    return { id: directiveId, reached: 0 };
  }
  const urging = await isUrging(ctx.tx, letter);
  const by = accountId(ctx);
  const tasks = await oweDuties(ctx, letter, letter.issuedAt, children, { urging, by });
  await markReceived(ctx.tx, directiveId, unitId, ctx.now, by);
  await markPassedOn(ctx.tx, directiveId, unitId, ctx.now);
  await ctx.audit({
    subject: { kind: "directive", id: directiveId },
    unitId,
    detail: { reached: children.length, tasks },
  });
  return { id: directiveId, reached: children.length };
}
