// Entries that look like one person: shown to who may see both, judged by them, taken back when it was a mistake.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { notFound, Problem } from "../../platform/contract/problem.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import type { AlikeAnswer, AlikePair, MergeRow } from "../schema/duplicates.ts";
import { duplicateProblem } from "../schema/duplicates.ts";
import {
  endMerge,
  findAlike,
  findMerge,
  insertDifferent,
  insertMerge,
  listMerges,
  listPairs,
  lockEntries,
} from "../store/duplicates.ts";

const MOST_PAIRS = 100;

/** At most 100 pairs within the unit and below, by name, and what was merged before. */
export async function listAlike(
  ctx: Ctx,
  unitId: string,
): Promise<{ items: AlikePair[]; merged: MergeRow[] }> {
  await ctx.allow({ unit: unitId });
  const pairs = await listPairs(ctx.db, unitId, ctx.today, MOST_PAIRS);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const byId = new Map(
    (await findAlike(ctx.db, unitId, ctx.today, ids)).map((entry) => [entry.personId, entry]),
  );
  const items = pairs.flatMap((pair): AlikePair[] => {
    const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
    if (a === undefined || b === undefined) return [];
    const [first, second] = a.addedAt <= b.addedAt ? [a, b] : [b, a];
    const why = pair.sameBirth && pair.samePhone ? "both" : pair.sameBirth ? "birth" : "phone";
    return [{ a: first, b: second, why }];
  });
  return { items, merged: await listMerges(ctx.db, unitId) };
}

/**
 * *Cùng một người* or *hai người khác nhau*. Facts stay with the entry they were written for; lists show `oneId` alone.
 * Throws `merged-since` where one of them is not (or no more) on the unit's list, and `not-alike` for two names. The same merge again, or the same word, is done already.
 */
export async function judgeAlike(ctx: WriteCtx, unitId: string, said: AlikeAnswer): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const ids = [said.oneId, said.otherId];
  if (said.oneId === said.otherId) throw duplicateProblem("not-alike");
  await lockEntries(ctx.tx, ids);
  const merged = await findMerge(ctx.tx, said.id);
  if (merged !== undefined) {
    if (merged.unitId !== unitId || merged.oneId !== said.oneId || merged.otherId !== said.otherId)
      throw new Problem("key-reused", 409);
    ctx.unchanged();
    return { id: said.id };
  }
  // Whoever stands for another is still on the list; whoever is stood for is not.
  const [a, b] = await findAlike(ctx.tx, unitId, ctx.today, ids);
  if (a === undefined || b === undefined) throw duplicateProblem("merged-since");
  if (searchKey(a.fullName) !== searchKey(b.fullName)) throw duplicateProblem("not-alike");
  const word = { unitId, by: accountId(ctx), now: ctx.now };
  if (said.answer === "different") {
    const written = await insertDifferent(ctx.tx, { ...word, a: said.oneId, b: said.otherId });
    if (written === 0) ctx.unchanged();
    else
      await ctx.audit({
        subject: { kind: "person", id: said.otherId },
        unitId,
        detail: { differentFrom: said.oneId },
      });
    return { id: said.id };
  }
  await insertMerge(ctx.tx, { ...word, id: said.id, oneId: said.oneId, otherId: said.otherId });
  await ctx.audit({
    subject: { kind: "person", id: said.otherId },
    unitId,
    detail: { sameAs: said.oneId, merge: said.id },
  });
  return { id: said.id };
}

/** Two entries again, as before. Throws `merged-since` where a later merge was made on top of it: that one first. */
export async function undoMerge(ctx: WriteCtx, unitId: string, mergeId: string): Promise<{ id: string }> {
  await ctx.allow({ unit: unitId });
  const merge = await findMerge(ctx.tx, mergeId);
  if (merge === undefined || merge.unitId !== unitId) throw notFound("merge");
  if (merge.undoneAt !== null) {
    ctx.unchanged();
    return { id: mergeId };
  }
  if (merge.builtUpon) throw duplicateProblem("merged-since");
  await endMerge(ctx.tx, mergeId, accountId(ctx), ctx.now);
  await ctx.audit({
    subject: { kind: "person", id: merge.otherId },
    unitId,
    detail: { apartFrom: merge.oneId },
  });
  return { id: mergeId };
}
