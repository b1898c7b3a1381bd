// The other side of a handover: the list of open work, its confirmation by the successor, and the minutes.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { forbidden, notFound } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { getUnitNode } from "../../unit/service.ts";
import { moveRefusal } from "../rules/handover.ts";
import type { HandoverLine, HandoverView, OpenWorkLine } from "../schema/handover.ts";
import { officeProblem } from "../schema/offices.ts";
import {
  countOutstandingCodes,
  findHandover,
  type HandoverRow,
  lockHandover,
  markReceived,
  listHandovers as rowsOfHandovers,
} from "../store/handovers.ts";
import { fromAbove } from "./above.ts";
import type { OpenWork } from "./open-work.ts";

export async function listHandovers(ctx: Ctx, unitId: string): Promise<{ items: HandoverLine[] }> {
  await ctx.allow({ unit: unitId });
  const found = await rowsOfHandovers(ctx.db, unitId);
  const may = await mayOf(ctx, unitId);
  return { items: found.map((row) => asLine(ctx, row, may)) };
}

export async function getHandover(
  ctx: Ctx,
  unitId: string,
  handoverId: string,
  openWork: readonly OpenWork[],
): Promise<HandoverView> {
  await ctx.allow({ unit: unitId });
  const found = await findHandover(ctx.db, unitId, handoverId);
  if (found === undefined) throw notFound("handover");
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const work = found.state === "planned" ? await workOf(ctx.db, found, openWork, ctx) : null;
  return {
    ...asLine(ctx, found, await mayOf(ctx, unitId)),
    unitName: found.minutes?.unitName ?? unit.name,
    note: found.note,
    work,
    minutes: found.minutes,
  };
}

/** The successor alone confirms, from the day on; what is open at that moment becomes the minutes and stays. */
export async function receiveHandover(
  ctx: WriteCtx,
  asked: { unitId: string; handoverId: string; note: string },
  openWork: readonly OpenWork[],
): Promise<{ id: string }> {
  await ctx.allow({ unit: asked.unitId });
  const handover = await lockHandover(ctx.tx, asked.unitId, asked.handoverId);
  if (handover === undefined) throw notFound("handover");
  if (handover.toId !== accountId(ctx)) throw forbidden();
  if (handover.state === "received") {
    ctx.unchanged();
    return { id: handover.id };
  }
  const refusal = moveRefusal(handover, "receive", ctx.today);
  if (refusal !== undefined) throw officeProblem(refusal);
  const lines = await workOf(ctx.tx, handover, openWork, ctx);
  const { name } = await getUnitNode(ctx.tx, asked.unitId, ctx.today);
  await markReceived(ctx.tx, {
    id: handover.id,
    minutes: { at: ctx.now, unitName: name, lines },
    note: asked.note,
    now: ctx.now,
  });
  await ctx.audit({
    subject: { kind: "handover", id: handover.id },
    unitId: asked.unitId,
    detail: { role: handover.role, lines: lines.length },
  });
  return { id: handover.id };
}

/** What each capability has open, then what was bound to the person: signing delegated, codes printed. */
async function workOf(
  db: Db,
  handover: HandoverRow,
  openWork: readonly OpenWork[],
  { now, today }: { now: string; today: string },
): Promise<OpenWorkLine[]> {
  const lines: OpenWorkLine[] = [];
  // One after the other: a transaction has one connection.
  for (const capability of openWork) {
    lines.push(...(await capability.list(db, handover.unitId, handover.fromId, today)));
  }
  lines.push(
    { what: "delegations", count: handover.journal.delegations.length },
    { what: "codes", count: await countOutstandingCodes(db, handover.fromId, now) },
  );
  return lines.filter(({ count }) => count > 0);
}

interface May {
  readonly hand: boolean;
  readonly handDeputy: boolean;
  readonly receive: boolean;
}

async function mayOf(ctx: Ctx, unitId: string): Promise<May> {
  const above = fromAbove(await getUnitNode(ctx.db, unitId, ctx.today));
  return {
    hand: await ctx.may("account.cancel-handover", above),
    handDeputy: await ctx.may("account.cancel-handover", { ...above, own: unitId }),
    receive: await ctx.may("account.receive-handover", { unit: unitId }),
  };
}

function asLine(ctx: Ctx, row: HandoverRow, may: May): HandoverLine {
  const hands = row.role === "deputy" ? may.handDeputy : may.hand;
  const mine = ctx.principal.kind === "account" && ctx.principal.accountId === row.toId;
  const can = (move: "cancel" | "receive") => moveRefusal(row, move, ctx.today) === undefined;
  return {
    id: row.id,
    unitId: row.unitId,
    role: row.role,
    from: { accountId: row.fromId, displayName: row.fromName },
    to: row.toId === null ? null : { accountId: row.toId, displayName: row.toName ?? "" },
    effectiveOn: row.effectiveOn,
    state: row.state,
    due: row.state === "planned" && row.effectiveOn <= ctx.today,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    receivedAt: row.receivedAt,
    allowedActions: [
      ...(hands && can("cancel") ? ["account.cancel-handover"] : []),
      ...(hands && row.state === "planned" && row.toId === null ? ["account.reprint-handover"] : []),
      ...(mine && may.receive && can("receive") ? ["account.receive-handover"] : []),
    ],
  };
}
