// Handing an office over. Every term is dated when it is started, so that on the day nothing has to run: one account's
// office ends on the eve, the other's begins. The work itself is the union's and stays where it is.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { addDays } from "../../platform/pure/calendar.ts";
import { getUnitNode } from "../../unit/service.ts";
import { inheritedUntil, moveRefusal, startRefusal } from "../rules/handover.ts";
import type { HandoverEntry, PrintedHandover } from "../schema/handover.ts";
import { officeProblem } from "../schema/offices.ts";
import { accountProblem } from "../schema.ts";
import { endDelegationsWith, restoreDelegations } from "../store/delegations.ts";
import {
  expireCode,
  findHandover,
  type HandoverRow,
  insertHandover,
  lockHandover,
  markCancelled,
  setHandoverCode,
} from "../store/handovers.ts";
import { lockGrant, lockTerms, removeGrantsOfHandover, setLastDay, type TermRow } from "../store/offices.ts";
import { findAccountByLogin, insertGrant } from "../store.ts";
import { fromAbove } from "./above.ts";
import { printJoinCode } from "./codes.ts";

/** A deputy is replaced by the union's own signatory too; every other office from above. */
const heldBy = async (ctx: Ctx, unitId: string, role: string | undefined) => ({
  ...fromAbove(await getUnitNode(ctx.db, unitId, ctx.today)),
  ...(role === "deputy" && { own: unitId }),
});

/**
 * Ends the predecessor's office on the eve of the day and gives it, from the day on, to a named account or to whoever
 * uses the printed code. What the predecessor delegated ends with the office; so do codes they printed, which are only
 * as good as their office. Asked again with the same id it answers as done, without the code.
 */
export async function startHandover(
  ctx: WriteCtx,
  unitId: string,
  entry: HandoverEntry,
): Promise<PrintedHandover> {
  await ctx.allow(await heldBy(ctx, unitId, entry.role));
  const by = accountId(ctx);
  const earlier = await findHandover(ctx.tx, unitId, entry.id);
  if (earlier !== undefined) {
    if (earlier.createdById !== by || earlier.fromId !== entry.fromAccountId) {
      throw officeProblem("handover-running");
    }
    ctx.unchanged();
    return { id: entry.id, code: null };
  }
  const held = await heldOnEve(ctx, unitId, entry);
  const until = entry.until ?? inheritedUntil(held.until, entry.effectiveOn);
  const successor = await successorOf(ctx, entry);
  const code =
    successor === null
      ? await printJoinCode(ctx, {
          unitId,
          role: entry.role,
          from: entry.effectiveOn,
          until: until ?? undefined,
        })
      : null;
  const eve = addDays(entry.effectiveOn, -1);
  const cut = held.until === null || held.until > eve;
  if (cut) await setLastDay(ctx.tx, held.id, eve);
  const delegations = await endDelegationsWith(ctx.tx, {
    unitId,
    accountId: held.accountId,
    given: entry.role === "signatory",
    taken: entry.role !== "signatory",
    day: entry.effectiveOn,
  });
  await insertHandover(ctx.tx, {
    id: entry.id,
    unitId,
    role: entry.role,
    from: held.accountId,
    to: successor,
    codeId: code?.id ?? null,
    effectiveOn: entry.effectiveOn,
    journal: { grant: { id: held.id, until: held.until, cut }, delegations, until },
    now: ctx.now,
    by,
  });
  if (successor !== null) {
    const given = await insertGrant(ctx.tx, {
      id: ctx.newId(),
      accountId: successor,
      role: entry.role,
      unitId,
      from: entry.effectiveOn,
      until: until ?? undefined,
      by,
      handoverId: entry.id,
    });
    if (given === 0) throw officeProblem("successor-holds-already");
  }
  await ctx.audit({
    subject: { kind: "handover", id: entry.id },
    unitId,
    detail: { role: entry.role, from: held.accountId, to: successor, on: entry.effectiveOn },
  });
  return { id: entry.id, code };
}

async function heldOnEve(ctx: WriteCtx, unitId: string, entry: HandoverEntry): Promise<TermRow> {
  const eve = addDays(entry.effectiveOn, -1);
  const terms = await lockTerms(ctx.tx, {
    unitId,
    accountId: entry.fromAccountId,
    roles: [entry.role],
    day: eve,
  });
  const held = terms.find(({ from, until }) => from <= eve && (until === null || eve <= until));
  const until = entry.until ?? null;
  const refusal = startRefusal({ effectiveOn: entry.effectiveOn, until, today: ctx.today, held });
  if (refusal !== undefined || held === undefined) throw officeProblem(refusal ?? "holder-not-there");
  return held;
}

async function successorOf(ctx: WriteCtx, entry: HandoverEntry): Promise<string | null> {
  if (entry.toLogin === undefined) return null;
  const account = await findAccountByLogin(ctx.tx, entry.toLogin);
  if (account === undefined) throw accountProblem("login-unknown");
  if (account.id === entry.fromAccountId) throw officeProblem("successor-holds-already");
  return account.id;
}

/** The handover, once the asker has been let in: by its role where there is one. */
async function allowed(ctx: WriteCtx, unitId: string, handoverId: string): Promise<HandoverRow> {
  const handover = await lockHandover(ctx.tx, unitId, handoverId);
  await ctx.allow(await heldBy(ctx, unitId, handover?.role));
  if (handover === undefined) throw notFound("handover");
  return handover;
}

/** For a card that was lost: the code before stops working. */
export async function reprintHandoverCode(
  ctx: WriteCtx,
  unitId: string,
  handoverId: string,
): Promise<PrintedHandover> {
  const handover = await allowed(ctx, unitId, handoverId);
  if (handover.state !== "planned") throw officeProblem("handover-settled");
  if (handover.toId !== null || handover.codeId === null) throw officeProblem("handover-joined");
  await expireCode(ctx.tx, handover.codeId, ctx.now);
  const code = await printJoinCode(ctx, {
    unitId,
    role: handover.role,
    from: handover.effectiveOn,
    until: handover.journal.until ?? undefined,
  });
  await setHandoverCode(ctx.tx, handoverId, code.id);
  await ctx.audit({ subject: { kind: "handover", id: handoverId }, unitId, detail: { code: code.id } });
  return { id: handoverId, code };
}

/** Before the day: every term and delegation is as it was, the successor's office is taken back, the code is void. */
export async function cancelHandover(
  ctx: WriteCtx,
  unitId: string,
  handoverId: string,
): Promise<{ id: string }> {
  const handover = await allowed(ctx, unitId, handoverId);
  if (handover.state === "cancelled") {
    ctx.unchanged();
    return { id: handoverId };
  }
  const refusal = moveRefusal(handover, "cancel", ctx.today);
  if (refusal !== undefined) throw officeProblem(refusal);
  const by = accountId(ctx);
  const { grant, delegations } = handover.journal;
  await removeGrantsOfHandover(ctx.tx, handoverId, { now: ctx.now, by });
  if (handover.codeId !== null) await expireCode(ctx.tx, handover.codeId, ctx.now);
  if (grant.cut) {
    const held = await lockGrant(ctx.tx, unitId, grant.id);
    const eve = addDays(handover.effectiveOn, -1);
    // Ended or shortened since: giving the old term back would undo somebody else's act.
    if (held?.until !== eve) throw officeProblem("handover-changed");
    await setLastDay(ctx.tx, grant.id, grant.until);
  }
  await restoreDelegations(ctx.tx, delegations, handover.effectiveOn);
  await markCancelled(ctx.tx, handoverId, ctx.now, by);
  await ctx.audit({ subject: { kind: "handover", id: handoverId }, unitId, detail: { role: handover.role } });
  return { id: handoverId };
}
