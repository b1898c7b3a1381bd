// One new version of a unit's split, and of the splits below that follow it: checked, written, audited.
import { accountId, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, type Problem } from "../../platform/contract/problem.ts";
import { decideSplit, type Reason, type Share } from "../rules/decide-split.ts";
import type { Cause } from "../schema/history.ts";
import { targetProblem } from "../schema.ts";
import { listChildren, MOST_CHILDREN } from "../store/children.ts";
import { findSplit, followSplit, insertSplit, listSplits, type Of } from "../store.ts";

export interface Asked {
  /** The number the unit holds. */
  readonly total: number;
  /** The version replaced; another one in force meanwhile refuses. */
  readonly basedOn: number;
  readonly shares: readonly Share[];
  readonly reserve: number;
  readonly reason: string;
  readonly cause: Cause;
}

/** The caller holds the book's lock and has asked for authority. Throws what is wrong first. */
export async function decide(ctx: WriteCtx, of: Of, asked: Asked): Promise<void> {
  const version = (await findSplit(ctx.tx, of))?.version ?? 0;
  if (version !== asked.basedOn) throw targetProblem("target-changed", { version });
  if (version > 0 && asked.reason === "") throw targetProblem("reason-missing");
  const { total, shares, reserve } = asked;
  // Those it concerns: who is to have a share, and who has one.
  const only = shares.map(({ unitId }) => unitId);
  const look = { day: ctx.today, asOf: null, only, most: 2 * MOST_CHILDREN };
  const children = await listChildren(ctx.tx, of, version, look);
  const touched = new Set([
    ...children.filter(({ value }) => value !== null).map(({ unitId }) => unitId),
    ...shares.map(({ unitId }) => unitId),
  ]);
  const decision = decideSplit(
    { total, shares, reserve },
    {
      children: new Set(children.map(({ unitId }) => unitId)),
      heldElsewhere: new Set(children.filter((child) => child.heldElsewhere).map(({ unitId }) => unitId)),
      below: await listSplits(ctx.tx, of, [...touched]),
    },
  );
  if (!decision.ok) throw problemOf(decision.reasons);

  const decided = { now: ctx.now, by: accountId(ctx) };
  const { reason, cause } = asked;
  await insertSplit(ctx.tx, of, { ...decided, version: version + 1, total, reserve, reason, shares, cause });
  for (const below of decision.follow) await followSplit(ctx.tx, of, below, decided);
  await ctx.audit({
    subject: { kind: "campaign", id: of.campaignId },
    unitId: of.unitId,
    detail: {
      measure: of.measure,
      version: version + 1,
      total,
      reserve,
      shares: shares.length,
      followed: decision.follow.length,
    },
  });
  for (const { unitId, total: number } of decision.follow) {
    const detail = { measure: of.measure, total: number, followed: true };
    await ctx.audit({ subject: { kind: "campaign", id: of.campaignId }, unitId, detail });
  }
}

/** One request, one answer: the first thing wrong; the screen has the same rule and shows them all. */
function problemOf(reasons: readonly Reason[]): Problem {
  const [first] = reasons;
  if (first === undefined) throw new Error("refused without a reason");
  if (first.code === "share-twice") return invalidInput("shares", "twice");
  if (first.code === "target-sum") {
    return targetProblem(first.code, { expected: first.expected, given: first.given });
  }
  return targetProblem(first.code, { count: first.units.length, units: first.units.slice(0, 50) });
}
