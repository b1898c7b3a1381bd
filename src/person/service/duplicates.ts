// Entries that look like one person: shown to who may see both, judged by them, taken back when it was a mistake.
import { accountId, type Ctx, type WriteCtx } from "../../platform/contract/context.ts";
import { invalidInput, notFound, Problem } from "../../platform/contract/problem.ts";
import type { Db } from "../../platform/db/sql.ts";
import { readKey, writeKey } from "../../platform/pure/page-key.ts";
import { searchKey } from "../../platform/pure/text-vi.ts";
import type { AlikeAnswer, AlikePair, MergeRow } from "../schema/duplicates.ts";
import { duplicateProblem } from "../schema/duplicates.ts";
import {
  endMerge,
  findAlike,
  findMerge,
  findPath,
  findWalked,
  insertDifferent,
  insertMerge,
  listMerges,
  listPairs,
  lockEntries,
  type PairKey,
} from "../store/duplicates.ts";

/** A page ends with so many pairs, or when so many people were looked at. */
const MOST_PAIRS = 50;
const LOOK = 4000;

const NEVER = "00000000-0000-0000-0000-000000000000";
const LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const KEY = /^[\d.]+~[0-9a-f-]{36}$/;
/** All pairs of `a` are before it where `b` is the last id there can be. */
const keyOf = ({ path, a, b }: PairKey): string => writeKey({ by: `${path}~${b}`, id: a });

function fromKey(key: string): PairKey {
  const read = readKey(key, KEY);
  if (read === undefined) throw invalidInput("after", "page-key");
  const [path = "", b = NEVER] = read.by.split("~");
  return { path, a: read.id, b };
}

/** Pairs within the unit and below, union by union, and what was merged before. */
export async function listAlike(
  ctx: Ctx,
  unitId: string,
  after: string | undefined,
): Promise<{ items: AlikePair[]; next: string | null; merged: MergeRow[] }> {
  await ctx.allow({ unit: unitId });
  const page = await pageAlike(ctx.db, unitId, { day: ctx.today, after, look: LOOK, limit: MOST_PAIRS });
  return { ...page, merged: after === undefined ? await listMerges(ctx.db, unitId) : [] };
}

/** A page may be empty and yet not the last: it ends, too, when `look` (2 at least) people have been looked at. */
export async function pageAlike(
  db: Db,
  unitId: string,
  asked: {
    readonly day: string;
    readonly after: string | undefined;
    readonly look: number;
    readonly limit: number;
  },
): Promise<{ items: AlikePair[]; next: string | null }> {
  const { day, look, limit } = asked;
  const path = await pathOf(db, unitId, day);
  const after = asked.after === undefined ? undefined : fromKey(asked.after);
  const found = await listPairs(db, path, day, { after, look, limit: limit + 1 });
  const pairs = found.slice(0, limit);
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const byId = new Map((await findAlike(db, path, day, ids)).map((entry) => [entry.personId, entry]));
  const items = pairs.flatMap((pair): AlikePair[] => {
    const [a, b] = [byId.get(pair.a), byId.get(pair.b)];
    if (a === undefined || b === undefined) return [];
    const [first, second] = a.addedAt <= b.addedAt ? [a, b] : [b, a];
    const why = pair.sameBirth && pair.samePhone ? "both" : pair.sameBirth ? "birth" : "phone";
    return [{ a: first, b: second, why }];
  });
  const last = pairs.at(-1);
  if (found.length > limit && last !== undefined) return { items, next: keyOf(last) };
  const walked = await findWalked(db, path, day, { after, look });
  return {
    items,
    next: walked === undefined ? null : keyOf({ path: walked.path, a: walked.personId, b: LAST }),
  };
}

/** Throws not-found for a unit that does not stand on the day. */
async function pathOf(db: Db, unitId: string, day: string): Promise<string> {
  const path = await findPath(db, unitId, day);
  if (path === undefined) throw notFound("unit");
  return path;
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
  const path = await pathOf(ctx.tx, unitId, ctx.today);
  const [a, b] = await findAlike(ctx.tx, path, ctx.today, ids);
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
