// Delegating one's signature: the signatory lets an officer or deputy of the same union sign for a term.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound } from "../../platform/contract/problem.ts";
import { getUnitNode } from "../../unit/service.ts";
import { delegationRefusal } from "../rules/delegation.ts";
import { standingOn } from "../rules/terms.ts";
import { type Delegation, type DelegationEntry, officeProblem } from "../schema/offices.ts";
import {
  type DelegationRow,
  insertDelegation,
  lockDelegation,
  listDelegations as rowsOfDelegations,
  withdrawDelegation as withdraw,
} from "../store/delegations.ts";
import { lockTerms } from "../store/offices.ts";
import { fromAbove } from "./above.ts";

export async function listDelegations(
  ctx: Ctx,
  unitId: string,
): Promise<{ items: Delegation[]; allowedActions: string[] }> {
  await ctx.allow({ unit: unitId });
  const unit = await getUnitNode(ctx.db, unitId, ctx.today);
  const mayEnd = await ctx.may("account.withdraw-delegation", { ...fromAbove(unit), unit: unitId });
  const found = await rowsOfDelegations(ctx.db, unitId, ctx.today);
  return {
    items: found.map((row) => asDelegation(row, ctx.today, mayEnd)),
    allowedActions: (await ctx.may("account.delegate", { unit: unitId })) ? ["account.delegate"] : [],
  };
}

function asDelegation(row: DelegationRow, today: string, mayEnd: boolean): Delegation {
  const state = stateOf(row, today);
  return {
    id: row.id,
    by: { accountId: row.byId, displayName: row.byName },
    to: { accountId: row.toId, displayName: row.toName },
    scopes: row.scopes,
    from: row.from,
    until: row.until,
    reason: row.reason,
    createdAt: row.createdAt,
    endedOn: row.endedOn,
    state,
    allowedActions: mayEnd && state !== "past" ? ["account.withdraw-delegation"] : [],
  };
}

function stateOf(row: DelegationRow, today: string): Delegation["state"] {
  if (row.endedOn !== null && row.endedOn <= today) return "past";
  const where = standingOn(row, today);
  return where !== "past" && !row.stands ? "void" : where;
}

/** Only within the delegator's own term as signatory, and only to an office of the same union: never further. */
export async function delegateSigning(
  ctx: WriteCtx,
  unitId: string,
  entry: DelegationEntry,
): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const by = accountId(ctx);
  if (entry.toAccountId === by) throw officeProblem("delegation-to-oneself");
  const of = (account: string, roles: readonly ("signatory" | "officer" | "deputy")[]) =>
    lockTerms(ctx.tx, { unitId, accountId: account, roles, day: ctx.today });
  const refusal = delegationRefusal({
    term: entry,
    today: ctx.today,
    own: await of(by, ["signatory"]),
    offices: await of(entry.toAccountId, ["officer", "deputy"]),
  });
  if (refusal !== undefined) throw officeProblem(refusal);
  const scopes = [...new Set(entry.scopes)].sort();
  await insertDelegation(ctx.tx, { ...entry, unitId, by, to: entry.toAccountId, scopes, now: ctx.now });
  await ctx.audit({
    subject: { kind: "delegation", id: entry.id },
    unitId,
    detail: { to: entry.toAccountId, scopes: scopes.join(" "), from: entry.from, until: entry.until },
  });
  return { id: entry.id };
}

/** By a signatory of the union, or from above: taking authority away is never more than either may. */
export async function withdrawDelegation(
  ctx: WriteCtx,
  unitId: string,
  delegationId: string,
): Promise<{ id: string }> {
  await ctx.allow({ ...fromAbove(await getUnitNode(ctx.tx, unitId, ctx.today)), unit: unitId });
  const found = await lockDelegation(ctx.tx, unitId, delegationId);
  if (found === undefined) throw notFound("delegation");
  const over = found.until < ctx.today || (found.endedOn !== null && found.endedOn <= ctx.today);
  if (over) ctx.unchanged();
  else {
    await withdraw(ctx.tx, { id: delegationId, day: ctx.today, now: ctx.now, by: accountId(ctx) });
    await ctx.audit({
      subject: { kind: "delegation", id: delegationId },
      unitId,
      detail: { to: found.toId },
    });
  }
  return { id: delegationId };
}
